import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { EntityId } from '../model/index.ts'
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

/**
 * Positions for a picture, by ForceAtlas2 (Jacomy et al. 2014) from a sunflower spiral in order of id: equal views give
 * equal positions on the same kind of processor. All ties of two draw them together as one, by the logarithm of their
 * claims. Rounded to three decimals, always finite, never all zero.
 */
export function layout(view: GraphView, options: LayoutOptions = {}): Map<EntityId, Point> {
  const graph = new UndirectedGraph<{ x: number; y: number }, { claims: number }>()
  for (const id of view.entities.keys()) graph.addNode(id, seed(graph.order))
  for (const { source, target, claims } of view.ties) {
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
  const points = new Map<EntityId, Point>()
  for (const id of view.entities.keys()) {
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
