import { type EntityId, foldName } from '../model/index.ts'
import { conjuncts, dependents } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import type { Grammar, Placed } from './placed.ts'
import { heldOn, type Tables } from './tables.ts'

/** A state's own body under its adjective or name: "Foreign Ministry" of Russia is the "Russian Foreign Ministry". */
export function organOf(state: EntityId, organ: string, tables: Tables): EntityId | null {
  for (const adjective of tables.adjectives.get(state) ?? []) {
    const found = tables.folded.get(foldName(`${adjective} ${organ}`))
    if (found) return found
  }
  return null
}

/** The states that stand before a noun or own it, or are told by "of": "Russia's president", "the president of Russia". */
export function statesOf(grammar: Grammar, head: number, placed: readonly Placed[]): readonly EntityId[] {
  const { tokens } = grammar
  const beside = dependents(grammar, head, 'nmod:poss', 'amod', 'compound', 'nmod:desc')
  const of = dependents(grammar, head, 'nmod').filter(({ index }) =>
    dependents(grammar, index, 'case').some(({ text }) => text.toLowerCase() === 'of'),
  )
  const heads = [...beside, ...of].flatMap(({ index }) => conjuncts(grammar, index))
  const found = placed.filter(({ head, kind, entity, last }) => {
    const isHyphenated = tokens[last + 1]?.text === '-'
    return entity !== null && (kind === 'state' || kind === 'igo') && heads.includes(head) && !isHyphenated
  })
  return [...new Set(found.map(({ entity }) => entity!))]
}

/** A state, or the one for which somebody acts on a day, else has ever acted; null where that is none, or several. */
export function stateOf(id: EntityId, { entityOf }: Actors, day: string | null): EntityId | null {
  const entity = entityOf(id)
  if (entity.kind === 'state') return id
  if (entity.kind === 'place') return null
  const ever = entity.roles.filter(({ actsFor }) => entityOf(actsFor).kind === 'state')
  const then = ever.filter((role) => heldOn(role, day))
  const states = new Set((then.length > 0 ? then : ever).map(({ actsFor }) => actsFor))
  return states.size === 1 ? [...states][0]! : null
}
