import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asEntityId, type Tie, tieId } from '../../src/model/index.ts'
import { adjacencyOf, eachEntry, type Rows } from '../../src/query/adjacency.ts'
import { recent } from '../../src/query/lazy.ts'
import { shortestPaths } from '../../src/query/paths.ts'

const nodes = Array.from({ length: 40 }, (_, n) => asEntityId(`n${String(n).padStart(2, '0')}`))
const nodeOf = new Map(nodes.map((id, node) => [id, node]))

const tie = (source: number, target: number, claims = 1): Tie => ({
  id: tieId(nodes[source]!, 'SAY', nodes[target]!),
  source: nodes[source]!,
  type: 'SAY',
  target: nodes[target]!,
  status: 'reported',
  via: 'target',
  mutual: false,
  asserted: 1,
  attributed: 0,
  denied: 0,
  unrealized: 0,
  claims,
  articles: 1,
  publishers: 1,
  first: null,
  last: null,
  predicates: [],
  best: '' as Tie['best'],
})

it('rows hold each tie once at its source and once at its target, in order', () => {
  const pair = fc.tuple(fc.nat(39), fc.nat(39))
  fc.assert(
    fc.property(fc.uniqueArray(pair, { selector: (ends) => ends.join() }), (pairs) => {
      const ties = pairs.map(([a, b]) => tie(a, b))
      const { out, into } = adjacencyOf(ties, nodeOf)
      const entries = (rows: Rows, node: number) => {
        const found: [number, number][] = []
        eachEntry(rows, node, (end, index) => found.push([end, index]))
        return found
      }
      for (const node of nodes.keys()) {
        const at = (near: 0 | 1) =>
          pairs.flatMap((ends, index) => (ends[near] === node ? [[ends[near === 0 ? 1 : 0], index]] : []))
        expect(entries(out, node)).toEqual(at(0))
        expect(entries(into, node)).toEqual(at(1))
      }
    }),
  )
})

describe('the best path', () => {
  const route = { from: 0, to: 3, maxLength: 4, k: 1, directed: false, keep: () => true, avoid: new Set<number>() }

  it.each<[string, Tie[], number[]]>([
    ['has fewest steps', [tie(0, 1, 9), tie(1, 3, 9), tie(0, 3, 1)], [0, 3]],
    ['has the stronger weakest tie', [tie(0, 1, 9), tie(1, 3, 1), tie(0, 2, 2), tie(2, 3, 2)], [0, 2, 3]],
    ['is first by id among equals', [tie(0, 2, 5), tie(2, 3, 3), tie(0, 1, 3), tie(1, 3, 3)], [0, 1, 3]],
    [
      'walks the stronger way of two',
      [tie(0, 1, 1), tie(1, 0, 3), tie(1, 3, 2), tie(0, 2, 2), tie(2, 3, 1)],
      [0, 1, 3],
    ],
  ])('%s', (_, ties, expected) => {
    const { paths } = shortestPaths(adjacencyOf(ties, nodeOf), route)
    expect(paths.map((path) => path.nodes)).toEqual([expected])
    expect(paths[0]?.weakest).toBe(Math.min(...(paths[0]?.steps ?? []).map((step) => step.tie.claims)))
  })
})

describe('a search for paths that is too long', () => {
  // Everybody is tied to everybody: 38 * 37 * 36 paths of four steps.
  const ties = nodes.flatMap((_, a) => nodes.flatMap((_, b) => (a === b ? [] : [tie(a, b)])))
  const graph = adjacencyOf(ties, nodeOf)
  const route = { from: 0, to: 1, maxLength: 4, directed: true, keep: () => true, avoid: new Set<number>() }

  it('gives up at its bound, says so, and gives the same each time', () => {
    const found = shortestPaths(graph, { ...route, k: 2000, expansions: 3000 })
    expect(found.truncated).toBe(true)
    expect(found.paths.length).toBeGreaterThan(38)
    expect(found.paths.map(({ nodes: on }) => on.length)).toEqual(
      found.paths.map(({ nodes: on }) => on.length).sort((a, b) => a - b),
    )
    expect(shortestPaths(graph, { ...route, k: 2000, expansions: 3000 })).toEqual(found)
  })

  it('does not give up on what it needs not search', () => {
    expect(shortestPaths(graph, { ...route, k: 39, expansions: 3000 })).toMatchObject({ truncated: false })
  })
})

describe('recent', () => {
  it('makes a value once while it is kept, and forgets the one that was not asked for longest', () => {
    const made: string[] = []
    const keep = recent<string>(2)
    const ask = (key: string) =>
      keep(key, () => {
        made.push(key)
        return key.toUpperCase()
      })
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })
})
