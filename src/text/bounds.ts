import type { Span } from '../model/index.ts'

/**
 * The longest sentence, in UTF-16 units. The work on a sentence grows with the square of its length, and no sentence of
 * prose comes near this; what does is a table, a list of names or broken markup.
 */
export const LONGEST_SENTENCE = 2000

/** The longest stretch that is split into sentences at once, in UTF-16 units: that work grows with its square as well. */
const LONGEST_PIECE = 4000

/** A place where a sentence ends beyond doubt: a whole word, its end mark, and a capital after the white space. */
const SURE_END = /(?<=\p{Ll}{4}[.!?]["”’)\]]*)\s+(?=["“‘([]?\p{Lu})/gu
const LIKELY_END = /(?<=[.!?]["”’)\]]*)\s+(?=\S)/gu

/** A stretch of a line. */
export interface Piece extends Span {
  /** Whether it starts in the midst of a sentence. */
  readonly goesOn: boolean
}

/** A line in stretches that are short enough to be split into sentences, parted where a sentence ends if one does. */
export function pieces(text: string, line: Span): readonly Piece[] {
  const found: Piece[] = []
  let [start, goesOn] = [line.start, false]
  while (line.end - start > LONGEST_PIECE) {
    const words = text.slice(start, start + LONGEST_PIECE)
    const gap = [...words.matchAll(SURE_END)].at(-1) ?? [...words.matchAll(LIKELY_END)].at(-1)
    const cut = gap
      ? { end: start + gap.index, next: start + gap.index + gap[0].length }
      : cutOf(text, start, LONGEST_PIECE)
    found.push({ start, end: cut.end, goesOn })
    goesOn = gap === undefined
    start = cut.next
  }
  return [...found, { start, end: line.end, goesOn }]
}

/** A sentence in parts of at most `LONGEST_SENTENCE` units, without the white space between them. */
export function bounded(text: string, sentence: Span): readonly Span[] {
  const parts: Span[] = []
  let { start } = sentence
  while (sentence.end - start > LONGEST_SENTENCE) {
    const { end, next } = cutOf(text, start, LONGEST_SENTENCE)
    parts.push({ start, end })
    start = next
  }
  return start < sentence.end ? [...parts, { start, end: sentence.end }] : parts
}

/** The last white space within so many units from `start`, else the bound itself, but never within a character. */
function cutOf(text: string, start: number, longest: number): { readonly end: number; readonly next: number } {
  const words = text.slice(start, start + longest + 1)
  const kept = words.slice(0, Math.max(0, words.search(/\s\S*$/u))).trimEnd()
  if (kept !== '') {
    const end = start + kept.length
    let next = end
    while (next < text.length && /\s/u.test(text[next] ?? '')) next++
    return { end, next }
  }
  const isWithinPair = (text.codePointAt(start + longest - 1) ?? 0) > 0xffff
  const end = start + longest - (isWithinPair ? 1 : 0)
  return { end, next: end }
}
