import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { type Logger, pino } from 'pino'
import { WiregraphError } from '../model/index.ts'
import { openApi } from './openapi.ts'
import { plain, problemOf, refusal } from './problem.ts'
import type { Route, Service } from './route.ts'
import { ROUTES } from './routes.ts'

export interface ServerOptions extends Service {
  /** Version of the program, for the OpenAPI document. */
  readonly version: string
  /** Address to listen on; anything but loopback is for who asks for it. */
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** Takes pino's lines. */
  readonly log?: { readonly write: (line: string) => void }
  /** Least level that is logged; default warn. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error'
}

export interface RunningServer {
  readonly url: string
  /** Lets answers under way end, for five seconds at most. */
  readonly close: () => Promise<void>
}

/** A request that takes longer is cut off, in milliseconds. */
const REQUEST_TIMEOUT = 30_000
const DRAIN_TIME = 5_000
const IDLE_CHECK = 50

const LOOPBACK = /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)$/u

/** The app without a socket, for tests and for those who mount it in a server of their own. */
export function createApp(options: ServerOptions): Express {
  const log = options.log ? pino({ level: options.logLevel ?? 'warn' }, options.log) : pino({ level: 'silent' })
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple')
  app.use(helmet(), logged(log), ownHost(options.host))
  const document = openApi(ROUTES, options.version)
  app.get('/openapi.json', (_, response) => void response.json(document))
  app.get('/livez', (_, response) => void response.json({ status: 'alive' }))
  app.get(
    '/readyz',
    async (_, response) => void response.json({ status: 'ready', version: await options.query.version() }),
  )
  app.get('/', (_, response) => {
    response.json({
      name: 'wiregraph',
      version: options.version,
      openapi: '/openapi.json',
      routes: ROUTES.map(({ path }) => path),
    })
  })
  for (const route of ROUTES) app.get(route.path.replace(/\{(\w+)\}/gu, ':$1'), answering(route, options))
  app.use((request, response) => {
    const known = ROUTES.some(({ path }) => path === request.path)
    const detail = known ? 'This can only be read (GET).' : 'There is nothing here; /openapi.json lists what there is.'
    const problem = plain(known ? 405 : 404, detail, request.originalUrl)
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  })
  app.use(failed(log))
  return app
}

/** Listens until closed. @throws WiregraphError `port-in-use` where the address can't be had */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT }, createApp(options))
  await listen(server, options)
  const { address, port, family } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () => drain(server),
  }
}

/** Takes no more requests, lets those under way end, and lets go of connections as they fall idle. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK)
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_TIME)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(force)
      resolve()
    })
  })
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new WiregraphError('port-in-use', {
          where: `${host}:${port}`,
          expected: 'an address that this machine has, and a port that is free',
          got: error.code ?? error.message,
          hint: 'Choose another with --port, or --port 0 for any.',
        }),
      )
    })
    server.listen(port, host, resolve)
  })
}

/** Parameters in, answer out; an answer that the caller has already is not made again. */
function answering(route: Route, service: Service): RequestHandler {
  return async (request, response) => {
    const path = route.pathParams.safeParse({ ...request.params })
    const params = route.params.safeParse({ ...request.query })
    if (!path.success) throw refusal(path.error)
    if (!params.success) throw refusal(params.error)
    const version = await service.query.version()
    const etag = `"${createHash('sha256').update(`${version} ${request.originalUrl}`).digest('base64url').slice(0, 22)}"`
    response.setHeader('ETag', etag)
    response.setHeader('Cache-Control', 'private, no-cache')
    if (request.headers['if-none-match'] === etag) response.status(304).end()
    else response.json(await route.handle(service, path.data, params.data))
  }
}

/** A server on loopback answers to loopback names alone, so that no web page can reach it under a name of its own. */
function ownHost(host: string): RequestHandler {
  return (request, response, next) => {
    if (!LOOPBACK.test(host) || LOOPBACK.test(request.hostname ?? '')) return next()
    const problem = plain(421, 'This server answers to localhost alone.', request.originalUrl)
    response.status(421).type('application/problem+json').send(JSON.stringify(problem))
  }
}

function logged(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    response.on('finish', () => {
      const ms = Math.round(performance.now() - started)
      log.info({ method: request.method, url: request.originalUrl, status: response.statusCode, ms }, 'answered')
    })
    next()
  }
}

function failed(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error, request.originalUrl)
    if (problem.status >= 500) log.error({ err: error, url: request.originalUrl }, 'failed')
    if (response.headersSent) return next(error)
    response.removeHeader('ETag')
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  }
}
