import type { Rollup } from '../graph/index.ts'
import type {
  ArticleId,
  Claim,
  ClaimId,
  ClaimType,
  Entity,
  EntityId,
  EntityKind,
  Event,
  EventId,
  Modality,
  Polarity,
  Status,
  Tie,
  TieId,
} from '../model/index.ts'
import type { StoreCounts, StoredArticle } from '../store/index.ts'

/** Which way ties are followed from an actor. */
export const DIRECTIONS = ['out', 'in', 'both'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** An actor or a place by id or by name ("russia", "Russia", "Da'esh"). */
export type EntityRef = string

/** A part of a list, and the cursor that asks for what follows; null at the end. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface PageParams {
  /** At most so many items; 1 to 500, default 50. */
  readonly limit?: number
  /** What an earlier page gave as `next`. A cursor of another query or graph version is a `bad-request`. */
  readonly cursor?: string
}

export interface TimeParams {
  /** First and last day, inclusive, `YYYY-MM-DD`. */
  readonly since?: string
  readonly until?: string
}

/** An actor or place with its place in the graph. */
export interface EntityView {
  readonly entity: Entity
  /** Ties that stand, and how many others they lead to. */
  readonly ties: number
  readonly neighbors: number
}

export interface NeighborhoodParams extends TimeParams {
  readonly actor: EntityRef
  /** How many ties away; 1 to 4, default 1. */
  readonly depth?: number
  readonly types?: readonly ClaimType[]
  /** Default both. */
  readonly direction?: Direction
  /** Ties of at least so many publishers; default 1 (unnamed publishers count as one). */
  readonly minPublishers?: number
  /** Default: those that stand. */
  readonly status?: readonly Status[]
  readonly rollup?: Rollup
  /** At most so many ties: nearer before farther, then the strongest first; 1 to 5,000, default 200. */
  readonly limit?: number
}

/** A part of the graph that hangs together. Ends of the ties are all among the nodes. */
export interface GraphAnswer {
  readonly version: string
  /** The actor asked for, first, then in order of distance and id. */
  readonly nodes: readonly { readonly entity: Entity; readonly distance: number }[]
  /** Strongest first: more claims, then more articles, then by id. */
  readonly ties: readonly Tie[]
  /** Whether the limit left something out. */
  readonly truncated: boolean
}

export interface PathsParams extends TimeParams {
  readonly from: EntityRef
  readonly to: EntityRef
  /** Longest path, in ties; 1 to 6, default 4. */
  readonly maxLength?: number
  /** How many paths; 1 to 20, default 3. */
  readonly k?: number
  readonly types?: readonly ClaimType[]
  /** Whether ties count in their direction alone; default false. */
  readonly directed?: boolean
  /** Actors or places that no path may touch; at most 50. */
  readonly avoid?: readonly EntityRef[]
  readonly status?: readonly Status[]
  readonly rollup?: Rollup
}

/** One step along a tie; `forward` tells whether it is walked from source to target. */
export interface Step {
  readonly tie: Tie
  readonly forward: boolean
  /** The sentence of the tie's best claim. */
  readonly quote: string
}

/**
 * Paths without repeated nodes: fewest steps first, then the one whose weakest tie has more claims, then by the ids of
 * their nodes. Of several ties between the same two the strongest is the step.
 */
export interface PathsAnswer {
  readonly version: string
  readonly from: Entity
  readonly to: Entity
  /** Every actor or place on the paths, in order of id. */
  readonly nodes: readonly Entity[]
  readonly paths: readonly { readonly steps: readonly Step[] }[]
  /** Whether the search gave up at its bound before it could know that there are no more paths. */
  readonly truncated: boolean
}

export interface ClaimsParams extends TimeParams, PageParams {
  readonly speaker?: EntityRef
  /** As source, target or place. */
  readonly about?: EntityRef
  readonly type?: ClaimType
  readonly polarity?: Polarity
  readonly modality?: Modality
  /** Words that its sentence holds; the best match then comes first, else claims are in the order of the store. */
  readonly q?: string
}

/** A claim with what a reader needs to judge it. */
export interface ClaimView {
  readonly claim: Claim
  readonly article: {
    readonly id: ArticleId
    readonly title: string | null
    readonly publisher: string | null
    readonly published: string | null
    readonly url: string | null
  }
}

export interface EventsParams extends TimeParams, PageParams {
  readonly type?: ClaimType
  /** As source or target. */
  readonly actor?: EntityRef
  /** Where it happened: there, or in a place that lies in it. */
  readonly place?: EntityRef
  /** Default: those that stand. */
  readonly status?: readonly Status[]
  readonly rollup?: Rollup
}

/** An event, and the sentence that shows it best. */
export interface EventView {
  readonly event: Event
  readonly quote: string
}

/** An event with the claims that tell of it, the best first, those of reprints last. */
export interface EventAnswer extends Page<ClaimView> {
  readonly event: Event
}

export interface Stats extends StoreCounts {
  readonly version: string
  readonly actors: number
  readonly places: number
  readonly ties: number
  readonly standing: number
  /** Claims of each type, most frequent first; null is the open type. */
  readonly types: readonly { readonly type: ClaimType | null; readonly claims: number }[]
  /** First and last day of dated claims. */
  readonly first: string | null
  readonly last: string | null
}

/**
 * The questions one can ask. Every answer is bounded. Names that fit nothing are an `unknown-actor` error that
 * suggests what was perhaps meant; what is out of bounds is a `bad-request` that says what was expected.
 */
export interface Query {
  /** Of what answers are made from; changes exactly when they may change. */
  version(): Promise<string>
  /** The actor or place that an id or a name stands for. */
  resolve(ref: EntityRef): Promise<Entity>
  /** Actors and places, those with most ties first, then by id; `q` matches the start of a word of label or alias. */
  actors(params: PageParams & { readonly q?: string; readonly kind?: EntityKind }): Promise<Page<EntityView>>
  actor(ref: EntityRef): Promise<EntityView>
  neighborhood(params: NeighborhoodParams): Promise<GraphAnswer>
  paths(params: PathsParams): Promise<PathsAnswer>
  tie(id: TieId, rollup?: Rollup): Promise<Tie>
  /** The claims behind a tie, the best first. */
  evidence(id: TieId, params: PageParams & TimeParams & { readonly rollup?: Rollup }): Promise<Page<ClaimView>>
  /** Strongest standing ties: more claims, then more articles, then by id. */
  strongest(limit: number, rollup?: Rollup): Promise<readonly Tie[]>
  /** What happened, the latest first, what has no day last; `since` and `until` keep what lies between them in part. */
  events(params: EventsParams): Promise<Page<EventView>>
  event(id: EventId, params: PageParams & { readonly rollup?: Rollup }): Promise<EventAnswer>
  claims(params: ClaimsParams): Promise<Page<ClaimView>>
  claim(id: ClaimId): Promise<ClaimView>
  articles(params: PageParams): Promise<Page<StoredArticle['article']>>
  article(id: ArticleId): Promise<StoredArticle & { readonly claims: readonly Claim[] }>
  /** Of this id, for callers that have it from a tie. */
  entity(id: EntityId): Promise<Entity>
  stats(): Promise<Stats>
}
