import type { Tree } from '../model/index.ts'
import { functionOf } from '../syntax/index.ts'
import { shown } from './shown.ts'

/** Columns that running text may take, so that it fits the narrowest usual terminal. */
const LINE = 80
/** A longer cell (an address, say) pushes its own line to the right, not all the others. */
const CELL = 24

/**
 * A dependency tree, one line a word in the order of the sentence: its branches, the word, its lemma, its tags, its
 * relation (of a conjunct also what its first conjunct is). Each head has an upright bar to which it (`┮` `┾` `┶`) and its dependents (`╭` `├` `╰`) are tied; a word's
 * own line comes out of its head's bar at the left and runs to the word, heavy from the word's own bar on. Where arcs
 * cross, the bar (`│`) passes over the line without touching it. The root alone begins at the left edge. After the
 * text mode of Udapi (https://udapi.github.io), but with the words below each other.
 */
export function drawTree({ tokens }: Tree): readonly string[] {
  const words = aligned(
    tokens.map(({ index, text, lemma, upos, xpos, deprel }) => {
      const relation = deprel === 'conj' ? `conj (${functionOf(tokens, index)})` : deprel
      return [text, lemma, `${upos}/${xpos}`, relation].map(oneLine)
    }),
  )
  return branches(tokens.map(({ head }) => head)).map((branch, at) => `${branch} ${words[at]}`)
}

/** The upright bar of a head: the rows it spans, and how many bars there may be between it and the words. */
interface Bar {
  readonly first: number
  readonly last: number
  /** From 1, at the right, upwards. */
  readonly level: number
}

/** What stands left of each word. */
function branches(heads: readonly number[]): readonly string[] {
  const bars = barsOf(heads)
  const levels = Math.max(0, ...[...bars.values()].map(({ level }) => level))
  const columnOf = ({ level }: Bar) => 1 + 2 * (levels - level)
  const width = 2 * levels + 2
  const rows = heads.map((head, word) => {
    const [above, own] = [bars.get(head), bars.get(word)]
    const from = above ? columnOf(above) : 0
    const to = own ? columnOf(own) : width - 1
    const row = [...' '.repeat(from), ...'─'.repeat(to - from), ...'━'.repeat(width - to)]
    row[to] = own ? joint(own, word, '┮┾┶') : '╼'
    if (above) row[from] = joint(above, word, '╭├╰')
    return row
  })
  for (const [head, bar] of bars) {
    for (let at = bar.first; at <= bar.last; at++) {
      if (at !== head && heads[at] !== head) rows[at]![columnOf(bar)] = '│'
    }
  }
  return rows.map((row) => row.join(''))
}

/** Of the signs for a bar's upper end, its middle and its lower end, the one that this row needs. */
const joint = ({ first, last }: Bar, row: number, [top, middle, bottom]: string): string =>
  (row === first ? top : row === last ? bottom : middle)!

/** Places each bar left of all that it would touch: its dependents' bars, and where arcs cross those of others too. */
function barsOf(heads: readonly number[]): ReadonlyMap<number, Bar> {
  const below = heads.map((): number[] => [])
  for (const [word, head] of heads.entries()) below[head]?.push(word)
  const order = heads.flatMap((head, word) => (head === -1 ? [word] : []))
  for (const word of order) order.push(...below[word]!)
  const heights = heads.map(() => 0)
  for (const word of order.reverse()) heights[word] = Math.max(0, ...below[word]!.map((under) => heights[under]! + 1))
  const reach = heads.map(() => 0)
  const upwards = order.filter((word) => heights[word]! > 0).sort((a, b) => heights[a]! - heights[b]! || a - b)
  return new Map(
    upwards.map((head) => {
      const [first, last] = [Math.min(head, below[head]![0]!), Math.max(head, below[head]!.at(-1)!)]
      const level = reach.slice(first, last + 1).reduce((most, other) => Math.max(most, other), 0) + 1
      reach.fill(level, first, last + 1)
      return [head, { first, last, level }]
    }),
  )
}

/** Rows of cells as lines, the cells of each column below each other. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, Math.min(CELL, columns(row[column]!))), 0),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}

/** Words of an article without what would break a line or hide how wide they are. */
export const oneLine = (text: string): string => shown(text.replace(/\s+/gu, ' '))

/** `text` followed by as many blanks as it takes to fill so many columns. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)))

/** Breaks text between words into lines that begin with `first`, and with `later` from the second on. */
export function wrapped(text: string, first: string, later = ' '.repeat(columns(first))): readonly string[] {
  const lines: string[] = []
  let [line, room] = [first, LINE - columns(first)]
  let isEmpty = true
  for (const word of text.split(/\s+/u)) {
    const width = columns(word)
    if (!isEmpty && width + 1 > room) {
      lines.push(line)
      ;[line, room, isEmpty] = [later, LINE - columns(later), true]
    }
    line += isEmpty ? word : ` ${word}`
    room -= isEmpty ? width : width + 1
    isEmpty = false
  }
  return [...lines, line]
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** What the Unicode Standard (Annex 11) counts as wide or full-width, less some rare scripts, and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Emoji_Presentation}\u3000-\u303e\u30a0-\u30ff\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u

/** How many columns of a terminal some text takes. */
export function columns(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length
  let sum = 0
  for (const { segment } of GRAPHEMES.segment(text))
    sum += WIDE.test(segment) ? 2 : /^[\p{M}\p{Cf}]/u.test(segment) ? 0 : 1
  return sum
}
