import { type Skip, WiregraphError } from '../model/index.ts'
import { type Input, skipOf } from './format.ts'

/** "980 bytes", "50 MB": decimal units, one decimal where it says something. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [unit, name] = bytes < 1e6 ? [1e3, 'kB'] : [1e6, 'MB']
  return `${Number((bytes / unit).toFixed(1))} ${name}`
}

/**
 * All bytes of a source.
 * @throws WiregraphError `too-large` as soon as there are more than `limit`
 */
export async function collect(chunks: AsyncIterable<Uint8Array>, limit: number, where: string): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > limit) {
      throw new WiregraphError('too-large', { where, expected: `at most ${size(limit)}`, got: 'more' })
    }
    kept.push(chunk)
  }
  return Buffer.concat(kept)
}

/** What windows-1252 puts at 0x80 to 0x9F (WHATWG Encoding, index windows-1252); the five holes stay control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Written out since Node's own decoder took windows-1252 for latin-1 in some releases. */
const windows1252 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] as string)

/** English text holds few letters outside ASCII: a guess that gives more of them was a wrong guess. */
const MAX_FOREIGN = 0.3
const MAX_CONTROL = 0.1

const decoder = (charset: string, fatal: boolean) => {
  try {
    return new TextDecoder(charset, { fatal })
  } catch {
    return null
  }
}

const strictUtf8 = (bytes: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Bytes as text: by their byte order mark (UTF-8, UTF-16), as UTF-8 where they are valid UTF-8, in the declared
 * charset, else in windows-1252. The mark is not part of the text; line ends and everything else stay as they are.
 * @throws WiregraphError `not-text` for zero bytes, for more than a tenth of control characters, and for a guess that
 * gives no plausible English
 */
export function decode(bytes: Uint8Array, where: string, charset: string | null = null): string {
  const notText = (got: string) => new WiregraphError('not-text', { where, expected: 'UTF-8 text', got })
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    const text = new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    if (text.includes('\0')) throw notText('a zero character')
    return text
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) throw notText(`a zero byte at ${zero}`)

  const certain = strictUtf8(bytes)
  const declared = charset === null || /^(utf-?8|(iso-8859-1|latin-?1|windows-1252))$/i.test(charset) ? null : charset
  const text = certain ?? (declared === null ? null : decoder(declared, false)?.decode(bytes)) ?? windows1252(bytes)
  const control = count(text, /[^\P{Cc}\t\n\r\f]/gu) / text.length
  if (control > MAX_CONTROL) throw notText(`${Math.round(control * 100)} % control characters`)
  if (certain === null && declared === null) {
    const foreign = count(text, /[^\p{ASCII}]/gu) / text.length
    if (foreign > MAX_FOREIGN) throw notText(`${Math.round(foreign * 100)} % bytes that are no UTF-8`)
  }
  return text
}

const count = (text: string, pattern: RegExp) => {
  let n = 0
  for (const _ of text.matchAll(pattern)) n++
  return n
}

/**
 * The text of a whole document.
 * @throws WiregraphError `too-large`, `not-text`, or `empty-input` when there is nothing but white space
 */
export async function wholeText(input: Input, declared?: (bytes: Uint8Array) => string | null): Promise<string> {
  const bytes = await collect(input.chunks, input.maxBytes, input.origin)
  const text = decode(bytes, input.origin, input.charset ?? declared?.(bytes) ?? null)
  if (text.trim() !== '') return text
  throw new WiregraphError('empty-input', { where: input.origin, expected: 'text', got: size(bytes.length) })
}

export interface Line {
  /** 1-based, blank lines counted. */
  readonly number: number
  /** 1-based, blank lines not counted. */
  readonly record: number
  readonly text: string
}

/**
 * The lines of a source that are not blank, one at a time. A line over the limit is never held in memory: it is
 * counted, skipped and told; so is one that is not text.
 */
export async function* lines(input: Input): AsyncIterable<Line | Skip> {
  const { maxLineBytes: limit } = input
  let kept: Uint8Array[] = []
  let length = 0
  let number = 0
  let record = 0

  const finish = function* (): Iterable<Line | Skip> {
    const bytes = Buffer.concat(kept)
    const total = length
    kept = []
    length = 0
    const where = `${input.origin} line ${++number}`
    try {
      if (total > limit) {
        throw new WiregraphError('too-large', { where, expected: `at most ${size(limit)}`, got: size(total) })
      }
      const text = decode(bytes, where)
      if (text.trim() !== '') yield { number, record: ++record, text }
    } catch (error) {
      yield skipOf(`${input.origin}#${++record}`, error)
    }
  }

  for await (const chunk of input.chunks) {
    let from = 0
    for (;;) {
      const end = chunk.indexOf(0x0a, from)
      const piece = chunk.subarray(from, end < 0 ? chunk.length : end)
      length += piece.length
      if (length > limit) kept = []
      else if (piece.length > 0) kept.push(Buffer.from(piece))
      if (end < 0) break
      yield* finish()
      from = end + 1
    }
  }
  if (length > 0) yield* finish()
}
