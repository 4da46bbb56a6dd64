import type { EntityId, TreeToken } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import { DEFINITE, latest, type Meant, meant, type Spot } from './antecedents.ts'
import { isTied } from './groups.ts'
import type { Candidate } from './memory.ts'
import { organOf, stateOf } from './organs.ts'
import { nounPhrase } from './placed.ts'

/** "the Assad regime", "the government of France": the state of who stands beside the noun. */
export function ruledBy({ grammar, at, sentence, actors, day }: Spot, memory: readonly Candidate[]): EntityId | null {
  const { tokens } = grammar
  const of = dependents(grammar, at, 'nmod').filter(({ index }) => tokens[index - 1]?.text.toLowerCase() === 'of')
  const beside = [...dependents(grammar, at, 'amod', 'compound', 'nmod:poss'), ...of].map(({ index }) => index)
  const states = memory.flatMap(({ sentence: number, head, entities, form }) => {
    const isBeside =
      number === sentence && beside.includes(head) && form !== 'pronoun' && tokens[head + 1]?.text !== '-'
    return isBeside ? entities.flatMap((id) => stateOf(id, actors, day) ?? []) : []
  })
  if (new Set(states).size !== 1) return null
  // a president's administration may be a body of its own
  const isOwned =
    tokens[at]!.lemma.toLowerCase() === 'administration' && dependents(grammar, at, 'nmod:poss').length > 0
  return (isOwned ? organOf(states[0]!, 'presidential administration', actors.tables) : null) ?? states[0]!
}

/** "the Russian-backed government": the state last spoken of, other than its backers. */
export function backed(before: readonly TreeToken[], spot: Spot, memory: readonly Candidate[]): EntityId | null {
  const { grammar, at, sentence, actors, day } = spot
  const [first] = nounPhrase(grammar, at)
  const isBacked = grammar.tokens.slice(first, at).some(({ index }) => isTied(grammar, index))
  if (!isBacked || !before.some(({ text }) => DEFINITE.test(text))) return null
  const own = memory.filter((one) => one.sentence === sentence && first <= one.head && one.head <= at)
  const backers = new Set(own.flatMap(({ entities }) => entities.flatMap((id) => stateOf(id, actors, day) ?? [])))
  return latest(memory, spot, (_, id) => {
    const state = stateOf(id, actors, day)
    return state && !backers.has(state) ? state : null
  })
}

/** "his country": the state for which its owner acts. */
export function countryOf(noun: string, owner: TreeToken, spot: Spot, memory: readonly Candidate[]): Meant | null {
  const { actors, day, sentence } = spot
  const { nouns } = actors.tables.lexicon
  if (!nouns.get(noun)?.uses.has('back') || !nouns.get(noun)!.kinds.includes('state')) return null
  const candidate = memory.findLast((one) => one.sentence === sentence && one.head === owner.index)
  const [id, ...more] = candidate?.entities ?? []
  return id && more.length === 0 ? meant(stateOf(id, actors, day), 'country') : null
}
