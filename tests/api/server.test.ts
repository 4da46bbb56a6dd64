import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { ROUTES, startServer } from '../../src/api/index.ts'
import { BOUNDS, MOST } from '../../src/query/index.ts'
import { ask, options } from './service.ts'

describe('the server', () => {
  it('listens on loopback, answers, and ends', async () => {
    const server = await startServer(options())
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u)
    expect((await fetch(`${server.url}/v1/stats`)).status).toBe(200)
    await server.close()
    await expect(fetch(`${server.url}/v1/stats`)).rejects.toThrow()
  })

  it('lets an answer under way end', async () => {
    const { query } = options()
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow = { ...query, stats: () => gate.then(() => query.stats()) }
    const server = await startServer(options({ query: slow }))
    const answer = fetch(`${server.url}/v1/stats`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const closed = server.close()
    release()
    expect((await answer).status).toBe(200)
    await closed
  })

  it('says which port is taken', async () => {
    const first = await startServer(options())
    const port = Number(new URL(first.url).port)
    await expect(startServer(options({ port }))).rejects.toThrow(
      new RegExp(`127.0.0.1:${port}.*EADDRINUSE.*--port`, 'u'),
    )
    await first.close()
  })

  it('says so when a port is none', async () => {
    await expect(startServer(options({ port: 99_999 }))).rejects.toMatchObject({
      code: 'port-in-use',
      detail: { where: '127.0.0.1:99999', got: 'ERR_SOCKET_BAD_PORT' },
    })
  })

  it.each(['/livez', '/readyz', '/'])('answers %s', async (path) => {
    expect((await ask(path)).status).toBe(200)
  })

  it('describes itself in valid OpenAPI 3.1, every route in it', async () => {
    const { body } = await ask('/openapi.json')
    const { valid, errors } = await new Validator().validate(structuredClone(body))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(Object.keys(body.paths)).toEqual(ROUTES.map(({ path }) => path))
    const references = JSON.stringify(body).match(/#\/components\/schemas\/\w+/gu) ?? []
    for (const reference of references)
      expect(body.components.schemas).toHaveProperty(reference.split('/').at(-1) ?? '')
  })

  it('describes the bounds that the query room has', async () => {
    const { body } = await ask('/openapi.json')
    const ofRoute = (path: string, name: string) =>
      body.paths[path].get.parameters.find((known: { readonly name: string }) => known.name === name)
    const around = '/v1/actors/{id}/neighborhood'
    for (const [path, name, bound] of [
      ['/v1/actors', 'limit', BOUNDS.page],
      [around, 'limit', BOUNDS.ties],
      [around, 'depth', BOUNDS.depth],
      [around, 'minPublishers', BOUNDS.minPublishers],
      ['/v1/paths', 'maxLength', BOUNDS.maxLength],
      ['/v1/paths', 'k', BOUNDS.k],
    ] as const) {
      const { schema, description, required } = ofRoute(path, name)
      expect(schema).toMatchObject({ type: 'integer', minimum: bound.min, maximum: bound.max })
      expect(description).toContain(`(default ${bound.default})`)
      expect(required).toBe(false)
    }
    for (const path of ['/v1/actors', '/v1/claims']) {
      expect(ofRoute(path, 'q').schema.maxLength).toBe(MOST.characters)
    }
    expect(ofRoute('/v1/paths', 'avoid').description).toMatch(/at most 50: ids, or names without commas/u)
  })

  it('sends safe headers and no trace of its make', async () => {
    const { headers } = await ask('/v1/stats')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})
