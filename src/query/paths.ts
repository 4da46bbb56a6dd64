import type { Tie } from '../model/index.ts'
import { type Adjacency, byStrength, eachEntry } from './adjacency.ts'
import type { Step } from './port.ts'

/** How many hops a search may try before it gives up: some tenths of a second. */
const EXPANSIONS = 200_000

export interface Route {
  readonly from: number
  /** Another node than `from`. */
  readonly to: number
  readonly maxLength: number
  readonly k: number
  readonly directed: boolean
  /** Which ties may be walked. */
  readonly keep: (tie: Tie) => boolean
  /** Nodes that no path may touch. */
  readonly avoid: ReadonlySet<number>
  readonly expansions?: number
}

/** A step before it has its quote. */
type Walked = Omit<Step, 'quote'>

/** A step to a node, by the strongest tie that leads there. */
interface Hop extends Walked {
  readonly end: number
}

export interface Path {
  readonly steps: readonly Walked[]
  /** One more than the steps. */
  readonly nodes: readonly number[]
  /** Claims of its weakest tie. */
  readonly weakest: number
}

/**
 * The k shortest paths without repeated nodes: fewest steps first, then the greatest weakest tie, then by the nodes
 * in their order. Between two nodes only the strongest tie counts.
 *
 * Lengths are searched one after the other, depth first, strongest hops first. A branch is left when its node is too
 * far from the goal, as a breadth-first search from there has told, or when it is weaker than k paths of its length.
 */
export function shortestPaths(
  graph: Adjacency,
  route: Route,
): { readonly paths: readonly Path[]; readonly truncated: boolean } {
  const { from, to, maxLength, k } = route
  const hops = hopsOf(graph, route)
  const far = distancesTo(graph, route)
  const closed = new Set([...route.avoid, from])
  const path: Hop[] = []
  let left = route.expansions ?? EXPANSIONS
  let truncated = false

  function search(node: number, weakest: number, steps: number, level: Level): void {
    for (const hop of hops(node)) {
      const claims = Math.min(weakest, hop.tie.claims)
      if (claims < level.bar()) return
      if (left === 0) truncated = true
      if (truncated) return
      left--
      const { end } = hop
      if (closed.has(end) || (far.get(end) ?? Infinity) >= steps || (end === to) !== (steps === 1)) continue
      path.push(hop)
      closed.add(end)
      if (end === to) level.add(pathOf(from, path, claims))
      else search(end, claims, steps - 1, level)
      closed.delete(end)
      path.pop()
    }
  }

  const paths: Path[] = []
  for (let length = far.get(from) ?? Infinity; length <= maxLength && paths.length < k && !truncated; length++) {
    const level = best(k - paths.length)
    search(from, Infinity, length, level)
    paths.push(...level.paths)
  }
  return { paths, truncated }
}

const pathOf = (from: number, hops: readonly Hop[], weakest: number): Path => ({
  steps: hops.map(({ tie, forward }) => ({ tie, forward })),
  nodes: [from, ...hops.map(({ end }) => end)],
  weakest,
})

/** The best paths of one length. */
interface Level {
  readonly paths: readonly Path[]
  add(path: Path): void
  /** How strong a path must at least be to come in. */
  bar(): number
}

function best(room: number): Level {
  const paths: Path[] = []
  return {
    paths,
    add(path) {
      const worse = paths.findIndex((other) => byRank(path, other) < 0)
      paths.splice(worse === -1 ? paths.length : worse, 0, path)
      if (paths.length > room) paths.pop()
    },
    bar: () => (paths.length < room ? 0 : paths[room - 1]!.weakest),
  }
}

function byRank(a: Path, b: Path): number {
  if (a.weakest !== b.weakest) return b.weakest - a.weakest
  const differs = a.nodes.findIndex((node, at) => node !== b.nodes[at])
  return differs === -1 ? 0 : a.nodes[differs]! - b.nodes[differs]!
}

/** The hops from a node, strongest first. */
function hopsOf(graph: Adjacency, { directed, keep }: Route): (node: number) => readonly Hop[] {
  const known = new Map<number, readonly Hop[]>()
  return (node) => {
    const made = known.get(node)
    if (made !== undefined) return made
    const strongest = new Map<number, Hop>()
    for (const forward of directed ? [true] : [true, false]) {
      eachEntry(forward ? graph.out : graph.into, node, (end, index) => {
        const tie = graph.ties[index]!
        const other = strongest.get(end)
        if (keep(tie) && (other === undefined || byStrength(tie, other.tie) < 0)) {
          strongest.set(end, { tie, forward, end })
        }
      })
    }
    const hops = [...strongest.values()].sort((a, b) => byStrength(a.tie, b.tie))
    known.set(node, hops)
    return hops
  }
}

/** How many steps each node is from the goal, as far as that is within reach. */
function distancesTo(graph: Adjacency, { to, maxLength, directed, keep, avoid }: Route): ReadonlyMap<number, number> {
  const distances = new Map([[to, 0]])
  for (const [node, distance] of distances) {
    if (distance === maxLength) break
    for (const rows of directed ? [graph.into] : [graph.into, graph.out]) {
      eachEntry(rows, node, (end, index) => {
        if (distances.has(end) || avoid.has(end) || !keep(graph.ties[index]!)) return
        distances.set(end, distance + 1)
      })
    }
  }
  return distances
}
