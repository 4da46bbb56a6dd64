import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventsOf, mergeEntities, ROLLUPS, type Telling, tellingsFrom } from '../../src/graph/index.ts'
import { CLAIM_TYPES, isStanding, join } from '../../src/model/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { ENTITIES, type Line, reading, TABLE } from './make.ts'

const NAMES = ['Russia', 'Sergey Lavrov', 'John Kerry', 'United States', 'Idlib', 'Syria', '?rebels', '?one of them']
const parties = (minLength: number) => fc.uniqueArray(fc.constantFrom(...NAMES), { minLength, maxLength: 2 })
const when = fc.constantFrom(
  undefined,
  undefined,
  { date: null, precision: null },
  { date: '2015-09-30', precision: 'day' as const },
  { date: '2015-10-02', precision: 'day' as const },
  { date: '2015-09-28', precision: 'week' as const },
  { date: '2015-10', precision: 'month' as const },
  { date: '2015', precision: 'year' as const },
)
const line: fc.Arbitrary<Line> = fc
  .record({
    source: parties(0),
    type: fc.constantFrom('ASSAULT' as const, 'CONSULT' as const, 'ALLY' as const, null),
    target: parties(0),
    place: fc.constantFrom([], ['Idlib'], ['Aleppo']),
    verb: fc.constantFrom('did', 'did again, as was told at some length in the capital by', 'does'),
    by: fc.constantFrom([], ['Russia']),
    polarity: fc.constantFrom('affirmed' as const, 'negated' as const),
    modality: fc.constantFrom('actual' as const, 'planned' as const),
    when,
  })
  .map(({ when: time, ...rest }) => (time === undefined ? rest : { ...rest, when: time }))

const piece = fc.record({
  lines: fc.array(line, { maxLength: 6 }),
  publisher: fc.constantFrom(null, 'Sample Wire', 'Example Times'),
  published: fc.constantFrom(null, '2015-09-30', '2015-10-01', '2015-10-03', '2016-02-01'),
})
const pieces = fc.array(piece, { maxLength: 5 })
type Piece = typeof piece extends fc.Arbitrary<infer T> ? T : never

const put = (store: ReturnType<typeof memoryStore>, name: string, { lines, publisher, published }: Piece) =>
  store.put(reading(name, lines, { publisher, published, entities: TABLE }))

function tellingsOf(list: readonly Piece[]): readonly Telling[] {
  const store = memoryStore()
  for (const [index, each] of list.entries()) put(store, `a${index}`, each)
  return tellingsFrom(store)
}

it('events do not depend on the order of the claims', () => {
  const shuffled = pieces.chain((list) => {
    const tellings = tellingsOf(list)
    return fc.tuple(fc.constant(tellings), fc.shuffledSubarray([...tellings], { minLength: tellings.length }))
  })
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...ROLLUPS), ([tellings, other], rollup) => {
      expect(JSON.stringify(eventsOf(other, ENTITIES, rollup))).toBe(
        JSON.stringify(eventsOf(tellings, ENTITIES, rollup)),
      )
    }),
  )
})

it('an article that is added and then removed leaves the events as they were', () => {
  fc.assert(
    fc.property(pieces, piece, (list, other) => {
      const store = memoryStore()
      for (const [index, each] of list.entries()) put(store, `a${index}`, each)
      const events = () => JSON.stringify(eventsOf(tellingsFrom(store), mergeEntities(store.entities())))
      const before = events()
      put(store, 'other', other)
      store.remove(reading('other', []).article.id)
      expect(events()).toBe(before)
    }),
  )
})

it('every claim of a deed with a party is in one event, and nothing else is in any', () => {
  fc.assert(
    fc.property(pieces, (list) => {
      const tellings = tellingsOf(list)
      const found = eventsOf(tellings, ENTITIES).flatMap(({ facts }) => facts.map(({ claim }) => claim))
      expect(new Set(found).size).toBe(found.length)
      const named = tellings.filter(
        ({ fact: { sources, targets, places }, strangers }) =>
          [...sources, ...targets, ...places, ...strangers.sources, ...strangers.targets].length > 0,
      )
      expect([...found].sort()).toEqual(named.map(({ fact }) => fact.claim).sort())
      expect(tellings.every(({ fact }) => fact.type !== null && !isStanding(fact.type))).toBe(true)
    }),
  )
})

it('an event is of one type and of one told day, and its figures are those of its claims', () => {
  fc.assert(
    fc.property(pieces, (list) => {
      const tellings = tellingsOf(list)
      const timeOf = new Map(tellings.map(({ fact, time }) => [fact.claim, time]))
      const all = eventsOf(tellings, ENTITIES)
      const byId = new Map(all.map(({ event }) => [event.id, event]))
      expect(byId.size).toBe(all.length)
      for (const { event, facts } of all) {
        const counted = facts.slice(0, event.claims)
        expect(facts.length).toBe(event.claims + event.reprints)
        expect(new Set(facts.map(({ type }) => type))).toEqual(new Set([event.type]))
        expect(CLAIM_TYPES).toContain(event.type)
        expect(event.status).toBe(counted.map(({ status }) => status).reduce(join))
        expect(event.asserted + event.attributed + event.denied + event.unrealized).toBe(event.claims)
        expect(event.best).toBe(facts[0]?.claim)
        const days = counted.flatMap(({ claim }) => {
          const time = timeOf.get(claim)
          return time?.basis === 'told' && time.precision === 'day' ? [time.first] : []
        })
        expect(new Set(days).size).toBeLessThanOrEqual(1)
        if (days.length > 0) expect([event.first, event.last, event.basis]).toEqual([days[0], days[0], 'told'])
        if (event.within === null) continue
        const span = byId.get(event.within)
        expect(span?.type).toBe(event.type)
        expect(span?.precision).not.toBe('day')
        expect((span?.first ?? '') <= (event.first ?? '') && (event.last ?? '') <= (span?.last ?? '')).toBe(true)
      }
    }),
  )
})

it('printing everything again changes nothing but the number of reprints', () => {
  const long = piece.map((each) => ({
    ...each,
    published: each.published ?? '2015-10-01',
    lines: each.lines.map((given, at) => ({ ...given, verb: `did so as was told at length for the ${at} time by` })),
  }))
  fc.assert(
    fc.property(long, (each) => {
      const events = (again: boolean) => {
        const store = memoryStore()
        put(store, 'a', each)
        if (again) put(store, 'b', { ...each, publisher: 'Example Times' })
        return eventsOf(tellingsFrom(store), ENTITIES).map(({ event: { reprints, ...event } }) => event)
      }
      expect(events(true)).toEqual(events(false))
    }),
  )
})
