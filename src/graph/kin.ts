import { type Entity, type EntityId, isPlace } from '../model/index.ts'
import { inForce } from './rollup.ts'

/** How actors stand for each other, and how places lie in each other. */
export interface Kin {
  /** Whether they are one, or one acts for the other on the day, be it through others; where it is not known, ever. */
  readonly akin: (a: EntityId, b: EntityId, day: string | null) => boolean
  /** The one for whom an actor acts in the end, if there is just one; else the actor. */
  readonly principal: (id: EntityId, day: string | null) => EntityId
  /** How many steps lead from an actor to those for whom it acts in the end, or from a place to what it lies in. */
  readonly depth: (id: EntityId, day: string | null) => number
  /** Whether they are one, or one lies in the other. */
  readonly placed: (a: EntityId, b: EntityId) => boolean
  /** The places that no other of them lies in. */
  readonly narrowest: (places: readonly EntityId[]) => EntityId[]
}

export function kinOf(entities: ReadonlyMap<EntityId, Entity>): Kin {
  const known = new Map<string, readonly EntityId[]>()

  /** The actor, and whoever it acts for, nearer ones first; each once, so that circles end. */
  function above(id: EntityId, day: string | null): readonly EntityId[] {
    const key = isFixed(id) ? id : `${id}~${day ?? ''}`
    const found = known.get(key)
    if (found !== undefined) return found
    const all = new Set([id])
    for (const each of all) {
      for (const next of step(each, day)) all.add(next)
    }
    const list = [...all]
    known.set(key, list)
    return list
  }

  /** Whether no day changes what stands above it: most actors act for nobody. */
  function isFixed(id: EntityId): boolean {
    const entity = entities.get(id)
    return entity === undefined || (isPlace(entity) ? entity.within === null : entity.roles.length === 0)
  }

  function step(id: EntityId, day: string | null): readonly EntityId[] {
    const entity = entities.get(id)
    if (entity === undefined) return []
    if (isPlace(entity)) return entity.within === null ? [] : [entity.within]
    return entity.roles.filter((role) => inForce(role, day)).map(({ actsFor }) => actsFor)
  }

  const placed = (a: EntityId, b: EntityId): boolean => above(a, null).includes(b) || above(b, null).includes(a)
  return {
    akin: (a, b, day) => above(a, day).includes(b) || above(b, day).includes(a),
    principal: (id, day) => {
      if (isFixed(id)) return id
      const ends = above(id, day).filter((each) => step(each, day).length === 0)
      return ends.length === 1 ? ends[0]! : id
    },
    depth: (id, day) => above(id, day).length - 1,
    placed,
    narrowest: (places) =>
      places.filter((place) => !places.some((other) => other !== place && above(other, null).includes(place))),
  }
}

/** Whether a place is the other, or lies in it, be it through others. */
export function isInside(inner: EntityId, outer: EntityId, entities: ReadonlyMap<EntityId, Entity>): boolean {
  const seen = new Set<EntityId>()
  for (let at: EntityId | null = inner; at !== null && !seen.has(at); ) {
    if (at === outer) return true
    seen.add(at)
    const entity = entities.get(at)
    at = entity !== undefined && isPlace(entity) ? entity.within : null
  }
  return false
}
