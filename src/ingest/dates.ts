import type { DateBasis } from '../model/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?'

/** A full date in words: "30 September 2015", "Sept. 30, 2015", "Wed, 30 Sep 2015", "September 30th 2015". */
const WORDED = `\\b${WEEKDAY}(?:(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(${MONTH})|(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?),?[\\s-]+(\\d{4})(?!\\d)`
const worded = new RegExp(WORDED, 'i')
/** ISO 8601 and RFC 3339; also with slashes. What follows the day is a time or nothing that would change the day. */
const numeric = /(?<![\d/.-])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\d/-])/
/** 20150930 and 20150930123000, as event data have them. */
const basic = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/

/** Seconds below, milliseconds above; before and beyond, a number is no time (1973 to 5138 in seconds). */
const EPOCH = { from: 1e8, seconds: 1e11, until: 1e14 }

/** A day that exists, as `YYYY-MM-DD`; null for 30 February and other impossible ones. */
function day(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date))
  const exists = year >= 1000 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
  return exists ? time.toISOString().slice(0, 10) : null
}

function wordedDay(match: RegExpExecArray): string | null {
  const [, dayFirst, monthAfter, monthFirst, dayAfter, year] = match
  const month = MONTHS.indexOf((monthAfter ?? monthFirst ?? '').slice(0, 3).toLowerCase()) + 1
  return day(Number(year), month, Number(dayFirst ?? dayAfter))
}

function epochDay(value: number): string | null {
  if (value < EPOCH.from || value >= EPOCH.until) return null
  return new Date(value < EPOCH.seconds ? value * 1000 : value).toISOString().slice(0, 10)
}

/**
 * The day that a date names, `YYYY-MM-DD`, as it was written: a time zone never moves it. Reads ISO 8601 days and
 * times, RFC 822, full dates in English words, `YYYYMMDD`, and seconds or milliseconds since 1970 (UTC). Null for
 * anything else: dates without a day or a year, days that don't exist, and `03/04/2015`, which two countries read
 * differently.
 */
export function parseDay(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  const plain = basic.exec(text)
  if (plain !== null) return day(Number(plain[1]), Number(plain[2]), Number(plain[3]))
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return epochDay(Number(text))
  return dayIn(text)
}

/** The first full date in a text. */
function dayIn(text: string): string | null {
  const iso = numeric.exec(text)
  if (iso !== null) return day(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const match = worded.exec(text)
  return match === null ? null : wordedDay(match)
}

/** How many lines from the top and the end are looked at, and how much of each. */
const EDGE = 8
const MAX_LINE = 300
const DATE = `(?:${WORDED}|(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d))`
/** "MOSCOW, Sept. 30, 2015 (Sample Wire) —": a place in capitals, a date, a dash or a colon. */
const PLACE = `\\p{Lu}[\\p{Lu}\\p{M}’'./-]+(?:[\\p{Lu}\\s’'./-]{0,60}|[^!?—–\\d]{0,60}?[,(])\\s*`
const dateline = new RegExp(`^${PLACE}${DATE}[^!?]{0,60}?(?:[—–-]|:)(?:\\s|$)`, 'u')
const stamp = new RegExp(`\\b(?:published|posted|issued|updated|modified)\\b[^!?]{0,40}?${DATE}`, 'i')
const CLOCK = '\\d{1,2}[:.]\\d\\d(?:\\s*[ap]\\.?m\\.?)?(?:\\s+[A-Z]{2,5})?'
const LATER = '(?:at|on|and|first|last|published|posted|issued|updated|modified|[A-Z]{2,5})'
const dateOnly = new RegExp(
  `^(?:${LATER}:?\\s+){0,3}${DATE}(?:[\\s,;:|·•–—-]+(?:${CLOCK}|${DATE}|${LATER}))*\\.?$`,
  'i',
)
/** "Updated at 5 p.m.": a time of publication without a full date. */
const opening = /^(?:first |last )?(?:published|posted|updated|modified)\b.*\d/i
/** Beyond it a line with a time of publication in it is a sentence. */
const MAX_STAMP_WORDS = 14

const first = <T, U>(items: readonly T[], look: (item: T) => U | null): U | null => {
  for (const item of items) {
    const found = look(item)
    if (found !== null) return found
  }
  return null
}

/** The match without what came before its date. */
const datedBy = (pattern: RegExp) => (line: string) => {
  const match = pattern.exec(line)
  return match === null ? null : dayIn(match[0])
}

/** Whether a line tells when the article was published or changed, and no more than a byline besides. */
export function isDateLine(line: string): boolean {
  const text = line.trim()
  const isShort = !/[^.][^.m]\.["”’)]*$/.test(text) && text.split(/\s+/).length <= MAX_STAMP_WORDS
  return dateOnly.test(text) || (isShort && (stamp.test(text) || opening.test(text)))
}

/**
 * The full date in a text's own dateline, or else in a line among the first or last that says when it was published or
 * updated, or that is nothing but a date. A dateline without a year tells no date.
 */
export function datelineDay(text: string): string | null {
  const lines = text.split(/[\r\n]+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const top = lines.slice(0, EDGE)
  const edges = lines.length <= 2 * EDGE ? lines : [...top, ...lines.slice(-EDGE)]
  const short = edges.filter((line) => line.length <= MAX_LINE)
  const starts = top.map((line) => line.slice(0, MAX_LINE))
  return first(starts, datedBy(dateline)) ?? first(short, datedBy(stamp)) ?? first(top, datedBy(dateOnly))
}

/** A date in the path of a URL (`/2015/09/30/`, `/2015-09-30-…`) or in the name of a file. */
export function inferredDay(name: string | null): string | null {
  if (name === null) return null
  const match = /(?<!\d)((?:19|20)\d\d)([-/_]?)(\d\d)\2(\d\d)(?!\d)/.exec(name)
  if (match !== null) return day(Number(match[1]), Number(match[3]), Number(match[4]))
  const named = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d\d?)\//.exec(name)
  return named === null ? null : day(Number(named[1]), MONTHS.indexOf(named[2] as string) + 1, Number(named[3]))
}

/** What is known about when an article was published, most trustworthy first. */
export interface DateEvidence {
  /** The record's, page's or front matter's own date. */
  readonly own: unknown
  /** What the user said. */
  readonly given: string | null
  readonly text: string
  readonly url: string | null
  readonly file: string | null
}

/** The day of publication, and on what it rests. An own date that can't be read counts for none. */
export function publicationDay(evidence: DateEvidence): {
  readonly published: string | null
  readonly basis: DateBasis
} {
  const given = parseDay(evidence.own) ?? evidence.given
  if (given !== null) return { published: given, basis: 'given' }
  const told = datelineDay(evidence.text)
  if (told !== null) return { published: told, basis: 'dateline' }
  const inferred = inferredDay(evidence.url) ?? inferredDay(evidence.file)
  return inferred === null ? { published: null, basis: 'unknown' } : { published: inferred, basis: 'inferred' }
}
