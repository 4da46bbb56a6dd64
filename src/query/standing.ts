import { type Entity, stands, type Tie } from '../model/index.ts'
import { type Adjacency, byStrength, eachEntry } from './adjacency.ts'
import { lazy } from './lazy.ts'
import type { EntityView } from './port.ts'

/** Standing ties of each node, and how many others they lead to. */
export interface Standing {
  readonly ties: Uint32Array
  readonly neighbors: Uint32Array
  /** Nodes with most ties first, then in order of id. */
  readonly order: Uint32Array
}

/** Counts the ties that stand in the graph without a filter; counted when first asked for. */
export function standingOf(nodes: readonly Entity[], graph: () => Adjacency): () => Standing {
  return lazy(() => {
    const { ties: all, out, into } = graph()
    const ties = new Uint32Array(nodes.length)
    const neighbors = new Uint32Array(nodes.length)
    for (let node = 0; node < nodes.length; node++) {
      const others = new Set<number>()
      for (const rows of [out, into]) {
        eachEntry(rows, node, (end, tie) => {
          if (!stands(all[tie]!.status)) return
          ties[node]!++
          others.add(end)
        })
      }
      neighbors[node] = others.size
    }
    const order = Uint32Array.from(nodes.keys()).sort((a, b) => ties[b]! - ties[a]! || a - b)
    return { ties, neighbors, order }
  })
}

export const entityView = (entity: Entity, node: number, { ties, neighbors }: Standing): EntityView => ({
  entity,
  ties: ties[node]!,
  neighbors: neighbors[node]!,
})

/** The ties that stand, strongest first. */
export const strongestOf = (ties: readonly Tie[], limit: number): Tie[] =>
  ties
    .filter(({ status }) => stands(status))
    .sort(byStrength)
    .slice(0, limit)
