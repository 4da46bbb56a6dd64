import type { Part, Region } from '../model/index.ts'
import { isDateLine } from './dates.ts'
import type { Draft } from './format.ts'
import { countWords, fold, type LineRule, linesOf, type TextLine } from './furniture.ts'
import {
  countSentences,
  endsSentence,
  isCredited,
  isDoubled,
  isHeadline,
  isParagraph,
  isTitleLike,
  type Lines,
  lettersOf,
  listEnd,
  standsAlone,
} from './shapes.ts'

interface Mark {
  readonly part: Part
  readonly rule: string
  /** Whether it stands above the body of a story, as a byline does. */
  readonly opens?: boolean
}

/** The regions of a text, and the headline that its own first line is; null where it has none. */
export interface Regions {
  readonly regions: readonly Region[]
  readonly headline: string | null
}

const MIN_DECK_WORDS = 3
const MAX_DECK_WORDS = 35
const MAX_DECK_LINES = 5
const MAX_LABEL_WORDS = 8
const MIN_TEASERS = 3
const MIN_REPEATED_WORDS = 6
const CAPTION_LINES = 8

/**
 * Tells what in a text is not plain body. First come the regions its format told, then the tables' rules, line by line,
 * first rule first; then what lines show by their shape, in this order:
 * `title` (the first line is the given title), `first-line` (it is a title by its looks), `repeat` (a line that stood
 * before), `credited` (a caption), `date`, `ornament`, `teaser.doubled`, `list` (what a label such as "Read more"
 * introduces), `deck` (the lines between headline and body that sum up) and `teasers` (a run of titles at the end).
 * A rule that cuts the rest does so in the later half of the text only. Where markup has told its part, `list`, `deck`
 * and `teasers` are not asked, and nothing is cut that has paragraphs after it. A text of one line, or of one or two
 * sentences, is all body.
 */
export function findRegions(
  draft: Pick<Draft, 'text' | 'regions' | 'isMarkedUp'>,
  title: string | null,
  rules: readonly LineRule[],
): Regions {
  const { text, regions: told = [], isMarkedUp = false } = draft
  const lines = linesOf(text)
  if (lines.length < 2 || countSentences(lines, 3) < 3) return { regions: [], headline: null }

  const marks: Marks = toldMarks(lines, told)
  const isTold = marks.map((mark) => mark !== null)
  let rest: Region | null = null
  let cut = lines.length
  for (const [i, line] of lines.entries()) {
    const folded = fold(line.text)
    const takes = (rule: LineRule) => rule.takes(folded, i, lines.length)
    const cutting = line.start * 2 < text.length ? undefined : rules.find((rule) => rule.cutsRest && takes(rule))
    const rule = cutting ?? rules.find(takes)
    if (rule !== undefined && !isTold[i]) marks[i] = { part: rule.part, rule: rule.id, opens: rule.where === 'start' }
    if (cutting === undefined || goesOn(lines, i, isMarkedUp)) continue
    rest = { start: line.start, end: (lines.at(-1) as TextLine).end, part: cutting.part, rule: cutting.id }
    cut = i
    break
  }

  const seen = lines.slice(0, cut)
  const headline = markHeadline(seen, marks, title)
  markRepeats(seen, marks, headline)
  markShapes(seen, marks)
  if (!isMarkedUp) {
    markLists(seen, marks)
    if (headline !== null) markDeck(seen, marks, headline)
    markTrail(seen, marks, text.length)
  }

  const regions: Region[] = told.flatMap((region) => upTo(region, seen.at(-1)?.end ?? 0))
  for (const [i, { start, end }] of seen.entries()) {
    const mark = marks[i]
    if (!mark || isTold[i] || mark.part === 'body') continue
    regions.push({ start, end, part: mark.part, rule: mark.rule })
  }
  if (rest !== null) regions.push(rest)
  regions.sort((a, b) => a.start - b.start)
  return { regions, headline: headline === null ? null : (lines[headline] as TextLine).text }
}

/** What of a region lies before `end`. */
const upTo = (region: Region, end: number): readonly Region[] =>
  region.start >= end ? [] : [{ ...region, end: Math.min(region.end, end) }]

type Marks = (Mark | null)[]

function toldMarks(lines: Lines, told: readonly Region[]): Marks {
  let next = 0
  return lines.map((line) => {
    while (next < told.length && (told[next] as Region).end <= line.start) next++
    const region = told[next]
    return region !== undefined && region.start < line.end ? { part: region.part, rule: region.rule } : null
  })
}

/**
 * Whether the article goes on below a line that would cut the rest: below a label with its list right under it, as
 * pages set them among their paragraphs, and wherever markup has told the lists already.
 */
function goesOn(lines: Lines, label: number, isMarkedUp: boolean): boolean {
  if (isMarkedUp) return lines.slice(label + 1).filter(isParagraph).length > 1
  const after = listEnd(lines, label)
  return after > label + 1 && lines.slice(after).some(isParagraph)
}

const sameTitle = (line: string, title: string) => {
  const [a, b] = [lettersOf(line), lettersOf(title)]
  return a !== '' && (a === b || (a.length > 15 && b.startsWith(a)))
}

/** Index of the headline among the first lines. */
function markHeadline(lines: Lines, marks: Marks, title: string | null): number | null {
  const known = marks.findIndex((mark, i) => mark?.part === 'headline' && i < lines.length)
  if (known >= 0) return known
  const open = lines.flatMap((_, i) => (marks[i] === null ? [i] : [])).slice(0, 3)
  const given = title === null ? undefined : open.find((i) => sameTitle((lines[i] as TextLine).text, title))
  const [first] = open
  const looks = first !== undefined && first < lines.length - 1 && isHeadline((lines[first] as TextLine).text)
  const found = given ?? (looks && standsAlone(lines, first) ? first : undefined)
  if (found === undefined) return null
  marks[found] = { part: 'headline', rule: given === undefined ? 'first-line' : 'title' }
  return found
}

function markRepeats(lines: Lines, marks: Marks, headline: number | null): void {
  const before = new Set<string>()
  for (const [i, line] of lines.entries()) {
    const key = lettersOf(line.text)
    const repeated = before.has(key) && (countWords(line.text) >= MIN_REPEATED_WORDS || i - 1 === headline)
    if (marks[i] === null && repeated) {
      marks[i] = { part: i - 1 === headline ? 'headline' : 'boilerplate', rule: 'repeat' }
    }
    if (key !== '') before.add(key)
  }
}

function shapeOf(text: string, index: number): Mark | null {
  if (index < CAPTION_LINES && isCredited(text)) return { part: 'caption', rule: 'credited' }
  const rule = !/[\p{L}\p{N}]/u.test(text)
    ? 'ornament'
    : isDateLine(text)
      ? 'date'
      : isDoubled(text)
        ? 'teaser.doubled'
        : null
  return rule === null ? null : { part: 'boilerplate', rule }
}

function markShapes(lines: Lines, marks: Marks): void {
  for (const [i, { text }] of lines.entries()) marks[i] ??= shapeOf(text, i)
}

/**
 * Lines under the headline: those that end like a title, and a short statement when what opens a story (byline, time of
 * publication) comes only after it.
 */
function markDeck(lines: Lines, marks: Marks, headline: number): void {
  for (let i = headline + 1; i < Math.min(lines.length - 1, headline + 1 + MAX_DECK_LINES); i++) {
    if (marks[i] !== null) continue
    const { text } = lines[i] as TextLine
    const words = countWords(text)
    if (words < MIN_DECK_WORDS || words > MAX_DECK_WORDS || /[—–:,-]$/.test(text) || !standsAlone(lines, i)) return
    if (endsSentence(text) && !opensAfter(lines, marks, i)) return
    marks[i] = { part: 'headline', rule: 'deck' }
  }
}

function opensAfter(lines: Lines, marks: Marks, index: number): boolean {
  for (let i = index + 1; i < lines.length && marks[i]; i++) {
    if (marks[i]?.opens || isDateLine((lines[i] as TextLine).text)) return true
  }
  return false
}

/** What a label introduces: titles on the lines right below it, or two and more of them after a blank line. */
function markLists(lines: Lines, marks: Marks): void {
  for (const [i, label] of lines.entries()) {
    const mark = marks[i]
    if (mark?.part !== 'boilerplate' || mark.rule === 'ornament' || mark.rule === 'list') continue
    if (countWords(label.text) > MAX_LABEL_WORDS || /[.!]$/.test(label.text)) continue
    const next = lines[i + 1]
    const isApart = label.last && next !== undefined && isTitleLike(next.text)
    const end = isApart ? listEnd(lines, i + 1) : listEnd(lines, i)
    if (isApart && end - i <= 2) continue
    for (let k = i + 1; k < end; k++) marks[k] ??= { part: 'boilerplate', rule: 'list' }
  }
}

/** Titles of other stories after the last paragraph, furniture between them allowed. */
function markTrail(lines: Lines, marks: Marks, length: number): void {
  const found: number[] = []
  for (let i = lines.length - 1; i > 0; i--) {
    if (marks[i] !== null) continue
    const line = lines[i] as TextLine
    if (!isTitleLike(line.text) || line.start * 2 < length) break
    found.push(i)
  }
  if (found.length < MIN_TEASERS) return
  for (const i of found) marks[i] = { part: 'boilerplate', rule: 'teasers' }
}
