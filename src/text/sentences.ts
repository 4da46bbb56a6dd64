import nlp from 'compromise/one'
import { type Article, overlaps, type Part, type Sentence, type Span, textSpan } from '../model/index.ts'
import { bounded, pieces } from './bounds.ts'
import { tokenize } from './tokens.ts'

/** Longer lines without an end mark are prose that lost it. */
const LONGEST_HEADING = 20

const ENDS = /[.!?:;,…]["'”’)\]]*\s*$/u

/** The sentences of an article, and the places where one that was too long to read whole was cut in two. */
export interface Splitting {
  readonly sentences: readonly Sentence[]
  /** The white space at each cut, or nothing between two characters. */
  readonly cuts: readonly Span[]
}

/** The sentences of an article, in order, each with its part and tokens. Sentences never run over a line break. */
export const sentencesOf = (article: Article): readonly Sentence[] => splitArticle(article).sentences

/** The sentences of an article as `sentencesOf` gives them, with the cuts that had to be made. */
export function splitArticle(article: Article): Splitting {
  const cuts: Span[] = []
  const spans = [...lines(article.text)].flatMap((line) => {
    const sentences = split(article.text, line).flatMap((sentence) => {
      const parts = bounded(article.text, sentence)
      for (const [at, { start }] of parts.entries()) if (at > 0) cuts.push({ start: parts[at - 1]!.end, end: start })
      return parts
    })
    return sentences.map((span) => ({ ...span, alone: sentences.length === 1 }))
  })
  const seen = new Map<string, number>()
  const sentences = spans.map((span, index) => {
    const words = textSpan(article.text, span.start, span.end)
    const occurrence = seen.get(words.text) ?? 0
    seen.set(words.text, occurrence + 1)
    const tokens = tokenize(article.text, span.start, span.end)
    return { ...words, index, occurrence, part: partOf(article, span, tokens.length, spans.length), tokens }
  })
  return { sentences, cuts }
}

/** Lines with something on them, without the white space around. */
function* lines(text: string): Generator<Span> {
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    const start = match.index + match[0].length - match[0].trimStart().length
    const end = match.index + match[0].trimEnd().length
    if (start < end) yield { start, end }
  }
}

/** A sentence end that compromise sees and that is none: a title, an initial or a state before its name. */
const JOINS = /(?:^|\s)(?:U\.S|U\.K|U\.N|E\.U|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sen|Rep|Gov|Sgt|Capt|\p{Lu})\.$/u

function split(text: string, line: Span): readonly Span[] {
  const spans: Span[] = []
  for (const piece of pieces(text, line)) {
    const [head, ...rest] = splitPiece(text.slice(piece.start, piece.end), piece.start)
    const last = spans.at(-1)
    const goesOn = piece.goesOn || (head && !/[\p{L}\p{N}]/u.test(text.slice(head.start, head.end)))
    if (head && last && goesOn) spans[spans.length - 1] = { start: last.start, end: head.end }
    else if (head) push(spans, text, head)
    for (const span of rest) push(spans, text, span)
  }
  return spans
}

/** The sentences that compromise sees in a piece of a line that starts at `offset`. */
function splitPiece(words: string, offset: number): readonly Span[] {
  const spans: Span[] = []
  let at = 0
  for (const terms of nlp.tokenize(words).document) {
    const first = at
    for (const term of terms) {
      // compromise may normalise white space, so each term is looked up where the last one ended
      const found = words.indexOf(term.text, at)
      if (found >= 0) at = found + term.text.length
    }
    while (at < words.length && !/\s/u.test(words[at] ?? ' ')) at++
    spans.push({ start: offset + first, end: offset + at })
    while (at < words.length && /\s/u.test(words[at] ?? '')) at++
  }
  if (at < words.length) spans.push({ start: offset + at, end: offset + words.length })
  return spans
}

/** "on Aug." before "21.", and the figure that closes its sentence. */
const MONTH = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u
const CLOSING_DAY = /^\d{1,2}\.(?=\s+\p{Lu})/u

/** More than any abbreviation, so that only the end of a sentence is looked at. */
const LONGEST_ABBREVIATION = 20

/** Adds a sentence, or joins it to the last where that one did not end. */
function push(spans: Span[], text: string, { start, end }: Span): void {
  const words = text.slice(start, end)
  if (words.trim() === '') return
  const last = spans.at(-1)
  const before = last ? text.slice(Math.max(last.start, last.end - LONGEST_ABBREVIATION), last.end) : ''
  const isDate = MONTH.test(before) && /^\d/u.test(words)
  if (!last || !(JOINS.test(before) || isDate || /^\p{Ll}/u.test(words))) {
    spans.push({ start, end })
    return
  }
  const day = isDate ? CLOSING_DAY.exec(words) : null
  const close = day ? start + day[0].length : end
  spans[spans.length - 1] = { start: last.start, end: close }
  if (day) spans.push({ start: close + (/^\s*/u.exec(text.slice(close, end))?.[0].length ?? 0), end })
}

/** A short line of its own without an end mark is a heading, unless the text is too short to have one. */
function partOf(article: Article, span: Span & { alone: boolean }, tokens: number, sentences: number): Part {
  if (sentences <= 2) return 'body'
  const region = article.regions.find((candidate) => overlaps(candidate, span))
  if (region) return region.part
  const heading = span.alone && tokens <= LONGEST_HEADING && !ENDS.test(article.text.slice(span.start, span.end))
  return heading ? 'headline' : 'body'
}
