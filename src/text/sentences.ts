import { type Article, overlaps, type Part, type Sentence, type Span, type TextSpan, textSpan } from '../model/index.ts'
import { bounded } from './bounds.ts'
import { startsAfterEnds, yieldsStop } from './ends.ts'
import { startsWithoutEnd } from './starts.ts'
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

/** A sentence before it is known where in the article it stands. */
interface Found extends Span {
  readonly tokens: readonly TextSpan[]
  /** Whether it fills its line. */
  readonly alone: boolean
}

/** The sentences of an article, in order, each with its part and tokens. Sentences never run over a line break. */
export const sentencesOf = (article: Article): readonly Sentence[] => splitArticle(article).sentences

/** The sentences of an article as `sentencesOf` gives them, with the cuts that had to be made. */
export function splitArticle(article: Article): Splitting {
  const cuts: Span[] = []
  const found = [...lines(article.text)].flatMap((line) => sentencesIn(article.text, line, cuts))
  const seen = new Map<string, number>()
  const sentences = found.map((sentence, index) => {
    const { start, end, tokens } = sentence
    const words = textSpan(article.text, start, end)
    const occurrence = seen.get(words.text) ?? 0
    seen.set(words.text, occurrence + 1)
    return { ...words, index, occurrence, part: partOf(article, sentence, found.length), tokens }
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

/** The sentences of a line. Cuts in those that are too long are added to `cuts`. */
function sentencesIn(text: string, line: Span, cuts: Span[]): readonly Found[] {
  const tokens = tokenize(text, line.start, line.end)
  const starts = [...new Set([0, ...startsAfterEnds(tokens), ...startsWithoutEnd(tokens)])].sort((a, b) => a - b)
  return starts.flatMap((first, index) => {
    const own = tokens.slice(first, starts[index + 1])
    const span = { start: own[0]?.start ?? line.start, end: own.at(-1)?.end ?? line.end }
    const parts = bounded(text, span)
    for (const [at, { start }] of parts.entries()) if (at > 0) cuts.push({ start: parts[at - 1]!.end, end: start })
    const alone = starts.length === 1 && parts.length === 1
    if (parts.length > 1) return parts.map((part) => ({ ...part, tokens: tokenize(text, part.start, part.end), alone }))
    return [{ ...span, tokens: closed(text, own), alone }]
  })
}

/** The tokens of a sentence with the stop of its last word on its own where it has one to give up. */
function closed(text: string, tokens: readonly TextSpan[]): readonly TextSpan[] {
  const last = tokens.at(-1)
  if (!last || !yieldsStop(tokens.at(-2)?.text ?? '', last.text)) return tokens
  const stop = last.end - 1
  return [...tokens.slice(0, -1), textSpan(text, last.start, stop), textSpan(text, stop, last.end)]
}

/** A short line of its own without an end mark is a heading, unless the text is too short to have one. */
function partOf(article: Article, sentence: Found, sentences: number): Part {
  if (sentences <= 2) return 'body'
  const region = article.regions.find((candidate) => overlaps(candidate, sentence))
  if (region) return region.part
  const { alone, tokens, start, end } = sentence
  const heading = alone && tokens.length <= LONGEST_HEADING && !ENDS.test(article.text.slice(start, end))
  return heading ? 'headline' : 'body'
}
