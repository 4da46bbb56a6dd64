import { type TextSpan, textSpan } from '../model/index.ts'

/** Endings that are words of their own in Universal Dependencies: "isn't", "Assad's", "they've". */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu

/** A full stop that belongs to the word: "U.S.", "Mr.", "Sept.", "J.". */
const ABBREVIATION =
  /^(?:(?:\p{L}\.){2,}|\p{Lu}\.|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|St|No|vs|etc|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)$/u

const LETTER = /[\p{L}\p{N}]/u

/**
 * Splits a stretch of text into words and marks, much as the English Universal Dependencies treebanks do: marks and
 * hyphens stand alone, clitics are split off, figures keep their commas and points.
 */
export function tokenize(text: string, start: number, end: number): readonly TextSpan[] {
  const tokens: TextSpan[] = []
  const chunk = /\S+/gu
  for (const match of text.slice(start, end).matchAll(chunk)) {
    splitChunk(text, start + match.index, start + match.index + match[0].length, tokens)
  }
  return tokens
}

function splitChunk(text: string, start: number, end: number, out: TextSpan[]): void {
  let from = start
  while (from < end && !LETTER.test(charAt(text, from))) from = mark(text, from, end, out)
  let to = end
  while (to > from && !LETTER.test(text.slice(to - 1, to)) && !ABBREVIATION.test(text.slice(from, to))) to--
  splitWord(text, from, to, out)
  for (let at = to; at < end; ) at = mark(text, at, end, out)
}

/** Puts out one mark, or a run of the same mark ("...", "--"), and tells where it ends. */
function mark(text: string, at: number, end: number, out: TextSpan[]): number {
  const char = charAt(text, at)
  let next = at + char.length
  while (next < end && text.startsWith(char, next)) next += char.length
  out.push(textSpan(text, at, next))
  return next
}

/** Where a word comes apart: hyphens and strokes between letters, long dashes anywhere. */
const JOINT = /(?<=[\p{L}\p{N}.])[-–—/](?=\p{L})|[–—]/gu

function splitWord(text: string, start: number, end: number, out: TextSpan[]): void {
  let from = start
  for (const joint of text.slice(start, end).matchAll(JOINT)) {
    const at = start + joint.index
    splitClitic(text, from, at, out)
    out.push(textSpan(text, at, at + 1))
    from = at + 1
  }
  splitClitic(text, from, end, out)
}

function splitClitic(text: string, start: number, end: number, out: TextSpan[]): void {
  if (start >= end) return
  const clitic = CLITIC.exec(text.slice(start, end))
  const cut = clitic && clitic.index > 0 ? start + clitic.index : end
  out.push(textSpan(text, start, cut))
  if (cut < end) out.push(textSpan(text, cut, end))
}

const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0)
