import type { ClaimType, Entity, EntityId, EventId } from '../model/index.ts'
import { type Board, boardOf, type Draft, draftOf } from './board.ts'
import { type Kin, kinOf } from './kin.ts'
import type { Printing } from './printings.ts'
import { type Likeness, likeness, type Slots } from './slots.ts'
import { dayOf, daysBetween, lies, type Time, timesFit } from './times.ts'
import { byRank, inOrder, type Unit, unitsOf } from './units.ts'
import type { Rollup } from './view.ts'

/** One happening, with the claims that tell of it. */
export interface Happening {
  readonly id: EventId
  readonly type: ClaimType
  readonly slots: Slots
  readonly time: Time
  readonly printings: readonly Printing[]
  readonly within: EventId | null
}

/**
 * The happenings that claims tell of, in order of id, in whatever order the claims come.
 *
 * Claims that say the very same are one unit. Units are taken in an order of their own, those that say most first, and
 * each joins an earlier happening or starts its own:
 * - In an article that speaks of it already: one of which it says nothing new. Parties agree where one acts for the other
 *   on the day, places where one lies in the other, and what is left unsaid agrees with anything; a deed told without a
 *   day is that with a day not long before the article.
 * - Elsewhere: one of wholly the same parties, on the same day; a longer time means the one known day in it, a deed told
 *   without time words the one known in the days before the article.
 * Where several would do equally well, it joins none. Whatever joins is held against the happening itself, never against
 * others that joined it, so that nothing chains over days.
 */
export function happenings(
  printings: Iterable<Printing>,
  entities: ReadonlyMap<EntityId, Entity>,
  rollup: Rollup = 'none',
): Happening[] {
  const kin = kinOf(entities)
  const board = boardOf(kin)
  for (const unit of inOrder(unitsOf(printings, entities, rollup, kin), kin)) {
    const host = hostOf(unit, board, kin)
    if (host === null) board.add(draftOf(unit), unit.articles)
    else board.join(host, unit)
  }
  return board.all().map((draft) => ({ ...draft, within: spanAround(draft, board, kin) }))
}

/** The happening that a unit tells of, if an earlier one is. */
function hostOf(unit: Unit, board: Board, kin: Kin): Draft | null {
  const near = candidates(unit, board.near(unit), true, kin)
  if (near.length > 0) return best(near)
  const far = candidates(unit, board.far(unit), false, kin)
  return far.length === 1 ? far[0]!.draft : null
}

interface Candidate {
  readonly draft: Draft
  /** What speaks for it, weightiest first; more is better. */
  readonly merits: readonly number[]
}

function candidates(unit: Unit, drafts: Iterable<Draft>, near: boolean, kin: Kin): Candidate[] {
  const found: Candidate[] = []
  for (const draft of drafts) {
    if (!timesFit(draft.time, unit.time, near)) continue
    if (!draft.reals.has(unit.real) && !(isTold(draft.time) && isTold(unit.time))) continue
    const like = likeness(unit.slots, draft.slots, kin)
    if (like === null || !(near ? tellsAgain(like) : like.alike >= 2 && like.whole)) continue
    const days = apart(dayOf(draft.time), dayOf(unit.time))
    found.push({ draft, merits: [like.alike, like.equal, -days, Number(isTold(draft.time))] })
  }
  return found
}

/** Whether a claim says nothing new. One answer alone, and that by a likeness alone, would say too little. */
const tellsAgain = ({ alike, equal, covered }: Likeness): boolean => covered && (alike >= 2 || equal >= 1)

const apart = (a: string | null, b: string | null): number =>
  a === null || b === null ? 0 : Math.abs(daysBetween(a, b))

const isTold = ({ basis }: Time): boolean => basis === 'told'

/** The one most alike, then most equal, then nearest in time, then with a day that is told; null where two are so. */
function best(found: readonly Candidate[]): Draft | null {
  const [first, second] = [...found].sort((a, b) => byRank(b.merits, a.merits))
  if (first === undefined) return null
  return second !== undefined && byRank(first.merits, second.merits) === 0 ? null : first.draft
}

/** The happening of the shortest longer time in which one lies, of wholly the same parties. */
function spanAround(draft: Draft, board: Board, kin: Kin): EventId | null {
  const day = dayOf(draft.time)
  if (day === null) return null
  let found: { readonly id: EventId; readonly days: number } | null = null
  for (const span of board.spans(draft)) {
    if (span.time.basis !== 'told' || dayOf(span.time) !== null || !lies(day, span.time)) continue
    const like = likeness(draft.slots, span.slots, kin)
    if (like === null || !like.whole) continue
    const days = daysBetween(span.time.first, span.time.last)
    if (found === null || days < found.days || (days === found.days && span.id < found.id))
      found = { id: span.id, days }
  }
  return found?.id ?? null
}
