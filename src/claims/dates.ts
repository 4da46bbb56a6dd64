import type { When } from '../model/index.ts'

export const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\.)$/
export const MONTH =
  /^(?:mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)$/
export const YEAR = /^(?:1[5-9]|20)\d\d$/
export const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/

/** What time words resolve to. */
type Resolved = Pick<When, 'date' | 'precision' | 'basis'>

/** Past also where nothing tells; present is also the tense of what is about to happen. */
export type Tense = 'past' | 'present' | 'future'

/** What counts besides the words. */
export interface Setting {
  /** The preposition before the words, in small letters. */
  readonly marker: string | null
  readonly tense: Tense
  /** Day of publication, `YYYY-MM-DD`. */
  readonly published: string | null
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const UNIT = /^(?:day|week|fortnight|month|year)s?$/
const PART = /^(?:morning|afternoon|evening|night|weekend)$/
const RELATIVE = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
])
const STEPS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])
/** A bound of a time, or its neighbourhood, is no time. */
const BOUND = /^(?:since|until|till|by|before|after|from|around|about)$/
/** Words that point at another time of the text, at many times, or at a stretch: "the following Monday", "every Friday". */
const ELSEWHERE =
  /^(?:since|previous|following|same|that|these|those|each|every|between|from|recent|overnight|now|\W?\d+s)$/
/** Words that blur a number. */
const BLUR = /^(?:about|around|nearly|almost|roughly|more|less|just|only|half|couple|and)$/

const DAY_LENGTH = 86_400_000
/** How many years lie at the most between one 29 February and the next: 1896 and 1904. */
const LEAP = 8

const VAGUE: Resolved = { date: null, precision: null, basis: 'words' }
const UNKNOWN: Resolved = { date: null, precision: null, basis: 'article' }

const padded = (number: number, length: number): string => String(number).padStart(length, '0')
const told = (time: number): string => new Date(time).toISOString().slice(0, 10)
/** Days since Monday. */
const weekdayOf = (time: number): number => (new Date(time).getUTCDay() + 6) % 7
const onDay = (time: number): Resolved => ({ date: told(time), precision: 'day', basis: 'article' })
const inWeek = (time: number): Resolved => ({
  date: told(time - weekdayOf(time) * DAY_LENGTH),
  precision: 'week',
  basis: 'article',
})
/** Months are counted from January of the year 0. */
const inMonth = (months: number): Resolved => {
  return {
    date: `${padded(Math.floor(months / 12), 4)}-${padded((months % 12) + 1, 2)}`,
    precision: 'month',
    basis: 'article',
  }
}
const inYear = (year: number): Resolved => ({ date: padded(year, 4), precision: 'year', basis: 'article' })

/** Midnight of a day that exists; null for 30 February. */
function dayOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month, day)
  return new Date(time).getUTCMonth() === month && new Date(time).getUTCDate() === day ? time : null
}

/** What time words name. */
interface Named {
  readonly words: readonly string[]
  /** Day of the month, and indices from January and Monday; -1 where there is none. */
  readonly day: number
  readonly month: number
  readonly weekday: number
  readonly year: number | null
  /** Whether a stretch of the calendar is named besides: "the week of". */
  readonly unit: string | null
  /** By how many units the words step away from the publication: "last" is -1. */
  readonly step: number | null
}

/**
 * The date that time words in small letters tell, never more precise than they are. Weekdays and days without a year
 * are the last on or before the day of publication, or the next where the deed was still to come. Words that tell a
 * bound, a stretch or no number ("since 2011", "for decades", "recent months") resolve to nothing.
 */
export function resolve(words: readonly string[], { marker, tense, published }: Setting): Resolved {
  if (BOUND.test(marker ?? '') || words.some((word) => ELSEWHERE.test(word))) return VAGUE
  const index = (names: readonly string[], form: RegExp): number =>
    names.indexOf((words.find((word) => form.test(word)) ?? '').replace('mid-', '').slice(0, 3))
  const month = index(MONTHS, MONTH)
  const year = words.find((word) => YEAR.test(word))
  const named: Named = {
    words,
    month,
    weekday: index(WEEKDAYS, WEEKDAY),
    day: month < 0 ? -1 : Number.parseInt(words.find((word) => DAY.test(word)) ?? '-1', 10),
    year: year === undefined ? null : Number(year),
    unit: words.find((word) => UNIT.test(word) || PART.test(word))?.replace(/s$/, '') ?? null,
    step: STEPS.get(words.find((word) => STEPS.has(word)) ?? '') ?? null,
  }
  const absolute = absoluteOf(named)
  if (absolute) return { ...absolute, basis: absolute.date === null ? 'words' : absolute.basis }
  const isRelative = month >= 0 || named.weekday >= 0 || words.some((word) => RELATIVE.has(word))
  if (published === null) return isRelative || named.step !== null || words.includes('ago') ? UNKNOWN : VAGUE
  const today = Date.parse(`${published}T00:00:00Z`)
  const ahead = tense === 'future'
  if (month >= 0) return nearest(named, tense, today)
  if (named.weekday >= 0) return weekdayNear(named, ahead, today)
  return near(named, ahead, today)
}

/** A date with its year. */
function absoluteOf({ words, year, month, day, unit }: Named): Resolved | null {
  const whole = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words.find((word) => word.includes('-')) ?? '')
  if (whole === null && year === null) return null
  const time = whole
    ? dayOf(Number(whole[1]), Number(whole[2]) - 1, Number(whole[3]))
    : day >= 0
      ? dayOf(year!, month, day)
      : null
  if (time !== null) return { ...(unit === 'week' ? inWeek(time) : onDay(time)), basis: 'words' }
  if (whole !== null || day >= 0) return VAGUE
  // a winter lies in two years
  if (words.includes('winter')) return VAGUE
  return { ...(month >= 0 ? inMonth(year! * 12 + month) : inYear(year!)), basis: 'words' }
}

/** A month or a day of it, in the year that lies nearest. */
function nearest({ month, day, unit, step }: Named, tense: Tense, today: number): Resolved {
  const year = Number(told(today).slice(0, 4))
  const now = year * 12 + new Date(today).getUTCMonth()
  const way = step === -1 || (step !== 1 && tense !== 'future') ? -1 : 1
  if (day < 0) {
    const here = year * 12 + month
    const isPassed = (here - now) * way < 0 || (here === now && step !== null && step !== 0)
    return inMonth(isPassed ? here + 12 * way : here)
  }
  const [before, after] = [dayTowards(month, day, -1, today), dayTowards(month, day, 1, today)]
  const isNext = tense === 'present' ? after - today < today - before : way === 1
  const time = isNext ? after : before
  if (!Number.isFinite(time)) return VAGUE
  return unit === 'week' ? inWeek(time) : onDay(time)
}

/** The next such day of the calendar, this day included, back or ahead; infinitely far where there is none. */
function dayTowards(month: number, day: number, way: 1 | -1, today: number): number {
  const year = new Date(today).getUTCFullYear()
  for (let years = 0; years <= LEAP; years++) {
    const time = dayOf(year + years * way, month, day)
    if (time !== null && (time - today) * way >= 0) return time
  }
  return way * Number.POSITIVE_INFINITY
}

function weekdayNear({ weekday, unit, step }: Named, ahead: boolean, today: number): Resolved {
  const inThisWeek = today + (weekday - weekdayOf(today)) * DAY_LENGTH
  if (unit === 'week') return onDay(inThisWeek + 7 * (step ?? 0) * DAY_LENGTH)
  if (unit !== null && !PART.test(unit)) return VAGUE
  const away = (weekday - weekdayOf(today) + 7) % 7
  if (step === 1 || (ahead && step !== -1)) return onDay(today + (step === 1 && away === 0 ? 7 : away) * DAY_LENGTH)
  return onDay(today + (away === 0 && step !== -1 ? 0 : away - 7) * DAY_LENGTH)
}

/** Times told by their distance: "yesterday", "last week", "three months ago". */
function near({ words, unit, step }: Named, ahead: boolean, today: number): Resolved {
  const word = words.find((one) => RELATIVE.has(one))
  if (word !== undefined) {
    const beyond = words.includes('before') ? -1 : words.includes('after') ? 1 : 0
    return onDay(today + (RELATIVE.get(word)! + beyond) * DAY_LENGTH)
  }
  if (unit === null) return VAGUE
  if (words.includes('ago')) {
    const number = words.find((one) => NUMBERS.includes(one) || /^(?:an?|\d{1,3})$/.test(one))
    if (number === undefined || words.some((one) => BLUR.test(one))) return VAGUE
    return stepped(unit, -(/^\d/.test(number) ? Number(number) : Math.max(NUMBERS.indexOf(number), 1)), today)
  }
  // "earlier in the week"
  const isThis = words.includes('in') && words.includes('the')
  if (unit === 'weekend') {
    // it lies in the week of its Saturday
    const saturday = weekdayNear({ ...NOTHING, weekday: 5 }, ahead || step === 0, today)
    const from = Date.parse(`${saturday.date}T00:00:00Z`)
    const isOn = weekdayOf(today) > 4
    return inWeek(step === -1 && isOn ? today - 7 * DAY_LENGTH : isOn ? today : from)
  }
  const at = words.findIndex((one) => STEPS.has(one))
  // "the last week" and "the last three weeks" end today
  if (!isThis && (step === null || words[at - 1] === 'the' || words[at + 1] !== unit)) return VAGUE
  if (PART.test(unit)) {
    const isNight = unit === 'night'
    return step === 0 || (step === -1 && isNight) ? onDay(today + step * DAY_LENGTH) : VAGUE
  }
  return unit === 'day' ? VAGUE : stepped(unit, isThis ? 0 : step!, today)
}

const NOTHING: Named = { words: [], day: -1, month: -1, weekday: -1, year: null, unit: null, step: null }

/** So many units away from a day. */
function stepped(unit: string, steps: number, today: number): Resolved {
  const year = Number(told(today).slice(0, 4))
  const months = year * 12 + new Date(today).getUTCMonth()
  if (unit === 'day') return onDay(today + steps * DAY_LENGTH)
  if (unit === 'week') return inWeek(today + 7 * steps * DAY_LENGTH)
  if (unit === 'month') return inMonth(months + steps)
  return unit === 'year' && year + steps > 0 ? inYear(year + steps) : VAGUE
}
