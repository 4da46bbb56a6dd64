import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, type ExportInput } from '../../src/export/index.ts'
import { type EntityId, stands, tieId } from '../../src/model/index.ts'
import { anyInput, claim, id, inputOf, VIEW } from './make.ts'

const [, format] = EXPORT_FORMATS

const written = (input: ExportInput): string => [...format.write(input, () => {})].join('')
const opened = (input: ExportInput) => MultiDirectedGraph.from(JSON.parse(written(input)))

describe('graphology JSON', () => {
  it('opens as a multigraph whose edges are the ties', () => {
    const graph = opened(inputOf(VIEW))
    expect([graph.type, graph.multi]).toEqual(['directed', true])
    expect(graph.getAttributes()).toEqual({ title: 'Sample graph', creator: 'wiregraph', version: '0123456789abcdef' })
    expect(graph.nodes()).toEqual(['bashar-al-assad', 'idlib', 'russia', 'united-states'])
    expect(graph.edges()).toEqual(VIEW.ties.filter(({ status }) => stands(status)).map((tie) => tie.id))
  })

  it('has what sigma draws and what the tables know of a node', () => {
    const graph = opened(inputOf(VIEW))
    expect(graph.getNodeAttributes('russia')).toEqual({
      cameo: 'RUS',
      iso3: 'RUS',
      wikidata: 'Q159',
      label: 'Russia',
      kind: 'state',
      basis: 'table',
      claims: 7,
      degree: 4,
      first: '2015-09-30',
      last: '2015-10-05',
      x: 4,
      y: -2,
      size: 16,
      color: '#332288',
    })
    expect(graph.getNodeAttributes('idlib')).toMatchObject({ kind: 'place', lat: 35.93, lon: 36.63, feature: 'city' })
  })

  it('has everything the tie knows, but its type under another name', () => {
    const key = tieId(id('Russia'), 'AID', id('Bashar al-Assad'))
    expect(opened(inputOf(VIEW)).getEdgeAttributes(key)).toEqual({
      label: 'aids',
      deed: 'AID',
      quad: 'material-cooperation',
      cameo: '07',
      score: 7,
      status: 'disputed',
      via: 'target',
      mutual: false,
      claims: 2,
      asserted: 1,
      attributed: 0,
      denied: 1,
      unrealized: 0,
      articles: 2,
      publishers: 1,
      first: '2015-10-01',
      last: '2015-10-05',
      predicates: [['aid', 2]],
      best: claim(3),
      quote: `“The words of claim ${claim(3)},” it said.`,
      weight: 2,
      size: 1.41,
      color: '#0072B2',
    })
  })

  it('holds any view and gives it back', () => {
    fc.assert(
      fc.property(anyInput, ({ input }) => {
        const graph = opened(input)
        const shown = input.view.ties.filter(({ status }) => input.all || stands(status))
        expect(graph.edges()).toEqual(shown.map((tie) => tie.id))
        graph.forEachEdge((key, attributes, source, target) => {
          const tie = shown.find((each) => each.id === key)
          expect([source, target]).toEqual([tie?.source, tie?.target])
          expect(attributes.quote).toBe(tie === undefined ? '' : input.quote(tie.best))
          expect(attributes).not.toHaveProperty('type')
        })
        graph.forEachNode((key, { label, x, y, size, color, ...more }) => {
          const entity = input.view.entities.get(key as EntityId)
          const own = entity?.label ?? ''
          if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(own)) expect(label).toBe(own)
          else expect([own, key]).toContain(label)
          expect([typeof x, typeof y]).toEqual(Array(2).fill(input.positions === null ? 'undefined' : 'number'))
          expect(size).toBeGreaterThanOrEqual(4)
          expect(size).toBeLessThanOrEqual(40)
          expect(color).toMatch(/^#[0-9A-F]{6}$/)
          expect(more).not.toHaveProperty('type')
        })
      }),
      { numRuns: 100 },
    )
  })

  it('says what sigma will miss where no layout ran', () => {
    const notes: string[] = []
    for (const _ of format.write(inputOf(VIEW, { all: true, positions: null }), (note) => notes.push(note)));
    expect(notes).toEqual(['No layout ran: sigma needs an x and y for every node before it draws them.'])
  })
})
