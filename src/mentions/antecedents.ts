import type { EntityId } from '../model/index.ts'
import { type Actors, isStranger } from './actors.ts'
import { type Candidate, placeOf } from './memory.ts'
import type { Grammar } from './placed.ts'

export const DEFINITE = /^(?:the|this|that|these|those)$/iu
/** How many sentences back a description may reach. */
const REACH = 12
/** What is left of a candidate's weight one sentence on. */
const FADE = 0.7
/** How much more a body that is spoken of often is meant than one named once; of people, the last is meant. */
const OFTEN = 0.1

/** Where a description stands. */
export interface Spot {
  readonly grammar: Grammar
  readonly sentence: number
  readonly at: number
  readonly actors: Actors
  /** Day of the article. */
  readonly day: string | null
}

export interface Meant {
  readonly entities: readonly EntityId[]
  readonly rule: string
}

/** The latest in the best place among those whom `meaning` takes, as what it takes them. */
export function latest(
  memory: readonly Candidate[],
  { grammar, sentence, at, actors: { counts } }: Spot,
  meaning: (candidate: Candidate, id: EntityId) => EntityId | null,
): EntityId | null {
  const { above } = placeOf(grammar, at)
  let best: EntityId | null = null
  let score = 0
  for (let i = memory.length - 1; i >= 0 && memory[i]!.sentence >= sentence - REACH; i--) {
    const candidate = memory[i]!
    const { entities, weight, head } = candidate
    const isPerson = candidate.kind === 'person'
    const often = isPerson ? 1 : 1 + OFTEN * Math.log2(1 + (counts.get(entities.join()) ?? 0))
    const known = entities.some(isStranger) ? 0.5 : 1
    const value = FADE ** (sentence - candidate.sentence) * (0.5 + weight) * often * known
    if (entities.length !== 1 || value <= score || (candidate.sentence === sentence && head >= at)) continue
    const id = meaning(candidate, entities[0]!)
    // who does something to the regime is not the regime
    const isDoer = candidate.sentence === sentence && candidate.isParty && candidate.above === above
    if (id && !(isDoer && id === entities[0])) [best, score] = [id, value]
  }
  return best
}

export const meant = (entity: EntityId | null, rule: string): Meant | null =>
  entity && { entities: [entity], rule: `coreference.${rule}` }
