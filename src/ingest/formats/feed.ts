import { DOMParser } from 'linkedom'
import { WiregraphError } from '../../model/index.ts'
import { wholeText } from '../bytes.ts'
import { type Draft, type Format, skip } from '../format.ts'
import { squeeze } from '../page.ts'
import { type DomElement, type DomNode, fragmentText, type Plain, walk } from '../plain.ts'

const COMMENT = 8

/** All text below a node. linkedom leaves CDATA sections out of `textContent`. */
function contentOf(element: DomElement): string {
  let text = ''
  const enter = (node: DomNode) => {
    if (node.nodeType !== COMMENT) text += node.nodeValue ?? ''
    return true
  }
  walk(element, enter, () => {})
  return text
}

const named = (element: DomElement, ...names: readonly string[]): DomElement | null => {
  const children = [...element.children]
  for (const name of names) {
    const found = children.find((child) => child.localName === name)
    if (found !== undefined) return found
  }
  return null
}

const words = (element: DomElement | null): string | null => {
  const text = element === null ? '' : squeeze(contentOf(element))
  return text === '' ? null : text
}

/** Titles may hold markup that was escaped (Atom `type="html"`, and many an RSS). */
const title = (element: DomElement | null): string | null => {
  const text = words(element)
  return text === null || !/[<&]/.test(text) ? text : squeeze(fragmentText(text).text)
}

/** The text of an item: the fullest of the elements that may hold one. XHTML stands in the feed as elements. */
function bodyOf(item: DomElement): Plain | null {
  for (const name of ['content:encoded', 'content', 'description', 'summary']) {
    const element = named(item, name)
    if (element === null) continue
    const source = element.getAttribute('type') === 'xhtml' ? innerMarkup(element) : contentOf(element)
    const plain = fragmentText(source)
    if (plain.text !== '') return plain
  }
  return null
}

const innerMarkup = (element: DomElement) => [...element.children].map(String).join('')

/** RSS keeps a link's address as text, Atom as an attribute, among several links. */
function linkOf(item: DomElement): string | null {
  const links = [...item.children].filter((child) => child.localName === 'link')
  const atom = links.find(
    (link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate' && link.getAttribute('href'),
  )
  return atom?.getAttribute('href') ?? links.map(words).find((text) => text !== null) ?? null
}

function draftOf(item: DomElement, publisher: string | null, record: number): Draft | null {
  const body = bodyOf(item)
  if (body === null) return null
  const source = named(item, 'source')
  return {
    ...body,
    isMarkedUp: true,
    record,
    title: title(named(item, 'title')),
    publisher: title(source === null ? null : (named(source, 'title') ?? source)) ?? publisher,
    date: words(named(item, 'pubDate', 'published', 'dc:date', 'updated')),
    url: linkOf(item),
    guid: words(named(item, 'guid', 'id')),
  }
}

export const feed: Format = {
  name: 'feed',
  says: 'RSS 2.0, RSS 1.0 and Atom, one article an item',
  extensions: ['.rss', '.xml', '.atom', '.rdf'],
  types: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
  looksLike: (head) =>
    /^(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(rss|feed|rdf:RDF)[\s>]/i.test(head) || /^<\?xml/.test(head),
  async *read(input) {
    const source = await wholeText(input, declaredEncoding)
    const root: DomElement | null = new DOMParser().parseFromString(source.trimStart(), 'text/xml').documentElement
    const name = root?.localName ?? ''
    if (root === null || !['rss', 'feed', 'rdf:RDF'].includes(name)) {
      throw new WiregraphError('bad-feed', {
        where: input.origin,
        expected: '<rss>, <feed> or <rdf:RDF>',
        got: name === '' ? 'no element' : `<${name}>`,
      })
    }
    const channel = named(root, 'channel') ?? root
    const publisher = title(named(channel, 'title'))
    const items = [...root.children, ...(channel === root ? [] : channel.children)].filter(({ localName }) =>
      ['item', 'entry'].includes(localName),
    )
    for (const [i, item] of items.entries()) {
      const n = i + 1
      yield draftOf(item, publisher, n) ??
        skip(`${input.origin}#${n}`, 'bad-record', {
          where: `${input.origin} item ${n}`,
          expected: 'text in one of content:encoded, content, description, summary',
          got: [...new Set([...item.children].map((child) => child.localName))].join(', ') || 'an empty item',
        })
    }
  },
}

const declaredEncoding = (bytes: Uint8Array) =>
  /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ??
  null
