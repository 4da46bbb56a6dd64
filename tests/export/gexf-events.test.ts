import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, type ExportInput } from '../../src/export/index.ts'
import { eventGraphOf, layoutEvents } from '../../src/graph/index.ts'
import { asEventId, CLAIM_TYPES, type EntityId, type Event, STATUSES, stands } from '../../src/model/index.ts'
import { checkGexf } from './gexf-checker.ts'
import { anyInput, claim, ENTITIES, id, inputOf, tableOf, VIEW } from './make.ts'
import { againstGrammar } from './schema.ts'
import { readXml, type XmlElement } from './xml-reader.ts'

const format = EXPORT_FORMATS.find(({ name }) => name === 'gexf-events')!

function event(n: number, more: Partial<Event>): Event {
  return {
    id: asEventId(n.toString(16).padStart(16, 'e')),
    type: 'ASSAULT',
    sources: [],
    targets: [],
    places: [],
    unnamed: { sources: [], targets: [] },
    mutual: false,
    status: 'reported',
    first: '2015-10-01',
    last: '2015-10-01',
    precision: 'day',
    basis: 'told',
    within: null,
    asserting: { publishers: [], speakers: [] },
    denying: { publishers: [], speakers: [] },
    reprints: 0,
    asserted: 1,
    attributed: 0,
    denied: 0,
    unrealized: 0,
    claims: 1,
    articles: 1,
    publishers: 1,
    predicates: [['bomb', 1]],
    best: claim(n),
    ...more,
  }
}

const MONTH = event(9, { sources: [id('Russia')], places: [id('Idlib')], last: '2015-10-31', precision: 'month' })
const EVENTS: readonly Event[] = [
  event(1, {
    sources: [id('Russia')],
    places: [id('Idlib')],
    within: MONTH.id,
    status: 'disputed',
    claims: 4,
    asserting: { publishers: ['Sample Wire'], speakers: [id('Turkey')] },
    denying: { publishers: [], speakers: [id('Russia')] },
  }),
  event(2, {
    sources: [id('Turkey')],
    targets: [id('Syria')],
    places: [id('Syria')],
    type: 'AID',
    first: null,
    last: null,
  }),
  event(3, { sources: [id('Russia'), id('United States')], mutual: true, type: 'CONSULT' }),
  event(4, { sources: [id('United States')], targets: [id('Bashar al-Assad')], status: 'unrealized' }),
  event(5, { unnamed: { sources: [], targets: ['civilian'] } }),
  MONTH,
]

function withEvents(events: readonly Event[], more: Partial<ExportInput> = {}): ExportInput {
  const graph = eventGraphOf(events, tableOf(ENTITIES))
  return inputOf(VIEW, { events: () => ({ ...graph, positions: layoutEvents(graph) }), ...more })
}

function written(input: ExportInput): { readonly text: string; readonly notes: readonly string[] } {
  const notes: string[] = []
  return { text: [...format.write(input, (note) => notes.push(note))].join(''), notes }
}

/** The attributes of an element, those of GEXF tables among them. */
function flat({ attributes, children }: XmlElement): Readonly<Record<string, string>> {
  const values = children
    .flatMap((child) => child.children)
    .map((each): [string, string] => [each.attributes.get('for') ?? '', each.attributes.get('value') ?? ''])
  return Object.fromEntries([...attributes, ...values])
}

function parts(text: string) {
  const graph = readXml(text).root.children.find(({ name }) => name === 'graph')
  const rows = (name: string) => graph?.children.find((child) => child.name === name)?.children.map(flat) ?? []
  return { nodes: rows('nodes'), edges: rows('edges') }
}

const key = (n: number) => `event~${event(n, {}).id}`

describe('GEXF of events', () => {
  it('leads from those who act to the event, and on to whom and where', () => {
    const { nodes, edges } = parts(written(withEvents(EVENTS)).text)
    expect(edges.map(({ source, role, target }) => [source, role, target])).toEqual([
      ['russia', 'source', key(1)],
      [key(1), 'place', 'idlib'],
      [key(1), 'within', key(9)],
      ['turkey', 'source', key(2)],
      [key(2), 'target and place', 'syria'],
      ['russia', 'source', key(3)],
      ['united-states', 'source', key(3)],
      ['russia', 'source', key(9)],
      [key(9), 'place', 'idlib'],
    ])
    expect(nodes.map(({ what }) => what)).toEqual([
      'place',
      'actor',
      'actor',
      'actor',
      'actor',
      'event',
      'event',
      'event',
      'event',
    ])
  })

  it('tells of an event what is known of it, and who says so', () => {
    const { nodes } = parts(written(withEvents(EVENTS)).text)
    expect(nodes.find((node) => node.id === key(1))).toMatchObject({
      label: 'assaults 2015-10-01',
      deed: 'ASSAULT',
      quad: 'material-conflict',
      status: 'disputed',
      claims: '4',
      first: '2015-10-01',
      basis: 'told',
      asserting: 'Sample Wire; Turkey',
      denying: 'Russia',
      quote: `“The words of claim ${claim(1)},” it said.`,
      evidence: claim(1),
    })
    expect(nodes.find((node) => node.id === key(2))?.label).toBe('aids')
    expect(nodes.find((node) => node.id === key(9))?.label).toBe('assaults 2015-10-01 to 2015-10-31')
  })

  it('hides what does not stand unless it is asked for, and what names nobody, and says so', () => {
    const some = written(withEvents(EVENTS))
    expect(some.notes).toEqual([
      'Left out 1 event that only denials, plans, demands or guesses speak of.',
      'Left out 1 event in which nobody and no place is named.',
    ])
    expect(some.text).not.toContain('bashar-al-assad')
    const all = written(withEvents(EVENTS, { all: true }))
    expect(all.text).toContain('bashar-al-assad')
    expect(all.notes).toEqual(['Left out 1 event in which nobody and no place is named.'])
  })

  it('has none of the articles’ words where texts may not be passed on', () => {
    expect(written(withEvents(EVENTS, { quote: () => null })).text).not.toContain('The words of')
  })

  it('says what it is written from', () => {
    expect(format.holds(withEvents(EVENTS))).toBe('6 actors and places, 6 events')
  })

  const any = anyInput.chain(({ input, entities }) => {
    const ids = entities.map((entity) => entity.id)
    const some = fc.subarray<EntityId>(ids, { maxLength: Math.min(3, ids.length) })
    const one = fc.record({
      type: fc.constantFrom(...CLAIM_TYPES),
      status: fc.constantFrom(...STATUSES),
      sources: some,
      targets: some,
      places: some,
      within: fc.constantFrom(null, 0, 1),
      publisher: fc.constantFrom('a\u0001 & "b"', 'INF'),
    })
    return fc.array(one, { maxLength: 8 }).map((list) => {
      const events = list.map(({ within, publisher, ...rest }, n) =>
        event(n, {
          ...rest,
          within: within === null || within === n ? null : event(within, {}).id,
          asserting: { publishers: [publisher], speakers: rest.sources },
        }),
      )
      const graph = eventGraphOf(events, tableOf(entities))
      return {
        ...input,
        events: () => ({ ...graph, positions: input.positions === null ? null : layoutEvents(graph) }),
      }
    })
  })

  it('writes a file that the checker has nothing against, but for what it told itself', () => {
    fc.assert(
      fc.property(any, (input) => {
        const { text, notes } = written(input)
        const faults = checkGexf(text)
        expect(faults.filter(({ rule }) => rule !== 10)).toEqual([])
        const inf = notes.find((note) => note.includes('"INF"'))
        expect(faults.length).toBe(Number(/in (\d+) value/.exec(inf ?? 'in 0 value')?.[1]))
      }),
      { numRuns: 100 },
    )
  })

  it('has a node for every event that is shown and every party of one, and no other', () => {
    fc.assert(
      fc.property(any, (input) => {
        const shown = input.events().events.filter(({ status, sources, targets, places }) => {
          return (input.all || stands(status)) && [...sources, ...targets, ...places].length > 0
        })
        const parties = new Set(shown.flatMap(({ sources, targets, places }) => [...sources, ...targets, ...places]))
        const { nodes, edges } = parts(written(input).text)
        expect(nodes.filter(({ what }) => what === 'event')).toHaveLength(shown.length)
        expect(nodes.filter(({ what }) => what !== 'event')).toHaveLength(parties.size)
        expect(new Set(edges.map(({ id: edge }) => edge)).size).toBe(edges.length)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps to the GEXF 1.3 grammar', async () => {
    const inputs = [withEvents(EVENTS), withEvents([]), ...fc.sample(any, { numRuns: 20, seed: 7 })]
    const found = await againstGrammar(inputs.map((input) => written(input).text))
    expect(found).toEqual(inputs.map(() => []))
  }, 60_000)
})
