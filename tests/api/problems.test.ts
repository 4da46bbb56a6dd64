import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { createApp, ROUTES } from '../../src/api/index.ts'
import { STATUSES } from '../../src/model/index.ts'
import { openQuery } from '../../src/query/index.ts'
import { sampleStore } from '../query/sample.ts'
import { ask, options } from './service.ts'

const LONG = 'x'.repeat(201)

describe('a request that is not right', () => {
  it.each([
    ['/v1/actors?limit=0', 400, /parameter limit\b/],
    ['/v1/actors?limit=many', 400, /parameter limit\b/],
    ['/v1/actors?nonsense=1', 400, /parameter nonsense\b/],
    ['/v1/actors?kind=robot', 400, /parameter kind\b/],
    ['/v1/actors?cursor=abc', 400, /^cursor\b/],
    ['/v1/actors/russia/neighborhood?depth=9', 400, /parameter depth\b/],
    ['/v1/actors/russia/neighborhood?types=BITE', 400, /parameter types\b/],
    ['/v1/actors/russia/neighborhood?since=2015-02-30', 400, /parameter since\b/],
    ['/v1/paths?from=Russia', 400, /parameter to\b/],
    ['/v1/paths?from=Russia&to=Syria&directed=perhaps', 400, /parameter directed\b/],
    ['/v1/actors/Atlantis', 404, /Atlantis/],
    ['/v1/actors/Rusia', 404, /Russia/],
    ['/v1/ties/a~ASSAULT~b', 404, /a~ASSAULT~b/],
    ['/v1/events/zzz', 404, /zzz/],
    ['/v1/events?type=BITE', 400, /parameter type\b/],
    ['/v1/events?place=Atlantis', 404, /Atlantis/],
    ['/v1/articles/zzz', 404, /zzz/],
    ['/nowhere', 404, /openapi/],
    ['/v1/actors/%E0%A4%A', 400, /percent sign/],
  ])('%s is answered %i', async (path, status, told) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const problem = JSON.parse(response.text)
    expect(problem).toMatchObject({ status, instance: path, type: 'about:blank' })
    expect(`${problem.detail} ${problem.hint ?? ''}`).toMatch(told)
  })

  const AROUND = '/v1/actors/Russia/neighborhood'
  const DAY = 'a day as YYYY-MM-DD'

  it.each([
    ['/v1/actors?limit=0', 'limit', 'a whole number from 1 to 500', '"0"'],
    ['/v1/actors?limit=501', 'limit', 'a whole number from 1 to 500', '"501"'],
    ['/v1/actors?limit=1.5', 'limit', 'a whole number from 1 to 500', '"1.5"'],
    ['/v1/actors?limit=many', 'limit', 'a whole number from 1 to 500', '"many"'],
    ['/v1/actors?limit=', 'limit', 'a whole number from 1 to 500', '""'],
    ['/v1/actors?limit=1&limit=2', 'limit', 'one value', 'two'],
    ['/v1/actors?q=a&q=b&q=c', 'q', 'one value', '3'],
    ['/v1/actors?nonsense=1', 'nonsense', 'one of q, kind, limit, cursor', '"nonsense"'],
    ['/v1/actors?toString=1', 'toString', 'one of q, kind, limit, cursor', '"toString"'],
    ['/v1/stats?nonsense=1', 'nonsense', 'no parameters', '"nonsense"'],
    [`${AROUND}?minPublishers=1000001`, 'minPublishers', 'a whole number from 1 to 1000000', '"1000001"'],
    [`${AROUND}?direction=up`, 'direction', 'one of out, in, both', '"up"'],
    [`${AROUND}?status=denied,%20gone`, 'status', `one of ${STATUSES.join(', ')}`, '"gone"'],
    [`${AROUND}?since=2015-02-30`, 'since', DAY, '"2015-02-30"'],
    [`${AROUND}?until=2015`, 'until', DAY, '"2015"'],
    ['/v1/paths?from=Russia', 'to', 'a value', 'nothing'],
    ['/v1/paths?from=Russia&to=', 'to', 'a value', '""'],
    ['/v1/paths?from=Russia&to=Syria&directed=perhaps', 'directed', 'one of true, false', '"perhaps"'],
    [`/v1/actors/${LONG}`, 'id', 'at most 200 characters', `"${LONG}"`],
    [`/v1/claims?q=${LONG}`, 'q', 'at most 200 characters', `"${LONG}"`],
    [`/v1/actors?q=${LONG}`, 'q', 'at most 200 characters', `"${LONG}"`],
  ])('%s is told what was expected', async (path, name, expected, got) => {
    const { status, text } = await ask(path)
    const problem = JSON.parse(text)
    expect([status, problem.code]).toEqual([400, 'bad-request'])
    expect(problem).toMatchObject({ where: `parameter ${name}`, expected, got })
    expect(text).not.toMatch(/Invalid|Too small|Too big|received|Unrecognized|expected expected/u)
  })

  it('may not avoid more than can be kept in mind', async () => {
    const avoiding = (count: number) => ask(`/v1/paths?from=Iran&to=Idlib&avoid=${Array(count).fill('Turkey').join()}`)
    expect((await avoiding(50)).status).toBe(200)
    expect(JSON.parse((await avoiding(51)).text)).toMatchObject({
      status: 400,
      where: 'avoid',
      expected: 'at most 50 actors or places',
      got: '51',
    })
  })

  it.each(['/', '/livez', '/readyz', '/openapi.json', ...ROUTES.map(({ path }) => path.replace(/\{\w+\}/gu, 'x'))])(
    'may not write to %s',
    async (path) => {
      for (const method of ['post', 'delete'] as const) {
        const { status, text, headers } = await request(createApp(options()))[method](path)
        expect([status, JSON.parse(text).status, headers.allow]).toEqual([405, 405, 'GET, HEAD'])
      }
    },
  )

  it('may ask for the head alone', async () => {
    const { status, headers } = await request(createApp(options())).head('/v1/actors/russia')
    expect([status, typeof headers.etag]).toEqual([200, 'string'])
  })

  it('is told to ask again where a quote or a list has lost what stood in the store', async () => {
    const store = sampleStore()
    const asked = openQuery({ ...store, claim: () => null, article: () => null })
    const app = createApp(options({ query: asked }))
    for (const path of [
      '/v1/paths?from=Iran&to=Idlib',
      '/v1/claims',
      '/v1/articles',
      '/v1/ties/russia~ASSAULT~idlib/evidence',
    ]) {
      const { status, text } = await request(app).get(path)
      expect([status, JSON.parse(text).code]).toEqual([503, 'store-busy'])
    }
  })

  it('tells nothing of a failure within', async () => {
    const query = new Proxy(options().query, {
      get: (target, key) =>
        key === 'stats' ? () => Promise.reject(new Error('secret path')) : Reflect.get(target, key),
    })
    const lines: string[] = []
    const app = createApp(options({ query, log: { write: (line) => lines.push(line) } }))
    const { status, text } = await request(app).get('/v1/stats')
    expect(status).toBe(500)
    expect(text).not.toContain('secret')
    expect(lines.join('')).toContain('secret path')
  })

  it('under a foreign name is turned away from a loopback server', async () => {
    expect((await ask('/v1/stats', { Host: 'evil.example' })).status).toBe(421)
    for (const Host of ['localhost:8080', 'LocalHost', '127.0.0.1:80', '[::1]:8080']) {
      expect((await ask('/v1/stats', { Host })).status).toBe(200)
    }
  })

  it('under any name is answered by a server for others', async () => {
    const app = createApp(options({ host: '0.0.0.0' }))
    expect((await request(app).get('/v1/stats').set('Host', 'news.example')).status).toBe(200)
  })
})
