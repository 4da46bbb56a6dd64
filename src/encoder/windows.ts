import type { Sentence } from '../model/index.ts'
import { CASES, caseOf } from './cases.ts'
import type { Cutter } from './pieces.ts'

const CLS = 101
const SEP = 102

/** Words of one sentence that stand in a window. */
export interface Stretch {
  /** Index of the sentence among those that were given. */
  readonly sentence: number
  /** Index in its sentence of the first word. */
  readonly from: number
  /** How many words. */
  readonly length: number
  /** Index in the window of the first word. */
  readonly at: number
}

/** What the network reads at once: [CLS] sentence [SEP] sentence [SEP] …, as sub-words. */
export interface Window {
  readonly stretches: readonly Stretch[]
  readonly pieces: Int32Array
  readonly cases: Int32Array
  /** Index of each word's first and last sub-word. */
  readonly first: Int32Array
  readonly last: Int32Array
}

/** The part of a sentence that the windows need: its words. */
export type Words = Pick<Sentence, 'tokens'>

/** Sub-words of a stretch of words, still to be placed. */
interface Piecewise extends Omit<Stretch, 'at'> {
  readonly ids: readonly (readonly number[])[]
  readonly size: number
}

/**
 * Cuts an article's sentences into windows of at most `size` sub-words. `paragraphs` tells where each sentence's
 * paragraph starts over: paragraphs are kept whole and put together while they fit; one that is too long is cut between
 * its sentences; a sentence that is too long is read in stretches that overlap by half.
 *
 * It looks at nothing but the article, so that a sentence has the same company in every run.
 */
export function windowsOf(
  sentences: readonly Words[],
  starts: readonly boolean[],
  cut: Cutter,
  size: number,
): readonly Window[] {
  const windows: Window[] = []
  let open: Piecewise[] = []
  let filled = 1
  const close = (): void => {
    if (open.length > 0) windows.push(windowOf(sentences, open, filled))
    open = []
    filled = 1
  }
  const put = (stretch: Piecewise): void => {
    if (filled + stretch.size > size) close()
    open.push(stretch)
    filled += stretch.size
  }
  for (let from = 0; from < sentences.length; ) {
    let to = from + 1
    while (to < sentences.length && !starts[to]) to++
    const paragraph = sentences.slice(from, to).map((sentence, at) => piecewise(sentence, from + at, cut))
    const total = paragraph.reduce((sum, { size }) => sum + size, 0)
    if (filled + total > size) close()
    for (const sentence of paragraph) {
      if (sentence.size < size) put(sentence)
      else for (const stretch of overlapping(sentence, size)) put(stretch)
    }
    from = to
  }
  close()
  return windows
}

function piecewise({ tokens }: Words, sentence: number, cut: Cutter): Piecewise {
  const ids = tokens.map(({ text }) => cut(text))
  return { sentence, from: 0, length: ids.length, ids, size: sizeOf(ids) }
}

/** With the [SEP] that ends it. */
const sizeOf = (ids: readonly (readonly number[])[]): number => ids.reduce((sum, { length }) => sum + length, 1)

/** A sentence in stretches that each fill a window and start halfway into the one before. */
function overlapping({ sentence, ids }: Piecewise, size: number): readonly Piecewise[] {
  const stretches: Piecewise[] = []
  for (let from = 0; from < ids.length; ) {
    let [to, filled, half] = [from, 2, from]
    while (to < ids.length && filled + ids[to]!.length <= size) {
      filled += ids[to]!.length
      to++
      if (filled <= size / 2) half = to
    }
    const own = ids.slice(from, to)
    stretches.push({ sentence, from, length: own.length, ids: own, size: sizeOf(own) })
    from = to === ids.length ? to : Math.max(half, from + 1)
  }
  return stretches
}

function windowOf(sentences: readonly Words[], open: readonly Piecewise[], filled: number): Window {
  const words = open.reduce((sum, { length }) => sum + length, 0)
  const [pieces, cases] = [new Int32Array(filled), new Int32Array(filled).fill(CASES.special)]
  const [first, last] = [new Int32Array(words), new Int32Array(words)]
  const stretches: Stretch[] = []
  pieces[0] = CLS
  let [at, word] = [1, 0]
  for (const { sentence, from, length, ids } of open) {
    stretches.push({ sentence, from, length, at: word })
    for (const [index, own] of ids.entries()) {
      first[word] = at
      const written = caseOf(sentences[sentence]!.tokens[from + index]!.text)
      for (const id of own) {
        pieces[at] = id
        cases[at++] = written
      }
      last[word++] = at - 1
    }
    pieces[at++] = SEP
  }
  return { stretches, pieces, cases, first, last }
}
