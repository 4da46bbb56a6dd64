import { isDateLine } from './dates.ts'
import { countWords, type TextLine } from './furniture.ts'

/** What lines show by their shape alone: no words are known here. */
export type Lines = readonly TextLine[]

const MAX_TITLE_WORDS = 20
const MIN_PARAGRAPH_WORDS = 10
const MAX_CAPTION_WORDS = 60
const MIN_DOUBLED = 10
/** A line longer than this is a paragraph, not one row of a hard-wrapped text. */
const WRAP = 100

const CLOSERS = '["”’\')\\]»]*$'
const SENTENCE = new RegExp(`[.?!…:;,—–-]${CLOSERS}`)
const STATEMENT = new RegExp(`[.!…:;,]${CLOSERS}`)

export const endsSentence = (text: string): boolean => SENTENCE.test(text)

export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Full stops of initials and titles end no sentence: "U.S. Secretary", "Gen. Idris". */
const SENTENCE_END =
  /(?<!\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|St|No))[.?!]["”’')\]]*(?=\s|$)/gu
/** Enough of a line to see whether it holds more than two sentences. */
const SAMPLE = 2000

/** Roughly how many sentences; every line has at least one. Stops counting at `enough`. */
export function countSentences(lines: Lines, enough: number): number {
  let sentences = 0
  for (const { text } of lines) {
    if (/[\p{L}\p{N}]/u.test(text)) sentences += Math.max(1, text.slice(0, SAMPLE).match(SENTENCE_END)?.length ?? 0)
    if (sentences >= enough) break
  }
  return sentences
}

export const isTitleLike = (text: string): boolean =>
  countWords(text) <= MAX_TITLE_WORDS && !STATEMENT.test(text) && /[\p{L}\p{N}]/u.test(text) && !/^\p{Ll}/u.test(text)

export const isHeadline = (text: string): boolean => isTitleLike(text) && !endsSentence(text) && !isDateLine(text)

export const isParagraph = ({ text }: TextLine): boolean =>
  countWords(text) >= MIN_PARAGRAPH_WORDS && endsSentence(text)

/** A sentence and a credit in brackets: "… on Monday. (Sample Wire / pool)". */
const CREDITED = /[.!?]["”’]?\s*\(\p{Lu}[^().!?]*[ /][^().!?]*\)$/u
export const isCredited = (text: string): boolean => countWords(text) <= MAX_CAPTION_WORDS && CREDITED.test(text)

/** "Truce holdsTruce holds", as pages give a teaser whose picture bears the same words. */
export function isDoubled(text: string): boolean {
  const half = Math.floor(text.length / 2)
  return half >= MIN_DOUBLED && text.slice(0, half).trim() === text.slice(text.length - half).trim()
}

/** Whether a line is no row of a hard-wrapped paragraph: it ends a block, or what follows is no continuation of it. */
export function standsAlone(lines: Lines, index: number): boolean {
  const next = lines[index + 1]
  if ((lines[index] as TextLine).last || next === undefined) return true
  if (/^\p{Ll}/u.test(next.text)) return false
  if (next.text.length > WRAP) return true
  for (let i = index + 1; i < lines.length; i++) {
    const line = lines[i] as TextLine
    if (endsSentence(line.text)) return false
    if (line.last) return true
  }
  return true
}

/** Index of the first line below the titles that stand right under a label, without a blank line between them. */
export function listEnd(lines: Lines, label: number): number {
  let end = label + 1
  while (end < lines.length && !(lines[end - 1] as TextLine).last && isTitleLike((lines[end] as TextLine).text)) end++
  return end
}
