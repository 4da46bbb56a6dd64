import type { ArticleId, ClaimId, ClaimType, Entity, EntityId, Status, Tie } from '../model/index.ts'

/** A claim reduced to what ties are made of. */
export interface Fact {
  readonly claim: ClaimId
  readonly article: ArticleId
  readonly publisher: string | null
  readonly type: ClaimType | null
  /** Lemma of the predicate. */
  readonly lemma: string
  /** Resolved parties, without doubles, in order of the text. */
  readonly sources: readonly EntityId[]
  readonly targets: readonly EntityId[]
  readonly places: readonly EntityId[]
  /** Whether its parties are all sources. */
  readonly reciprocal: boolean
  /** Whether the claim names a target, resolved or not; only a claim that names none ties to its place. */
  readonly hasTarget: boolean
  readonly status: Status
  /** First day of the time it speaks of, else the day of its article; null where neither is known. */
  readonly date: string | null
  readonly confidence: number
}

/** What is done by those who act for a state shown as done by the state, or all apart. What befalls them stays theirs. */
export const ROLLUPS = ['none', 'state'] as const
export type Rollup = (typeof ROLLUPS)[number]

/** Which claims count. A filter recounts claims; it never cuts ties that others still hold. */
export interface FactFilter {
  readonly types?: readonly ClaimType[]
  /** First and last day, inclusive, `YYYY-MM-DD`; a claim without a date counts only when neither is given. */
  readonly since?: string
  readonly until?: string
  readonly rollup?: Rollup
  /** Whether claims of the open type count; by default they do not. */
  readonly open?: boolean
}

/** Actors, places and ties as they stand under a filter. */
export interface GraphView {
  /** In order of id; every end of a tie is here. */
  readonly entities: ReadonlyMap<EntityId, Entity>
  /** In order of id. */
  readonly ties: readonly Tie[]
}
