import type { Precision, When } from '../model/index.ts'

/** When a deed was done, as far as its claim and its article tell. Days are `YYYY-MM-DD`. */
export type Time =
  /** A day, or a longer time, by words that resolve. */
  | { readonly basis: 'told'; readonly first: string; readonly last: string; readonly precision: Precision }
  /** No time words: the day of the article, about which it was done. */
  | { readonly basis: 'published'; readonly first: string }
  /** Words that resolve to nothing, or no words in an article without a date. */
  | { readonly basis: 'unknown'; readonly words: string | null }

/** News tells of a deed within so many days of it. */
export const FRESH = 3

/** Within an article, a deed told without a day is one that is told with a day no longer ago than this. */
const RECENT = 14

export function timeOf(when: When | null, published: string | null): Time {
  if (when === null) {
    return published === null ? { basis: 'unknown', words: null } : { basis: 'published', first: published }
  }
  if (when.date === null) return { basis: 'unknown', words: when.text.toLowerCase() }
  const precision = when.precision ?? precisionOf(when.date)
  const [first, last] = bounds(when.date, precision)
  return { basis: 'told', first, last, precision }
}

/** The day of a time that is one day, be it only the day of the article; null for any other. */
export function dayOf(time: Time): string | null {
  return time.basis === 'published' || (time.basis === 'told' && time.precision === 'day') ? time.first : null
}

/** How well a time is known, best first: a day, the day of the article, a longer time, none. */
export function vagueness(time: Time): number {
  if (time.basis === 'unknown') return 3
  if (time.basis === 'published') return 1
  return time.precision === 'day' ? 0 : 2
}

/** Of two times of one happening the one that is known better. */
export const better = (a: Time, b: Time): Time => (vagueness(b) < vagueness(a) ? b : a)

/**
 * Whether two claims may tell of one happening, by their times; `near` for two claims of the same article, where a deed
 * without a day is that with one, if it lies not long before the article.
 */
export function timesFit(a: Time, b: Time, near: boolean): boolean {
  const [known, other] = vagueness(a) <= vagueness(b) ? [a, b] : [b, a]
  if (other.basis === 'unknown') return near && fitsUnknown(known, other.words)
  if (known.basis === 'unknown') return false
  const day = dayOf(known)
  const otherDay = dayOf(other)
  if (otherDay === null) return day === null ? sameSpan(known, other) : lies(day, other)
  if (known.basis === other.basis) return day === otherDay
  const days = daysBetween(known.first, otherDay)
  return near ? days >= -1 && days <= RECENT : days >= 0 && days <= FRESH
}

/**
 * Other time words tell of another time, for all that is known. Without any, in an article without a date, a deed is
 * that of a day; of a longer time that the article looks back on it need not be.
 */
function fitsUnknown(known: Time, words: string | null): boolean {
  if (known.basis === 'unknown') return known.words === null || words === null || known.words === words
  return words === null ? known.basis === 'told' && known.precision === 'day' : known.basis === 'published'
}

/** Whether a day lies in a longer time. */
export const lies = (day: string, span: Time): boolean => span.basis === 'told' && span.first <= day && day <= span.last

const sameSpan = (a: Time, b: Time): boolean =>
  a.basis === 'told' && b.basis === 'told' && a.first === b.first && a.last === b.last

/** How many days `b` is after `a`. */
export const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / DAY

/** The day that is so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** In milliseconds; days of the calendar are read as of UTC, which knows no summer time. */
const DAY = 86_400_000

const precisionOf = (date: string): Precision => (date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day')

/** First and last day of a date. A date that is finer than its precision says lies in the longer time. */
function bounds(date: string, precision: Precision): readonly [string, string] {
  if (precision === 'year') return [`${date.slice(0, 4)}-01-01`, `${date.slice(0, 4)}-12-31`]
  const day = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
  if (precision === 'day') return [day, day]
  if (precision === 'week') return [day, dayAfter(day, 6)]
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return [`${day.slice(0, 7)}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)]
}
