import { type Skip, WiregraphError } from '../../model/index.ts'
import { lines, wholeText } from '../bytes.ts'
import { type Draft, type Format, isSkip, skipOf, wellFormed } from '../format.ts'
import { jsonFault } from '../json-fault.ts'
import { asPlain } from '../plain.ts'
import { isRecord, KEYS, pick, pickBody, pickName, pickText } from '../record.ts'

/** Keys under which a document may keep its list of records. */
const LISTS = ['articles', 'items', 'results', 'data', 'docs', 'records']

const kind = (value: unknown) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`

/**
 * One record as a draft. What stands under `text` is the text, to the letter; under other keys markup is taken off.
 * @throws WiregraphError `bad-record`
 */
function draftOf(value: unknown, where: string, record?: number): Draft {
  if (!isRecord(value)) throw new WiregraphError('bad-record', { where, expected: 'an object', got: kind(value) })
  const body = pickBody(value)
  const plain = body === null ? null : body.key === 'text' ? { text: body.value, regions: [] } : asPlain(body.value)
  if (plain === null || plain.text === '') {
    const keys = Object.keys(value).map(wellFormed)
    const shown = keys.slice(0, 12).join(', ')
    throw new WiregraphError('bad-record', {
      where,
      expected: `text under one of ${KEYS.text.join(', ')}`,
      got: keys.length === 0 ? 'an empty object' : `${shown}${keys.length > 12 ? ', …' : ''}`,
    })
  }
  return {
    ...plain,
    id: pick(value, 'id'),
    title: pickText(value, 'title'),
    publisher: pickName(value, 'publisher'),
    date: pick(value, 'date'),
    url: pickText(value, 'url'),
    ...(record === undefined ? {} : { record }),
  }
}

function parseJson(source: string, where: (line: number) => string, hint?: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    const { line, column, expected, got } = jsonFault(source)
    throw new WiregraphError('bad-json', {
      where: `${where(line)} column ${column}`,
      expected,
      got,
      ...(hint === undefined ? {} : { hint }),
    })
  }
}

const recordsOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value
  if (!isRecord(value) || pickBody(value) !== null) return null
  return LISTS.map((key) => value[key]).find((list) => Array.isArray(list)) ?? null
}

function* attempt(origin: string, make: () => Draft): Iterable<Draft | Skip> {
  try {
    yield make()
  } catch (error) {
    yield skipOf(origin, error)
  }
}

export const json: Format = {
  name: 'json',
  says: 'one record, or a list of them, on its own or under a key such as articles',
  extensions: ['.json'],
  types: ['application/json', 'application/ld+json', 'application/feed+json'],
  looksLike: (head) => /^\[\s*[{\]]/.test(head) || /^\{/.test(head),
  async *read(input) {
    const source = await wholeText(input)
    const isLines = /^\s*\{.*\}\s*?\n\s*\{/.test(source.slice(0, 100_000))
    const hint = isLines ? 'One record a line is JSON Lines: name the file .jsonl.' : undefined
    const value = parseJson(source, (line) => `${input.origin} line ${line}`, hint)
    const records = recordsOf(value)
    if (records === null) {
      yield draftOf(value, input.origin)
      return
    }
    for (const [i, record] of records.entries()) {
      const n = i + 1
      yield* attempt(`${input.origin}#${n}`, () => draftOf(record, `${input.origin} record ${n}`, n))
    }
  },
}

/** An object on a line by itself; the lines of a longer document would not be whole, or not stand at the margin. */
const wholeObject = (line: string) => {
  try {
    const value: unknown = line.startsWith('{') ? JSON.parse(line) : null
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
/** A list of records with nothing but short facts before it: `{"status":"ok","articles":[{`. */
const LIST_FIRST = new RegExp(
  `^\\{(?:\\s*"\\w+"\\s*:\\s*(?:"[^"\\\\]{0,200}"|[\\w.+-]+)\\s*,)*\\s*"(?:${LISTS.join('|')})"\\s*:\\s*\\[\\s*\\{`,
)
/** How many lines are tried, since the first may be the broken one. */
const TRIED = 3

export const jsonl: Format = {
  name: 'jsonl',
  says: 'JSON Lines, one record a line; read as a stream, so that files may be of any size',
  extensions: ['.jsonl', '.ndjson'],
  types: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines', 'application/jsonlines'],
  looksLike(head) {
    const [line = '', ...more] = head.trimEnd().split('\n', TRIED)
    if (!line.startsWith('{')) return false
    // A line by itself may be one record or a document with a list of them; either may go on beyond the head.
    const whole = wholeObject(line)
    if (more.length === 0) return whole === null ? !LIST_FIRST.test(line) : recordsOf(whole) === null
    return [line, ...more].some((each) => wholeObject(each) !== null)
  },
  async *read(input) {
    for await (const line of lines(input)) {
      if (isSkip(line)) {
        yield line
        continue
      }
      const { number, record, text } = line
      const where = `${input.origin} line ${number}`
      yield* attempt(`${input.origin}#${record}`, () =>
        draftOf(
          parseJson(text, () => where),
          where,
          record,
        ),
      )
    }
  },
}
