import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf, type GraphView, layout, toGraphology, viewOf } from '../../src/graph/index.ts'
import { asEntityId, type TypeInfo, tieId } from '../../src/model/index.ts'
import { actor, ENTITIES, type Line, reading } from './make.ts'

const LINES: readonly Line[] = [
  { source: ['Russia'], type: 'ASSAULT', target: ['Idlib'] },
  { source: ['Russia'], type: 'SUPPORT', target: ['Syria'] },
  { source: ['Russia', 'Turkey'], type: 'CONSULT' },
  { source: ['Turkey'], type: 'OPPOSE', target: ['Syria'] },
]
const { article, claims } = reading('a', LINES)
const VIEW = viewOf(factsOf(claims, new Map([[article.id, article]])), ENTITIES)

const ASSAULT: TypeInfo = {
  type: 'ASSAULT',
  says: 'X uses violence against Y',
  quad: 'material-conflict',
  cameo: '19',
  score: -9,
  verb: 'assaults',
}

describe('toGraphology', () => {
  const graph = toGraphology(VIEW, new Map([['ASSAULT', ASSAULT]]))

  it('holds the actors, places and ties in order of id', () => {
    expect(graph.nodes()).toEqual(['idlib', 'russia', 'syria', 'turkey'])
    expect(graph.edges()).toEqual(VIEW.ties.map(({ id }) => id))
    for (const { id, source, target } of VIEW.ties) expect(graph.extremities(id)).toEqual([source, target])
  })

  it('gives nodes their label, kind and codes, places where they lie', () => {
    expect(graph.getNodeAttributes('russia')).toEqual({
      label: 'Russia',
      kind: 'state',
      basis: 'table',
      iso3: 'RUS',
      wikidata: 'Q159',
    })
    expect(graph.getNodeAttributes('idlib')).toEqual({
      label: 'Idlib',
      kind: 'place',
      basis: 'table',
      feature: 'city',
      within: 'syria',
      lat: 35.93,
      lon: 36.63,
    })
  })

  it('gives edges the tie, and what the tables say of its type', () => {
    const { id, source, target, type: deed, ...tie } = VIEW.ties.find(({ type }) => type === 'ASSAULT')!
    expect([source, target]).toEqual(['russia', 'idlib'])
    const { type, says, ...info } = ASSAULT
    expect([type, says]).toEqual(['ASSAULT', ASSAULT.says])
    expect(graph.getEdgeAttributes(id)).toEqual({ ...tie, deed, ...info, label: 'assaults' })
    expect(graph.getEdgeAttribute('russia~SUPPORT~syria', 'label')).toBe('SUPPORT')
  })

  it('exports alike whenever it is made', () => {
    expect(JSON.stringify(toGraphology(VIEW).export())).toBe(JSON.stringify(toGraphology(VIEW).export()))
  })
})

/** A view of so many actors, with ties between the numbered ones. */
function viewWith(order: number, pairs: readonly (readonly [number, number, number])[]): GraphView {
  const id = (n: number) => asEntityId(`actor-${String(n).padStart(3, '0')}`)
  const nodes = Array.from(
    { length: order },
    (_, n) => [id(n), { ...actor('Actor', 'organization'), id: id(n) }] as const,
  )
  const ties = pairs
    .filter(([a, b]) => a !== b && a < order && b < order)
    .map(([a, b, count]) => ({
      ...VIEW.ties[0]!,
      id: tieId(id(a), 'SAY', id(b)),
      source: id(a),
      target: id(b),
      claims: count,
    }))
  return { entities: new Map(nodes), ties }
}

describe('layout', () => {
  const pair = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 2000 }))

  it('is the same for the same view, finite, rounded, and never all zero', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.array(pair, { maxLength: 30 }), (order, pairs) => {
        const view = viewWith(order, pairs)
        const points = layout(view, { iterations: 40 })
        expect(JSON.stringify([...layout(view, { iterations: 40 })])).toBe(JSON.stringify([...points]))
        expect([...points.keys()]).toEqual([...view.entities.keys()])
        for (const value of [...points.values()].flatMap(({ x, y }) => [x, y])) {
          expect(Number.isFinite(value)).toBe(true)
          expect(Object.is(value, -0)).toBe(false)
          expect(Math.round(value * 1000) / 1000).toBe(value)
        }
        if (order > 0) expect([...points.values()].some(({ x, y }) => x !== 0 || y !== 0)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('gives no two the same place', () => {
    const points = layout(
      viewWith(40, [
        [0, 1, 5],
        [1, 2, 500],
        [3, 4, 1],
      ]),
    )
    expect(new Set([...points.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(40)
  })

  it('draws together those with more claims between them', () => {
    const points = layout(
      viewWith(4, [
        [0, 1, 400],
        [2, 1, 1],
        [1, 2, 1],
        [3, 1, 1],
        [1, 3, 1],
      ]),
    )
    const apart = ([a, b]: [string, string]) => {
      const [p, q] = [points.get(asEntityId(a))!, points.get(asEntityId(b))!]
      return Math.hypot(p.x - q.x, p.y - q.y)
    }
    expect(apart(['actor-000', 'actor-001'])).toBeLessThan(apart(['actor-002', 'actor-001']))
  })

  it('knows empty views, and leaves all at their seeds when no round is asked for', () => {
    expect(layout(viewWith(0, []))).toEqual(new Map())
    const seeds = layout(viewWith(3, [[0, 1, 1]]), { iterations: 0 })
    expect([...seeds.values()][0]).toEqual({ x: 7.071, y: 0 })
  })
})
