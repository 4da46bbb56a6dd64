import type { BoilerplateRule, Span } from '../model/index.ts'

/** A line with something on it: the stretch between two line breaks, without the white space around it. */
export interface TextLine extends Span {
  readonly text: string
  /** Whether a blank line, or the end, comes after it. */
  readonly last: boolean
}

export function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const trimmed = match[0].trim()
    if (trimmed === '') continue
    const start = match.index + match[0].indexOf(trimmed)
    const end = match.index + match[0].length
    const last = !/^(?:\r\n|\r|\n)[^\S\r\n]*[^\s]/.test(text.slice(end, end + 200))
    lines.push({ start, end: start + trimmed.length, text: trimmed, last })
  }
  return lines
}

/** Lower case, straight quotes, single spaces, no list mark in front: how lines and phrases are compared. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-–—•*·>»|▪►]+ ?)+(?=.)/, '')

const withoutEnd = (folded: string) => folded.replace(/[\s.:!…]+$/, '')
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Whether the phrase stands in the line in whole words, at `from`. */
const wholeAt = (line: string, phrase: string, from: number) =>
  (!isWord(phrase[0]) || !isWord(line[from - 1])) && (!isWord(phrase.at(-1)) || !isWord(line[from + phrase.length]))

function contains(line: string, phrase: string): boolean {
  for (let at = line.indexOf(phrase); at >= 0; at = line.indexOf(phrase, at + 1)) {
    if (wholeAt(line, phrase, at)) return true
  }
  return false
}

export const countWords = (text: string): number => (text.match(/\S+/g) ?? []).length

/** A rule made ready: whether it takes a line, given in folded form, at this place among the lines of its text. */
export interface LineRule extends Pick<BoilerplateRule, 'id' | 'part' | 'where' | 'cutsRest'> {
  takes(folded: string, index: number, lines: number): boolean
}

/** `start` is the first 8 lines; `end` the last third, and never fewer than the last 12. Blank lines don't count. */
const START_LINES = 8
const END_LINES = 12

const stands = (where: BoilerplateRule['where'], index: number, lines: number) =>
  where === 'line' ||
  (where === 'start' ? index < START_LINES : index >= lines - Math.max(END_LINES, Math.ceil(lines / 3)))

/** Made once a table, though each source asks for them. */
const ready = new WeakMap<readonly BoilerplateRule[], readonly LineRule[]>()

/**
 * Makes the tables' rules ready. A rule takes a line when any of its phrases does: `starts` and `ends` at the line's
 * ends, `contains` anywhere, `equals` all of it (closing marks aside); always in whole words.
 */
export function lineRules(rules: readonly BoilerplateRule[]): readonly LineRule[] {
  const known = ready.get(rules)
  if (known !== undefined) return known
  const made = rules.map((rule): LineRule => {
    const [starts, has, equals, ends] = [rule.starts, rule.contains, rule.equals, rule.ends].map((phrases) =>
      phrases.map(fold).filter((phrase) => phrase !== ''),
    ) as [string[], string[], string[], string[]]
    const whole = new Set(equals.map(withoutEnd))
    return {
      id: rule.id,
      part: rule.part,
      where: rule.where,
      cutsRest: rule.cutsRest,
      takes: (line, index, lines) =>
        stands(rule.where, index, lines) &&
        (rule.maxWords === null || countWords(line) <= rule.maxWords) &&
        (starts.some((phrase) => line.startsWith(phrase) && wholeAt(line, phrase, 0)) ||
          whole.has(withoutEnd(line)) ||
          ends.some((phrase) => line.endsWith(phrase) && wholeAt(line, phrase, line.length - phrase.length)) ||
          has.some((phrase) => contains(line, phrase))),
    }
  })
  ready.set(rules, made)
  return made
}
