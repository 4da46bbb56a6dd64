import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import { type Logger, pino } from 'pino'
import { digest, WiregraphError } from '../model/index.ts'
import { openApi } from './openapi.ts'
import { accepted, type Problem, plain, problemOf } from './problem.ts'
import type { Route, Service } from './route.ts'
import { ROUTES } from './routes.ts'

export interface ServerOptions extends Service {
  /** Version of the program, for the OpenAPI document and the ETags. */
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

const LOOPBACK = /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)$/iu

/** The app without a socket, for tests and for those who mount it in a server of their own. */
export function createApp(options: ServerOptions): Express {
  const log = options.log ? pino({ level: options.logLevel ?? 'warn' }, options.log) : pino({ level: 'silent' })
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple')
  app.use(helmet(), logged(log), ownHost(options.host))
  const document = openApi(ROUTES, options.version)
  const read = (path: string, handler: RequestHandler) => app.get(path, handler).all(path, readOnly)
  read('/openapi.json', (_, response) => void response.json(document))
  read('/livez', (_, response) => void response.json({ status: 'alive' }))
  read(
    '/readyz',
    async (_, response) => void response.json({ status: 'ready', version: await options.query.version() }),
  )
  read('/', (_, response) => {
    response.json({
      name: 'wiregraph',
      version: options.version,
      openapi: '/openapi.json',
      routes: ROUTES.map(({ path }) => path),
    })
  })
  const made = madeBy(options)
  for (const route of ROUTES) read(route.path.replace(/\{(\w+)\}/gu, ':$1'), answering(route, options, made))
  app.use((request, response) =>
    send(response, plain(404, 'There is nothing here; /openapi.json lists what there is.', request.originalUrl)),
  )
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
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // It throws at once where the port is no port, and reports all else as an event.
    server.listen(port, host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    throw new WiregraphError('port-in-use', {
      where: `${host}:${port}`,
      expected: 'an address that this machine has, and a port that is free',
      got: error.code ?? error.message,
      hint: 'Choose another with --port, or --port 0 for any.',
    })
  })
}

/** A digest of what shapes answers beside the question and the graph. */
const madeBy = ({ version, types }: ServerOptions): string =>
  digest(version, JSON.stringify([...types].map(([type, { verb, quad }]) => [type, verb, quad])))

/**
 * Parameters in, answer out; an answer that the caller has already is not made again. One that was made while the
 * graph changed has no ETag.
 */
function answering(route: Route, service: Service, made: string): RequestHandler {
  return async (request, response) => {
    const path = accepted(route.pathParams, { ...request.params })
    const params = accepted(route.params, { ...request.query })
    const version = await service.query.version()
    const etag = `"${digest(made, version, request.originalUrl)}"`
    response.setHeader('Cache-Control', 'private, no-cache')
    if (request.headers['if-none-match'] === etag) return void response.setHeader('ETag', etag).status(304).end()
    const answer = await route.handle(service, path, params)
    if ((await service.query.version()) === version) response.setHeader('ETag', etag)
    response.json(answer)
  }
}

const readOnly: RequestHandler = (request, response) => {
  response.setHeader('Allow', 'GET, HEAD')
  send(response, plain(405, 'This can only be read (GET).', request.originalUrl))
}

const send = (response: Response, problem: Problem) =>
  void response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))

/** A server on loopback answers to loopback names alone, so that no web page can reach it under a name of its own. */
function ownHost(host: string): RequestHandler {
  return (request, response, next) => {
    if (!LOOPBACK.test(host) || LOOPBACK.test(request.hostname ?? '')) return next()
    send(response, plain(421, 'This server answers to localhost alone.', request.originalUrl))
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
    send(response, problem)
  }
}
