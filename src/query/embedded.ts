import type { Rollup } from '../graph/index.ts'
import {
  type ArticleId,
  ENTITY_KINDS,
  type Entity,
  type EntityId,
  type Tie,
  type TieId,
  WiregraphError,
} from '../model/index.ts'
import type { Store, StoredArticle } from '../store/index.ts'
import { neighborhood, paths, rollupOf } from './answers.ts'
import { claimView, listClaims, listEvidence } from './claims.ts'
import { eventAnswer, listEvents } from './events.ts'
import { pageOf, slot } from './page.ts'
import { BOUNDS, oneOf, whole, words } from './params.ts'
import type { EntityView, Page, Query } from './port.ts'
import { busy, type Pace, type Snapshot, snapshots } from './snapshot.ts'
import { entityView, strongestOf } from './standing.ts'
import { statsOf } from './stats.ts'

/**
 * Answers from memory: from a snapshot of the store that is made anew when the store's version has changed, so answers
 * may lag behind a writer by the second for which a snapshot is kept; pass `settle: 0` to write and ask at once.
 * Claims and articles in full are read from the store; an answer that needs one that is gone meanwhile is `store-busy`.
 */
export function openQuery(store: Store, pace: Pace = {}): Query {
  const latest = snapshots(store, pace)
  return {
    version: async () => latest().version,
    resolve: async (ref) => {
      const { nodes, names } = latest()
      return nodes[names.find(ref, 'ref')]!
    },
    actors: async (params) => listActors(latest(), params),
    actor: async (ref) => {
      const { nodes, names, standing } = latest()
      const node = names.find(ref, 'actor')
      return entityView(nodes[node]!, node, standing())
    },
    neighborhood: async (params) => neighborhood(latest(), params),
    paths: async (params) => paths(store, latest(), params),
    tie: async (id, rollup) => tieOf(latest(), id, rollup),
    evidence: async (id, params) => {
      const snapshot = latest()
      return listEvidence(store, snapshot, tieOf(snapshot, id, params.rollup), params)
    },
    strongest: async (limit, rollup) => {
      const { ties } = latest().view({ rollup: rollupOf(rollup) })
      return strongestOf(ties, whole('limit', limit, BOUNDS.ties))
    },
    events: async (params) => listEvents(store, latest(), params),
    event: async (id, params) => eventAnswer(store, latest(), id, params),
    claims: async (params) => listClaims(store, latest(), params),
    claim: async (id) => claimView(store, latest(), id),
    articles: async (params) => {
      const { version, articles } = latest()
      const here = slot(params, version, ['articles'])
      return pageOf([...articles.keys()], here, (id) => listed(store, id))
    },
    article: async (id) => ({ ...articleOf(store, id), claims: store.claimsOf(id) }),
    entity: async (id) => entityOf(latest(), id),
    stats: async () => statsOf(latest()),
  }
}

function listActors(snapshot: Snapshot, params: Parameters<Query['actors']>[0]): Page<EntityView> {
  const { version, nodes, names, standing } = snapshot
  const q = words('q', params.q)
  const kind = oneOf('kind', params.kind, ENTITY_KINDS)
  const here = slot(params, version, ['actors', q, kind])
  const found = [...standing().order].filter(
    (node) => (kind === undefined || nodes[node]!.kind === kind) && (q === undefined || names.starts(node, q)),
  )
  return pageOf(found, here, (node) => entityView(nodes[node]!, node, standing()))
}

/** @throws WiregraphError `unknown-tie` */
function tieOf({ view }: Snapshot, id: TieId, rollup: Rollup | undefined): Tie {
  const tie = view({ rollup: rollupOf(rollup) }).ties.find((other) => other.id === id)
  if (tie === undefined) throw new WiregraphError('unknown-tie', { got: JSON.stringify(id) })
  return tie
}

/** @throws WiregraphError `unknown-article` */
function articleOf(store: Store, id: ArticleId): StoredArticle {
  const article = store.article(id)
  if (article === null) throw new WiregraphError('unknown-article', { got: JSON.stringify(id) })
  return article
}

/** An article of the snapshot. @throws WiregraphError `store-busy` where it is gone from the store */
function listed(store: Store, id: ArticleId): StoredArticle['article'] {
  const stored = store.article(id)
  if (stored === null) throw busy()
  return stored.article
}

/** @throws WiregraphError `unknown-actor` */
function entityOf({ entities }: Snapshot, id: EntityId): Entity {
  const entity = entities.get(id)
  if (entity === undefined) throw new WiregraphError('unknown-actor', { got: JSON.stringify(id) })
  return entity
}
