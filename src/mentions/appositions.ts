import type { MentionSignals } from '../encoder/index.ts'
import { dependents } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import { isUsed } from './nouns.ts'
import { type Grammar, isBody, nounPhrase, type Placed } from './placed.ts'

/**
 * An apposition is one actor: "longtime ally Bashar al-Assad", "Sergei Ivanov, chief of the administration", "their
 * daughter, Emma". What is described takes over who is named beside it, where both are people or neither is, and the
 * article remembers by which noun it called them.
 */
export function appositions(
  placed: readonly Placed[],
  seen: readonly MentionSignals[],
  grammar: Grammar,
  actors: Actors,
): readonly Placed[] {
  const { tokens } = grammar
  const named = new Map(placed.filter(isNamed).map((mention) => [mention.head, mention]))
  const besideOf = (at: number, isPerson: boolean): Placed | undefined => {
    const { head, deprel, xpos } = tokens[at]!
    // "other governments, China among them" are not China
    if (xpos === 'NNS') return undefined
    const below = dependents(grammar, at, 'appos', 'flat').map(({ index }) => named.get(index))
    const above = deprel === 'appos' ? named.get(head) : undefined
    return [above, ...below].find((other) => other && (other.kind === 'person') === isPerson)
  }
  const told = placed.map((mention): Placed => {
    const said = mention.entity === null ? sameNoun(mention, named, grammar, actors) : undefined
    if (said) return { ...mention, entity: said.entity, kind: said.kind, form: 'description', rule: 'name.same' }
    const isPlaceName = mention.kind === 'place' && mention.form === 'name'
    const same = mention.entity === null && !isPlaceName ? besideOf(mention.head, mention.kind === 'person') : undefined
    if (!same) return mention
    call(same, mention.head, grammar, actors)
    const form = mention.form === 'name' ? 'name' : 'description'
    return { ...mention, entity: same.entity, kind: same.kind, form, rule: 'apposition' }
  })
  const heads = new Set(placed.map(({ head }) => head))
  const described = seen.flatMap(({ head, kind }): Placed[] => {
    const isActor = kind === 'person' || kind === 'organization' || kind === 'place'
    if (heads.has(head) || !isActor || tokens[head]!.upos !== 'NOUN') return []
    const same = besideOf(head, kind === 'person')
    if (!same) return []
    call(same, head, grammar, actors)
    const [first, last] = nounPhrase(grammar, head)
    return [{ first, last, head, entity: same.entity, kind: same.kind, form: 'description', rule: 'apposition' }]
  })
  return [...told, ...described]
}

/** "the Harbour Relief organization": the name before a noun that only says what it is. */
function sameNoun(
  { head }: Placed,
  named: ReadonlyMap<number, Placed>,
  grammar: Grammar,
  { tables: { lexicon } }: Actors,
): Placed | undefined {
  const { upos, lemma } = grammar.tokens[head]!
  if (upos !== 'NOUN' || !isUsed(lexicon, lemma.toLowerCase(), 'beside')) return undefined
  const beside = dependents(grammar, head, 'compound', 'nmod:desc').flatMap(({ index }) => named.get(index) ?? [])
  return beside.find(({ kind }) => isBody(kind))
}

const isNamed = ({ entity, form }: Placed): boolean => entity !== null && (form === 'name' || form === 'alias')

/** Remembers by which noun the article called somebody. */
function call({ entity }: Placed, at: number, { tokens }: Grammar, actors: Actors): void {
  const { upos, lemma } = tokens[at]!
  if (upos === 'NOUN') actors.call(entity!, lemma.toLowerCase())
}

/** "Emma Stone is an actress": what the article says somebody is, it may call them later. */
export function remembered(placed: readonly Placed[], grammar: Grammar, actors: Actors): void {
  for (const mention of placed) {
    const { deprel, head } = grammar.tokens[mention.head]!
    const isCopula = deprel === 'nsubj' && dependents(grammar, head, 'cop').length > 0
    const isOne = mention.kind === 'person' && isNamed(mention)
    if (isCopula && isOne && !/S$/u.test(grammar.tokens[head]!.xpos)) call(mention, head, grammar, actors)
  }
}
