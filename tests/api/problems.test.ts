import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/api/index.ts'
import { ask, options } from './service.ts'

describe('a request that is not right', () => {
  it.each([
    ['/v1/actors?limit=0', 400, /limit/],
    ['/v1/actors?limit=many', 400, /limit/],
    ['/v1/actors?nonsense=1', 400, /nonsense/],
    ['/v1/actors?kind=robot', 400, /kind/],
    ['/v1/actors?cursor=abc', 400, /cursor/],
    ['/v1/actors/russia/neighborhood?depth=9', 400, /depth/],
    ['/v1/actors/russia/neighborhood?types=BITE', 400, /types/],
    ['/v1/actors/russia/neighborhood?since=2015-02-30', 400, /since/],
    ['/v1/paths?from=Russia', 400, /to/],
    ['/v1/paths?from=Russia&to=Syria&directed=perhaps', 400, /directed/],
    ['/v1/actors/Atlantis', 404, /Atlantis/],
    ['/v1/actors/Rusia', 404, /Russia/],
    ['/v1/ties/a~ASSAULT~b', 404, /a~ASSAULT~b/],
    ['/v1/articles/zzz', 404, /zzz/],
    ['/nowhere', 404, /openapi/],
    ['/v1/actors/%E0%A4%A', 400, /./],
  ])('%s is answered %i', async (path, status, told) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const problem = JSON.parse(response.text)
    expect(problem).toMatchObject({ status, instance: path, type: 'about:blank' })
    expect(`${problem.detail} ${problem.hint ?? ''}`).toMatch(told)
  })

  it('may not write', async () => {
    const { status, text } = await request(createApp(options())).post('/v1/actors')
    expect([status, JSON.parse(text).status]).toEqual([405, 405])
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
    expect((await ask('/v1/stats', { Host: 'localhost:8080' })).status).toBe(200)
  })
})
