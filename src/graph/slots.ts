import { type Entity, type EntityId, isPlace } from '../model/index.ts'
import type { Kin } from './kin.ts'
import type { Fold } from './rollup.ts'
import type { Telling } from './tellings.ts'

/** One side of a deed: those with names, in order of id, and what others are called. Where both are empty, anyone. */
export interface Side {
  readonly ids: readonly EntityId[]
  readonly heads: readonly string[]
}

/** Who did it, to whom and where. A place that something is done to is where it is done. */
export interface Slots {
  readonly sources: Side
  /** Nobody in a mutual deed. */
  readonly targets: Side
  readonly places: readonly EntityId[]
  readonly mutual: boolean
  /** The day on which offices are looked up. */
  readonly day: string | null
}

/** Whom a claim is about. Names that are not among the entities count as nobody's. */
export function slotsOf(
  { fact, strangers, mutual }: Telling,
  entities: ReadonlyMap<EntityId, Entity>,
  kin: Kin,
  fold: Fold,
): Slots {
  const known = (ids: readonly EntityId[]) => ids.filter((id) => entities.has(id))
  const at = (id: EntityId) => isPlace(entities.get(id)!)
  const sources = known(fact.sources).map((id) => fold(id, fact.date))
  const targets = known(fact.targets)
  const places = [...known(fact.places), ...targets.filter(at)]
  const others = targets.filter((id) => !at(id))
  const together = mutual && sources.length + others.length > 1
  return {
    sources: { ids: sorted(together ? [...sources, ...others] : sources), heads: strangers.sources },
    targets: together ? NOBODY : { ids: sorted(others), heads: strangers.targets },
    places: kin.narrowest(sorted(places)),
    mutual: together,
    day: fact.date,
  }
}

const NOBODY: Side = { ids: [], heads: [] }

export const sorted = <T extends string>(ids: readonly T[]): T[] => [...new Set(ids)].sort()

/** How many of its questions (who, whom, where) a claim answers with names. */
export const named = ({ sources, targets, places, mutual }: Slots): number =>
  Number(sources.ids.length > 0) + Number(mutual || targets.ids.length > 0) + Number(places.length > 0)

/** Whether a claim says anything of whom it is about. */
export const isEmpty = ({ sources, targets, places }: Slots): boolean =>
  isAnyone(sources) && isAnyone(targets) && places.length === 0

/** How many of its parties without a name it tells apart from just anyone. */
export const described = ({ sources, targets }: Slots): number =>
  [sources, targets].filter(({ ids, heads }) => ids.length === 0 && heads.length > 0).length

/** How a claim agrees with another of its type on who, whom and where. */
export interface Likeness {
  /** How many of these they answer alike. */
  readonly alike: number
  /** How many of these in the very same words. */
  readonly equal: number
  /** Whether the other leaves none of these open that the one answers. */
  readonly covered: boolean
  /** Whether no party that one of them names is missing in the other. */
  readonly whole: boolean
}

type Fit = 'same' | 'part' | 'open' | 'clash'

/** Null where the claims contradict each other: other parties, or another place. */
export function likeness(one: Slots, other: Slots, kin: Kin): Likeness | null {
  const day = one.day ?? other.day
  const akin = (x: EntityId, y: EntityId) => kin.akin(x, y, day)
  const who = pairs(one, other).map(([a, b]) => ({ fit: sides(a, b, akin), covered: isAnyone(a) || !isAnyone(b) }))
  const where = placesFit(one.places, other.places, kin)
  const fits = [...who.map(({ fit }) => fit), where]
  if (fits.includes('clash')) return null
  const names = [
    ...pairs(one, other).map(([a, b]) => [wordsOf(a), wordsOf(b)]),
    [one.places.join(), other.places.join()],
  ]
  return {
    alike: fits.filter((fit) => fit === 'same' || fit === 'part').length + Number(one.mutual && other.mutual),
    equal: names.filter(([a, b]) => a !== '' && a === b).length,
    covered: who.every(({ covered }) => covered) && (one.places.length === 0 || other.places.length > 0),
    whole: who.every(({ fit }) => fit !== 'part') && openness(one) === openness(other),
  }
}

/** What a side is called: its names, or what stands in place of names. */
const wordsOf = ({ ids, heads }: Side): string => (ids.length > 0 ? ids : heads).join()

/** Sides to be held against each other; in a mutual deed all are on one. */
function pairs(one: Slots, other: Slots): readonly (readonly [Side, Side])[] {
  if (one.mutual || other.mutual) return [[pooled(one), pooled(other)]]
  return [
    [one.sources, other.sources],
    [one.targets, other.targets],
  ]
}

const isAnyone = ({ ids, heads }: Side): boolean => ids.length + heads.length === 0

const pooled = ({ sources, targets }: Slots): Side => ({
  ids: [...sources.ids, ...targets.ids],
  heads: [...sources.heads, ...targets.heads],
})

/** Which sides of a deed are anyone's. */
const openness = ({ sources, targets, mutual }: Slots): string =>
  mutual ? 'mutual' : `${sources.ids.length > 0} ${targets.ids.length > 0}`

function sides(a: Side, b: Side, akin: (x: EntityId, y: EntityId) => boolean): Fit {
  if (a.ids.length > 0 && b.ids.length > 0) return overlap(a.ids, b.ids, akin)
  if (isAnyone(a) || isAnyone(b)) return 'open'
  return a.heads.some((head) => b.heads.includes(head)) ? overlap(a.heads, b.heads, (x, y) => x === y) : 'clash'
}

/** Whether each of the one has its like in the other, and the other way round. */
function overlap<T>(a: readonly T[], b: readonly T[], alike: (x: T, y: T) => boolean): Fit {
  const inB = a.every((x) => b.some((y) => alike(x, y)))
  const inA = b.every((y) => a.some((x) => alike(x, y)))
  if (inA && inB) return a.length === b.length ? 'same' : 'part'
  return inA || inB ? 'part' : 'clash'
}

function placesFit(a: readonly EntityId[], b: readonly EntityId[], kin: Kin): Fit {
  if (a.length === 0 || b.length === 0) return 'open'
  return overlap(a, b, kin.placed)
}
