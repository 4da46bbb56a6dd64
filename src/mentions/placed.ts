import type { EntityKind, Mention, TreeToken } from '../model/index.ts'
import { extent, type Grammar, grammarOf } from '../syntax/index.ts'

export { extent, type Grammar, grammarOf }

/** A mention by the indices of its words in the sentence, `last` included. */
export interface Placed extends Pick<Mention, 'entity' | 'form' | 'kind' | 'rule'> {
  readonly first: number
  readonly last: number
  readonly head: number
}

/** Kinds that can be called "it" as one and "they" as many. */
const BODIES: ReadonlySet<EntityKind> = new Set([
  'government',
  'military',
  'armed-group',
  'organization',
  'igo',
  'party',
  'media',
])

export const isBody = (kind: EntityKind): boolean => BODIES.has(kind)

/** Whether a word begins with a capital. */
export const isCapital = ({ text }: TreeToken): boolean => /^\p{Lu}/u.test(text)

/** Whether two mentions share a word. */
export const overlap = (a: Placed, b: Placed): boolean => a.first <= b.last && b.first <= a.last

const BEFORE = /^(?:det|det:predet|amod|compound|nummod|nmod:poss|nmod:desc|flat|goeswith)$/u

/** The first and last word of the noun phrase of a head, without what follows the head. */
export function nounPhrase(grammar: Grammar, at: number): readonly [first: number, last: number] {
  const { tokens, children } = grammar
  let first = at
  for (const { index, deprel } of children[at]!.toReversed()) {
    if (index > at || !BEFORE.test(deprel)) continue
    const [from, to] = extent(grammar, index)
    if (tokens.slice(to + 1, first).every(({ upos }) => upos === 'PUNCT')) first = from
  }
  const after = children[at]!.filter(({ index, deprel }) => index > at && deprel === 'flat')
  return [first, Math.max(at, ...after.map(({ index }) => index))]
}
