import { lookup as resolve } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { WiregraphError } from '../model/index.ts'
import { isPublicAddress } from './address.ts'
import { collect, size } from './bytes.ts'
import { readableUrl } from './url.ts'

export interface FetchOptions {
  /** Whether addresses of this machine and of private networks may be read, or which of them. Default false. */
  readonly allowPrivate?: boolean | readonly string[]
  /** For the whole of it, redirects included. Default 20,000. */
  readonly timeoutMs?: number
  /** Default 5. */
  readonly maxRedirects?: number
  /** Of the answer once it is unpacked, in bytes. Default 10 MB. */
  readonly maxFetchBytes?: number
  /** Default `wiregraph`. */
  readonly userAgent?: string
}

export interface Page {
  readonly bytes: Uint8Array
  /** Content type without parameters, in lower case; null where the server names none. */
  readonly type: string | null
  readonly charset: string | null
  /** Where the page was in the end, after redirects. */
  readonly url: string
}

const READABLE =
  /^(text\/[\w.+-]+|application\/([\w.-]+\+)?(xml|json)|application\/(json|jsonl|x-ndjson|x-jsonlines|jsonlines|xhtml\+xml))$/

/**
 * Fetches a page that a user or a feed named. Only public addresses are connected to: each is checked after its name
 * was resolved, and used as it was checked, so that a name can't change its meaning in between; redirects likewise.
 * @throws WiregraphError `bad-url`, `private-address`, `fetch-failed`, `too-large`
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Page> {
  const { timeoutMs = 20_000, maxRedirects = 5, maxFetchBytes = 10_000_000 } = options
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    let url = readableUrl(address)
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const answer = await send(url, address, options, signal)
      const { statusCode: status = 0, headers } = answer
      if (status >= 300 && status < 400 && headers.location !== undefined) {
        answer.destroy()
        url = readableUrl(headers.location, url.href)
        continue
      }
      if (status < 200 || status >= 300) {
        answer.destroy()
        throw failed(address, 'status 200', `status ${status}`)
      }
      return { ...(await read(answer, address, maxFetchBytes, signal)), url: url.href }
    }
    throw failed(address, `at most ${maxRedirects} redirects`, 'more')
  } catch (error) {
    if (error instanceof WiregraphError) throw error
    if (signal.aborted) throw failed(address, `an answer within ${timeoutMs / 1000} s`, 'none')
    const { code, message } = error as NodeJS.ErrnoException
    throw failed(address, 'an answer', code ?? message)
  }
}

const failed = (where: string, expected: string, got: string) =>
  new WiregraphError('fetch-failed', { where, expected, got })

async function send(url: URL, named: string, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { allowPrivate = false } = options
  const isOpen = (address: string) =>
    isPublicAddress(address) || (typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate.includes(address))
  const refuse = (got: string) =>
    new WiregraphError('private-address', { where: named, expected: 'an address on the public internet', got })

  // Addresses in the URL itself are never looked up.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isOpen(host)) throw refuse(host)
  const lookup: LookupFunction = (name, { all }, done) => {
    resolve(name, { all: true }).then(
      (found) => {
        const open = found.filter(({ address }) => isOpen(address))
        const [first] = open
        if (first === undefined) done(refuse(found.map(({ address }) => address).join(', ')), '', 0)
        else if (all) done(null, open)
        else done(null, first.address, first.family)
      },
      (error) => done(error, '', 0),
    )
  }
  const headers = {
    'user-agent': options.userAgent ?? 'wiregraph',
    accept: 'text/html, application/xhtml+xml, application/xml, application/json, text/*;q=0.9',
    'accept-encoding': 'gzip, deflate, br',
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, { lookup, signal, headers, agent: false }, resolve).on('error', reject).end()
  })
}

async function read(
  answer: IncomingMessage,
  named: string,
  limit: number,
  signal: AbortSignal,
): Promise<Omit<Page, 'url'>> {
  const { headers } = answer
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim())
  const charset = parameters.map((p) => /^charset="?([\w-]+)"?$/i.exec(p)?.[1]).find((name) => name !== undefined)
  try {
    if (type !== '' && !READABLE.test(type.toLowerCase())) {
      throw failed(named, 'text, HTML, XML or JSON', type)
    }
    const declared = Number(headers['content-length'])
    if (declared > limit) {
      throw new WiregraphError('too-large', { where: named, expected: `at most ${size(limit)}`, got: size(declared) })
    }
    const bytes = await collect(unpacked(answer, headers['content-encoding'], named, signal), limit, named)
    return { bytes, type: type === '' ? null : type.toLowerCase(), charset: charset ?? null }
  } finally {
    answer.destroy()
  }
}

/** The body as it was before it was packed for the way. The size limit counts what comes out. */
function unpacked(answer: IncomingMessage, coding: string | undefined, named: string, signal: AbortSignal): Readable {
  const name = (coding ?? 'identity').trim().toLowerCase()
  if (name === 'identity' || name === '') return answer
  const unpack =
    name === 'gzip' || name === 'x-gzip'
      ? createGunzip()
      : name === 'br'
        ? createBrotliDecompress()
        : name === 'deflate'
          ? createInflate()
          : null
  if (unpack === null) throw failed(named, 'gzip, deflate or br', `content encoding ${name}`)
  answer.on('error', (error) => unpack.destroy(error))
  signal.addEventListener('abort', () => unpack.destroy(signal.reason), { once: true })
  return answer.pipe(unpack)
}
