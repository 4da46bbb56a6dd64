import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, type ExportInput } from '../../src/export/index.ts'
import { type Fact, viewOf } from '../../src/graph/index.ts'
import { type Entity, stands } from '../../src/model/index.ts'
import { anyInput, DEEDS, type Deed, ENTITIES, factsOf, inputOf, tableOf, VIEW } from './make.ts'
import { readXml } from './xml-reader.ts'

type Format = Exclude<(typeof EXPORT_FORMATS)[number], { name: 'gexf-events' }>

/** Formats of ties; that of events is tested by itself. */
const OF_TIES = EXPORT_FORMATS.filter((format): format is Format => format.name !== 'gexf-events')

/** An edge as any format tells it: whom it joins, by which types, with how many claims. */
interface Edge {
  readonly source: string
  readonly target: string
  readonly deeds: readonly string[]
  readonly claims: number
}

/** How the edges of a file are read back. A new format brings its own reader. */
const READERS: Readonly<Record<Format['name'], (text: string) => readonly Edge[]>> = {
  gexf: (text) => {
    const graph = readXml(text).root.children.find(({ name }) => name === 'graph')
    const edges = graph?.children.find(({ name }) => name === 'edges')?.children ?? []
    const idOf = (raw = '') =>
      raw === '%' ? '' : raw.replace(/%(....)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    return edges.map(({ attributes, children }) => {
      const values = new Map(
        children[0]?.children.map((value) => [value.attributes.get('for'), value.attributes.get('value') ?? '']),
      )
      return {
        source: idOf(attributes.get('source')),
        target: idOf(attributes.get('target')),
        deeds: JSON.parse(values.get('deeds') ?? '[]'),
        claims: Number(values.get('claims')),
      }
    })
  },
  graphology: (text) =>
    JSON.parse(text).edges.map(
      ({
        source,
        target,
        attributes,
      }: {
        source: string
        target: string
        attributes: { deed: string; claims: number }
      }) => ({
        source,
        target,
        deeds: [attributes.deed],
        claims: attributes.claims,
      }),
    ),
}

const written = (format: Format, input: ExportInput): string => [...format.write(input, () => {})].join('')

/** What each ordered pair is said to have done, and how often, whatever the edges are. */
function pairs(edges: readonly Edge[]): Record<string, { deeds: string[]; claims: number }> {
  const found = new Map<string, { deeds: string[]; claims: number }>()
  for (const { source, target, deeds, claims } of edges) {
    const key = JSON.stringify([source, target])
    const sofar = found.get(key) ?? { deeds: [], claims: 0 }
    found.set(key, { deeds: [...sofar.deeds, ...deeds].sort(), claims: sofar.claims + claims })
  }
  return Object.fromEntries(found)
}

describe('the formats', () => {
  it('have names, extensions and media types of their own', () => {
    for (const trait of ['name', 'extension', 'mediaType', 'says'] as const) {
      expect(new Set(EXPORT_FORMATS.map((format) => format[trait])).size).toBe(EXPORT_FORMATS.length)
    }
    expect(EXPORT_FORMATS.map(({ name }) => name)).toEqual(['gexf', 'graphology', 'gexf-events'])
  })
})

describe.each(OF_TIES)('$name', (format) => {
  const read = READERS[format.name]

  it('tells of every tie that stands, and of all when it is asked to', () => {
    fc.assert(
      fc.property(anyInput, fc.boolean(), ({ input }, all) => {
        const shown = input.view.ties.filter(({ status }) => all || stands(status))
        const expected = shown.map(({ source, target, type, claims }) => ({
          source,
          target,
          deeds: [type ?? 'OPEN'],
          claims,
        }))
        expect(pairs(read(written(format, { ...input, all })))).toEqual(pairs(expected))
      }),
      { numRuns: 100 },
    )
  })

  it('is the same for the same graph, in whatever order it was put together', () => {
    const shuffled = anyInput.chain((made) =>
      fc.record({
        made: fc.constant(made),
        facts: fc.shuffledSubarray([...made.facts], { minLength: made.facts.length }),
        entities: fc.shuffledSubarray([...made.entities], { minLength: made.entities.length }),
      }),
    )
    const remade = (input: ExportInput, facts: readonly Fact[], entities: readonly Entity[]): ExportInput => ({
      ...input,
      view: viewOf(facts, tableOf(entities.map(turned)), { open: true }),
      types: new Map([...input.types].reverse()),
      positions: input.positions === null ? null : new Map([...input.positions].reverse()),
    })
    fc.assert(
      fc.property(shuffled, ({ made, facts, entities }) => {
        const before = written(format, made.input)
        expect(written(format, made.input)).toBe(before)
        expect(written(format, remade(made.input, facts, entities))).toBe(before)
      }),
      { numRuns: 100 },
    )
  })

  it('has none of the articles’ words where texts may not be passed on', () => {
    const words = 'Warplanes bombed the city on Sunday'
    expect(written(format, inputOf(VIEW, { quote: () => words }))).toContain(words)
    const asked: string[] = []
    const silent = written(
      format,
      inputOf(VIEW, {
        quote: (id) => {
          asked.push(id)
          return null
        },
      }),
    )
    expect(asked.length).toBeGreaterThan(0)
    expect(silent).not.toMatch(/warplanes|the words of/i)
  })

  it('makes a file of a graph with nothing in it', () => {
    expect(read(written(format, inputOf({ entities: new Map(), ties: [] })))).toEqual([])
  })

  it('leaves out actors whose ties are all hidden', () => {
    const some = written(format, inputOf(VIEW))
    expect(some).not.toContain('Turkey')
    expect(written(format, inputOf(VIEW, { all: true }))).toContain('Turkey')
  })

  it('is made piece by piece, as it is asked for', () => {
    const many: Deed[] = Array.from({ length: 4000 }, (_, n) => ({
      source: `actor-${n % 50}`,
      type: 'ASSAULT',
      target: `actor-${50 + (n % 79)}`,
    }))
    const entities = Array.from({ length: 129 }, (_, n) => ({ ...ENTITIES[0]!, id: `actor-${n}` as Entity['id'] }))
    let asked = 0
    const input = inputOf(viewOf(factsOf(many), tableOf(entities)), { quote: () => `${asked++} words` })
    const pieces = format.write(input, () => {})[Symbol.iterator]()
    const first: string = pieces.next().value
    expect(first.length).toBeGreaterThan(10_000)
    expect(first.length).toBeLessThan(200_000)
    expect(asked).toBeLessThan(500)
    let rest = 0
    while (pieces.next().done !== true) rest++
    expect(rest).toBeGreaterThan(3)
    expect(asked).toBe(input.view.ties.length)
  })

  it('speaks only when there is something to say', () => {
    const notes: string[] = []
    for (const _ of format.write(inputOf(VIEW, { all: true }), (note) => notes.push(note)));
    expect(notes).toEqual([])
    for (const _ of format.write(inputOf(VIEW), (note) => notes.push(note)));
    expect(notes).toEqual(['Left out 2 ties that only denials, plans, demands or guesses speak of.'])
    expect(DEEDS.length).toBe(10)
  })
})

/** The same entity with its codes in another order. */
const turned = (entity: Entity): Entity => ({
  ...entity,
  codes: Object.fromEntries(Object.entries(entity.codes).reverse()),
})
