import { MultiDirectedGraph } from 'graphology'
import { type ClaimType, type Entity, type EntityKind, isPlace, type Tie, type TypeInfo } from '../model/index.ts'
import type { GraphView } from './view.ts'

/** What a node carries: its codes (iso3, wikidata …) by scheme, and what readers of graphs look for. */
export interface NodeAttributes {
  readonly [code: string]: string | number | null | undefined
  readonly label: string
  readonly kind: EntityKind
  readonly basis: Entity['basis']
  /** Places only: decimal degrees, and what kind of place it is. */
  readonly lat?: number
  readonly lon?: number
  readonly feature?: string
  readonly within?: string
}

/** What an edge carries: the tie but its ends and id, which are the edge's own, and what the tables say of its type. */
export interface EdgeAttributes
  extends Omit<Tie, 'id' | 'source' | 'target' | 'type'>,
    Partial<Omit<TypeInfo, 'type' | 'says'>> {
  /** The claim type. It is not called `type`, since sigma takes that for how an edge is drawn. */
  readonly deed: Tie['type']
  /** The verb of the type, or its name. */
  readonly label: string
}

export type WireGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

/** The view as a graphology graph: keys are the ids of entities and ties, added in order of id. */
export function toGraphology(view: GraphView, types: ReadonlyMap<ClaimType, TypeInfo> = new Map()): WireGraph {
  const graph: WireGraph = new MultiDirectedGraph()
  for (const [id, entity] of view.entities) graph.addNode(id, nodeAttributes(entity))
  for (const { id, source, target, type, ...rest } of view.ties) {
    graph.addEdgeWithKey(id, source, target, { ...edgeAttributes(type, types), deed: type, ...rest })
  }
  return graph
}

function nodeAttributes(entity: Entity): NodeAttributes {
  const { label, kind, basis, codes } = entity
  if (!isPlace(entity)) return { ...codes, label, kind, basis }
  const { at, feature, within } = entity
  return {
    ...codes,
    label,
    kind,
    basis,
    ...(at === null ? {} : { lat: at.lat, lon: at.lon }),
    ...(feature === null ? {} : { feature }),
    ...(within === null ? {} : { within }),
  }
}

function edgeAttributes(type: ClaimType | null, types: ReadonlyMap<ClaimType, TypeInfo>) {
  const info = type === null ? undefined : types.get(type)
  if (info === undefined) return { label: type ?? 'OPEN' }
  const { quad, cameo, score, verb } = info
  return { label: verb, quad, cameo, score, verb }
}
