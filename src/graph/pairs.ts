import type { Entity, EntityId, Tie } from '../model/index.ts'
import type { Fold } from './rollup.ts'
import type { Fact } from './view.ts'

/** Two that a fact ties, from source to target. */
export interface Pair {
  readonly source: EntityId
  readonly target: EntityId
  readonly via: Tie['via']
}

/**
 * Whom a fact ties: every source to every target; the sources of a reciprocal deed to each other, both ways; and the
 * sources to the places where a deed names no target at all. A target that could not be resolved ties to nothing, nor
 * does an id that is not among the entities, and nobody is tied to themselves, be it by roll-up. Roll-up speaks of
 * acting: sources are folded, while what befalls a person or a ministry stays theirs.
 */
export function pairsOf(fact: Fact, entities: ReadonlyMap<EntityId, Entity>, fold: Fold): Pair[] {
  const known = (ids: readonly EntityId[]) => ids.filter((id) => entities.has(id))
  const sources = new Set(known(fact.sources).map((id) => fold(id, fact.date)))
  const via = fact.reciprocal || fact.hasTarget ? 'target' : 'place'
  const targets = fact.reciprocal ? sources : new Set(known(fact.hasTarget ? fact.targets : fact.places))
  const pairs: Pair[] = []
  for (const source of sources) {
    for (const target of targets) if (source !== target) pairs.push({ source, target, via })
  }
  return pairs
}
