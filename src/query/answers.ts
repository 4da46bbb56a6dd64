import { type FactFilter, ROLLUPS, type Rollup } from '../graph/index.ts'
import { CLAIM_TYPES, type ClaimType, STATUSES, type Status, stands, type Tie } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { surroundings } from './neighborhood.ts'
import { BOUNDS, MOST, oneOf, refused, someOf, times, whole } from './params.ts'
import { shortestPaths } from './paths.ts'
import {
  DIRECTIONS,
  type GraphAnswer,
  type NeighborhoodParams,
  type PathsAnswer,
  type PathsParams,
  type TimeParams,
} from './port.ts'
import { busy, type Snapshot } from './snapshot.ts'

/** What lies around an actor or place. */
export function neighborhood(snapshot: Snapshot, params: NeighborhoodParams): GraphAnswer {
  const { version, nodes, names, view } = snapshot
  const filter = filterOf(params)
  const wanted = wantedStatus(params.status)
  const publishers = whole('minPublishers', params.minPublishers, BOUNDS.minPublishers)
  const walk = {
    depth: whole('depth', params.depth, BOUNDS.depth),
    direction: oneOf('direction', params.direction, DIRECTIONS) ?? 'both',
    limit: whole('limit', params.limit, BOUNDS.ties),
    keep: (tie: Tie) => tie.publishers >= publishers && wanted(tie.status),
  }
  const around = surroundings(view(filter), names.find(params.actor, 'actor'), walk)
  return {
    version,
    nodes: around.nodes.map(([node, distance]) => ({ entity: nodes[node]!, distance })),
    ties: around.ties,
    truncated: around.truncated,
  }
}

/** How two actors or places are linked. @throws WiregraphError `store-busy` where a quote is gone from the store */
export function paths(store: Store, snapshot: Snapshot, params: PathsParams): PathsAnswer {
  const { version, nodes, names, view } = snapshot
  const filter = filterOf(params)
  const wanted = wantedStatus(params.status)
  const from = names.find(params.from, 'from')
  const to = names.find(params.to, 'to')
  if (from === to) throw refused('to', `another actor or place than ${nodes[from]!.id}`, params.to)
  const refs = params.avoid ?? []
  if (refs.length > MOST.avoid) throw refused('avoid', `at most ${MOST.avoid} actors or places`, refs.length)
  const avoid = new Set(refs.map((ref) => names.find(ref, 'avoid')))
  for (const end of [from, to]) {
    if (avoid.has(end)) throw refused('avoid', 'neither end of the paths', nodes[end]!.id)
  }
  const found = shortestPaths(view(filter), {
    from,
    to,
    avoid,
    maxLength: whole('maxLength', params.maxLength, BOUNDS.maxLength),
    k: whole('k', params.k, BOUNDS.k),
    directed: params.directed ?? false,
    keep: (tie) => wanted(tie.status),
  })
  const touched = [...new Set(found.paths.flatMap((path) => path.nodes))].sort((a, b) => a - b)
  return {
    version,
    from: nodes[from]!,
    to: nodes[to]!,
    nodes: touched.map((node) => nodes[node]!),
    paths: found.paths.map(({ steps }) => ({
      steps: steps.map((step) => ({ ...step, quote: quoteOf(store, step.tie) })),
    })),
    truncated: found.truncated,
  }
}

function quoteOf(store: Store, { best }: Tie): string {
  const claim = store.claim(best)
  if (claim === null) throw busy()
  return claim.quote
}

/** @throws WiregraphError `bad-request` for what is no roll-up */
export const rollupOf = (rollup: Rollup | undefined): Rollup => oneOf('rollup', rollup, ROLLUPS) ?? 'none'

function filterOf(
  params: TimeParams & { readonly types?: readonly ClaimType[]; readonly rollup?: Rollup },
): FactFilter {
  const types = someOf('types', params.types, CLAIM_TYPES)
  return { ...times(params), ...(types === undefined ? {} : { types }), rollup: rollupOf(params.rollup) }
}

/** Whether a status is asked for; where nothing is, those that stand are. */
export function wantedStatus(status: readonly Status[] | undefined): (status: Status) => boolean {
  const wanted = someOf('status', status, STATUSES)
  return wanted === undefined ? stands : (given) => wanted.includes(given)
}
