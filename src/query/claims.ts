import { admits, bestFirst, type Fact, foldOf, pairsOf, type Rollup } from '../graph/index.ts'
import {
  CLAIM_TYPES,
  type Claim,
  type ClaimId,
  type EntityId,
  MODALITIES,
  POLARITIES,
  type Tie,
  WiregraphError,
} from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { rollupOf } from './answers.ts'
import { pageOf, slot } from './page.ts'
import { oneOf, times, words } from './params.ts'
import type { ClaimsParams, ClaimView, Page, PageParams, TimeParams } from './port.ts'
import { busy, type Row, type Snapshot } from './snapshot.ts'

/** Claims that fit all that is asked: in the order of the store, or the best match first when words are asked for. */
export function listClaims(store: Store, snapshot: Snapshot, params: ClaimsParams): Page<ClaimView> {
  const id = (ref: string | undefined, where: string): EntityId | null =>
    ref === undefined ? null : snapshot.nodes[snapshot.names.find(ref, where)]!.id
  const asked = {
    speaker: id(params.speaker, 'speaker'),
    about: id(params.about, 'about'),
    type: oneOf('type', params.type, CLAIM_TYPES),
    polarity: oneOf('polarity', params.polarity, POLARITIES),
    modality: oneOf('modality', params.modality, MODALITIES),
    time: times(params),
  }
  const q = words('q', params.q)
  const here = slot(params, snapshot.version, ['claims', asked, q])
  const fits = filterOf(asked)
  const rows = q === undefined ? snapshot.rows : matches(store, snapshot, q)
  return pageOf(rows.filter(fits), here, ({ fact }) => listed(store, snapshot, fact.claim))
}

/** The claims behind a tie that fall into a time, the best first. */
export function listEvidence(
  store: Store,
  snapshot: Snapshot,
  tie: Tie,
  params: PageParams & TimeParams & { readonly rollup?: Rollup },
): Page<ClaimView> {
  const rollup = rollupOf(params.rollup)
  const time = times(params)
  const here = slot(params, snapshot.version, ['evidence', tie.id, rollup, time])
  const admitted = admits({ ...time, open: true })
  const fold = foldOf(rollup, snapshot.entities)
  const feeds = (fact: Fact): boolean =>
    fact.type === tie.type &&
    admitted(fact) &&
    pairsOf(fact, snapshot.entities, fold).some(({ source, target }) => source === tie.source && target === tie.target)
  return pageOf(snapshot.facts.filter(feeds).sort(bestFirst), here, ({ claim }) => listed(store, snapshot, claim))
}

/** @throws WiregraphError `unknown-claim` */
export function claimView(store: Store, snapshot: Snapshot, id: ClaimId): ClaimView {
  const view = viewOf(store, snapshot, id)
  if (view === null) throw new WiregraphError('unknown-claim', { got: JSON.stringify(id) })
  return view
}

/** A claim of the snapshot. @throws WiregraphError `store-busy` where it is gone from the store */
export function listed(store: Store, snapshot: Snapshot, id: ClaimId): ClaimView {
  const view = viewOf(store, snapshot, id)
  if (view === null) throw busy()
  return view
}

function viewOf(store: Store, { articles }: Snapshot, id: ClaimId): ClaimView | null {
  const claim = store.claim(id)
  const article = claim === null ? undefined : articles.get(claim.article)
  return claim === null || article === undefined ? null : { claim, article }
}

interface Asked {
  readonly speaker: EntityId | null
  readonly about: EntityId | null
  readonly type: Claim['type'] | undefined
  readonly polarity: Claim['polarity'] | undefined
  readonly modality: Claim['modality'] | undefined
  readonly time: TimeParams
}

function filterOf({ speaker, about, type, polarity, modality, time }: Asked): (row: Row) => boolean {
  const inTime = admits({ ...time, open: true })
  return (row) =>
    inTime(row.fact) &&
    (type === undefined || row.fact.type === type) &&
    (polarity === undefined || row.polarity === polarity) &&
    (modality === undefined || row.modality === modality) &&
    (speaker === null || row.speakers.includes(speaker)) &&
    (about === null || parties(row.fact).includes(about))
}

const parties = ({ sources, targets, places }: Fact): readonly EntityId[] => [...sources, ...targets, ...places]

/** Rows of the claims whose sentences hold the words, best match first. */
function matches(store: Store, { rows }: Snapshot, q: string): Row[] {
  const found = store.search(q, Math.max(1, rows.length))
  const wanted = new Map<ClaimId, Row | null>(found.map((id) => [id, null]))
  for (const row of rows) if (wanted.has(row.fact.claim)) wanted.set(row.fact.claim, row)
  return [...wanted.values()].filter((row) => row !== null)
}
