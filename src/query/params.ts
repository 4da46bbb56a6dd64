import { isDay, WiregraphError } from '../model/index.ts'
import type { TimeParams } from './port.ts'

interface Bound {
  readonly min: number
  readonly max: number
  readonly default: number
}

/** What the numbers of a question may be, and what they are when left out. */
export const BOUNDS = {
  depth: { min: 1, max: 4, default: 1 },
  minPublishers: { min: 1, max: 1_000_000, default: 1 },
  ties: { min: 1, max: 5000, default: 200 },
  maxLength: { min: 1, max: 6, default: 4 },
  k: { min: 1, max: 20, default: 3 },
  page: { min: 1, max: 500, default: 50 },
} as const satisfies Record<string, Bound>

/**
 * The most that a question may hold: characters (UTF-16 units) of a name or of words, which is more than any name has
 * and little to compare, and names to avoid.
 */
export const MOST = { characters: 200, avoid: 50 } as const

/** @throws WiregraphError `bad-request` for anything but a whole number within the bound */
export function whole(where: string, value: number | undefined, { min, max, default: usual }: Bound): number {
  if (value === undefined) return usual
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw refused(where, `a whole number from ${min} to ${max}`, value)
}

/** @throws WiregraphError `bad-request` for anything but one of the choices */
export function oneOf<T extends string>(where: string, value: T | undefined, choices: readonly T[]): T | undefined {
  if (value === undefined || choices.includes(value)) return value
  throw refused(where, `one of ${choices.join(', ')}`, value)
}

/** @throws WiregraphError `bad-request` for an empty list, or one with anything but the choices */
export function someOf<T extends string>(
  where: string,
  values: readonly T[] | undefined,
  choices: readonly T[],
): readonly T[] | undefined {
  if (values === undefined) return undefined
  if (values.length === 0) throw refused(where, `at least one of ${choices.join(', ')}`, values)
  for (const value of values) oneOf(where, value, choices)
  return values
}

/**
 * Words of a question; blank ones count as not given.
 * @throws WiregraphError `bad-request` for words that are too long
 */
export function words(where: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && value.length <= MOST.characters) return value.trim() === '' ? undefined : value
  throw refused(where, `at most ${MOST.characters} characters`, typeof value === 'string' ? value.length : value)
}

/**
 * The times of a question, only those that are given.
 * @throws WiregraphError `bad-request` for what is no day of the calendar, or a last day before the first
 */
export function times({ since, until }: TimeParams): TimeParams {
  for (const [where, value] of [['since', since] as const, ['until', until] as const]) {
    if (value !== undefined && !isDay(value)) throw refused(where, 'a day as YYYY-MM-DD', value)
  }
  if (since !== undefined && until !== undefined && until < since) {
    throw refused('until', `a day not before ${since}`, until)
  }
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

export function refused(where: string, expected: string, got: unknown): WiregraphError {
  return new WiregraphError('bad-request', { where, expected, got: JSON.stringify(got) ?? String(got) })
}
