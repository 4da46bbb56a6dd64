import type { TreeToken } from '../model/index.ts'
import type { Grammar } from '../syntax/index.ts'
import { DAY, MONTH, WEEKDAY, YEAR } from './dates.ts'

/**
 * How a time is told. A point needs nothing ("Friday", "last week", "Sept. 30"); a bare month or year is a time only
 * behind a preposition or before a noun ("in May", "the 2003 invasion"); a measure only behind one of a few ("for
 * decades"); a stretch runs from or to something ("two days after the vote", "over time").
 */
export type TimeKind = 'point' | 'bare' | 'measure' | 'stretch' | 'vague'

/** Time words of a sentence. Words are told by their index. */
export interface TimeWords {
  readonly kind: TimeKind
  readonly first: number
  readonly last: number
}

const SHORT_MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/

/** Classes of words, each a letter, so that a phrase of time is a pattern over a string with a letter a word. */
const CLASSES: readonly (readonly [letter: string, words: RegExp])[] = [
  ['W', WEEKDAY],
  ['M', MONTH],
  ['I', /^\d{4}-\d\d-\d\d$/],
  ['Y', YEAR],
  ['D', DAY],
  ['E', /^(?:(?:(?:1[5-9]|20)|['’])?\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$/],
  ['T', /^(?:yesterday|today|tomorrow|tonight|overnight)$/],
  ['N', /^(?:now|nowadays|currently|recently|lately)$/],
  ['U', /^(?:minute|hour|day|week|fortnight|month|year|decade|century|centurie)s?$/],
  ['P', /^(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight|weekend|spring|summer|autumn|fall|winter)$/],
  ['R', /^(?:era|period)$/],
  ['V', /^time$/],
  ['v', /^over$/],
  ['L', /^(?:last|next|this|past|coming|previous|following|recent|same|that|these|those|each|every)$/],
  [
    'Q',
    /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|several|few|many|some|couple|dozens?|half)$/,
  ],
  ['K', /^\d[\d,.]*$/],
  ['a', /^an?$/],
  ['t', /^the$/],
  ['o', /^of$/],
  ['i', /^in$/],
  ['F', /^(?:early|earlier|late|later|mid)$/],
  ['G', /^ago$/],
  ['z', /^(?:after|before)$/],
  ['b', /^between$/],
  ['f', /^from$/],
  ['&', /^and$/],
  ['2', /^(?:to|until|through)$/],
  ['c', /^,$/],
  ['B', /^(?:end|start|beginning|middle|quarter|course)$/],
  ['S', /^(?:first|second|third|fourth|final)$/],
  ['A', /^(?:about|around|nearly|almost|roughly|quite|more|less|than|just|only)$/],
]

/** Letters whose words are times as nouns only: "the second day", not "to fall". */
const NOUNS = /[UPRVB]/

const DATE = '(?:I|MD(?:c?Y)?|t?Do?M(?:[co]?Y)?|M[co]?Y)'
const DEICTIC = 't?F?L{1,3}[QDKa]{0,3}[UP]'
const WEEKDAYS = `(?:t?F|t?F?L{1,2})?WP?(?:c?${DATE}|o?${DEICTIC})?`
const PART = '(?:t?F?[LS]?[BPUQ]ot?)'
const AMOUNT = '(?:[AQDKa][AQDKao&]{0,5})?'
const POINT = `(?:${PART}{0,2}(?:F?${DATE}|${WEEKDAYS}|F?TP?|${DEICTIC})|${PART}{1,2}F?[MY])`
const BARE = '(?:t?[LF]{1,2})?[MY]'
const PHRASES = new RegExp(
  [
    `(?<range>b(?:${POINT}|${BARE})&(?:${POINT}|${BARE})|f(?:${POINT}|${BARE})2(?:${POINT}|${BARE}))`,
    `(?<point>${POINT}|FitU|tUzT|${AMOUNT}UG)`,
    `(?<stretch>t?${AMOUNT}U(?:F|z)|vV)`,
    `(?<bare>${BARE})`,
    `(?<measure>t?F?${PART}{0,2}(?:t?F?E|${AMOUNT}U|t?F?DU|t?F?P|tx{0,3}R|A*QV|axV))`,
    '(?<vague>N)',
  ].join('|'),
  'gu',
)

/** Each phrase has one of these letters, and few sentences do. */
const TIMELY = /[WMIYETNUPRV]/

/** The phrases of time in a sentence, in order, not overlapping. */
export function timeWordsOf({ tokens }: Grammar): readonly TimeWords[] {
  const letters = tokens.map(letterOf).join('')
  if (!TIMELY.test(letters)) return []
  return [...letters.matchAll(PHRASES)].map(({ 0: phrase, index, groups }): TimeWords => {
    const name = Object.keys(groups!).find((key) => groups![key] !== undefined) as TimeKind | 'range'
    // the "after" of "two days after" leads to what follows
    const last = index + phrase.length - 1 - (phrase.endsWith('z') ? 1 : 0)
    return { kind: name === 'range' ? 'point' : name, first: index, last }
  })
}

function letterOf({ text, upos, deprel, index }: TreeToken, _: number, tokens: readonly TreeToken[]): string {
  const isNoun = upos === 'NOUN' || upos === 'PROPN'
  if (SHORT_MONTH.test(text) && [tokens[index - 1], tokens[index + 1]].some((next) => next && isDayOrYear(next)))
    return 'M'
  const letter = classOf(text)
  const other = isNoun || upos === 'ADJ' ? 'x' : '.'
  if (letter === undefined) return other
  // "may", "march"
  if (letter === 'M') return isNoun && /\p{Lu}/u.test(text) ? letter : other
  if (NOUNS.test(letter)) return isNoun ? letter : other
  // "said that", "past the border"
  if (letter === 'L') return /^(?:amod|det)$/.test(deprel) ? letter : other
  return letter
}

const REMEMBERED = 20_000
const classes = new Map<string, string | undefined>()

/** The letter of the class that a word belongs to; undefined for most words. Few words make up most of a text. */
function classOf(text: string): string | undefined {
  if (classes.has(text)) return classes.get(text)
  const word = text.toLowerCase()
  const letter = CLASSES.find(([, words]) => words.test(word))?.[0]
  if (classes.size >= REMEMBERED) classes.clear()
  // a long word may hold the whole text that it was cut from in memory, and is no time
  if (text.length <= LONGEST) classes.set(text, letter)
  return letter
}

/** In UTF-16 units; V8 copies words that are no longer. */
const LONGEST = 12

/** Without its full stop a short month is one only beside a number: "Jan" may be a person. */
const isDayOrYear = ({ text }: TreeToken): boolean => DAY.test(text) || YEAR.test(text)
