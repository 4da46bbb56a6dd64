import type { Actor, Entity, EntityId, Place } from '../model/index.ts'
import { faultAt, shown } from './faults.ts'
import type { NameEntry, Office, RowPlace } from './lexicon.ts'
import type { ActorRow, PlaceRow, RoleRow } from './rows.ts'

/** What the tables of actors, places and roles give together. */
export interface Entities {
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly names: readonly NameEntry[]
  readonly offices: readonly Office[]
}

/**
 * Joins the rows of the three tables, and checks what they say of each other: ids are unique, references resolve, nothing
 * lies within itself or acts for itself, and a name stands in one form for one entity.
 * @throws WiregraphError `bad-table` for the first fault in order of files and lines
 */
export function joinEntities(
  actors: readonly ActorRow[],
  places: readonly PlaceRow[],
  roles: readonly RoleRow[],
): Entities {
  const actorOf = new Map(actors.map((row) => [row.id, row]))
  checkPlaces(actorOf, new Map(places.map((row) => [row.id, row])))
  checkRoles(actorOf, roles)
  const rolesOf = new Map<EntityId, RoleRow[]>()
  for (const role of roles) rolesOf.set(role.actor, [...(rolesOf.get(role.actor) ?? []), role])
  const entities = [...actors.map((row) => actorFrom(row, rolesOf.get(row.id) ?? [])), ...places.map(placeFrom)]
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    names: namesOf(actors, places),
    offices: roles.flatMap(({ actor, role, also, actsFor, from, until }) =>
      [role, ...also].map((phrase) => ({ phrase, actor, actsFor, from, until })),
    ),
  }
}

const actorFrom = ({ id, label, kind, aliases, codes }: ActorRow, roles: readonly RoleRow[]): Actor => ({
  id,
  label,
  kind,
  aliases,
  codes,
  basis: 'table',
  roles: roles.map(({ role, actsFor, from, until }) => ({ role, actsFor, from, until })),
})

const placeFrom = ({ id, label, aliases, codes, feature, within, point }: PlaceRow): Place => ({
  id,
  label,
  kind: 'place',
  aliases,
  codes,
  basis: 'table',
  feature,
  within,
  at: point,
})

function checkPlaces(actors: ReadonlyMap<EntityId, ActorRow>, places: ReadonlyMap<EntityId, PlaceRow>): void {
  for (const { at, id, within } of places.values()) {
    const twin = actors.get(id)
    if (twin !== undefined) {
      throw faultAt(at, { expected: 'an id that no actor has', got: `${id}, which stands in ${twin.at}` })
    }
    const known = within === null || places.has(within) || actors.get(within)?.kind === 'state'
    if (!known) throw faultAt(at, { expected: 'the id of a place or a state as "within"', got: shown(within) })
    const chain = [id]
    for (let next = within; next !== null; next = places.get(next)?.within ?? null) {
      if (chain.includes(next)) {
        throw faultAt(at, { expected: 'places that do not lie within themselves', got: [...chain, next].join(' > ') })
      }
      chain.push(next)
    }
  }
}

function checkRoles(actors: ReadonlyMap<EntityId, ActorRow>, roles: readonly RoleRow[]): void {
  for (const { at, actor, actsFor } of roles) {
    for (const [column, id] of [
      ['actor', actor],
      ['for', actsFor],
    ] as const) {
      if (!actors.has(id)) throw faultAt(at, { expected: `the id of an actor as "${column}"`, got: shown(id) })
    }
    if (actor === actsFor) throw faultAt(at, { expected: 'somebody else as "for"', got: shown(actsFor) })
  }
}

function namesOf(actors: readonly ActorRow[], places: readonly PlaceRow[]): readonly NameEntry[] {
  const names: NameEntry[] = []
  const add = (entity: EntityId, form: NameEntry['form'], list: readonly string[]) => {
    for (const name of list) names.push({ name, entity, form })
  }
  for (const { id, label, aliases, demonyms, people, rulers } of actors) {
    add(id, 'name', [label])
    add(id, 'alias', aliases)
    add(id, 'demonym', demonyms)
    add(id, 'people', people)
    add(id, 'ruler', rulers)
  }
  for (const { id, label, aliases } of places) {
    add(id, 'name', [label])
    add(id, 'alias', aliases)
  }
  const placeOf = new Map([...actors, ...places].map(({ id, at }) => [id, at]))
  checkNames(names, placeOf)
  checkStates(actors, places)
  return names
}

/** A name may have several forms (Moscow is a place, and rules Russia), but in each it stands for one entity. */
function checkNames(names: readonly NameEntry[], placeOf: ReadonlyMap<EntityId, RowPlace>): void {
  const seen = new Map<string, EntityId>()
  for (const { name, entity, form } of names) {
    const key = `${form} ${name}`
    const twin = seen.get(key)
    if (twin !== undefined) {
      const got = `${shown(name)}, which ${placeOf.get(twin)} has`
      throw faultAt(placeOf.get(entity)!, { expected: `a name that one row has as its ${form}`, got })
    }
    seen.set(key, entity)
  }
}

/** A state is a place as it is; a city of the same name would make every mention of it doubtful. */
function checkStates(actors: readonly ActorRow[], places: readonly PlaceRow[]): void {
  const states = new Map<string, RowPlace>()
  for (const { kind, at, label, aliases } of actors) {
    if (kind === 'state') for (const name of [label, ...aliases]) states.set(name, at)
  }
  for (const { at, label, aliases } of places) {
    const name = [label, ...aliases].find((each) => states.has(each))
    if (name === undefined) continue
    throw faultAt(at, {
      expected: 'a place whose name no state has',
      got: `${shown(name)}, which ${states.get(name)} has`,
    })
  }
}
