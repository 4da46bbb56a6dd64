import type { Scores } from './network.ts'
import type { RelationScorer } from './relations.ts'
import type { MentionSignals, ReportSignals, SentenceSignals, Signals } from './signals.ts'
import type { Weights } from './weights.ts'
import type { Stretch, Window, Words } from './windows.ts'

/** Less than any score of the network, and more than what would spoil a sum. */
const NO_HEAD = -1e6

/** Which words of a sentence a stretch speaks for: where two overlap, each up to the middle of what they share. */
interface Owned extends Stretch {
  readonly begin: number
  readonly end: number
}

/** A sentence in the making. */
interface Draft {
  readonly words: number
  readonly arcs: Float32Array
  readonly upos: string[]
  readonly xpos: string[]
  readonly dependent: Float32Array
  readonly head: Float32Array
  readonly mentions: MentionSignals[]
}

/** Puts together what the network says of an article's windows, sentence by sentence. */
export function decode(
  sentences: readonly Words[],
  windows: readonly Window[],
  weights: Weights,
  score: RelationScorer,
) {
  const drafts = sentences.map(({ tokens }) => draft(tokens.length, weights.widths.label))
  const owned = owners(windows)
  const reports: ReportSignals[] = []
  return {
    /** Takes in what was said of a window, in order. */
    add(window: number, scores: Scores): void {
      for (const stretch of owned[window]!) {
        const target = drafts[stretch.sentence]!
        copyTree(target, stretch, scores, weights)
        target.mentions.push(...mentionsIn(stretch, scores, weights))
        reports.push(...reportsIn(stretch, windows[window]!.stretches, scores, weights))
      }
    },
    signals(): Signals {
      return { sentences: drafts.map((one) => finished(one, weights, score)), reports }
    },
  }
}

function draft(words: number, width: number): Draft {
  const arcs = new Float32Array(words * (words + 1)).fill(NO_HEAD)
  const [dependent, head] = [new Float32Array(words * width), new Float32Array(words * width)]
  return {
    words,
    arcs,
    upos: new Array(words).fill('X'),
    xpos: new Array(words).fill(''),
    dependent,
    head,
    mentions: [],
  }
}

function owners(windows: readonly Window[]): readonly (readonly Owned[])[] {
  const found = windows.map(({ stretches }) =>
    stretches.map((stretch) => ({ ...stretch, begin: stretch.from, end: stretch.from + stretch.length })),
  )
  let last: { sentence: number; from: number; length: number; end: number; begin: number } | null = null
  for (const stretch of found.flat()) {
    if (last?.sentence === stretch.sentence) {
      const border = (stretch.from + last.from + last.length) >> 1
      last.end = border
      stretch.begin = border
    }
    last = stretch
  }
  return found
}

function copyTree(target: Draft, { from, length, at, begin, end }: Owned, scores: Scores, weights: Weights): void {
  const { words, arcs, upos, xpos, dependent, head } = target
  const { label } = weights.widths
  const columns = scores.upos.length / weights.upos.length + 1
  for (let word = begin; word < end; word++) {
    const row = at + word - from
    arcs[word * (words + 1)] = scores.arc[row * columns]!
    const heads = scores.arc.subarray(row * columns + 1 + at, row * columns + 1 + at + length)
    arcs.set(heads, word * (words + 1) + 1 + from)
    upos[word] = weights.upos[best(scores.upos, row, weights.upos.length)]!
    xpos[word] = weights.xpos[best(scores.xpos, row, weights.xpos.length)]!
    dependent.set(scores.label_dep.subarray(row * label, (row + 1) * label), word * label)
    head.set(scores.label_head.subarray(row * label, (row + 1) * label), word * label)
  }
}

function mentionsIn(
  { from, length, at, begin, end }: Owned,
  scores: Scores,
  weights: Weights,
): readonly MentionSignals[] {
  const found: MentionSignals[] = []
  const { reach } = weights.widths
  const reaches = (row: number, part: number): number => {
    let top = Number.NEGATIVE_INFINITY
    let place = row
    for (let word = at; word < at + length; word++) {
      const score = product(scores.reach_from, row, scores.reach_to, word, part, reach)
      if (score > top) {
        top = score
        place = word
      }
    }
    return place - at + from
  }
  for (let word = begin; word < end; word++) {
    const row = at + word - from
    const kind = best(scores.kind, row, weights.kind.length)
    if (kind === 0) continue
    const [first, last] = [Math.min(word, reaches(row, 0)), Math.max(word, reaches(row, 1))]
    const probability = share(scores.kind, row, weights.kind.length, kind)
    found.push({ head: word, first, last, kind: weights.kind[kind]!, probability })
  }
  return found
}

/** Marks of a cue's words. */
const [NONE, FIRST, FURTHER] = [0, 1, 2]
const MARKS = 3
/** A word is shown as a cue from this probability on; which of them are believed is decided later. */
const SHOWN = 0.4
/** A cue goes on with a word that does so at least with this probability: it rather takes in a word too many. */
const GOES_ON = 0.2

function reportsIn(
  own: Owned,
  stretches: readonly Stretch[],
  scores: Scores,
  weights: Weights,
): readonly ReportSignals[] {
  const { report } = weights.widths
  const found: ReportSignals[] = []
  const chance = (word: number, mark: number): number => share(scores.cue, own.at + word - own.from, MARKS, mark)
  const goesOn = (word: number): boolean =>
    chance(word, FURTHER) > GOES_ON && chance(word, FURTHER) >= chance(word, FIRST)
  // what goes on over the border of two stretches was told by the one before
  let start = own.begin
  while (start > own.from && start < own.end && goesOn(start)) start++
  for (let word = start; word < own.end; word++) {
    const probability = 1 - chance(word, NONE)
    if (probability <= SHOWN) continue
    let last = word
    while (last + 1 < own.from + own.length && goesOn(last + 1)) last++
    const query = new Float32Array(2 * report)
    for (let k = 0; k < query.length; k++) {
      let sum = 0
      for (let w = word; w <= last; w++) sum += scores.report_cue[(own.at + w - own.from) * query.length + k]!
      query[k] = sum / (last - word + 1)
    }
    const belonging = (at: number, length: number, part: number): Float32Array => {
      const found = new Float32Array(length)
      for (let index = 0; index < length; index++) {
        const sum = product(query, 0, scores.report_word, at + index, part, report)
        found[index] = sum / Math.sqrt(report) + weights.reportBias[part]!
      }
      return found
    }
    found.push({
      sentence: own.sentence,
      first: word,
      last,
      probability,
      scores: stretches.map(({ sentence, from, length, at }) => {
        return { sentence, from, source: belonging(at, length, 0), content: belonging(at, length, 1) }
      }),
    })
    word = last
  }
  return found
}

function finished(target: Draft, { deprel }: Weights, score: RelationScorer): SentenceSignals {
  const { words, arcs, upos, xpos, mentions, dependent, head } = target
  const relation = (word: number, of: number): string => deprel[score(dependent, word, head, of)]!
  return { words, arcs, upos, xpos, mentions, relation }
}

/** The product of half `part` of a row with the same half of another. */
function product(a: Float32Array, row: number, b: Float32Array, other: number, part: number, width: number): number {
  const left = (row * 2 + part) * width
  const right = (other * 2 + part) * width
  let sum = 0
  for (let k = 0; k < width; k++) sum += a[left + k]! * b[right + k]!
  return sum
}

/** Index of the highest number of a row; the first of equals. */
function best(numbers: Float32Array, row: number, width: number): number {
  const from = row * width
  let found = from
  for (let at = from + 1; at < from + width; at++) if (numbers[at]! > numbers[found]!) found = at
  return found - from
}

/** The probability of one number of a row, as by softmax. */
function share(numbers: Float32Array, row: number, width: number, of: number): number {
  let sum = 0
  for (let k = 0; k < width; k++) sum += Math.exp(numbers[row * width + k]! - numbers[row * width + of]!)
  return 1 / sum
}
