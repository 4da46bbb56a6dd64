import { Readability } from '@mozilla/readability'
import { type Region, WiregraphError } from '../../model/index.ts'
import { wholeText } from '../bytes.ts'
import type { Draft, Format } from '../format.ts'
import { countWords } from '../furniture.ts'
import { deckOf, dropComments, headlineOf, type PageFacts, pageFacts, squeeze } from '../page.ts'
import { asPlain, type DomDocument, type DomElement, type Plain, parsePage, plainText, walk } from '../plain.ts'

/** Beyond these Readability is not tried, since its time grows with the cube of the depth; real pages keep below 60. */
const MAX_ELEMENTS = 100_000
const MAX_DEPTH = 200
/** Elements of one kind that are looked at as the possible article. */
const MAX_CANDIDATES = 20
/** What Readability finds below this is not believed before the page's own `article` was asked. */
const MIN_WORDS = 25

function depthOf(page: DomDocument): number {
  let depth = 0
  let deepest = 0
  const enter = () => {
    deepest = Math.max(deepest, ++depth)
    return true
  }
  walk(page, enter, () => depth--)
  return deepest
}

function readable(page: DomDocument): Plain | null {
  if (depthOf(page) > MAX_DEPTH) return null
  try {
    // Readability's own types name the browser's Document.
    const reader = new Readability<DomElement>(page as never, {
      maxElemsToParse: MAX_ELEMENTS,
      serializer: (node) => node as unknown as DomElement,
    })
    const content = reader.parse()?.content
    return content ? plainText(content) : null
  } catch {
    return null
  }
}

/** The largest of the elements that are meant to hold an article; else the body. */
function declared(page: DomDocument): Plain {
  for (const selector of ['article', '[itemprop="articleBody"]', 'main', '[role="main"]']) {
    const texts = [...page.querySelectorAll(selector)].slice(0, MAX_CANDIDATES).map((element) => plainText(element))
    const longest = texts.reduce<Plain | null>((a, b) => (a !== null && a.text.length >= b.text.length ? a : b), null)
    if (longest !== null && countWords(longest.text) >= MIN_WORDS) return longest
  }
  return page.body === null ? { text: '', regions: [] } : plainText(page.body)
}

function headlines(page: DomDocument, facts: PageFacts): readonly { readonly text: string; readonly rule: string }[] {
  const heading = headlineOf(page, facts.title)
  const deck = heading === null ? null : deckOf(page)
  const found = [
    { element: heading, rule: 'html.h1' },
    { element: deck, rule: 'html.deck' },
  ]
  return found.flatMap(({ element, rule }) => {
    if (element === null) return []
    const { text } = plainText(element)
    // Taken out, so that it stands once, on top, whatever Readability does with it.
    element.remove()
    return text === '' ? [] : [{ text, rule }]
  })
}

function bodyText(page: DomDocument, html: string, facts: PageFacts): Plain {
  const found = readable(page)
  if (found !== null && countWords(found.text) >= MIN_WORDS) return found
  // Readability has taken the page apart, so that it is parsed anew.
  const whole = parsePage(html)
  dropComments(whole)
  headlines(whole, facts)
  const own = declared(whole)
  return found === null || own.text.length > found.text.length ? own : found
}

/** The article of a page: its headline and deck, then its text. Null when the page shows no text. */
export function pageArticle(html: string): Omit<Draft, 'record'> | null {
  const page = parsePage(html)
  const facts = pageFacts(page)
  dropComments(page)
  const above = headlines(page, facts)
  const shown = bodyText(page, html, facts)
  const body = shown.text === '' && facts.articleBody !== null ? asPlain(facts.articleBody) : shown
  if (body.text === '') return null

  let text = ''
  const regions: Region[] = []
  for (const line of above) {
    regions.push({ start: text.length, end: text.length + line.text.length, part: 'headline', rule: line.rule })
    text += `${line.text}\n\n`
  }
  for (const region of body.regions) {
    regions.push({ ...region, start: region.start + text.length, end: region.end + text.length })
  }
  const title = facts.title ?? (above[0] === undefined ? null : squeeze(above[0].text))
  return {
    text: text + body.text,
    regions,
    isMarkedUp: true,
    title,
    publisher: facts.publisher,
    date: facts.date,
    url: facts.url,
  }
}

/** The charset a page declares in its first kilobyte (HTML Standard, 4.2.5.4). */
const declaredCharset = (bytes: Uint8Array) =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1] ?? null

export const html: Format = {
  name: 'html',
  says: 'a web page; its article is found by Readability, its facts in its metadata',
  extensions: ['.html', '.htm', '.xhtml'],
  types: ['text/html', 'application/xhtml+xml'],
  looksLike: (head) =>
    /^(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype html|html|head|body|article|main|div|p)[\s>]/i.test(
      head,
    ),
  async *read(input) {
    const source = await wholeText(input, declaredCharset)
    const article = pageArticle(source)
    if (article === null) {
      throw new WiregraphError('bad-html', {
        where: input.origin,
        expected: 'a page with an article, or at least with text in its body',
        got: 'no text, or a headline alone',
      })
    }
    yield article
  },
}
