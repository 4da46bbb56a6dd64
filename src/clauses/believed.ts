import type { ReportSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import { type Span, type Tree, within } from '../model/index.ts'
import { isTold } from './cues.ts'
import { contentSpans } from './spans.ts'

/**
 * What speaks for and against a cue, in log odds beside the encoder's own. Logistic regression over the attributions of
 * PolNeAR dev (78 articles, which the encoder was not trained on), rounded; fitted on one half and tested on the other,
 * over six ways to halve it: F1 .822, where the encoder's probability alone comes to .811.
 */
const WEIGHTS = {
  /** Of every cue: what nobody reported must not be told as somebody's words. */
  base: -0.05,
  /** A word of it stands in the tables of cues. */
  told: 0.45,
  /** Nothing is said, wanted or thought. */
  empty: -0.8,
  /** Times the probability of another cue of the sentence that reports the same words, or in whose report it stands. */
  beside: -1.3,
} as const

/** From this share of all their words on, two contents are the same. */
const SAME = 0.6

/** A cue with what it reports. */
export interface Cue {
  readonly signal: ReportSignals
  readonly content: readonly Span[]
}

/** The cues to be believed, in order. What follows one without a word between belongs to it: "repeatedly | said". */
export function believed(signals: readonly ReportSignals[], trees: readonly Tree[], lexicon: Lexicon): readonly Cue[] {
  const bySentence = new Map<number, Cue[]>()
  for (const signal of joined(signals)) {
    const cue = { signal, content: contentSpans(signal, trees) }
    bySentence.set(signal.sentence, [...(bySentence.get(signal.sentence) ?? []), cue])
  }
  return [...bySentence.values()].flatMap((cues) => {
    return cues.filter((cue) => {
      const { tokens } = trees[cue.signal.sentence]!
      const { first, last, probability } = cue.signal
      const words = tokens.slice(first, last + 1)
      const span = { start: tokens[first]!.start, end: tokens[last]!.end }
      const beside = cues.filter(
        ({ signal, content }) =>
          signal !== cue.signal && (content.some((said) => within(span, said)) || alike(content, cue.content) > SAME),
      )
      const odds =
        Math.log(probability / (1 - probability)) +
        WEIGHTS.base +
        (isTold(lexicon, words) ? WEIGHTS.told : 0) +
        (cue.content.length === 0 ? WEIGHTS.empty : 0) +
        WEIGHTS.beside * Math.max(0, ...beside.map(({ signal }) => signal.probability))
      return odds > 0
    })
  })
}

/** Cues that touch made one, which is read as its likeliest part is. */
function joined(signals: readonly ReportSignals[]): readonly ReportSignals[] {
  const found: ReportSignals[] = []
  for (const signal of signals) {
    const before = found.at(-1)
    if (before?.sentence === signal.sentence && before.last + 1 === signal.first) {
      const { probability, scores } = signal.probability > before.probability ? signal : before
      found[found.length - 1] = { ...before, last: signal.last, probability, scores }
    } else found.push(signal)
  }
  return found
}

/** How much of all the characters of two lists of spans lies in both, 0 to 1. */
function alike(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0
  for (const one of a)
    for (const other of b) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  const all = size(a) + size(b) - shared
  return all === 0 ? 0 : shared / all
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
