import type { Precision } from './claim.ts'
import type { ClaimId, EntityId, EventId } from './ids.ts'
import type { Counts, Status } from './tie.ts'
import type { ClaimType } from './types.ts'

/**
 * On what the day of an event rests: `told` by time words of a claim, `published` where only the day of the article is
 * known, `unknown` where not even that.
 */
export const EVENT_BASES = ['told', 'published', 'unknown'] as const
export type EventBasis = (typeof EVENT_BASES)[number]

/** Who says a thing: publications in their own voice, and those whom they quote. Those without a name are not listed. */
export interface Voices {
  /** In order of their code units. */
  readonly publishers: readonly string[]
  /** In order of id. */
  readonly speakers: readonly EntityId[]
}

/**
 * One happening, and all that is claimed about it: claims of one type, about the same parties, at the same place and
 * time. Counts are of tellings: the same sentence printed again, here or by others, counts once.
 */
export interface Event extends Counts {
  readonly id: EventId
  readonly type: ClaimType
  /** Named parties and places, in order of id; where nobody is named, what the claims call them in place of a name. */
  readonly sources: readonly EntityId[]
  readonly targets: readonly EntityId[]
  readonly places: readonly EntityId[]
  /** Head words of those who did it, or underwent it, without a name ("civilians"); in order of their code units. */
  readonly unnamed: { readonly sources: readonly string[]; readonly targets: readonly string[] }
  /** Whether the parties, who are then all sources, did it together. */
  readonly mutual: boolean
  readonly status: Status
  /** First and last day of the time in which it lies, `YYYY-MM-DD`, equal for a day; null where it is unknown. */
  readonly first: string | null
  readonly last: string | null
  /** How precisely the time is told; null where it is unknown. */
  readonly precision: Precision | null
  readonly basis: EventBasis
  /** The event of a coarser time, shortest first, in which this one lies: same type, same parties. */
  readonly within: EventId | null
  readonly asserting: Voices
  readonly denying: Voices
  /** Claims in reprints, beyond those counted. */
  readonly reprints: number
  /** Lemmas of its predicates with their counts, most frequent first. */
  readonly predicates: readonly (readonly [lemma: string, count: number])[]
  /** The claim to show first. */
  readonly best: ClaimId
}
