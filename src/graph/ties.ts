import {
  type ArticleId,
  type ClaimType,
  type Entity,
  type EntityId,
  join,
  STATUSES,
  type Tie,
  type TieId,
  tieId,
} from '../model/index.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { foldOf } from './rollup.ts'
import type { Fact, FactFilter, GraphView } from './view.ts'

/** How many predicates a tie or an event shows. */
const PREDICATES = 5

/**
 * The ties that the facts give under a filter, in order of id: one for each source, type and target, in whatever order
 * the facts come. Time is linear in the facts.
 */
export function tally(facts: Iterable<Fact>, entities: ReadonlyMap<EntityId, Entity>, filter: FactFilter = {}): Tie[] {
  const admitted = admits(filter)
  const fold = foldOf(filter.rollup ?? 'none', entities)
  const drafts = new Map<TieId, Draft>()
  for (const fact of facts) {
    if (!admitted(fact)) continue
    for (const pair of pairsOf(fact, entities, fold)) {
      const id = tieId(pair.source, fact.type, pair.target)
      const draft = drafts.get(id)
      if (draft === undefined) drafts.set(id, { pair, facts: [fact], via: pair.via })
      else {
        draft.facts.push(fact)
        if (pair.via === 'target') draft.via = pair.via
      }
    }
  }
  return [...drafts.keys()].sort().map((id) => tieOf(id, drafts.get(id)!))
}

/** The graph of the facts under a filter: their ties, and the actors and places that these touch. */
export function viewOf(
  facts: Iterable<Fact>,
  entities: ReadonlyMap<EntityId, Entity>,
  filter: FactFilter = {},
): GraphView {
  const ties = tally(facts, entities, filter)
  const ids = new Set<EntityId>()
  for (const { source, target } of ties) ids.add(source).add(target)
  const touched = new Map<EntityId, Entity>()
  for (const id of [...ids].sort()) {
    const entity = entities.get(id)
    if (entity !== undefined) touched.set(id, entity)
  }
  return { entities: touched, ties }
}

/** Whether a fact counts under a filter. Roll-up changes whom a fact ties, not whether it counts. */
export function admits({ types, since, until, open = false }: FactFilter): (fact: Fact) => boolean {
  const wanted = types === undefined ? null : new Set<ClaimType>(types)
  const timed = since !== undefined || until !== undefined
  return ({ type, date }) => {
    if (type === null ? !open : wanted !== null && !wanted.has(type)) return false
    if (!timed) return true
    return date !== null && (since === undefined || date >= since) && (until === undefined || date <= until)
  }
}

/** Orders facts by how well they show a deed: stronger status, higher confidence, earlier day, claim id. */
export function bestFirst(a: Fact, b: Fact): number {
  return (
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
    b.confidence - a.confidence ||
    compare(a.date ?? LATEST, b.date ?? LATEST) ||
    compare(a.claim, b.claim)
  )
}

/** Sorts behind every date. */
const LATEST = '~'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The facts behind a tie to be, and the pair that the first of them gave. */
interface Draft {
  readonly pair: Pair
  readonly facts: Fact[]
  via: Tie['via']
}

function tieOf(id: TieId, { pair: { source, target }, facts, via }: Draft): Tie {
  const by = { reported: 0, claimed: 0, disputed: 0, denied: 0, unrealized: 0 }
  const articles = new Set<ArticleId>()
  const publishers = new Set<string | null>()
  let [best] = facts as [Fact]
  let status = best.status
  let mutual = false
  let first: string | null = null
  let last: string | null = null
  for (const fact of facts) {
    const { date } = fact
    by[fact.status]++
    articles.add(fact.article)
    publishers.add(fact.publisher)
    status = join(status, fact.status)
    mutual ||= fact.reciprocal
    if (date !== null && (first === null || date < first)) first = date
    if (date !== null && (last === null || date > last)) last = date
    if (bestFirst(fact, best) < 0) best = fact
  }
  return {
    id,
    source,
    type: best.type,
    target,
    status,
    via,
    mutual,
    asserted: by.reported,
    attributed: by.claimed,
    denied: by.denied,
    unrealized: by.unrealized,
    claims: facts.length,
    articles: articles.size,
    publishers: publishers.size,
    first,
    last,
    predicates: topLemmas(facts),
    best: best.claim,
  }
}

/** The lemmas of most of the facts, with their counts, most frequent first. */
export function topLemmas(facts: readonly Fact[]): Tie['predicates'] {
  const lemmas = new Map<string, number>()
  for (const { lemma } of facts) lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
  return [...lemmas].sort(([a, n], [b, m]) => m - n || compare(a, b)).slice(0, PREDICATES)
}
