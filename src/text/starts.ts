import type { TextSpan } from '../model/index.ts'
import { isMonth } from './abbreviations.ts'

/**
 * Places where a sentence begins although the words before end with no mark: after a dateline, a date that stands for
 * itself or an address on the net, and before the credit of a picture.
 */
export function startsWithoutEnd(tokens: readonly TextSpan[]): readonly number[] {
  const starts = [datelineEnd(tokens)]
  for (let at = 0; at < tokens.length; at++) {
    starts.push(...RULES.flatMap((rule) => rule(tokens, at)))
  }
  return starts.filter((start) => start > 0 && start < tokens.length)
}

type Rule = (tokens: readonly TextSpan[], at: number) => readonly number[]

const wordAt = (tokens: readonly TextSpan[], at: number): string => tokens[at]?.text ?? ''
const isCapital = (word: string): boolean => /^["“‘]?\p{Lu}/u.test(word)

/** Words and marks that a date goes on from. */
const BEFORE_DATES =
  /^(?:on|of|from|by|since|until|till|for|to|and|or|before|after|this|last|next|late|early|about|around|than|through|as|at|in|[,;:([/–—-])$/u

/** "Photo: " within a line, which begins the credit that stood below the caption. */
const credit: Rule = (tokens, at) =>
  wordAt(tokens, at + 1) === ':' &&
  /^(?:Image|Photo|Photos|Photograph|Picture|Video|Illustration|Graphic)$/u.test(wordAt(tokens, at)) &&
  isCapital(wordAt(tokens, at + 2)) &&
  /[\p{L}\p{N}.]$/u.test(wordAt(tokens, at - 1))
    ? [at]
    : []

/** "Thursday, May 7, 2015" before a capital. */
const day: Rule = (tokens, at) => {
  if (!/^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/u.test(wordAt(tokens, at))) return []
  const isFull =
    wordAt(tokens, at + 1) === ',' &&
    isMonth(wordAt(tokens, at + 2)) &&
    /^\d{1,2}$/u.test(wordAt(tokens, at + 3)) &&
    wordAt(tokens, at + 4) === ',' &&
    /^\d{4}$/u.test(wordAt(tokens, at + 5))
  return isFull && isCapital(wordAt(tokens, at + 6)) && !BEFORE_DATES.test(wordAt(tokens, at - 1)) ? [at, at + 6] : []
}

/** "05/17/1999 11:23 AM", as programs stamp letters and comments. */
const stamp: Rule = (tokens, at) =>
  /^\d{1,2}\/\d{1,2}\/\d{2,4}$/u.test(wordAt(tokens, at)) &&
  /^\d{1,2}:\d\d(?::\d\d)?$/u.test(wordAt(tokens, at + 1)) &&
  /^[AP]M$/u.test(wordAt(tokens, at + 2)) &&
  !/^[),.;]/u.test(wordAt(tokens, at + 3))
    ? [...(/^(?:\p{Ll}+|[,;:([/–—-])$/u.test(wordAt(tokens, at - 1)) ? [] : [at]), at + 3]
    : []

/** An address and what cannot go on with its sentence. */
const address: Rule = (tokens, at) =>
  /^(?:https?:|www\.)/u.test(wordAt(tokens, at)) && /^(?:\p{Lu}|https?:|www\.)/u.test(wordAt(tokens, at + 1))
    ? [at + 1]
    : []

/** Words that begin a sentence and no name. */
const OPENING =
  /^(?:But|Though|Although|While|As|If|When|Because|Since|Despite|However|Some|This|These|There|They|It|He|She|We|After|During|Even)$/u
/** The same, where a word in small letters follows: "The Hague" is a name. */
const OPENING_NAMES =
  /^(?:The|A|An|In|On|At|For|With|From|By|To|His|Her|Its|Their|Our|Many|Most|One|Two|Three|More|Several|Another|That|Those|No|Now|Then|Last|Next|All)$/u

/** A capital that only the beginning of a sentence has, between words in small letters: what was a sentence before broke off. */
const broken: Rule = (tokens, at) => {
  const [before, word, next] = [wordAt(tokens, at - 1), wordAt(tokens, at), wordAt(tokens, at + 1)]
  if (!/^\p{Ll}+$/u.test(before) || !/^\p{Ll}+$/u.test(wordAt(tokens, at - 2))) return []
  const isSmall = /^\p{Ll}{2,}$/u.test(next) && (/^\p{Ll}+$/u.test(wordAt(tokens, at + 2)) || OPENING.test(word))
  const isOpening = OPENING.test(word) || OPENING_NAMES.test(word)
  return isOpening && isSmall ? [at] : []
}

/** A line that is drawn with marks. */
const drawn: Rule = (tokens, at) => (/^([-=*~#])\1{4,}$/u.test(wordAt(tokens, at)) ? [at, at + 1] : [])

/** "Thanks, " before a name. */
const signing: Rule = (tokens, at) =>
  /^(?:Thanks|Regards|regards|Sincerely|Cheers|Respectfully)$/u.test(wordAt(tokens, at)) &&
  wordAt(tokens, at + 1) === ',' &&
  /^\p{Lu}\p{Ll}/u.test(wordAt(tokens, at + 2))
    ? [at + 2]
    : []

const RULES: readonly Rule[] = [credit, day, stamp, address, broken, drawn, signing]

/** Datelines are no longer than this, in tokens. */
const LONGEST_DATELINE = 18

/**
 * Where the dateline ends that a line begins with: words with capitals, figures and marks before a dash, of which the
 * first is all capitals ("IDLIB, Syria (AP) —"), a comma parts two ("Idlib, Syria -") or the last is in brackets; or
 * capitals before a colon ("ANKARA:"). 0 if there is none.
 */
function datelineEnd(tokens: readonly TextSpan[]): number {
  const dash = tokens.slice(0, LONGEST_DATELINE).findIndex(({ text, start }, at) => {
    return /^(?:--|[-–—―])$/u.test(text) && start > (tokens[at - 1]?.end ?? 0)
  })
  const colon = wordAt(tokens, 1) === ':' ? 1 : wordAt(tokens, 2) === ':' ? 2 : 0
  const isCapitals = tokens.slice(0, colon).every(({ text }) => /^\p{Lu}{3,}$/u.test(text))
  const end = dash > 0 ? dash : colon > 0 && isCapitals ? colon : 0
  if (end < 1 || !/^["“‘'(]?[\p{Lu}\p{N}"“‘'(]/u.test(wordAt(tokens, end + 1))) return 0
  if (end === colon) return end + 1
  const words = tokens.slice(0, end).map(({ text }) => text)
  const isPlace = /^\p{Lu}{3,}$/u.test(words[0] ?? '') || words.includes(',')
  const isPlain = words.every((word) => /^(?:[\p{Lu}\p{N}]|[,.()/-]$|al$|of$|and$|in$)/u.test(word))
  return isPlain && (isPlace || words.at(-1) === ')') ? end + 1 : 0
}
