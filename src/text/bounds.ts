import type { Span } from '../model/index.ts'

/**
 * The longest sentence, in UTF-16 units. The work of later rooms on a sentence grows with the square of its length, and
 * no sentence of prose comes near this; what does is a table, a list of names or broken markup.
 */
export const LONGEST_SENTENCE = 2000

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
