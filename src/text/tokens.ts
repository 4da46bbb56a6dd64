import { type TextSpan, textSpan } from '../model/index.ts'
import { ALWAYS, BEFORE_FIGURES, isMonth, STATES_OR_WORDS, WEEKDAYS } from './abbreviations.ts'
import { partsOf } from './clitics.ts'
import {
  ACRONYM,
  ADDRESS,
  CURRENCY,
  FACE,
  FIGURES,
  HANDLE,
  MARK,
  NUMBER,
  NUMBER_ENDING,
  reach,
  SHORT_YEAR,
  UNIT,
  WITH,
  WORD,
} from './shapes.ts'
import { ELIDED, HYPHENATED, MARKED_NAMES, PREFIXES, SUFFIXES } from './words.ts'

/** A stretch without white space, and what its tokens depend on beside it. */
interface Chunk {
  readonly words: string
  /** The first characters after it and the white space, nothing at the end of the stretch. */
  readonly next: string
  /** Whether an address can begin in it. */
  readonly isDotted: boolean
  put(from: number, to: number): void
  /** The token before, if any. */
  last(): string
  /** Whether a bracket is open, so that ":)" is no face. */
  isWithin(): boolean
}

const PLAIN = /^\p{L}+$/u
const WORDLIKE = /[\p{L}\p{N}\p{M}\p{Cf}]/uy
const HYPHEN = /[-‐‑]/u

/** More than any abbreviation or prefix of the tables. */
const LONGEST_ABBREVIATION = 12

/**
 * Splits a stretch of text into words and marks as the English Universal Dependencies treebanks do: marks and hyphens
 * stand alone but for those of prefixes ("co-operate"), clitics are split off, figures keep their commas and points and
 * abbreviations their full stops. The time taken is in proportion to the length.
 */
export function tokenize(text: string, start: number, end: number): readonly TextSpan[] {
  const tokens: TextSpan[] = []
  let isWithin = false
  const chunks = [...text.slice(start, end).matchAll(/\S+/gu)]
  for (const [index, { 0: words, index: at }] of chunks.entries()) {
    const offset = start + at
    split({
      words,
      next: chunks[index + 1]?.[0].slice(0, 12) ?? '',
      isDotted: /[.@]/u.test(words),
      put: (from, to) => {
        const token = textSpan(text, offset + from, offset + to)
        if (/^[()[\]]$/u.test(token.text)) isWithin = /[([]/u.test(token.text)
        tokens.push(token)
      },
      last: () => tokens.at(-1)?.text ?? '',
      isWithin: () => isWithin,
    })
  }
  return tokens
}

function split(chunk: Chunk): void {
  const { words } = chunk
  const isPlain = PLAIN.test(words)
  for (let at = 0; at < words.length; ) {
    const end = isPlain ? -1 : shapeEnd(chunk, at)
    if (end > at) {
      chunk.put(at, end)
      at = end
    } else at = reach(WORDLIKE, words, at) > at ? splitWord(chunk, at) : splitMark(chunk, at)
  }
}

/** The end of a token at this place whose shape alone tells it, else -1. */
function shapeEnd({ words, isDotted }: Chunk, at: number): number {
  const char = words[at] ?? ''
  if (/[@#]/u.test(char)) return reach(HANDLE, words, at)
  const address = isDotted ? reach(ADDRESS, words, at) : -1
  if (address > at) return address
  if (/[\d+]/u.test(char)) return reach(FIGURES, words, at)
  if (/[Ww]/u.test(char)) return reach(WITH, words, at)
  if (char === '.') return reach(NUMBER, words, at)
  return reach(CURRENCY, words, at)
}

/** Puts out the words that hyphens join, up to the next mark, and tells where they end. */
function splitWord(chunk: Chunk, start: number): number {
  const { words } = chunk
  let [from, at] = [start, start]
  for (;;) {
    const ends = segmentEnds(words, at)
    for (const end of ends.slice(0, -1)) {
      chunk.put(from, end)
      from = end
    }
    at = ends.at(-1) ?? at
    const follows = HYPHEN.test(words[at] ?? '') && reach(WORDLIKE, words, at + 1) > at
    if (!follows) break
    if (!staysJoined(words, from, at)) {
      chunk.put(from, at)
      chunk.put(at, at + 1)
      from = at + 1
    }
    at++
  }
  if (isStub(chunk, from, at) || keepsMark(chunk, from, at)) at++
  chunk.put(from, at)
  return at
}

/** Where the tokens end of what stands between two hyphens or marks. */
function segmentEnds(words: string, at: number): readonly number[] {
  const acronym = reach(ACRONYM, words, at)
  if (acronym > at) return [acronym]
  const number = reach(NUMBER, words, at)
  if (number > at) {
    const ending = reach(NUMBER_ENDING, words, number)
    if (ending > at) return [ending]
    const unit = reach(UNIT, words, number)
    if (unit > at) return [number, unit]
    if (reach(WORDLIKE, words, number) < 0) return [number]
  }
  const word = reach(WORD, words, at)
  return partsOf(words.slice(at, word)).map((part) => at + part)
}

/** Whether the hyphen at `at` lies within a word, as that of a prefix does. */
function staysJoined(words: string, from: number, at: number): boolean {
  const after = /^\p{L}{1,6}(?![-\p{L}\p{N}])/u.exec(words.slice(at + 1, at + 9))?.[0].toLowerCase() ?? ''
  const before = words.slice(from, Math.min(at, from + LONGEST_ABBREVIATION)).toLowerCase()
  return PREFIXES.has(before) || SUFFIXES.has(after) || HYPHENATED.has(`${before}-${after}`)
}

/** What speakers are heard to begin and break off: a letter, or two consonants that no abbreviation is. */
const STUB = /^(?:\p{L}|[BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz][bcdfghjklmnpqrstvwxz])$/u

/** Whether the hyphen at `at` ends a word broken off in speech: "th- the". */
const isStub = ({ words, next }: Chunk, from: number, at: number): boolean =>
  words[at] === '-' && at + 1 === words.length && next !== '' && at - from <= 2 && STUB.test(words.slice(from, at))

/** Whether the mark at `at` belongs to the word before it: the stop of an abbreviation, the mark of a name. */
function keepsMark(chunk: Chunk, from: number, at: number): boolean {
  const { words, next } = chunk
  if (!/[.!]/u.test(words[at] ?? '') || at - from > LONGEST_ABBREVIATION) return false
  const word = words.slice(from, at)
  if (words[at] === '!') return MARKED_NAMES.get(word) === '!'
  const inner = words.slice(at + 1, at + 9)
  if (inner.startsWith('..')) return false
  if (/^\p{Lu}$/u.test(word)) return inner === '' || /^[\p{Lu},;:)"”’'\]]/u.test(inner)
  if (ALWAYS.has(word)) return true
  if (STATES_OR_WORDS.has(word)) return /^[,-]$/u.test(chunk.last())
  const after = inner === '' ? next : inner
  if (BEFORE_FIGURES.has(word)) return /^\d/u.test(after)
  if (WEEKDAYS.has(word)) return /^(?:[\p{Ll},]|\d{1,2}[/:.])/u.test(after) || isMonth(after)
  return word === 'al' && chunk.last() === 'et'
}

const LONE_CLITIC = /['’`](?:s|S|re|ve|ll|d|m)(?![\p{L}\p{N}])/uy
const ELISION = /['’‘]\p{L}{1,6}(?![\p{L}\p{N}])/uy

/** Puts out a mark, or what begins with one, and tells where it ends. */
function splitMark(chunk: Chunk, at: number): number {
  const { words } = chunk
  const isApostrophe = /['’‘`]/u.test(words[at] ?? '')
  const end = isApostrophe ? apostropheEnd(words, at) : chunk.isWithin() ? -1 : reach(FACE, words, at)
  const own = end > at ? end : reach(MARK, words, at)
  chunk.put(at, own)
  return own
}

/** The end of what begins with an apostrophe and is no mark alone: "’s" after a bracket, "’em", "’72". Else -1. */
function apostropheEnd(words: string, at: number): number {
  const clitic = at > 0 ? reach(LONE_CLITIC, words, at) : -1
  if (clitic > at) return clitic
  const elision = reach(ELISION, words, at)
  const isElided = elision > at && ELIDED.has(`'${words.slice(at + 1, elision).toLowerCase()}`)
  return isElided ? elision : reach(SHORT_YEAR, words, at)
}
