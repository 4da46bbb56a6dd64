import { type Entity, type EntityId, isPlace, type Role } from '../model/index.ts'
import type { Rollup } from './view.ts'

/** Whom an actor or place counts as on a day; null where the day is not known. */
export type Fold = (id: EntityId, date: string | null) => EntityId

/** The fold of a roll-up over these entities. Folds remember what they found, so use one for many facts. */
export function foldOf(rollup: Rollup, entities: ReadonlyMap<EntityId, Entity>): Fold {
  return rollup === 'state' ? intoStates(entities) : (id) => id
}

/**
 * Who acts for exactly one state on a day counts as that state: by a role in force on the day, or through others
 * (person, ministry, state). Where the day is not known, every role ever held must lead to that one state. States,
 * places, those who act for several states or for none stay themselves.
 */
function intoStates(entities: ReadonlyMap<EntityId, Entity>): Fold {
  const known = new Map<string, EntityId>()
  return (id, date) => {
    const entity = entities.get(id)
    if (entity === undefined || isPlace(entity) || entity.kind === 'state' || entity.roles.length === 0) return id
    const key = `${id}~${date ?? ''}`
    const found = known.get(key) ?? stateBehind(id, date, entities) ?? id
    known.set(key, found)
    return found
  }
}

/** Follows roles until states or dead ends are met; each actor is visited once, so that circles end. */
function stateBehind(from: EntityId, date: string | null, entities: ReadonlyMap<EntityId, Entity>): EntityId | null {
  const seen = new Set<EntityId>([from])
  let state: EntityId | null = null
  for (const id of seen) {
    const entity = entities.get(id)
    if (entity !== undefined && !isPlace(entity) && entity.kind === 'state') {
      if (state !== null) return null
      state = id
      continue
    }
    const roles = entity === undefined || isPlace(entity) ? [] : entity.roles.filter((role) => inForce(role, date))
    if (roles.length === 0 && date === null) return null
    for (const { actsFor } of roles) seen.add(actsFor)
  }
  return state
}

export const inForce = ({ from, until }: Role, date: string | null): boolean =>
  date === null || ((from === null || from <= date) && (until === null || date <= until))
