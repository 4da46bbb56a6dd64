import type { TextSpan } from '../model/index.ts'
import { MONTHS, NEVER_LAST, STARTERS, YIELDING } from './abbreviations.ts'

/** Marks that end a sentence; a stop after letters ends one perhaps. */
const STOP = /^(?:[.!?]+|…\.?|\[(?:\.+|…)\])$/u
const TRAIL = /^(?:\.{3}|…|\[(?:\.+|…)\])$/u
const ABBREVIATED = /^[\p{L}\p{N}].*\.$/u
const FACE = /^(?:[:;=]['’]?-?[()[\]|/\\DdPpOo]+|<3|\^_*\^)$/u

const CLOSER = /^(?:["”’)\]}»']|''|’’)$/u
const OPENER = /^(?:["“”‘'`([{«]|''|‘‘|‘’|[-–—]+|\.{2,3}|…)$/u
const QUOTE = /^(?:["”’']|''|’’)$/u

/** Verbs that go on with a sentence after the question or cry it quotes: "“Why?” President Assad asked." */
const SAYS =
  /^(?:said|says|asked|asks|added|wrote|replied|tweeted|told|continued|shouted|declared|exclaimed|joked|recalled|cried|chanted|demanded|wondered|posted|yelled)$/u

/** How far a closing bracket is looked for, in tokens: within brackets no sentence ends. */
const LONGEST_BRACKET = 30

/** How many opening marks are looked past for the first word of a sentence. */
const MOST_OPENERS = 8

/** A line in tokens, and what is known of it so far. */
interface Line {
  readonly tokens: readonly TextSpan[]
  /** Whether the mark `"` has been seen an odd number of times up to each token, that token counted. */
  readonly quoted: readonly boolean[]
}

const wordAt = ({ tokens }: Line, at: number): string => tokens[at]?.text ?? ''
const isApart = ({ tokens }: Line, at: number): boolean =>
  at >= tokens.length || at <= 0 || (tokens[at]?.start ?? 0) > (tokens[at - 1]?.end ?? 0)

/** The places among the tokens of a line where a sentence begins because the one before has ended, in order. */
export function startsAfterEnds(tokens: readonly TextSpan[]): readonly number[] {
  const line: Line = { tokens, quoted: oddQuotes(tokens) }
  const starts: number[] = []
  let [first, depth] = [0, 0]
  for (let at = 0; at < tokens.length; at++) {
    const word = wordAt(line, at)
    if (/^[([]$/u.test(word)) depth++
    else if (/^[)\]]$/u.test(word)) depth = Math.max(0, depth - 1)
    if (!STOP.test(word) && !ABBREVIATED.test(word) && !FACE.test(word)) continue
    const next = afterClosers(line, at + 1)
    if (next >= tokens.length) break
    for (let mark = at + 1; mark < next; mark++) if (/^[)\]]$/u.test(wordAt(line, mark))) depth = Math.max(0, depth - 1)
    let stop = at
    for (let mark = at + 1; mark < next; mark++) if (STOP.test(wordAt(line, mark))) stop = mark
    const isEnd =
      (depth === 0 || wordAt(line, first) === '(' || !closes(line, next)) && endsBefore(line, first, stop, next)
    if (isEnd) {
      starts.push(next)
      first = next
      depth = 0
    }
    at = next - 1
  }
  return starts
}

function oddQuotes(tokens: readonly TextSpan[]): readonly boolean[] {
  let isOdd = false
  return tokens.map(({ text }) => {
    if (text === '"') isOdd = !isOdd
    return isOdd
  })
}

/** Whether a bracket that is open is closed soon. */
function closes(line: Line, from: number): boolean {
  for (let at = from; at < from + LONGEST_BRACKET && at < line.tokens.length; at++) {
    if (/^[([]$/u.test(wordAt(line, at))) return false
    if (/^[)\]]$/u.test(wordAt(line, at))) return true
  }
  return false
}

/** The first token from `at` on that belongs no more to the sentence that ended before. */
function afterClosers(line: Line, at: number): number {
  let next = at
  for (;;) {
    const word = wordAt(line, next)
    const isAttached = !isApart(line, next)
    const note = noteEnd(line, next)
    if (note > next) next = note
    else if (isAttached && (STOP.test(word) || (CLOSER.test(word) && !opensNext(line, next)))) next++
    else if (isApart(line, next + 1) && (/^(?:[)\]”’]|''|’’)$/u.test(word) || FACE.test(word))) next++
    else if (word === '"' && isApart(line, next + 1) && line.quoted[next] === false) next++
    else return next
  }
}

/** A straight mark between two sentences without white space belongs to the second where none is open. */
const opensNext = (line: Line, at: number): boolean =>
  wordAt(line, at) === '"' && !isApart(line, at + 1) && line.quoted[at] === true

/** The end of a note such as "[12]", else `at`. */
function noteEnd(line: Line, at: number): number {
  if (wordAt(line, at) !== '[' || isApart(line, at + 1)) return at
  for (let end = at + 1; end < at + 6; end++) {
    if (wordAt(line, end) === ']') return end + 1
    if (!/^(?:\d{1,3}|\p{Ll}+)$/u.test(wordAt(line, end))) return at
  }
  return at
}

/** Whether the stop at `at`, with the marks up to `next`, ends the sentence that begins at `first`. */
function endsBefore(line: Line, first: number, at: number, next: number): boolean {
  const word = wordAt(line, at)
  let lead = next
  while (lead < next + MOST_OPENERS && OPENER.test(wordAt(line, lead))) lead++
  const after = wordAt(line, lead)
  if (after === '') return false
  if (!isApart(line, next)) return endsWithoutSpace(line, at, next)
  const isQuoted = isClosed(line, at, next)
  const isNote = lead > next && (/^(?:http|www)/u.test(after) || wordAt(line, lead + 1) === ':')
  if (/^\p{Ll}/u.test(after) && !isNote) return lead === next && endsBeforeSmall(line, at, isQuoted)
  if (!/^[\p{L}\p{N}\p{Sc}#@*•]/u.test(after)) return false
  if (ABBREVIATED.test(word))
    return at > first && !isTitle(line, first, at) && endsWithAbbreviation(line, at, next, lead, isQuoted)
  if (FACE.test(word)) return true
  if (isListFigure(line, first, at) || isSigned(line, next)) return false
  if (TRAIL.test(word) && !isQuoted) return STARTERS.has(after) || lead > next
  if (isQuoted && /[!?]/u.test(word) && lead === next) return !isSaid(line, lead)
  return true
}

/** Whether a closing quotation mark stands between the stop and what comes next. */
function isClosed(line: Line, at: number, next: number): boolean {
  for (let mark = at + 1; mark < next; mark++) if (QUOTE.test(wordAt(line, mark))) return true
  return false
}

/** Whether a speaker's name and a verb of saying follow; a pronoun would have a small letter there. */
const isSaid = (line: Line, from: number): boolean =>
  !STARTERS.has(wordAt(line, from)) && [1, 2, 3].some((step) => SAYS.test(wordAt(line, from + step)))

/** "1." or "a." at the beginning of what would be a sentence numbers it. */
const isListFigure = (line: Line, first: number, at: number): boolean =>
  wordAt(line, at) === '.' &&
  /^(?:\d{1,2}|\p{L}|[ivx]{1,4})$/u.test(wordAt(line, at - 1)) &&
  (at - 1 === first || /^[:*•]$/u.test(wordAt(line, at - 2)))

/** How many words the name after a quotation has at most. */
const LONGEST_SIGNATURE = 6

/** A line that ends with a dash and a name says whose words it holds: "It was near. — Sergei Lavrov". */
const isSigned = (line: Line, at: number): boolean =>
  /^(?:--|[-–—―])$/u.test(wordAt(line, at)) &&
  line.tokens.length - at <= LONGEST_SIGNATURE &&
  line.tokens.slice(at + 1).every(({ text }) => /^(?:\p{Lu}.*|,)$/u.test(text))

/** A stop between two words without white space, as in "It ended.They left". */
function endsWithoutSpace(line: Line, at: number, next: number): boolean {
  return (
    next === at + 1 &&
    /^[.?!]$/u.test(wordAt(line, at)) &&
    /^\p{Ll}{3,}$/u.test(wordAt(line, at - 1)) &&
    /^\p{Lu}\p{Ll}*$/u.test(wordAt(line, next))
  )
}

/** A small letter goes on with a sentence, unless its writer has no use for capitals. */
function endsBeforeSmall(line: Line, at: number, isQuoted: boolean): boolean {
  const word = wordAt(line, at)
  if (isQuoted || /^[)\]]$/u.test(wordAt(line, at + 1)) || !/^(?:\.|[!?]+)$/u.test(word)) return false
  return (word === '.' ? /^\p{L}{2,}$/u : /^\p{Ll}{2,}$/u).test(wordAt(line, at - 1))
}

/** How many tokens before an abbreviation show whether it stands in a headline. */
const TITLE_REACH = 12

/** Whether all longer words before have capitals, as in "Kerry Urges U.S. To Wait". */
function isTitle({ tokens }: Line, first: number, at: number): boolean {
  const words = tokens.slice(Math.max(first, at - TITLE_REACH), at).filter(({ text }) => /^\p{L}{4,}$/u.test(text))
  return words.length > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text))
}

/** A stop that belongs to a word ends a sentence only before a word that begins one. */
function endsWithAbbreviation(line: Line, at: number, next: number, lead: number, isQuoted: boolean): boolean {
  const word = wordAt(line, at).slice(0, -1)
  const after = wordAt(line, lead)
  if (NEVER_LAST.has(word)) return false
  if (/^\p{L}$/u.test(word))
    return /^\p{Ll}+$/u.test(wordAt(line, at - 1)) && STARTERS.has(after) && !/^[AI]$/u.test(after)
  if (MONTHS.has(word) && /^\d/u.test(after)) return false
  if (/^[ap]\.m$/iu.test(word) && /^(?:On|In|At|A|I)$/u.test(after)) return true
  if (/^[-–—―(]/u.test(wordAt(line, next))) return false
  return STARTERS.has(after) || (isQuoted && lead > next)
}

/** How far the last token of a sentence gives up its stop: "etc." and "C." are two tokens at the end of a sentence. */
export function yieldsStop(before: string, last: string): boolean {
  const word = last.slice(0, -1)
  if (!last.endsWith('.') || word === '') return false
  return YIELDING.has(word) || (/^\p{L}$/u.test(word) && !/^\p{Lu}/u.test(before))
}
