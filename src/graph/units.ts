import type { ArticleId, ClaimType, Entity, EntityId } from '../model/index.ts'
import type { Kin } from './kin.ts'
import type { Printing } from './printings.ts'
import { foldOf } from './rollup.ts'
import { described, isEmpty, named, type Slots, slotsOf } from './slots.ts'
import { type Time, vagueness } from './times.ts'
import type { Rollup } from './view.ts'

/** Claims of one type that say the very same of whom, where and when. */
export interface Unit {
  readonly key: string
  readonly type: ClaimType
  readonly slots: Slots
  readonly time: Time
  readonly real: boolean
  readonly printings: Printing[]
  readonly articles: Set<ArticleId>
}

export function unitsOf(
  printings: Iterable<Printing>,
  entities: ReadonlyMap<EntityId, Entity>,
  rollup: Rollup,
  kin: Kin,
): Iterable<Unit> {
  const fold = foldOf(rollup, entities)
  const units = new Map<string, Unit>()
  for (const printing of printings) {
    const { first, again } = printing
    const { fact, time, real } = first
    const type = fact.type
    const slots = slotsOf(first, entities, kin, fold)
    if (type === null || isEmpty(slots)) continue
    const key = keyOf(type, slots, time, real, fact.article)
    const unit: Unit = units.get(key) ?? { key, type, slots, time, real, printings: [], articles: new Set() }
    units.set(key, unit)
    unit.printings.push(printing)
    for (const { fact: printed } of [first, ...again]) unit.articles.add(printed.article)
  }
  return units.values()
}

/**
 * All that makes a unit. By one name alone nobody can tell a deed again in another article, unless its day is told; and a
 * deed of an unknown time is its article's own.
 */
function keyOf(type: ClaimType, slots: Slots, time: Time, real: boolean, article: ArticleId): string {
  const when =
    time.basis === 'told'
      ? [time.first, time.last, '']
      : time.basis === 'published'
        ? [time.first, 'published', String(real)]
        : ['unknown', time.words ?? '', String(real)]
  const own = time.basis === 'unknown' || named(slots) === 0 || (time.basis === 'published' && named(slots) < 2)
  return JSON.stringify([type, whoOf(slots), slots.places, ...when, own ? article : ''])
}

const whoOf = ({ sources, targets, mutual }: Slots) => [mutual, sources.ids, sources.heads, targets.ids, targets.heads]

/** Those that say most first: with most names, then most descriptions, the time known best, the narrowest names. */
export function inOrder(units: Iterable<Unit>, kin: Kin): Unit[] {
  const ranked = [...units].map((unit) => ({
    unit,
    rank: [-named(unit.slots), -described(unit.slots), vagueness(unit.time), -closeness(unit.slots, kin)],
  }))
  return ranked.sort((a, b) => byRank(a.rank, b.rank) || (a.unit.key < b.unit.key ? -1 : 1)).map(({ unit }) => unit)
}

/** Orders by the first number that differs, the smaller first. */
export function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}

function closeness({ sources, targets, places, day }: Slots, kin: Kin): number {
  let steps = 0
  for (const id of [...sources.ids, ...targets.ids]) steps += 1 + kin.depth(id, day)
  for (const id of places) steps += 1 + kin.depth(id, null)
  return steps
}
