import { type Entity, type EntityId, type EntityKind, isPlace, type Role } from '../model/index.ts'
import type { StoredEntity } from '../store/index.ts'

/** An entity just as some readings know it, and how many do. */
interface Variant {
  readonly entity: Entity
  articles: number
}

/** A value, and how many articles give it. */
type Vote<T> = readonly [value: T, articles: number]

/**
 * One entity an id, in order of id, out of what the readings know of it, in whatever order they come.
 *
 * What the tables say goes before what articles say. Among equals each trait is what most articles give it; of labels
 * that are equally frequent the longer, then the smaller in code units. Aliases are united, and a label that lost is one.
 * Roles that only articles tell are united.
 */
export function mergeEntities(stored: Iterable<StoredEntity>): Map<EntityId, Entity> {
  const known = new Map<EntityId, Map<string, Variant>>()
  for (const { entity } of stored) {
    const variants = known.get(entity.id) ?? new Map<string, Variant>()
    if (variants.size === 0) known.set(entity.id, variants)
    const key = JSON.stringify(entity)
    const variant = variants.get(key)
    if (variant === undefined) variants.set(key, { entity, articles: 1 })
    else variant.articles++
  }
  const merged = new Map<EntityId, Entity>()
  for (const id of [...known.keys()].sort()) merged.set(id, merge(id, [...(known.get(id)?.values() ?? [])]))
  return merged
}

function merge(id: EntityId, all: readonly Variant[]): Entity {
  const ofTables = all.filter(({ entity }) => entity.basis === 'table')
  const basis = ofTables.length > 0 ? 'table' : 'text'
  const trusted = ofTables.length > 0 ? ofTables : all
  const votes = <T>(trait: (entity: Entity) => T): Vote<T>[] =>
    trusted.map(({ entity, articles }) => [trait(entity), articles])
  const label = elect(
    votes((entity) => entity.label),
    (a, b) => b.length - a.length,
  )
  const kind: EntityKind = elect(votes((entity) => entity.kind))
  const named = { id, label, aliases: aliasesOf(all, label), codes: codesOf(trusted), basis } as const
  if (kind === 'place') {
    return {
      ...named,
      kind,
      feature: electKnown(votes((entity) => (isPlace(entity) ? entity.feature : null))),
      within: electKnown(votes((entity) => (isPlace(entity) ? entity.within : null))),
      at: electKnown(votes((entity) => (isPlace(entity) ? entity.at : null))),
    }
  }
  const roles = votes((entity) => (isPlace(entity) ? null : inOrder(entity.roles)))
  // Two versions of the tables may disagree on a date; a union would keep the mistake beside its correction.
  return {
    ...named,
    kind,
    roles: basis === 'table' ? (electKnown(roles) ?? []) : inOrder(roles.flatMap(([held]) => held ?? [])),
  }
}

function aliasesOf(variants: readonly Variant[], label: string): string[] {
  const names = new Set(variants.flatMap(({ entity }) => [entity.label, ...entity.aliases]))
  names.delete(label)
  return [...names].sort()
}

function codesOf(variants: readonly Variant[]): Record<string, string> {
  const schemes = new Set(variants.flatMap(({ entity }) => Object.keys(entity.codes)))
  const codes: Record<string, string> = {}
  for (const scheme of [...schemes].sort()) {
    const code = electKnown(variants.map(({ entity, articles }) => [entity.codes[scheme] ?? null, articles]))
    if (code !== null) codes[scheme] = code
  }
  return codes
}

/** Without doubles, in an order that does not depend on how the roles came. */
function inOrder(roles: readonly Role[]): Role[] {
  const byKey = new Map(roles.map((role) => [JSON.stringify([role.actsFor, role.from, role.until, role.role]), role]))
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}

/** The most frequent value; of equally frequent ones the first by `prefer`, then by its text. */
function elect<T>(votes: readonly Vote<T>[], prefer: (a: T, b: T) => number = () => 0): T {
  const tallies = new Map<string, { readonly key: string; readonly value: T; articles: number }>()
  for (const [value, articles] of votes) {
    const key = JSON.stringify(value)
    const sofar = tallies.get(key)
    if (sofar === undefined) tallies.set(key, { key, value, articles })
    else sofar.articles += articles
  }
  const [winner] = [...tallies.values()].sort(
    (a, b) => b.articles - a.articles || prefer(a.value, b.value) || (a.key < b.key ? -1 : 1),
  )
  if (winner === undefined) throw new RangeError('an election needs votes')
  return winner.value
}

/** The most frequent value of those that are known; null where none is. */
function electKnown<T>(votes: readonly Vote<T | null>[]): T | null {
  const known = votes.flatMap(([value, articles]): Vote<T>[] => (value === null ? [] : [[value, articles]]))
  return known.length === 0 ? null : elect(known)
}
