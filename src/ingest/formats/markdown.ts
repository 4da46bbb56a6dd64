import { parse } from 'yaml'
import { type Region, WiregraphError } from '../../model/index.ts'
import { wholeText } from '../bytes.ts'
import type { Draft, Format } from '../format.ts'
import { leadsElsewhere, parsePage } from '../plain.ts'
import { pick, pickName, pickText } from '../record.ts'

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** The front matter's fields and the text below it; a block between rules that holds no fields is text. */
function splitFrontMatter(source: string, origin: string): { fields: Record<string, unknown>; body: string } {
  const match = FRONT_MATTER.exec(source)
  if (match === null) return { fields: {}, body: source }
  let fields: unknown
  try {
    fields = parse(match[1] ?? '', { logLevel: 'error' })
  } catch (error) {
    const { message, linePos } = error as Error & { linePos?: readonly { line: number }[] }
    throw new WiregraphError('bad-record', {
      where: `${origin} line ${(linePos?.[0]?.line ?? 1) + 1}`,
      expected: 'front matter in YAML',
      got: (message.split('\n')[0] ?? '').replace(/ at line .*$/, ''),
    })
  }
  const isFields = typeof fields === 'object' && fields !== null && !Array.isArray(fields)
  if (!isFields && fields !== null) return { fields: {}, body: source }
  return { fields: (fields ?? {}) as Record<string, unknown>, body: source.slice(match[0].length) }
}

/** Escaped marks are hidden in the private use area while the others are taken off. */
const HIDDEN = 0xe000
const hide = (text: string) =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (_, c: string) => String.fromCharCode(HIDDEN + c.charCodeAt(0)))
const show = (text: string) => text.replace(/[\ue000-\ue07f]/g, (c) => String.fromCharCode(c.charCodeAt(0) - HIDDEN))

const entities = (text: string) =>
  /&(#\d+|#x[\da-f]+|[a-z]\w*);/i.test(text)
    ? (parsePage(text.replaceAll('<', '&lt;')).body?.textContent ?? text)
    : text

const EMPHASIS = [
  /(\*{1,3})(?=[^\s*])([^*]*?[^\s*])\1/gu,
  /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*?[^\s_])\1(?![\p{L}\p{N}_])/gu,
  /(~~)(?=\S)([^~]*?\S)\1/gu,
]

/** The words of a stretch of Markdown, and those of them that are links. */
function inline(source: string, references: ReadonlySet<string>): { readonly text: string; readonly linked: string } {
  let linked = ''
  const link = (words: string) => {
    linked += ` ${words}`
    return words
  }
  let text = hide(source)
    .replace(/(?<!`)(`{1,3})(?!`)([\s\S]{0,1000}?[^`])\1(?!`)/g, '$2')
    .replace(/!\[[^\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\[([^\][]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (_, words: string) => link(words))
    .replace(/\[([^\][]+)\](?:\[([^\]]*)\])?/g, (whole, words: string, name?: string) =>
      references.has((name || words).toLowerCase()) ? link(words) : whole,
    )
    .replace(/<(https?:[^\s>]+|[^\s@<>]+@[^\s@<>]+)>/gi, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
  for (const mark of EMPHASIS) {
    // Twice, for emphasis within emphasis.
    text = text.replace(mark, '$2').replace(mark, '$2')
  }
  return { text: show(entities(text)).trim(), linked: show(linked) }
}

interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly level: number
  source: string
}

const REFERENCE = /^ {0,3}\[([^\]^][^\]]*)\]:\s*\S+.*$/
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/

/** By hand, since a pattern would search the rest of the text anew for each comment that is never closed. */
function withoutComments(body: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = body.indexOf('<!--', at)
    const end = start < 0 ? -1 : body.indexOf('-->', start + 4)
    if (end < 0) return kept + body.slice(at)
    kept += body.slice(at, start)
    at = end + 3
  }
}

/** Headings, paragraphs and items, with their marks of inline kind still on. Soft line breaks become spaces. */
function blocksOf(body: string): { readonly blocks: readonly Block[]; readonly references: ReadonlySet<string> } {
  const blocks: Block[] = []
  const references = new Set<string>()
  let open: Block | null = null
  const add = (kind: Block['kind'], level: number, source: string): Block => {
    const block = { kind, level, source }
    blocks.push(block)
    return block
  }
  for (const row of withoutComments(body).split(/\r\n|\r|\n/)) {
    const line = row.replace(/^ {0,3}(?:> ?)+/, '')
    const setext = /^ {0,3}(=+|-+)\s*$/.exec(line)
    const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/.exec(line)
    const item = /^\s*[-*+][ \t]+(.*)$/.exec(line)
    const reference = REFERENCE.exec(line)
    if (open?.kind === 'paragraph' && setext !== null) {
      blocks.pop()
      add('heading', setext[1]?.startsWith('=') ? 1 : 2, open.source)
      open = null
    } else if (line.trim() === '' || RULE.test(line) || TABLE_RULE.test(line) || /^ {0,3}(```|~~~)/.test(line)) {
      open = null
    } else if (heading !== null) {
      add('heading', (heading[1] as string).length, heading[2] ?? '')
      open = null
    } else if (reference !== null) {
      references.add((reference[1] as string).toLowerCase())
      open = null
    } else if (item !== null) {
      open = add('item', 0, item[1] as string)
    } else {
      const words = line.trimStart().startsWith('|')
        ? line.replace(/^\s*\||\|\s*$/g, '').replace(/\s*\|\s*/g, ' ')
        : line
      if (open === null) open = add('paragraph', 0, words.trimStart())
      else
        open.source = / {2,}$|\\$/.test(open.source)
          ? `${open.source.replace(/ +$|\\$/, '')}\n${words.trim()}`
          : `${open.source} ${words.trim()}`
    }
  }
  return { blocks, references }
}

const LEADING_IMAGE = /^(?:\[\s*)?!\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\s*\]\([^()]*\))?\s*/
const isEmphasised = (source: string) => /^(\*{1,3}|_{1,3})(?=\S)[^*_]+\1$/.test(source.trim())

/** Markdown as it reads once it is set: its words in paragraphs, with the regions that its marks tell. */
export function plainMarkdown(body: string): Pick<Draft, 'text' | 'title'> & { readonly regions: readonly Region[] } {
  const { blocks, references } = blocksOf(body)
  const regions: Region[] = []
  let text = ''
  let title: string | null = null
  let before: { kind: Block['kind']; what: 'headline' | 'image' | 'other' } = { kind: 'heading', what: 'other' }

  for (const { kind, level, source } of blocks) {
    const bare = source.replace(LEADING_IMAGE, '')
    const hadImage = bare !== source
    const { text: words, linked } = inline(bare, references)
    if (words === '') {
      if (hadImage) before = { kind, what: 'image' }
      continue
    }
    if (text !== '') text += kind === 'item' && before.kind === 'item' ? '\n' : '\n\n'
    const start = text.length
    text += words
    const add = (part: Region['part'], rule: string) => regions.push({ start, end: text.length, part, rule })
    const isTitle = kind === 'heading' && level === 1 && title === null
    if (isTitle) {
      title = words
      add('headline', 'md.heading')
    } else if ((hadImage || before.what === 'image') && isEmphasised(bare)) add('caption', 'md.caption')
    else if (before.what === 'headline' && isEmphasised(bare)) add('headline', 'md.deck')
    else if (leadsElsewhere(words, linked)) add('boilerplate', 'md.link')
    before = { kind, what: isTitle ? 'headline' : 'other' }
  }
  return { text, regions, title }
}

export const md: Format = {
  name: 'md',
  says: 'Markdown with optional YAML front matter (title, date, publisher, url, id); its marks are taken off',
  extensions: ['.md', '.markdown'],
  types: ['text/markdown', 'text/x-markdown'],
  looksLike: (head) => /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/.test(head) || /^#{1,6} \S/.test(head),
  async *read(input) {
    const { fields, body } = splitFrontMatter(await wholeText(input), input.origin)
    const { text, regions, title } = plainMarkdown(body)
    if (text === '') {
      throw new WiregraphError('empty-input', {
        where: input.origin,
        expected: 'text below the front matter',
        got: 'none',
      })
    }
    yield {
      text,
      regions,
      isMarkedUp: true,
      id: pick(fields, 'id'),
      title: pickText(fields, 'title') ?? title ?? null,
      publisher: pickName(fields, 'publisher'),
      date: pick(fields, 'date'),
      url: pickText(fields, 'url'),
    }
  },
}
