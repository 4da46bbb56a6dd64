import { parseHTML } from 'linkedom'
import type { Part, Region } from '../model/index.ts'

/** The little of the DOM that is used here; linkedom's own types need those of a browser. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
}
export interface DomElement extends DomNode {
  readonly localName: string
  readonly children: Iterable<DomElement>
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  remove(): void
}
export interface DomDocument extends DomElement {
  readonly body: DomElement | null
  readonly documentElement: DomElement | null
}

/** Text with the regions that its markup told. */
export interface Plain {
  readonly text: string
  readonly regions: readonly Region[]
}

const ELEMENT = 1
const TEXT = 3
const CDATA = 4

/** Goes through all below a node, in order, without recursion: pages nest as deeply as they like. */
export function walk(root: DomNode, enter: (node: DomNode) => boolean, leave: (node: DomNode) => void): void {
  let node = root.firstChild
  while (node !== null) {
    const child: DomNode | null = enter(node) ? node.firstChild : null
    if (child !== null) {
      node = child
      continue
    }
    let last: DomNode = node
    leave(last)
    while (last.nextSibling === null && last.parentNode !== null && last.parentNode !== root) {
      last = last.parentNode
      leave(last)
    }
    node = last.nextSibling
  }
}

/** Never read aloud: machinery, controls and drawings. */
const SILENT = new Set(
  'script style noscript template svg math iframe object embed canvas audio video button input select textarea head'.split(
    ' ',
  ),
)
/** Ways through a site; within a whole page Readability rules on them, within a fragment nobody else does. */
const FURNITURE = new Set(['nav', 'aside', 'footer'])
const PARAGRAPHS = new Set(
  'address article aside blockquote body center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav ol p pre section summary table ul'.split(
    ' ',
  ),
)
const LINES = new Set('li dt dd tr caption'.split(' '))
const CELLS = new Set(['td', 'th'])

/** Invisible characters that by themselves make no line: white space of any kind and zero-width marks. */
const VISIBLE = /[^\s\u200b-\u200d\u2060]/u

const isHidden = (element: DomElement) =>
  element.getAttribute('hidden') !== null || /display:\s*none/i.test(element.getAttribute('style') ?? '')

/** Tells the part of an element that is not body, or null. */
export type Labels = (element: DomElement) => { readonly part: Part; readonly rule: string } | null

const CAPTION = /(^|[\s_-])(caption|cutline)($|[\s_-])/i
const MAX_CAPTION = 600

const captions: Labels = (element) => {
  if (element.localName === 'figcaption') return { part: 'caption', rule: 'html.figcaption' }
  if (!CAPTION.test(element.getAttribute('class') ?? '')) return null
  return (element.textContent ?? '').length > MAX_CAPTION ? null : { part: 'caption', rule: 'html.caption' }
}

/** Words before a link that announce it ("Read more:", "Also on this site"), at most. */
const MAX_LABEL_WORDS = 5
const wordCount = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length

/** Whether a line is but a link to another page, or a short label and a link. A linked sentence is text. */
export function leadsElsewhere(line: string, linked: string): boolean {
  const inLink = wordCount(linked)
  if (inLink < 3 || /[.!]["”’')]*$/.test(line)) return false
  const before = wordCount(line) - inLink
  return (
    before === 0 || (before <= MAX_LABEL_WORDS && inLink > before && !linked.trimStart().startsWith(line.slice(0, 8)))
  )
}

/**
 * The text of an element as a reader sees it: paragraphs parted by blank lines, items of lists and rows of tables by
 * line breaks, runs of white space by one space. No-break spaces stay.
 */
export function plainText(root: DomElement, labels: Labels = captions): Plain {
  const regions: Region[] = []
  const open: { readonly node: DomNode; readonly part: Part; readonly rule: string; start: number | null }[] = []
  let text = ''
  let line = ''
  let gap = ''
  let links = 0
  let linked = ''

  const flush = (next: string) => {
    const words = line.replace(/^[ \n]+|[ \n]+$/g, '').replace(/ *\n */g, '\n')
    line = ''
    if (VISIBLE.test(words)) {
      if (text !== '') text += gap
      gap = ''
      for (const label of open) label.start ??= text.length
      text += words
      if (open.length === 0 && leadsElsewhere(words, linked)) {
        regions.push({ start: text.length - words.length, end: text.length, part: 'boilerplate', rule: 'html.link' })
      }
    }
    linked = ''
    if (next.length > gap.length) gap = next
  }
  const breaks = (name: string) => (PARAGRAPHS.has(name) ? '\n\n' : LINES.has(name) ? '\n' : '')

  /** Takes a node in; false when what lies below it is left out. */
  const enter = (node: DomNode): boolean => {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      const words = (node.nodeValue ?? '').replace(/[ \t\n\r\f]+/g, ' ')
      line += words.startsWith(' ') && /[ \n]$/.test(line) ? words.slice(1) : words
      if (links > 0) linked += words
      return false
    }
    if (node.nodeType !== ELEMENT) return false
    const element = node as DomElement
    const name = element.localName.toLowerCase()
    if (SILENT.has(name) || FURNITURE.has(name) || isHidden(element)) return false
    if (name === 'br') {
      if (/\n *$/.test(line)) flush('\n\n')
      else line += '\n'
      return false
    }
    const label = open.length === 0 ? labels(element) : null
    const gapBefore = label === null ? breaks(name) : '\n\n'
    if (gapBefore !== '') flush(gapBefore)
    else if (CELLS.has(name)) line += ' '
    if (label !== null) open.push({ node, ...label, start: null })
    if (name === 'a') links++
    return true
  }
  const leave = (node: DomNode) => {
    if (node.nodeType !== ELEMENT) return
    if ((node as DomElement).localName === 'a') links--
    const label = open.at(-1)
    const gapAfter = label?.node === node ? '\n\n' : breaks((node as DomElement).localName.toLowerCase())
    if (gapAfter !== '') flush(gapAfter)
    if (label?.node !== node) return
    open.pop()
    if (label.start !== null) regions.push({ start: label.start, end: text.length, part: label.part, rule: label.rule })
  }

  walk(root, enter, leave)
  flush('')
  return { text, regions }
}

/** A page as a document. A fragment without `html` or `body` gets both, since linkedom makes neither up. */
export function parsePage(html: string): DomDocument {
  const whole = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html)
  const page = whole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(page).document
}

/** The text of a piece of HTML that stands in a feed or a record. */
export function fragmentText(html: string): Plain {
  const { body } = parsePage(html)
  return body === null ? { text: '', regions: [] } : plainText(body)
}

const MARKUP = /<(?:p|br|div|span|a|figure|h[1-6]|ul|ol|li|strong|em|b|i|img|blockquote|article|section|table)\b[^>]*>/i

/** A text that may hold HTML, without it; one that holds none stays to the letter. */
export const asPlain = (text: string): Plain => (MARKUP.test(text) ? fragmentText(text) : { text, regions: [] })
