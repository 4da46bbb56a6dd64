import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articlesOf, type FetchOptions, ingest } from '../../src/ingest/index.ts'
import { all } from './folder.ts'

const PAGE = '<html><head><title>Truce</title></head><body><p>Talks go on.</p></body></html>'
const BOMB = Buffer.alloc(2_000_000, ' ')

const ROUTES: Readonly<Record<string, RequestListener>> = {
  '/page': (_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE),
  '/plain': (_, answer) => answer.setHeader('content-type', 'text/plain').end('Talks go on.'),
  '/notes.md': (_, answer) => answer.setHeader('content-type', 'text/plain').end('*Talks* go on.'),
  '/unknown': (_, answer) => answer.end(PAGE),
  '/feed': (_, answer) =>
    answer
      .setHeader('content-type', 'application/rss+xml')
      .end(
        '<rss><channel><item><description>One.</description></item><item><description>Two.</description></item></channel></rss>',
      ),
  '/latin': (_, answer) =>
    answer.setHeader('content-type', 'text/plain; charset=iso-8859-2').end(Buffer.from('Wa\u00b3\u00easa.', 'latin1')),
  '/gzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Talks go on.')),
  '/br': (_, answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('Talks go on.')),
  '/deflate': (_, answer) => answer.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('Talks go on.')),
  '/odd': (_, answer) => answer.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
  '/torn': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(PAGE).subarray(0, 20)),
  '/bomb': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BOMB)),
  '/large': (_, answer) => answer.writeHead(200, { 'content-length': BOMB.length }).end(BOMB),
  '/long': (_, answer) => {
    answer.writeHead(200)
    answer.write(BOMB)
    answer.end()
  },
  '/image': (_, answer) => answer.setHeader('content-type', 'image/png').end('x'),
  '/gone': (_, answer) => answer.writeHead(404).end(),
  '/hop': (_, answer) => answer.writeHead(302, { location: '/page' }).end(),
  '/keyed': (_, answer) => answer.writeHead(302, { location: `${home.replace('//', '//me:secret@')}/page` }).end(),
  '/round': (_, answer) => answer.writeHead(301, { location: '/round' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/hosts' }).end(),
  '/inward': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/silent': () => {},
  '/stalls': (_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/plain' })
    answer.write('Talks')
  },
  '/broken': (_, answer) => {
    answer.writeHead(200, { 'content-length': 100 })
    answer.write('Talks')
    setTimeout(() => answer.destroy(), 20)
  },
  '/who': (request, answer) => answer.end(`It is ${request.headers['user-agent']}.`),
}

let server: Server
let home = ''
beforeAll(async () => {
  server = createServer((request, answer) => {
    const route = ROUTES[request.url ?? '']
    if (route === undefined) answer.writeHead(404).end()
    else route(request, answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const read = (url: string, options: FetchOptions = { allowPrivate: true }) =>
  all(ingest([url], { boilerplate: [], ...options }))

describe('a page', () => {
  it.each([
    ['/page', { title: 'Truce', text: 'Talks go on.' }],
    ['/plain', { text: 'Talks go on.' }],
    ['/notes.md', { text: 'Talks go on.' }],
    ['/unknown', { title: 'Truce' }],
    ['/latin', { text: 'Wałęsa.' }],
    ['/gzip', { text: 'Talks go on.' }],
    ['/br', { text: 'Talks go on.' }],
    ['/deflate', { text: 'Talks go on.' }],
    ['/hop', { title: 'Truce' }],
    ['/who', { text: 'It is wiregraph.' }],
  ])('%s', async (path, article) => {
    const url = home + path
    expect(await read(url)).toMatchObject([{ origin: url, url, ...article }])
  })

  it('may be a feed, whose items are not the feed', async () => {
    const results = await read(`${home}/feed`)
    expect(results).toMatchObject([
      { origin: `${home}/feed#1`, url: null, text: 'One.' },
      { origin: `${home}/feed#2`, url: null, text: 'Two.' },
    ])
  })

  it('is asked for by the name that was given', async () => {
    const options = { allowPrivate: true, userAgent: 'wiregraph/1.2.3' }
    expect(await read(`${home}/who`, options)).toMatchObject([{ text: 'It is wiregraph/1.2.3.' }])
  })
})

describe('what goes wrong is told', () => {
  it.each([
    ['/gone', 'fetch-failed', { expected: 'status 200', got: 'status 404' }],
    ['/image', 'fetch-failed', { expected: 'text, HTML, XML or JSON', got: 'image/png' }],
    ['/odd', 'fetch-failed', { expected: 'gzip, deflate or br', got: 'content encoding zstd' }],
    ['/torn', 'fetch-failed', { expected: 'an answer', got: 'Z_BUF_ERROR' }],
    ['/broken', 'fetch-failed', { expected: 'an answer', got: 'ECONNRESET' }],
    ['/round', 'fetch-failed', { expected: 'at most 5 redirects', got: 'more' }],
    ['/bomb', 'too-large', { expected: 'at most 1 MB', got: 'more' }],
    ['/long', 'too-large', { expected: 'at most 1 MB', got: 'more' }],
    ['/large', 'too-large', { expected: 'at most 1 MB', got: '2 MB' }],
    ['/silent', 'fetch-failed', { expected: 'an answer within 0.3 s', got: 'none' }],
    ['/stalls', 'fetch-failed', { expected: 'an answer within 0.3 s', got: 'none' }],
  ])('%s', async (path, code, detail) => {
    const where = home + path
    expect(await read(where, { allowPrivate: true, maxFetchBytes: 1_000_000, timeoutMs: 300 })).toMatchObject([
      { origin: where, code, detail: { where, ...detail } },
    ])
  })

  it('a port where nobody listens', async () => {
    const closed = createServer()
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done))
    const { port } = closed.address() as AddressInfo
    await new Promise((done) => closed.close(done))
    const where = `http://127.0.0.1:${port}/`
    expect(await read(where)).toMatchObject([
      { code: 'fetch-failed', detail: { where, expected: 'an answer', got: 'ECONNREFUSED' } },
    ])
  })

  it.each([
    ['ftp://sample.example/a', 'ftp:'],
    ['file:///etc/hosts', 'file:'],
    ['http://', 'something else'],
  ])('%s', async (where, got) => {
    expect(await read(where)).toMatchObject([
      { code: 'bad-url', detail: { where, expected: 'an address that begins with http:// or https://', got } },
    ])
  })

  it.each([
    ['https://me:secret@sample.example/a', 'https://sample.example/a'],
    ['https://secret@sample.example/a@b', 'https://sample.example/a@b'],
    ['http:/me:secret@sample.example/', 'http:/sample.example/'],
    [' http://me:secr@secret@sample.example/', ' http://sample.example/'],
    ['http://me:se/secret@sample.example/', 'http://sample.example/'],
    ['http://me:secret@sample.example:99999/', 'http://sample.example:99999/'],
    ['ftp://me:secret@sample.example/', 'ftp://sample.example/'],
    ['odd://me\\:secret@sample.example/', 'odd://sample.example/'],
  ])('%s, without repeating the password', async (url, origin) => {
    const expected = 'an address without user name and password'
    const detail = { where: origin, expected, got: 'one with them', hint: 'Leave user name and password out.' }
    const results = await read(url)
    expect(results).toMatchObject([{ origin, code: 'bad-url', detail }])
    expect(JSON.stringify(results)).not.toContain('secret')
    const direct = await all(articlesOf({ kind: 'url', origin: url }, { boilerplate: [] }))
    expect(direct).toMatchObject([{ origin, code: 'bad-url' }])
    expect(JSON.stringify(direct)).not.toContain('secret')
  })

  it('a redirect to a URL with a password, without repeating it', async () => {
    const results = await read(`${home}/keyed`)
    expect(results).toMatchObject([{ code: 'bad-url', detail: { where: `${home}/page` } }])
    expect(JSON.stringify(results)).not.toContain('secret')
  })
})

describe('private addresses are not read', () => {
  it.each([
    ['http://127.0.0.1:1/a', '127.0.0.1'],
    ['http://2130706433/a', '127.0.0.1'],
    ['http://0x7f.1/a', '127.0.0.1'],
    ['http://[::1]/a', '::1'],
    ['http://[::ffff:10.0.0.1]/a', '::ffff:a00:1'],
    ['http://169.254.169.254/latest/meta-data', '169.254.169.254'],
    ['https://192.168.0.1/', '192.168.0.1'],
  ])('%s', async (where, got) => {
    expect(await read(where, {})).toMatchObject([
      { origin: where, code: 'private-address', detail: { where, expected: 'an address on the public internet', got } },
    ])
  })

  it('nor names that lead to one', async () => {
    const [skip] = await read(home.replace('127.0.0.1', 'localhost'), {})
    expect(skip).toMatchObject({ code: 'private-address' })
  })

  it('nor redirects to one, not even from one that may be read', async () => {
    const where = `${home}/inward`
    const options = { allowPrivate: ['127.0.0.1'] }
    expect(await read(`${home}/page`, options)).toMatchObject([{ title: 'Truce' }])
    expect(await read(where, options)).toMatchObject([
      { origin: where, code: 'private-address', detail: { where, got: '169.254.169.254' } },
    ])
  })

  it('nor redirects out of the web', async () => {
    expect(await read(`${home}/file`)).toMatchObject([{ code: 'bad-url', detail: { where: 'file:///etc/hosts' } }])
  })
})
