import nlp from 'compromise/one'
import { type Article, overlaps, type Part, type Sentence, type Span, textSpan } from '../model/index.ts'
import { tokenize } from './tokens.ts'

/** Longer lines without an end mark are prose that lost it. */
const LONGEST_HEADING = 20

const ENDS = /[.!?:;,…]["'”’)\]]*\s*$/u

/** The sentences of an article, in order, each with its part and tokens. Sentences never run over a line break. */
export function sentencesOf(article: Article): readonly Sentence[] {
  const spans = [...lines(article.text)].flatMap((line) => {
    const sentences = split(article.text, line)
    return sentences.map((span) => ({ ...span, alone: sentences.length === 1 }))
  })
  const seen = new Map<string, number>()
  return spans.map((span, index) => {
    const words = textSpan(article.text, span.start, span.end)
    const occurrence = seen.get(words.text) ?? 0
    seen.set(words.text, occurrence + 1)
    const tokens = tokenize(article.text, span.start, span.end)
    return { ...words, index, occurrence, part: partOf(article, span, tokens.length, spans.length), tokens }
  })
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
  let at = line.start
  for (const terms of nlp.tokenize(text.slice(line.start, line.end)).document) {
    const first = at
    for (const term of terms) {
      // compromise may normalise white space, so each term is looked up where the last one ended
      const found = text.indexOf(term.text, at)
      if (found >= 0 && found + term.text.length <= line.end) at = found + term.text.length
    }
    while (at < line.end && !/\s/u.test(text[at] ?? ' ')) at++
    push(spans, text, { start: first, end: at })
    while (at < line.end && /\s/u.test(text[at] ?? '')) at++
  }
  if (at < line.end) push(spans, text, { start: at, end: line.end })
  return spans
}

/** "on Aug." before "21.", and the figure that closes its sentence. */
const MONTH = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u
const CLOSING_DAY = /^\d{1,2}\.(?=\s+\p{Lu})/u

/** Adds a sentence, or joins it to the last where that one did not end. */
function push(spans: Span[], text: string, { start, end }: Span): void {
  const words = text.slice(start, end)
  if (words.trim() === '') return
  const last = spans.at(-1)
  const before = last ? text.slice(last.start, last.end) : ''
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
