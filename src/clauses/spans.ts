import type { ReportSignals } from '../encoder/index.ts'
import type { Span, Tree, TreeToken } from '../model/index.ts'

// tuned on attributions that the encoder was not trained on

/** What is added to the score of every word as content: the encoder is a little too careful. */
const LEAN = 0.5
/** What a step into or out of a content costs, in the units of the scores. */
const STEP = 0.5
/** A part that weighs less than this share of the weightiest is left out. */
const LEAST = 0.2
/** So many words between two parts do not part them. */
const GAP = 3

/** Words of one sentence, `to` included. */
export interface Run {
  readonly tokens: readonly TreeToken[]
  readonly from: number
  readonly to: number
}

/** The run of words of the cue's sentence that speaks most for being who says it; null where none speaks for it. */
export function sourceRun({ scores, sentence: own }: ReportSignals, trees: readonly Tree[]): Run | null {
  let [top, found]: [number, Run | null] = [0, null]
  for (const { sentence, from, source } of scores) {
    if (sentence !== own) continue
    let [sum, start] = [0, 0]
    for (let at = 0; at < source.length; at++) {
      if (sum <= 0) [sum, start] = [0, at]
      sum += source[at]!
      if (sum > top) {
        top = sum
        found = { tokens: trees[sentence]!.tokens, from: from + start, to: from + at }
      }
    }
  }
  return found
}

/** A word with how much it speaks for being said. */
interface Weighed extends Span {
  readonly score: number
  readonly isCue: boolean
}

/** Words by index, `to` included, and what they weigh together. */
interface Part {
  from: number
  readonly to: number
  weight: number
}

/** What is said: the words on the best path in and out of the content, without scraps. */
export function contentSpans(signal: ReportSignals, trees: readonly Tree[]): readonly Span[] {
  const words: Weighed[] = []
  for (const { sentence, from, content } of signal.scores) {
    const { tokens } = trees[sentence]!
    for (let at = 0; at < content.length; at++) {
      const { start, end } = tokens[from + at]!
      const isCue = sentence === signal.sentence && from + at >= signal.first && from + at <= signal.last
      words.push({ start, end, score: content[at]! + LEAN, isCue })
    }
  }
  const parts = partsOf(words)
  const least = LEAST * Math.max(0, ...parts.map(({ weight }) => weight))
  const joined: { from: number; to: number }[] = []
  for (const { from, to, weight } of parts) {
    if (weight < least) continue
    const last = joined.at(-1)
    const between = last ? words.slice(last.to + 1, from) : []
    if (last && between.length <= GAP && !between.some(({ isCue }) => isCue)) last.to = to
    else joined.push({ from, to })
  }
  return joined.map(({ from, to }) => ({ start: words[from]!.start, end: words[to]!.end }))
}

/** The runs of words inside on the best path, where each step in or out has its cost (Viterbi with two states). */
function partsOf(words: readonly Weighed[]): readonly Part[] {
  // of the best paths that end inside and outside after each word: whether they came from inside
  const came: (readonly [inside: boolean, outside: boolean])[] = []
  let [inside, outside] = [-STEP, 0]
  for (const { score } of words) {
    came.push([inside >= outside - STEP, inside - STEP > outside])
    ;[inside, outside] = [Math.max(inside, outside - STEP) + score, Math.max(outside, inside - STEP)]
  }
  const parts: Part[] = []
  let isInside = inside > outside
  for (let at = words.length - 1; at >= 0; at--) {
    const later = parts.at(-1)
    if (isInside && later?.from === at + 1) {
      later.from = at
      later.weight += words[at]!.score
    } else if (isInside) parts.push({ from: at, to: at, weight: words[at]!.score })
    isInside = came[at]![isInside ? 0 : 1]
  }
  return parts.reverse()
}
