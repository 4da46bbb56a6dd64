import { fault } from './faults.ts'
import type { Pattern, PatternWord } from './lexicon.ts'
import { parseWords } from './phrases.ts'

const SHAPES = 'a pattern such as "X bomb Y", "X\'s airstrike on Y" or "X-backed Y"'
/**
 * Where the name of a deed ends: "air strike" in "X's air strike on Y". A closed class; these are the words that follow
 * nouns of deeds.
 */
const AFTER_NOUN = new Set(
  (
    'of on upon onto against in into inside within at to toward towards for from off by with without over about around ' +
    'near along across through throughout outside between among behind after before during under as that'
  ).split(' '),
)

/**
 * Takes a pattern line apart.
 * @throws WiregraphError `bad-table`, without a place, naming what was expected and what stands there
 */
export function parsePattern(line: string): Pattern {
  const [first = '', ...tokens] = line.trim().split(/\s+/)
  const written = [first, ...tokens].join(' ')
  if (first.startsWith('X-')) return made('compound', [], parseWords(first.slice(2)), rest(tokens), written)
  if (first !== 'X' && first !== "X's") throw fault(SHAPES, line, 'A pattern begins with X.')
  if (tokens.length === 0) throw fault(SHAPES, line, `${first} is followed by the word of the deed.`)
  if (first === 'X') {
    const [head = '', ...after] = tokens
    return made('verb', [], parseWords(head), rest(after), written)
  }
  const after = tokens.findIndex((token) => /^Y/.test(token) || AFTER_NOUN.has(token.split('/')[0] ?? ''))
  const noun = tokens.slice(0, after === -1 ? undefined : after)
  const head = noun.at(-1)
  if (head === undefined) throw fault(SHAPES, line, "X's is followed by the noun of the deed.")
  const before = noun.slice(0, -1).map(parseWords)
  return made('noun', before, parseWords(head), rest(tokens.slice(noun.length)), written)
}

/** All patterns are laid out alike, since they are looked at a hundred times a sentence. */
const made = (
  shape: Pattern['shape'],
  before: Pattern['before'],
  head: Pattern['head'],
  rest: Pattern['rest'],
  line: string,
): Pattern => ({ shape, before, head, rest, line })

function rest(tokens: readonly string[]): readonly PatternWord[] {
  const parts = tokens.flatMap((token): readonly PatternWord[] => {
    if (token === 'X' || token === "X's") throw fault('X at the beginning alone', token)
    if (token === 'Y') return [{ slot: 'Y' }]
    if (token === "Y's") return [{ slot: 'Y' }, { words: ["'s"] }]
    return [{ words: parseWords(token) }]
  })
  if (parts.filter((part) => 'slot' in part).length > 1) throw fault('one Y at most', tokens.join(' '))
  return parts
}

/** The pattern as a line: what {@link parsePattern} read. */
export function printPattern({ shape, before, head, rest }: Pattern): string {
  const subject = { verb: 'X ', noun: "X's ", compound: 'X-' }[shape]
  const parts = rest.map((part) => ('slot' in part ? part.slot : part.words.join('/')))
  const deed = [...before, head].map((alternatives) => alternatives.join('/'))
  return `${subject}${[...deed, ...parts].join(' ')}`.replaceAll("Y 's", "Y's")
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((word) => b.includes(word))

/** Whether the same words may fit both patterns. */
export const overlap = (a: Pattern, b: Pattern): boolean =>
  a.shape === b.shape &&
  a.before.length === b.before.length &&
  a.rest.length === b.rest.length &&
  share(a.head, b.head) &&
  a.before.every((words, i) => share(words, b.before[i] ?? [])) &&
  a.rest.every((part, i) => {
    const other = b.rest[i]
    if (other === undefined || 'slot' in part || 'slot' in other)
      return other !== undefined && 'slot' in part && 'slot' in other
    return share(part.words, other.words)
  })
