import { MultiDirectedGraph } from 'graphology'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { createApp, ROUTES, type ServerOptions } from '../../src/api/index.ts'
import { asArticleId } from '../../src/model/index.ts'
import { openQuery } from '../../src/query/index.ts'
import { sample, sampleStore } from '../query/sample.ts'
import { ask, options, TYPES } from './service.ts'

/** The strike on Idlib that the sample tells of twice. */
const STRIKE = (await sample().events({ type: 'ASSAULT', until: '2015-12-31' })).items[0]!.event.id

/** One question of each route, and its answer is held against the schema that the OpenAPI document shows. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  listActors: ['/v1/actors', '/v1/actors?q=rus&kind=state&limit=1'],
  getActor: ['/v1/actors/russia', '/v1/actors/John%20Kerry'],
  getNeighborhood: [
    '/v1/actors/Russia/neighborhood',
    '/v1/actors/Russia/neighborhood?types=ASSAULT,CONSULT&status=disputed,reported&depth=2',
  ],
  findPaths: [
    '/v1/paths?from=Russia&to=Syria',
    '/v1/paths?from=John%20Kerry&to=Idlib&directed=true&avoid=Turkey,Geneva',
  ],
  getTie: ['/v1/ties/russia~ASSAULT~idlib', '/v1/ties/russia~ASSAULT~idlib?rollup=state'],
  getEvidence: [
    '/v1/ties/russia~ASSAULT~idlib/evidence',
    '/v1/ties/russia~ASSAULT~idlib/evidence?limit=1&since=2016-01-01',
  ],
  listEvents: ['/v1/events', '/v1/events?type=ASSAULT&actor=Russia&place=Idlib&status=disputed&until=2016-02-01'],
  getEvent: [`/v1/events/${STRIKE}`, `/v1/events/${STRIKE}?limit=1`],
  listClaims: ['/v1/claims', '/v1/claims?about=Idlib&polarity=negated', '/v1/claims?q=bombed%20Idlib'],
  listArticles: ['/v1/articles', '/v1/articles?limit=2'],
  getArticle: ['/v1/articles/a'],
  getStats: ['/v1/stats'],
}

describe('every route', () => {
  it('has its question here', () => {
    expect(Object.keys(QUESTIONS).sort()).toEqual(ROUTES.map(({ id }) => id).sort())
  })

  it.each(Object.entries(QUESTIONS).flatMap(([id, paths]) => paths.map((path) => [path, id] as const)))(
    'answers %s as its schema says',
    async (path, id) => {
      const { status, body, headers } = await ask(path)
      expect(status).toBe(200)
      expect(headers['content-type']).toContain('application/json')
      const route = ROUTES.find((known) => known.id === id)
      expect(route?.answer.safeParse(body).error?.issues ?? []).toEqual([])
    },
  )
})

describe('answers', () => {
  it('of a neighborhood open in graphology', async () => {
    const { body } = await ask('/v1/actors/Russia/neighborhood')
    const graph = MultiDirectedGraph.from(body)
    expect(graph.allowSelfLoops).toBe(true)
    expect(graph.hasEdge('russia~ASSAULT~idlib')).toBe(true)
    expect(graph.getEdgeAttributes('russia~ASSAULT~idlib')).toMatchObject({
      label: 'assaults',
      quad: 'material-conflict',
      status: 'disputed',
    })
    expect(graph.getNodeAttribute('russia', 'distance')).toBe(0)
    expect(graph.getAttribute('truncated')).toBe(false)
  })

  it('tell when the limit left something out', async () => {
    const { body } = await ask('/v1/actors/Russia/neighborhood?limit=1')
    expect(body.edges).toHaveLength(1)
    expect(body.attributes.truncated).toBe(true)
  })

  it('of a path quote every step', async () => {
    const { body } = await ask('/v1/paths?from=Iran&to=Idlib&maxLength=6&status=reported,claimed,disputed')
    expect(body.paths.length).toBeGreaterThan(0)
    for (const { steps } of body.paths) for (const { quote } of steps) expect(quote).toMatch(/\w/u)
  })

  it('page to the end without a double', async () => {
    const ids: string[] = []
    let cursor = ''
    do {
      const { body } = await ask(`/v1/claims?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      ids.push(...body.items.map((item: { claim: { id: string } }) => item.claim.id))
      cursor = body.next ?? ''
    } while (cursor !== '')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe((await ask('/v1/stats')).body.claims)
  })
})

describe('an ETag', () => {
  it('spares the answer that the caller has', async () => {
    const { headers } = await ask('/v1/stats')
    const again = await ask('/v1/stats', { 'If-None-Match': headers.etag ?? '' })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('is another for another program, other tables, and another graph', async () => {
    const store = sampleStore()
    const query = openQuery(store, { settle: 0 })
    const etag = async (more: Partial<ServerOptions> = {}) =>
      (await request(createApp(options({ query, ...more }))).get('/v1/actors')).headers.etag
    const verbs = new Map([...TYPES].map(([type, info]) => [type, { ...info, verb: `${info.verb} at` }]))
    const quads = new Map([...TYPES].map(([type, info]) => [type, { ...info, quad: 'verbal-conflict' as const }]))
    const tags = [await etag(), await etag({ version: '0.0.1' }), await etag({ types: verbs })]
    tags.push(await etag({ types: quads }))
    expect(await etag()).toBe(tags[0])
    store.remove(asArticleId('c'))
    tags.push(await etag())
    expect(tags.every((tag) => typeof tag === 'string')).toBe(true)
    expect(new Set(tags).size).toBe(tags.length)
  })

  it('is that of the snapshot that answers, and of none where it moved meanwhile', async () => {
    const store = sampleStore()
    let time = 0
    const query = openQuery(store, { now: () => time })
    const stats = () => request(createApp(options({ query }))).get('/v1/stats')
    const first = await stats()
    store.remove(asArticleId('c'))
    const kept = await stats()
    expect([kept.headers.etag, kept.body]).toEqual([first.headers.etag, first.body])
    time += 1000
    const next = await stats()
    expect(next.body.version).toBe(store.version())
    expect(next.headers.etag).not.toBe(first.headers.etag)

    const moving = {
      ...query,
      stats: () => {
        store.remove(asArticleId('b'))
        time += 1000
        return query.stats()
      },
    }
    const moved = await request(createApp(options({ query: moving }))).get('/v1/stats')
    expect([moved.status, moved.body.version]).toEqual([200, store.version()])
    expect(moved.headers).not.toHaveProperty('etag')
  })

  it('is another for another question', async () => {
    const [one, other] = await Promise.all([ask('/v1/claims?limit=1'), ask('/v1/claims?limit=2')])
    expect(one.headers.etag).not.toBe(other.headers.etag)
  })
})
