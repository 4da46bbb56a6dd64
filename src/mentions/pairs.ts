import type { EntityId } from '../model/index.ts'
import type { Actors } from './actors.ts'
import type { Candidate } from './memory.ts'
import { isUsed } from './nouns.ts'
import { stateOf } from './organs.ts'

/** How many sentences back a pair may stand. */
const REACH = 4

/** Where "both countries" stands. */
export interface PairSpot {
  readonly sentence: number
  readonly at: number
  readonly actors: Actors
  readonly day: string | null
}

/** The last two of a kind that are joined by "and" or are parties to one verb: for "both countries", "the two presidents". */
export function lastPair(noun: string, spot: PairSpot, memory: readonly Candidate[]): readonly EntityId[] | null {
  const { actors, day } = spot
  const { lexicon } = actors.tables
  if (!isUsed(lexicon, noun, 'two')) return null
  const kinds = lexicon.nouns.get(noun)!.kinds
  const isState = kinds.includes('state')
  const isPerson = kinds.includes('person')
  const partsOf = (entities: readonly EntityId[]): readonly EntityId[] => {
    const all = isState ? entities.flatMap((id) => stateOf(id, actors, day) ?? []) : entities
    return [...new Set(all)].filter((id) => isAnActor(id) && (!isPerson || actors.entityOf(id).kind === 'person'))
  }
  const isAnActor = (id: EntityId): boolean => actors.entityOf(id).kind !== 'place'
  for (let back = 0; back <= REACH; back++) {
    const here = memory.filter(({ sentence, head, entities }) => {
      return sentence === spot.sentence - back && (back > 0 || head < spot.at) && entities.length > 0
    })
    const joined = here.map(({ entities }) => (entities.length > 1 ? partsOf(entities) : [])).filter(isPair)
    const verbs = new Map<number, EntityId[]>()
    for (const { isParty, above, entities } of here) {
      if (isParty) verbs.set(above, [...(verbs.get(above) ?? []), ...entities])
    }
    const parties = [...verbs.values()].map(partsOf).filter(isPair)
    const found = joined.at(-1) ?? parties.at(-1)
    if (found) return found
  }
  return null
}

const isPair = (parts: readonly EntityId[]): boolean => parts.length === 2
