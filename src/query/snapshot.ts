import {
  type EventWithFacts,
  eventsOf,
  type Fact,
  type FactFilter,
  factOf,
  mergeEntities,
  type Rollup,
  type Telling,
  tally,
  tellingOf,
} from '../graph/index.ts'
import {
  type ArticleId,
  type Claim,
  type Entity,
  type EntityId,
  type Modality,
  type Polarity,
  WiregraphError,
} from '../model/index.ts'
import type { Store, StoreCounts } from '../store/index.ts'
import { type Adjacency, adjacencyOf } from './adjacency.ts'
import { lazy, recent } from './lazy.ts'
import { type Names, namesOf } from './names.ts'
import type { ClaimView } from './port.ts'
import { type Standing, standingOf } from './standing.ts'

/** How many filtered graphs are kept for the next question with the same filter. */
const KEPT_VIEWS = 16
/** How often a store that another process writes to is read again before it counts as busy. */
const ATTEMPTS = 3

/** In milliseconds. */
const SETTLE = 1000

/** How long a snapshot is kept while somebody writes. */
export interface Pace {
  /** A clock in milliseconds that never goes back; default performance.now. */
  readonly now?: () => number
  /** For so many milliseconds after a snapshot was made nothing newer is looked for; default 1000. */
  readonly settle?: number
}

/** A claim as far as lists of claims are chosen by it. */
export interface Row {
  readonly fact: Fact
  readonly polarity: Polarity
  readonly modality: Modality
  readonly speakers: readonly EntityId[]
  /** What it tells of a happening, if it does. */
  readonly telling: Telling | null
}

/** A store's content at one version, as questions need it. Never changes; what is not always needed is made on demand. */
export interface Snapshot {
  readonly version: string
  readonly counts: StoreCounts
  /** In the order of the store. */
  readonly rows: readonly Row[]
  readonly facts: readonly Fact[]
  /** In order of id. */
  readonly articles: ReadonlyMap<ArticleId, ClaimView['article']>
  /** In order of id. */
  readonly entities: ReadonlyMap<EntityId, Entity>
  /** Nodes by number, in order of id, and the number of each. */
  readonly nodes: readonly Entity[]
  readonly nodeOf: ReadonlyMap<EntityId, number>
  /** The ties that a filter gives, recounted from the facts. */
  view(filter: FactFilter): Adjacency
  /** What happened, in order of id. */
  events(rollup: Rollup): readonly EventWithFacts[]
  standing(): Standing
  readonly names: Names
}

/**
 * Gives a snapshot of the store, made anew only when the version has changed, and when the last one, or the last try
 * at one, has settled: a build commits often, and every snapshot reads the whole store.
 */
export function snapshots(store: Store, { now = () => performance.now(), settle = SETTLE }: Pace = {}): () => Snapshot {
  let current: Snapshot | null = null
  let tried = -Infinity
  return () => {
    if (current !== null && now() - tried < settle) return current
    let version = store.version()
    for (let attempt = 0; current?.version !== version; attempt++) {
      const made = read(store, version)
      const after = store.version()
      tried = now()
      if (after === version) current = made
      else if (attempt + 1 < ATTEMPTS) version = after
      else if (current !== null) return current
      else throw busy()
    }
    return current
  }
}

/** For content that moves while it is read. */
export const busy = (): WiregraphError =>
  new WiregraphError('store-busy', { hint: 'Ask again when the build has ended.' })

function read(store: Store, version: string): Snapshot {
  const articles = new Map<ArticleId, ClaimView['article']>()
  for (const { article } of store.articles()) {
    const { id, title, publisher, published, url } = article
    articles.set(id, { id, title, publisher, published, url })
  }
  const rows: Row[] = []
  for (const claim of store.claims()) rows.push(rowOf(claim, articles.get(claim.article)))
  const facts = rows.map(({ fact }) => fact)
  const entities = mergeEntities(store.entities())
  const nodes = [...entities.values()]
  const nodeOf = new Map(nodes.map(({ id }, node) => [id, node]))

  const make = (filter: FactFilter) => adjacencyOf(tally(facts, entities, filter), nodeOf)
  const whole = { none: lazy(() => make({})), state: lazy(() => make({ rollup: 'state' })) }
  const filtered = recent<Adjacency>(KEPT_VIEWS)
  const view = (filter: FactFilter): Adjacency => {
    const { types, since, until, rollup = 'none', open = false } = filter
    if (types === undefined && since === undefined && until === undefined && !open) return whole[rollup]()
    const sorted = types === undefined ? null : [...new Set(types)].sort()
    return filtered(JSON.stringify([sorted, since, until, rollup, open]), () => make(filter))
  }
  const standing = standingOf(nodes, () => view({}))
  const names = namesOf(nodes, nodeOf, standing)
  const happened = (rollup: Rollup) => lazy(() => eventsOf(tellingsOf(rows), entities, rollup))
  const all = { none: happened('none'), state: happened('state') }
  const events = (rollup: Rollup) => all[rollup]()
  const counts = store.counts()
  return { version, counts, rows, facts, articles, entities, nodes, nodeOf, view, events, standing, names }
}

function rowOf(claim: Claim, article: ClaimView['article'] | undefined): Row {
  const { polarity, modality, attribution } = claim
  const { publisher = null, published = null } = article ?? {}
  const speakers = attribution.flatMap(({ speaker }) => speaker?.actor ?? [])
  const fact = factOf(claim, { publisher, published })
  return { fact, polarity, modality, speakers, telling: tellingOf(claim, fact, { published }) }
}

const tellingsOf = (rows: readonly Row[]): Telling[] =>
  rows.map(({ telling }) => telling).filter((telling) => telling !== null)
