import { type FactFilter, factsFrom, mergeEntities, viewOf } from '../../src/graph/index.ts'
import { type EntityId, type Status, stands, type Tie } from '../../src/model/index.ts'
import type { Direction } from '../../src/query/index.ts'
import type { Store } from '../../src/store/index.ts'

export const tiesOf = (store: Store, filter: FactFilter = {}): readonly Tie[] =>
  viewOf(factsFrom(store), mergeEntities(store.entities()), filter).ties

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const stronger = (a: Tie, b: Tie): number => b.claims - a.claims || b.articles - a.articles || compare(a.id, b.id)

export interface Asked {
  readonly direction: Direction
  readonly depth: number
  readonly limit: number
  readonly minPublishers: number
  readonly status: readonly Status[] | undefined
}

/** The neighborhood by relaxing distances until nothing changes. */
export function naiveNeighborhood(all: readonly Tie[], root: EntityId, asked: Asked) {
  const ties = all.filter(
    ({ status, publishers }) => publishers >= asked.minPublishers && (asked.status?.includes(status) ?? stands(status)),
  )
  const steps = ties.flatMap((tie) => [
    ...(asked.direction === 'in' ? [] : [{ tie, from: tie.source, to: tie.target }]),
    ...(asked.direction === 'out' ? [] : [{ tie, from: tie.target, to: tie.source }]),
  ])
  const distance = new Map([[root, 0]])
  const at = (id: EntityId): number => distance.get(id) ?? Infinity
  for (let round = 0; round <= ties.length; round++) {
    for (const { from, to } of steps) if (at(from) + 1 < at(to)) distance.set(to, at(from) + 1)
  }
  const level = (tie: Tie): number =>
    Math.min(...steps.filter((step) => step.tie === tie).map(({ from }) => at(from) + 1), Infinity)
  const near = ties.filter((tie) => level(tie) <= asked.depth)
  const kept = near.sort((a, b) => level(a) - level(b) || stronger(a, b)).slice(0, asked.limit)
  const nodes = [...new Set([root, ...kept.flatMap(({ source, target }) => [source, target])])]
  return {
    ties: [...kept].sort(stronger).map(({ id }) => id),
    nodes: nodes.sort((a, b) => at(a) - at(b) || compare(a, b)).map((id) => [id, at(id)]),
    truncated: near.length > asked.limit,
  }
}

interface Route {
  readonly maxLength: number
  readonly k: number
  readonly directed: boolean
  readonly avoid: readonly string[]
}

/** The k best paths, by listing every path there is. */
export function naivePaths(all: readonly Tie[], from: EntityId, to: EntityId, route: Route) {
  const ties = all.filter(({ status }) => stands(status))
  const found: { readonly ties: readonly Tie[]; readonly nodes: readonly EntityId[] }[] = []
  const walk = (nodes: readonly EntityId[], walked: readonly Tie[]): void => {
    const here = nodes.at(-1)!
    if (here === to) found.push({ ties: walked, nodes })
    if (here === to || walked.length === route.maxLength) return
    const ends = new Set(
      ties.flatMap(({ source, target }) =>
        source === here ? [target] : target === here && !route.directed ? [source] : [],
      ),
    )
    for (const end of ends) {
      if (nodes.includes(end) || route.avoid.includes(end)) continue
      const [step] = ties
        .filter(
          ({ source, target }) =>
            (source === here && target === end) || (!route.directed && source === end && target === here),
        )
        .sort(stronger)
      walk([...nodes, end], [...walked, step!])
    }
  }
  walk([from], [])
  const weakest = (path: (typeof found)[number]): number => Math.min(...path.ties.map(({ claims }) => claims))
  const byNodes = (a: readonly string[], b: readonly string[]): number => {
    const differs = a.findIndex((id, at) => id !== b[at])
    return differs === -1 ? 0 : compare(a[differs]!, b[differs]!)
  }
  return found
    .sort((a, b) => a.ties.length - b.ties.length || weakest(b) - weakest(a) || byNodes(a.nodes, b.nodes))
    .slice(0, route.k)
    .map((path) => path.ties.map((tie) => tie.id))
}
