import type { TreeToken } from '../model/index.ts'
import { dependents, extent, type Grammar, plain } from '../syntax/index.ts'
import { type TimeWords, timeWordsOf } from './timewords.ts'

/** Time words with the word whose time they tell. */
export interface Time extends TimeWords {
  readonly onto: number
  /** The preposition before them, in small letters. */
  readonly marker: string | null
  /** Whether they stand as an attribute before a noun: "Friday's attack", "the 2003 invasion". */
  readonly isBefore: boolean
}

/** The times of a sentence: all in order, and by the word that they hang on. */
export interface Times {
  readonly all: readonly Time[]
  readonly on: ReadonlyMap<number, readonly Time[]>
}

/** Whether a time may be that of a deed that its words don't hang on. */
export const isPoint = ({ kind }: TimeWords): boolean => /^(?:point|bare|vague)$/.test(kind)

const made = new WeakMap<Grammar, Times>()

/** The times that the words of a sentence tell, each with what it hangs on. */
export function timesOf(grammar: Grammar): Times {
  const known = made.get(grammar)
  if (known) return known
  const words = timeWordsOf(grammar)
  const covered = new Set(words.flatMap(({ first, last }) => range(first, last)))
  const all = [...words.map((one) => reckoned(grammar, one)), ...startsOf(grammar, words, covered)]
    .flatMap((one) => anchored(grammar, one, covered) ?? [])
    .sort((a, b) => a.first - b.first)
  const on = new Map<number, Time[]>()
  for (const time of all) on.set(time.onto, [...(on.get(time.onto) ?? []), time])
  const times = { all, on }
  made.set(grammar, times)
  return times
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, k) => first + k)

/** "two days after the vote": with what it is reckoned from. */
function reckoned(grammar: Grammar, words: TimeWords): TimeWords {
  const { tokens } = grammar
  const leader = tokens[words.last + 1]
  const isLed = words.kind === 'stretch' && leader !== undefined && /^(?:after|before)$/i.test(leader.text)
  if (!isLed || leader.head <= leader.index) return words
  return { ...words, last: stretch(grammar, leader.head, leader.index) }
}

/** "since the revolution in 1979": a start told by what happened then. */
function startsOf(grammar: Grammar, words: readonly TimeWords[], covered: ReadonlySet<number>): readonly TimeWords[] {
  const leaders = grammar.tokens.filter(
    ({ text, deprel, head, index }) => /^since$/i.test(text) && deprel === 'case' && head > index && !covered.has(head),
  )
  return leaders.map(({ index, head }) => {
    const last = stretch(grammar, head, index)
    // the tree may have hung the year on the verb
    const next = words.find(({ first }) => first === last + 2 && grammar.tokens[last + 1]!.upos === 'ADP')
    return { kind: 'point', first: index, last: next?.last ?? last }
  })
}

/** The last word of a phrase, or the last before a comma or a bracket. */
function stretch(grammar: Grammar, head: number, from: number): number {
  const [, last] = extent(grammar, head)
  const stop = grammar.tokens.slice(0, last + 1).find(({ upos, text, index }) => {
    return index > head && upos === 'PUNCT' && text !== '-' && index > from
  })
  return stop ? stop.index - 1 : last
}

const CLOCK = /^(?:[ap]\.?m\.?|gmt|utc|et|est|edt|local|o['’]clock|\d{1,2}[:.]\d\d|\d{1,2})$/i

function anchored(grammar: Grammar, words: TimeWords, covered: ReadonlySet<number>): Time | null {
  const { tokens } = grammar
  const { first, last } = words
  const isInside = (at: number): boolean => at >= first && at <= last
  let head = range(first, last)
    .map((at) => tokens[at]!)
    .find((token) => token.deprel !== 'punct' && !isInside(token.head))
  // "5 p.m. on Friday", "Friday and Saturday"
  while (head && head.head >= 0 && (covered.has(head.head) || CLOCK.test(tokens[head.head]!.text)))
    head = tokens[head.head]!
  if (!head || head.head < 0) return null
  const marker = leaderOf(tokens[first - 1])
  const host = tokens[head.head]!
  const isBefore = marker === null && host.index > last && /^(?:NOUN|PROPN)$/.test(host.upos)
  const time = { ...words, onto: host.index, marker: head.deprel === 'nmod:poss' ? null : marker }
  const isAttribute = head.deprel === 'nmod:poss' || (isBefore && plain(head.deprel) !== 'obl')
  const isTold = isAttribute
    ? words.kind === 'point' || (words.kind === 'bare' && isOne(grammar, host))
    : isTime(time, head, host)
  // "the" of "the early Friday attack" is the attack's
  const own = isAttribute && tokens[first]!.head === host.index && tokens[first]!.deprel === 'det' ? first + 1 : first
  return isTold ? { ...time, first: own, isBefore: isAttribute } : null
}

const leaderOf = (token: TreeToken | undefined): string | null =>
  token && /^(?:ADP|SCONJ)$/.test(token.upos) ? token.text.toLowerCase() : null

/** "The 2003 invasion", but not "2000 airstrikes". */
const isOne = (grammar: Grammar, { index }: TreeToken): boolean =>
  dependents(grammar, index, 'det', 'nmod:poss').length > 0

const LEADS: Readonly<Record<TimeWords['kind'], RegExp>> = {
  point:
    /^(?:on|in|at|over|during|since|until|till|by|before|after|from|for|through|throughout|within|around|about|amid)$/,
  bare: /^(?:in|during|since|until|till|by|before|after|from|through|throughout|around|about)$/,
  measure: /^(?:in|for|over|during|within|through|throughout|at|across)$/,
  stretch: /^(?:in|on|at|just|about|around)$/,
  vague: /^$/,
}

/** Whether time words say when by the way they stand. */
function isTime({ kind, marker }: Omit<Time, 'isBefore'>, { deprel }: TreeToken, host: TreeToken): boolean {
  if (/^(?:nsubj|csubj|iobj|vocative)/.test(deprel)) return false
  if (marker === null) return kind !== 'bare' && kind !== 'measure'
  const isNoun = /^(?:NOUN|PROPN)$/.test(host.upos)
  return LEADS[kind].test(marker) || (marker === 'of' && isNoun && (kind === 'point' || kind === 'bare'))
}
