import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, type ExportInput } from '../../src/export/index.ts'
import { viewOf } from '../../src/graph/index.ts'
import { stands } from '../../src/model/index.ts'
import { checkGexf } from './gexf-checker.ts'
import { anyInput, claim, DEEDS, ENTITIES, factsOf, inputOf, tableOf, VIEW } from './make.ts'
import { againstGrammar } from './schema.ts'
import { readXml, type XmlElement } from './xml-reader.ts'

const [gexf] = EXPORT_FORMATS

function written(input: ExportInput): { readonly text: string; readonly notes: readonly string[] } {
  const notes: string[] = []
  return { text: [...gexf.write(input, (note) => notes.push(note))].join(''), notes }
}

/** What a line of the file says, by names. */
interface Row {
  readonly [name: string]: string | undefined
}

/** The attributes of an element, those of GEXF tables among them, and the elements of viz by name. */
function flat(element: XmlElement): Row {
  const pairs: [string, string][] = [...element.attributes]
  for (const { name, attributes, children } of element.children) {
    if (name === 'attvalues') pairs.push(...children.map((each): [string, string] => told(each)))
    else pairs.push([name, [...attributes].map(([key, value]) => `${key}=${value}`).join(' ')])
  }
  return Object.fromEntries(pairs)
}
const told = ({ attributes }: XmlElement): [string, string] => [
  attributes.get('for') ?? '',
  attributes.get('value') ?? '',
]

function parts(text: string) {
  const graph = readXml(text).root.children.find(({ name }) => name === 'graph')
  const rows = (name: string) => graph?.children.find((child) => child.name === name)?.children.map(flat) ?? []
  return { nodes: rows('nodes'), edges: rows('edges') }
}

describe('GEXF', () => {
  it('has an edge for each ordered pair that a standing tie joins', () => {
    const { nodes, edges } = parts(written(inputOf(VIEW)).text)
    expect(edges.map(({ id }) => id)).toEqual([
      'russia~bashar-al-assad',
      'russia~idlib',
      'russia~united-states',
      'united-states~bashar-al-assad',
      'united-states~russia',
    ])
    expect(nodes.map(({ id }) => id)).toEqual(['bashar-al-assad', 'idlib', 'russia', 'united-states'])
  })

  it('lets the strongest tie name the edge and sums up all of them', () => {
    const { edges } = parts(written(inputOf(VIEW)).text)
    expect(edges[0]).toEqual({
      id: 'russia~bashar-al-assad',
      source: 'russia',
      target: 'bashar-al-assad',
      label: 'supports',
      weight: '3',
      deed: 'SUPPORT',
      deeds: '["SUPPORT", "AID"]',
      quad: 'verbal-cooperation',
      status: 'disputed',
      claims: '3',
      asserted: '1',
      attributed: '1',
      denied: '1',
      unrealized: '0',
      articles: '2',
      publishers: '1',
      first: '2015-10-01',
      last: '2015-10-05',
      quote: `“The words of claim ${claim(2)},” it said.`,
      evidence: claim(2),
      'viz:color': 'r=86 g=180 b=233',
    })
  })

  it('tells of an actor what tables and ties know', () => {
    const { nodes } = parts(written(inputOf(VIEW)).text)
    expect(nodes[2]).toEqual({
      id: 'russia',
      label: 'Russia',
      actorkind: 'state',
      iso3: 'RUS',
      cameo: 'RUS',
      wikidata: 'Q159',
      first: '2015-09-30',
      last: '2015-10-05',
      claims: '7',
      basis: 'table',
      // Four edges: 4 + 36 √(4/36).
      'viz:size': 'value=16',
      'viz:position': 'x=4 y=-2 z=0.0',
      'viz:color': 'r=51 g=34 b=136',
    })
  })

  it('shows ties that do not stand when it is asked to, and tells how many it hid', () => {
    const some = written(inputOf(VIEW))
    const all = written(inputOf(VIEW, { all: true }))
    expect(some.notes).toEqual(['Left out 2 ties that only denials, plans, demands or guesses speak of.'])
    expect(all.notes).toEqual([])
    const added = parts(all.text).edges.filter(({ id }) => !parts(some.text).edges.some((edge) => edge.id === id))
    expect(added.map(({ id, status }) => [id, status])).toEqual([
      ['turkey~syria', 'unrealized'],
      ['united-states~syria', 'denied'],
    ])
  })

  it('names a deed without a row in the tables by its type', () => {
    const deeds = [...DEEDS, { source: 'syria', type: null, target: 'turkey' }]
    const view = viewOf(factsOf(deeds), tableOf(ENTITIES), { open: true })
    const { edges } = parts(written(inputOf(view)).text)
    const byId = new Map(edges.map((edge) => [edge.id, edge]))
    expect(byId.get('syria~turkey')).toMatchObject({ label: 'OPEN', deed: 'OPEN', deeds: '["OPEN"]' })
    expect(byId.get('russia~united-states')).toMatchObject({ label: 'REJECT', deed: 'REJECT' })
    expect(byId.get('russia~united-states')).not.toHaveProperty('quad')
  })

  it('has positions only when a layout ran', () => {
    expect(written(inputOf(VIEW, { positions: null })).text).not.toContain('viz:position')
    const broken = new Map([...VIEW.entities.keys()].map((id) => [id, { x: Number.NaN, y: 1 }]))
    expect(written(inputOf(VIEW, { positions: broken })).text).not.toContain('viz:position')
  })

  it('tells once where Gephi will change words, and which characters it lost', () => {
    const { text, notes } = written(inputOf(VIEW, { all: true, quote: () => 'The INF\u0007 Treaty\nended.' }))
    const edges = parts(text).edges
    expect(edges[0]?.quote).toBe('The INF Treaty\nended.')
    expect(notes).toEqual([
      `Left out characters that XML forbids, in ${edges.length} texts.`,
      `Gephi will show "Infinity" where the texts say "INF", in ${edges.length} values; the first is the quote of russia~bashar-al-assad.`,
    ])
    expect(checkGexf(text).map(({ rule }) => rule)).toEqual(edges.map(() => 10))
  })

  it('keeps a label whole, whatever stands in it, and takes the id where there is none', () => {
    const label = 'A <b> & "c"\n\ud83d\ude80 INF'
    const named = ENTITIES.map((entity) =>
      entity.id === 'russia' ? { ...entity, label } : entity.id === 'idlib' ? { ...entity, label: ' \u0001' } : entity,
    )
    const { text, notes } = written(inputOf(viewOf(factsOf(DEEDS), tableOf(named)), { all: true }))
    const labels = new Map(parts(text).nodes.map((node) => [node.id, node.label]))
    expect(labels.get('russia')).toBe(label)
    expect(labels.get('idlib')).toBe('idlib')
    expect(notes).toEqual([])
    expect(checkGexf(text)).toEqual([])
  })

  it('writes a file that the checker has nothing against, but for what it told itself', () => {
    fc.assert(
      fc.property(anyInput, ({ input }) => {
        const { text, notes } = written(input)
        const faults = checkGexf(text)
        expect(faults.filter(({ rule }) => rule !== 10)).toEqual([])
        const inf = notes.find((note) => note.includes('"INF"'))
        expect(faults.length).toBe(Number(/in (\d+) value/.exec(inf ?? 'in 0 value')?.[1]))
      }),
      { numRuns: 150 },
    )
  })

  it('has as many edges as there are ordered pairs, and no actor without one', () => {
    fc.assert(
      fc.property(anyInput, ({ input }) => {
        const { nodes, edges } = parts(written(input).text)
        const shown = input.view.ties.filter(({ status }) => input.all || stands(status))
        expect(edges.length).toBe(new Set(shown.map(({ source, target }) => JSON.stringify([source, target]))).size)
        expect(new Set(edges.flatMap(({ source, target }) => [source, target]))).toEqual(
          new Set(nodes.map(({ id }) => id)),
        )
        expect(edges.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(
          shown.reduce((sum, { claims }) => sum + claims, 0),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('keeps to the GEXF 1.3 grammar', async () => {
    const inputs = [inputOf(VIEW), inputOf({ entities: new Map(), ties: [] })]
    inputs.push(...fc.sample(anyInput, { numRuns: 40, seed: 7 }).map(({ input }) => input))
    const found = await againstGrammar(inputs.map((input) => written(input).text))
    expect(found).toEqual(inputs.map(() => []))
  }, 60_000)
})
