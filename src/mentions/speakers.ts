import type { EntityId, TreeToken } from '../model/index.ts'
import type { Actors } from './actors.ts'
import type { Candidate } from './memory.ts'
import { isBody } from './placed.ts'
import { heldOn } from './tables.ts'

/** Who speaks, last or here: a third person in the quoted words is somebody else, a first person is they. */
export function speakersOf(number: number, memory: readonly Candidate[]): ReadonlySet<EntityId> {
  const last = memory.findLast(({ sentence, speaks }) => speaks && sentence <= number)
  if (!last || last.sentence < number - REACH) return new Set()
  const here = memory.filter(({ sentence, speaks }) => speaks && sentence === last.sentence)
  return new Set(here.flatMap(({ entities }) => entities))
}

/** How many sentences a quotation may run on from where its speaker is named. */
const REACH = 3

const PERSONS: Readonly<Record<string, 'one' | 'many'>> = {
  i: 'one',
  me: 'one',
  my: 'one',
  mine: 'one',
  myself: 'one',
  we: 'many',
  us: 'many',
  our: 'many',
  ours: 'many',
  ourselves: 'many',
}

/** Whether a pronoun is the first person's, and of one or many. Case counts for the United States. */
export const firstPersonOf = ({ text, upos }: TreeToken): 'one' | 'many' | null =>
  upos === 'PRON' && text !== 'US' ? (PERSONS[text.toLowerCase()] ?? null) : null

/**
 * Whom a first person in somebody's words means: "I" is who speaks; "we" is the body that speaks, or the one for which
 * who speaks holds an office on the article's day. Null where two speak, or who speaks has no office, or several.
 */
export function saidBy(
  which: 'one' | 'many',
  speakers: ReadonlySet<EntityId>,
  actors: Actors,
  day: string | null,
): EntityId | null {
  if (speakers.size !== 1) return null
  const [speaker] = speakers
  const { kind } = actors.entityOf(speaker!)
  if (which === 'one') return kind === 'person' ? speaker! : null
  if (kind === 'state' || isBody(kind)) return speaker!
  const entity = actors.entityOf(speaker!)
  const held = entity.kind === 'person' ? entity.roles.filter((role) => heldOn(role, day)) : []
  const [only, ...more] = new Set(held.map(({ actsFor }) => actsFor))
  return only && more.length === 0 ? only : null
}
