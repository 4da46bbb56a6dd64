import type { Phrase } from '../model/index.ts'
import { extent, type Grammar, markerOf } from '../syntax/index.ts'

/** What belongs to a noun phrase before its head, and what after it. */
const BEFORE = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|nmod:unmarked|flat|advmod|goeswith)/
const AFTER = /^(?:flat|compound|fixed|goeswith|nummod|nmod:unmarked)$/
/** What is left out before the head: "only Russia", "even NATO". */
const FOCUS = /^(?:only|even|also|just|both|not|particularly|especially|mainly|mostly|perhaps|including)$/iu

/**
 * The noun phrase of a head without what follows it: "Russian warplanes" of "Russian warplanes that bombed Idlib", and
 * each conjunct by itself. `text` is the article's.
 */
export function phraseOf(text: string, grammar: Grammar, at: number): Phrase {
  const { tokens } = grammar
  const [from, to] = nounPhrase(grammar, at)
  const { start } = tokens[from]!
  const { end } = tokens[to]!
  return { text: text.slice(start, end), start, end, head: tokens[at]!.start, marker: markerOf(grammar, at) }
}

/** The first and last word of the noun phrase of a head. */
export function nounPhrase(grammar: Grammar, at: number): readonly [from: number, to: number] {
  const { tokens, children } = grammar
  let [from, to] = [at, at]
  for (const { index, deprel, text } of children[at]!.toReversed()) {
    if (index > at || !BEFORE.test(deprel) || FOCUS.test(text)) continue
    const [first, last] = extent(grammar, index)
    // "of the Free Syrian Army": nothing may stand between that is no part of it, but for the mark of a compound
    if (tokens.slice(last + 1, from).every(({ upos, text }) => upos === 'PUNCT' && /^[-–"“”'’]$/u.test(text)))
      from = first
  }
  for (const { index, deprel } of children[at]!) {
    if (index > to && AFTER.test(deprel)) to = Math.max(to, extent(grammar, index)[1])
  }
  return [from, to]
}

/** The first of the nouns that a noun is joined to. */
export function firstOf({ tokens }: Grammar, at: number): number {
  let up = at
  while (tokens[up]!.deprel === 'conj' && tokens[up]!.head >= 0) up = tokens[up]!.head
  return up
}
