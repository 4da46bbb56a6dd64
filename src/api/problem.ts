import { STATUS_CODES } from 'node:http'
import type { z } from 'zod'
import { type ErrorCode, WiregraphError } from '../model/index.ts'

/** An answer that says what went wrong, in the form of RFC 9457. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code?: string
  readonly where?: string
  readonly expected?: string
  readonly got?: string
  readonly hint?: string
}

/** Errors that are the caller's to mend; all others are ours, and keep their insides to themselves. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'bad-date': 400,
  'unknown-actor': 404,
  'unknown-article': 404,
  'unknown-claim': 404,
  'unknown-tie': 404,
  'unknown-event': 404,
  'not-found': 404,
  'store-busy': 503,
}

/** `instance` is the path and query that was asked. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof WiregraphError) {
    const status = STATUS[error.code]
    if (status !== undefined) return plain(status, error.message, instance, { code: error.code, ...error.detail })
  }
  if (error instanceof URIError) return plain(400, 'A percent sign in this address begins no character.', instance)
  if (isRefusal(error)) return plain(error.status, STATUS_CODES[error.status] ?? 'Bad request', instance)
  return plain(500, 'Something went wrong here; the server’s log tells more.', instance)
}

export const plain = (status: number, detail: string, instance: string, more: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  instance,
  ...more,
})

/** Parameters as they came in: a text, or several where one was given twice. */
export type Given = Readonly<Record<string, unknown>>

/** The parameters as a schema has them. @throws WiregraphError `bad-request` that names the first that is wrong */
export function accepted<Schema extends z.ZodObject>(schema: Schema, given: Given): z.output<Schema> {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(schema.shape, name)) throw refused(name, choice(Object.keys(schema.shape)), JSON.stringify(name))
    if (Array.isArray(value)) throw refused(name, 'one value', value.length === 2 ? 'two' : String(value.length))
  }
  const { data, error } = schema.safeParse(given)
  const [issue] = error?.issues ?? []
  if (issue === undefined) return data as z.output<Schema>
  const [name, item] = issue.path
  const text = given[String(name)]
  if (typeof text !== 'string') throw refused(String(name), 'a value', 'nothing')
  const wrong = typeof item === 'number' ? (text.split(',')[item] ?? '').trim() : text
  throw refused(String(name), expectedOf(issue), JSON.stringify(wrong))
}

/** What would have been right; numbers and days tell it themselves in the message of their schema. */
function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return choice(issue.values.map(String))
  if (issue.code === 'too_big' && issue.origin === 'string') return `at most ${issue.maximum} characters`
  if (issue.code === 'too_small' && issue.origin === 'string') return 'a value'
  return issue.message
}

const choice = (choices: readonly string[]): string =>
  choices.length === 0 ? 'no parameters' : `one of ${choices.join(', ')}`

const refused = (name: string, expected: string, got: string): WiregraphError =>
  new WiregraphError('bad-request', { where: `parameter ${name}`, expected, got })

/** What Express and its parts throw for requests that they refuse, such as a malformed percent sign. */
const isRefusal = (error: unknown): error is { readonly status: number } =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500
