import type { Claim } from './claim.ts'
import type { ClaimId, EntityId, TieId } from './ids.ts'
import type { ClaimType, OpenType } from './types.ts'

/**
 * What stands behind a tie, from strongest to weakest. `reported`: some publication says so in its own
 * voice; `claimed`: only attributed; `disputed`: asserted and denied; `denied`; `unrealized`: only planned, demanded,
 * possible or conditional. The first three stand.
 */
export const STATUSES = ['reported', 'claimed', 'disputed', 'denied', 'unrealized'] as const
export type Status = (typeof STATUSES)[number]

/** Whether a tie of this status is shown as a deed. */
export const stands = (status: Status): boolean => status !== 'denied' && status !== 'unrealized'

/** The status that a claim gives by itself. */
export function statusOf(claim: Pick<Claim, 'polarity' | 'modality' | 'attribution'>): Status {
  if (claim.modality !== 'actual') return 'unrealized'
  if (claim.polarity === 'negated') return 'denied'
  return claim.attribution.length === 0 ? 'reported' : 'claimed'
}

/**
 * The status of two bodies of evidence taken together. Associative, commutative and idempotent, with `unrealized` as
 * its identity: a join of the lattice unrealized < claimed < reported < disputed, unrealized < denied < disputed.
 */
export function join(a: Status, b: Status): Status {
  if (a === b || b === 'unrealized') return a
  if (a === 'unrealized') return b
  return a === 'disputed' || b === 'disputed' || a === 'denied' || b === 'denied' ? 'disputed' : 'reported'
}

/** Counts of claims behind a tie, by what they give. */
export interface Counts {
  /** In some publication's own voice. */
  readonly asserted: number
  /** Affirmed by a speaker. */
  readonly attributed: number
  readonly denied: number
  readonly unrealized: number
  readonly claims: number
  readonly articles: number
  readonly publishers: number
}

/** A derived edge: one for each actor, type, and actor or place. A source and a target without evidence can't be made one. */
export interface Tie extends Counts {
  readonly id: TieId
  readonly source: EntityId
  readonly type: ClaimType | OpenType
  readonly target: EntityId
  readonly status: Status
  /** Whether a place stands in for a target that nobody named. */
  readonly via: 'target' | 'place'
  /** Whether some claim behind it is reciprocal. */
  readonly mutual: boolean
  /** First and last day of its claims, `YYYY-MM-DD`; null where none has a date. */
  readonly first: string | null
  readonly last: string | null
  /** Lemmas of its predicates with their counts, most frequent first. */
  readonly predicates: readonly (readonly [lemma: string, count: number])[]
  /** The claim to show first; its quote is in the store. */
  readonly best: ClaimId
}
