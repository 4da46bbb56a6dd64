import { WiregraphError } from '../model/index.ts'

/** Whether a text is meant as a URL; browsers and Node take `http:/host` for one as well. */
export const isUrl = (text: string): boolean => /^\s*(https?:[\\/]|[a-z][a-z\d+.-]*:\/\/)/i.test(text)

/**
 * A URL without user name and password, for all that is shown or kept; other texts as they are. The user part ends at
 * the last `@` before the path (WHATWG URL Standard, 4.4); where nobody can tell the path, at the last `@` of all.
 */
export function withoutUser(text: string): string {
  if (!isUrl(text)) return text
  const bare = text.replace(/^(\s*[^:]*:[\\/]*)[^\\/?#]*@/, '$1')
  const url = URL.canParse(bare) ? new URL(bare) : null
  return url !== null && url.username + url.password === '' ? bare : text.replace(/^(\s*[^:]*:[\\/]*)[\s\S]*@/, '$1')
}

/** What is wrong with a URL that holds a user name or a password, told without them. */
export const withUser = (where: string): WiregraphError =>
  new WiregraphError('bad-url', {
    where,
    expected: 'an address without user name and password',
    got: 'one with them',
    hint: 'Leave user name and password out.',
  })

/**
 * The URL that a text is, for `http` and `https`.
 * @throws WiregraphError `bad-url`, which never repeats a user name or a password
 */
export function readableUrl(text: string, base?: string): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (url !== null && (url.username !== '' || url.password !== '')) {
    url.username = ''
    url.password = ''
    throw withUser(url.href)
  }
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new WiregraphError('bad-url', {
      where: withoutUser(text),
      expected: 'an address that begins with http:// or https://',
      got: url?.protocol ?? 'something else',
    })
  }
  return url
}
