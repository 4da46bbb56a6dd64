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
  'not-found': 404,
  'store-busy': 503,
}

/** `instance` is the path and query that was asked. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof WiregraphError) {
    const status = STATUS[error.code]
    if (status !== undefined) return plain(status, error.message, instance, { code: error.code, ...error.detail })
  }
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

/** What zod found wrong with a parameter, as a `bad-request`. */
export function refusal(error: z.ZodError): WiregraphError {
  const [issue] = error.issues
  const where = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.map(String).join('.')
  return new WiregraphError('bad-request', {
    ...(where ? { where: `parameter ${where}` } : {}),
    expected: issue?.code === 'unrecognized_keys' ? 'no such parameter' : (issue?.message ?? 'something else'),
  })
}

/** What Express and its parts throw for requests that they refuse, such as a malformed percent sign. */
const isRefusal = (error: unknown): error is { readonly status: number } =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500
