import { type Article, asArticleId, digest } from '../model/index.ts'
import { publicationDay } from './dates.ts'
import type { Draft } from './format.ts'
import type { LineRule } from './furniture.ts'
import { squeeze } from './page.ts'
import { findRegions } from './regions.ts'

/** What is known of an article from outside its record. */
export interface Circumstances {
  readonly origin: string
  /** Where it was fetched from. */
  readonly url: string | null
  /** Name of the file; dates are inferred from it, and never an id. */
  readonly file: string | null
  /** The user's own word, used where the record has none. */
  readonly date: string | null
  readonly publisher: string | null
  readonly rules: readonly LineRule[]
}

const words = (text: string | null | undefined): string | null => squeeze(text ?? '') || null

/** The address of an article, resolved against the page it was read from; the front page of a site is no address of one. */
function articleUrl({ url, record }: Draft, base: string | null): string | null {
  const given = words(url)
  if (given !== null && URL.canParse(given, base ?? undefined)) {
    const resolved = new URL(given, base ?? undefined)
    const { protocol, pathname, search, username, password } = resolved
    resolved.username = ''
    resolved.password = ''
    const isAsGiven = username + password === '' && URL.canParse(given)
    if (/^https?:$/.test(protocol) && pathname + search !== '/') return isAsGiven ? given : resolved.href
  }
  // The records of a file are not the file.
  return record === undefined && base !== null ? base.replace(/#.*$/, '') : null
}

function articleId({ id, guid }: Draft, title: string | null, url: string | null, text: string): string {
  const own = id === null || id === undefined ? '' : String(id).trim()
  if (own !== '') return own
  if (url !== null) return digest(url)
  const known = words(guid)
  return known === null ? digest(title ?? '', text) : digest(known)
}

/**
 * A draft as an article. Its id is the record's own, else a digest of its URL, of its guid, or of title and text: a
 * file may be moved and renamed without becoming another article.
 */
export function toArticle(draft: Draft, about: Circumstances): Article {
  const { text } = draft
  const given = words(draft.title)
  const { regions, headline } = findRegions(draft, given, about.rules)
  const title = given ?? words(headline)
  const url = articleUrl(draft, about.url)
  return {
    id: asArticleId(articleId(draft, title, url, text)),
    origin: draft.record === undefined ? about.origin : `${about.origin}#${draft.record}`,
    title,
    publisher: words(draft.publisher) ?? about.publisher,
    ...publicationDay({ own: draft.date, given: about.date, text, url, file: about.file }),
    url,
    text,
    regions,
  }
}
