import type { Tie } from '../model/index.ts'
import { type Adjacency, byStrength, eachEntry } from './adjacency.ts'
import type { Direction } from './port.ts'

export interface Walk {
  /** How many ties away from the root. */
  readonly depth: number
  readonly direction: Direction
  /** Which ties may be walked. */
  readonly keep: (tie: Tie) => boolean
  /** At most so many ties. */
  readonly limit: number
}

export interface Surroundings {
  /** Strongest first. */
  readonly ties: readonly Tie[]
  /** The root and the ends of the ties, each with how many ties it is away; in order of that, then of number. */
  readonly nodes: readonly (readonly [node: number, distance: number])[]
  readonly truncated: boolean
}

/**
 * What lies around a node, breadth first. When the limit is reached, nearer ties go before farther ones and stronger
 * before weaker, so that what remains hangs together.
 */
export function surroundings(graph: Adjacency, root: number, { depth, direction, keep, limit }: Walk): Surroundings {
  const distances = new Map([[root, 0]])
  const met = new Set<number>()
  const chosen: { readonly tie: Tie; readonly end: number }[] = []
  let truncated = false
  let frontier = [root]
  for (let distance = 1; distance <= depth && frontier.length > 0 && !truncated; distance++) {
    const level: typeof chosen = []
    const reached: number[] = []
    const visit = (end: number, index: number) => {
      const tie = graph.ties[index]!
      if (met.has(index) || !keep(tie)) return
      met.add(index)
      level.push({ tie, end })
      if (distances.has(end)) return
      distances.set(end, distance)
      reached.push(end)
    }
    for (const node of frontier) {
      if (direction !== 'in') eachEntry(graph.out, node, visit)
      if (direction !== 'out') eachEntry(graph.into, node, visit)
    }
    level.sort((a, b) => byStrength(a.tie, b.tie))
    truncated = chosen.length + level.length > limit
    chosen.push(...level.slice(0, limit - chosen.length))
    frontier = reached
  }
  // The near end of a tie is the root, or the far end of a nearer tie, which is kept whenever the farther one is.
  const ends = new Set([root, ...chosen.map(({ end }) => end)])
  const nodes = [...ends].map((node) => [node, distances.get(node)!] as const)
  return {
    ties: chosen.map(({ tie }) => tie).sort(byStrength),
    nodes: nodes.sort(([a, near], [b, far]) => near - far || a - b),
    truncated,
  }
}
