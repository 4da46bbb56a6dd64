import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type Article, type BoilerplateRule, type Skip, WiregraphError } from '../model/index.ts'
import { type Circumstances, toArticle } from './article.ts'
import { size } from './bytes.ts'
import { parseDay } from './dates.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'
import { type Draft, type Format, type Input, isSkip, isWellFormed, skip, wellFormed } from './format.ts'
import { FORMATS, formatNamed, formatOfExtension, formatOfHead, formatOfType, HEAD } from './formats.ts'
import { lineRules } from './furniture.ts'
import { pathSkip, type Source, sources } from './sources.ts'
import { withoutUser } from './url.ts'

export interface IngestOptions extends FetchOptions {
  /** The tables' rules, first match first. */
  readonly boilerplate: readonly BoilerplateRule[]
  /** Day of publication of whatever has no date of its own, in any form that `parseDay` reads. */
  readonly date?: string
  /** Publisher of whatever names none. */
  readonly publisher?: string
  /** What `-` is read from. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Name of a format of `FORMATS`: everything is read as this, whatever it is called. */
  readonly format?: string
  /** Limit of a document, in bytes. Default 50 MB. */
  readonly maxBytes?: number
  /** Limit of one line of JSON Lines, in bytes; the file may be of any size. Default 10 MB. */
  readonly maxLineBytes?: number
}

interface Opened extends Input {
  readonly format: Format
}

async function* startingWith(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** The format that the first bytes show, and all the bytes. */
async function sniff(chunks: AsyncIterable<Uint8Array>) {
  const rest = chunks[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  for (let length = 0; length < HEAD; ) {
    const next = await rest.next()
    if (next.done) break
    head.push(next.value)
    length += next.value.length
  }
  return { format: formatOfHead(Buffer.concat(head)), chunks: startingWith(head, rest) }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function* nothing(): AsyncIterable<Uint8Array> {}

async function open(source: Source, options: IngestOptions, forced: Format | null): Promise<Opened> {
  const origin = withoutUser(source.origin)
  const { maxBytes = 50_000_000, maxLineBytes = 10_000_000 } = options
  const limits = { origin, maxBytes, maxLineBytes, charset: null, url: null }
  switch (source.kind) {
    case 'stdin': {
      const chunks = options.stdin ?? nothing()
      return { ...limits, ...(forced === null ? await sniff(chunks) : { format: forced, chunks }) }
    }
    case 'url': {
      const { bytes, type, charset, url } = await fetchPage(source.origin, options)
      const known = type === null ? null : formatOfType(type)
      // Servers call feeds and Markdown plain text or XML, and plain text is what anything may be called.
      const told = known?.name === 'txt' ? formatOfExtension(extname(new URL(url).pathname)) : known
      const format = forced ?? told ?? formatOfHead(bytes)
      return { ...limits, format, chunks: once(bytes), charset, url: origin }
    }
    case 'file': {
      const info = await stat(source.path)
      const format = forced ?? formatOfExtension(extname(source.path))
      // A whole document is refused by its size before any of it is read; a file of lines may be of any size.
      if (info.size > maxBytes && format !== null && format.name !== 'jsonl') {
        throw new WiregraphError('too-large', {
          where: origin,
          expected: `at most ${size(maxBytes)}`,
          got: size(info.size),
        })
      }
      const chunks: AsyncIterable<Uint8Array> = createReadStream(source.path)
      return { ...limits, ...(format === null ? await sniff(chunks) : { format, chunks }) }
    }
  }
}

/** The article, unless its names could not be kept as they are: two that differ in them alone would become one. */
function articleOrSkip(draft: Draft, about: Circumstances): Article | Skip {
  const article = toArticle(draft, about)
  const broken = !isWellFormed(article.id) ? 'id' : isWellFormed(article.origin) ? null : 'origin'
  if (broken === null) return article
  const where = wellFormed(article.origin)
  const expected = `an ${broken} of well-formed Unicode`
  return skip(where, 'bad-record', { where, expected, got: 'half of a surrogate pair' })
}

/**
 * The articles of one source, in its order. What can't be made an article is a skip that says where and why, and the
 * rest goes on.
 * @throws WiregraphError `bad-date`, `unknown-format` when the options themselves are wrong
 */
export async function* articlesOf(source: Source, options: IngestOptions): AsyncIterable<Article | Skip> {
  const origin = withoutUser(source.origin)
  const date = givenDate(options.date)
  const forced = forcedFormat(options.format)
  const rules = lineRules(options.boilerplate)
  let isEmpty = true
  try {
    const { format, ...input } = await open(source, options, forced)
    const about = {
      origin,
      url: input.url,
      file: source.kind === 'file' ? basename(source.path) : null,
      date,
      publisher: options.publisher ?? null,
      rules,
    }
    for await (const draft of format.read(input)) {
      isEmpty = false
      yield isSkip(draft) ? draft : articleOrSkip(draft, about)
    }
  } catch (error) {
    isEmpty = false
    yield pathSkip(origin, error)
  }
  if (isEmpty) yield skip(origin, 'empty-input', { where: origin, expected: 'at least one article', got: 'none' })
}

/** All articles that the inputs name, see {@link sources} and {@link articlesOf}. */
export async function* ingest(inputs: readonly string[], options: IngestOptions): AsyncIterable<Article | Skip> {
  givenDate(options.date)
  for await (const source of sources(inputs, options)) {
    if (isSkip(source)) yield source
    else yield* articlesOf(source, options)
  }
}

function givenDate(date: string | undefined): string | null {
  if (date === undefined) return null
  const day = parseDay(date)
  if (day !== null) return day
  throw new WiregraphError('bad-date', {
    where: 'date',
    expected: 'a day such as 2015-09-30',
    got: JSON.stringify(date),
  })
}

function forcedFormat(name: string | undefined): Format | null {
  if (name === undefined) return null
  const format = formatNamed(name)
  if (format !== null) return format
  throw new WiregraphError('unknown-format', {
    where: 'format',
    expected: FORMATS.map((known) => known.name).join(', '),
    got: JSON.stringify(name),
  })
}
