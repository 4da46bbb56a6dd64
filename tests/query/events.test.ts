import { describe, expect, it } from 'vitest'
import { asEventId } from '../../src/model/index.ts'
import { type EventsParams, openQuery } from '../../src/query/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { type Line, place, reading, TABLE } from '../graph/make.ts'
import { everyPage } from './sample.ts'

const ENTITIES = [
  ...TABLE.filter(({ id }) => id !== 'idlib'),
  place('Idlib Governorate', 'Syria'),
  place('Idlib', 'Idlib Governorate'),
]
const strike: Line = { source: ['Russia'], type: 'ASSAULT', target: ['Idlib'], verb: 'bombed' }

const store = memoryStore()
store.put(
  reading(
    'a',
    [
      { ...strike, when: { date: '2015-10-01', precision: 'day' } },
      { ...strike, verb: 'struck', by: ['John Kerry'] },
      { ...strike, verb: 'hit', polarity: 'negated', by: ['Sergey Lavrov'] },
      { source: ['John Kerry', 'Sergey Lavrov'], type: 'CONSULT', place: ['Geneva'] },
      { source: ['Turkey'], type: 'THREATEN', target: ['Russia'], modality: 'planned' },
    ],
    { publisher: 'Sample Wire', published: '2015-10-02', entities: ENTITIES },
  ),
)
store.put(
  reading(
    'b',
    [
      { ...strike, verb: 'shelled', when: { date: '2016', precision: 'year' } },
      { source: ['Iran'], type: 'AID', target: ['Syria'], verb: 'armed' },
      { source: ['Russia'], type: 'ALLY', target: ['Syria'] },
    ],
    { publisher: 'Example Times', published: null, entities: ENTITIES },
  ),
)
const query = openQuery(store)
const told = async (params: EventsParams) =>
  (await query.events(params)).items.map(({ event: { type, first } }) => `${type} ${first ?? 'ever'}`)

const WAR = ['ASSAULT 2016-01-01', 'CONSULT 2015-10-02', 'ASSAULT 2015-10-01', 'AID ever']

describe('events', () => {
  it.each<[EventsParams, string[]]>([
    [{}, WAR],
    [{ type: 'ASSAULT' }, ['ASSAULT 2016-01-01', 'ASSAULT 2015-10-01']],
    [{ type: 'ALLY' }, []],
    [{ actor: 'Kerry' }, ['CONSULT 2015-10-02']],
    [{ actor: 'Kerry', rollup: 'state' }, []],
    [{ actor: 'United States', rollup: 'state' }, ['CONSULT 2015-10-02']],
    [{ actor: 'Syria' }, ['AID ever']],
    [{ place: 'Idlib' }, ['ASSAULT 2016-01-01', 'ASSAULT 2015-10-01']],
    [{ place: 'Idlib Governorate' }, ['ASSAULT 2016-01-01', 'ASSAULT 2015-10-01']],
    [{ place: 'Syria', until: '2015-12-31' }, ['ASSAULT 2015-10-01']],
    [{ place: 'Geneva' }, ['CONSULT 2015-10-02']],
    [{ since: '2016-07-01' }, ['ASSAULT 2016-01-01']],
    [{ until: '2015-10-01' }, ['ASSAULT 2015-10-01']],
    [{ status: ['unrealized'] }, ['THREATEN 2015-10-02']],
    [{ status: ['disputed'] }, ['ASSAULT 2015-10-01']],
  ])('%j', async (params, expected) => {
    expect(await told(params)).toEqual(expected)
  })

  it('come with the sentence that shows them best, page by page', async () => {
    const all = await everyPage(1, (page) => query.events({ ...page }))
    expect(all).toEqual((await query.events({})).items)
    for (const { event, quote } of all) expect((await query.claim(event.best)).claim.quote).toBe(quote)
  })

  it.each<[EventsParams, string, RegExp]>([
    [{ type: 'FIGHT' as 'ASSAULT' }, 'bad-request', /one of AGREE/u],
    [{ actor: 'Nobody At All' }, 'unknown-actor', /actor/u],
    [{ status: [] }, 'bad-request', /status/u],
    [{ since: '2016-01-01', until: '2015-01-01' }, 'bad-request', /until/u],
    [{ rollup: 'all' as 'none' }, 'bad-request', /rollup/u],
  ])('refuse %j', async (params, code, message) => {
    await expect(query.events(params)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

describe('an event', () => {
  it('has its claims, the best first, page by page', async () => {
    const [first] = (await query.events({ status: ['disputed'] })).items
    const id = first!.event.id
    const { event, items, next } = await query.event(id, {})
    expect(event).toEqual(first?.event)
    expect(next).toBeNull()
    expect(items.map(({ claim }) => claim.predicate.text)).toEqual(['bombed', 'struck', 'hit'])
    expect(event.asserting).toEqual({ publishers: ['Sample Wire'], speakers: ['john-kerry'] })
    expect(event.denying).toEqual({ publishers: [], speakers: ['sergey-lavrov'] })
    expect(await everyPage(2, (page) => query.event(id, page))).toEqual(items)
  })

  it('that is not there is an error', async () => {
    await expect(query.event(asEventId('0000000000000000'), {})).rejects.toMatchObject({ code: 'unknown-event' })
  })
})
