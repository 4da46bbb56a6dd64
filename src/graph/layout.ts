import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { EntityId, EventId } from '../model/index.ts'
import type { EventGraph } from './event-graph.ts'
import type { GraphView } from './view.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface LayoutOptions {
  /** Rounds of ForceAtlas2; by default 600 for up to 1,000 nodes, fewer for more, 50 at least. */
  readonly iterations?: number
}

/** The angle that never brings two seeds of a sunflower into line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** An edge as far as a layout goes. */
interface Pull<Key extends string> {
  readonly source: Key
  readonly target: Key
  readonly claims: number
}

/**
 * Positions for a picture of a view, by ForceAtlas2 (Jacomy et al. 2014) from a sunflower spiral in order of
 * id: equal views give equal positions on the same kind of processor. All ties of two draw them together as one, by the
 * logarithm of their claims. Rounded to three decimals, always finite, never all zero.
 */
export const layout = ({ entities, ties }: GraphView, options: LayoutOptions = {}): Map<EntityId, Point> =>
  layoutOf([...entities.keys()], ties, options)

/** Positions for a picture of events, made as those of a view are. */
export function layoutEvents({ entities, events, edges }: EventGraph): Map<EntityId | EventId, Point> {
  const keys: readonly (EntityId | EventId)[] = [...entities.keys(), ...events.map(({ id }) => id)]
  const known = new Set(keys)
  const pulls = edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to, event }) => ({ source: from, target: to, claims: event.claims }))
  return layoutOf(keys, pulls, {})
}

function layoutOf<Key extends string>(
  keys: readonly Key[],
  edges: Iterable<Pull<Key>>,
  options: LayoutOptions,
): Map<Key, Point> {
  const graph = new UndirectedGraph<{ x: number; y: number }, { claims: number }>()
  for (const key of keys) graph.addNode(key, seed(graph.order))
  for (const { source, target, claims } of edges) {
    graph.updateEdge(source, target, (known) => ({ claims: (known.claims ?? 0) + claims }))
  }
  const iterations = options.iterations ?? defaultIterations(graph.order)
  // A lone node has nobody to keep clear of, and gravity would pull it to the origin.
  if (graph.order > 1 && iterations > 0) {
    forceAtlas2.assign<{ x: number; y: number }, { claims: number }>(graph, {
      iterations,
      settings: forceAtlas2.inferSettings(graph.order),
      // Few ties have hundreds of claims and most have one; a straight count would tear the picture apart.
      getEdgeWeight: (_edge, { claims }) => 1 + Math.log2(claims),
    })
  }
  const points = new Map<Key, Point>()
  for (const id of keys) {
    const { x, y } = graph.getNodeAttributes(id)
    points.set(id, { x: round(x), y: round(y) })
  }
  return points
}

function seed(index: number): Point {
  const radius = 10 * Math.sqrt(index + 0.5)
  return { x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) }
}

const defaultIterations = (order: number): number =>
  Math.max(50, Math.min(600, Math.round(600 * Math.sqrt(1000 / Math.max(order, 1)))))

/** Adding zero turns -0 into 0, so that both are written alike. */
const round = (value: number): number => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 + 0 : 0)
