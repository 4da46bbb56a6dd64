import type { MentionSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import type { Mention, TreeToken } from '../model/index.ts'
import { conjuncts, dependents } from '../syntax/index.ts'
import { isUsed } from './nouns.ts'
import { type Grammar, isBody, nounPhrase, type Placed } from './placed.ts'
import type { Words } from './proper.ts'
import type { Tables } from './tables.ts'
import { isTitle } from './titles.ts'

const LOCATIVE = /^(?:in|at|near|from|to|outside|around|over|into|across|towards?)$/iu
const FORMS = { name: 'name', alias: 'alias', demonym: 'demonym', people: 'demonym', ruler: 'metonym' } as const

/**
 * The names of the tables in a sentence. `text` is the article's in plain spelling. Where one name has two senses, a word
 * of place before it decides. A surname within somebody else's full name is not theirs: "Hafez al-Assad" is not Bashar.
 */
export function tabledNames(text: string, grammar: Grammar, { names, lexicon }: Tables): readonly Placed[] {
  const { tokens } = grammar
  const found: Placed[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { start, end } = tokens[at]!
    const matches = (names.get(text.slice(start, end)) ?? []).filter(({ name }) => text.startsWith(name, start))
    for (const { name } of matches) {
      let last = at
      while (last < tokens.length && tokens[last]!.end < start + name.length) last++
      if (tokens[last]?.end !== start + name.length) continue
      const isPlace = LOCATIVE.test(tokens[at - 1]?.text ?? '')
      const same = matches.filter((entry) => entry.name === name)
      const { entity, form } = same.find((entry) => (entry.form === 'ruler') !== isPlace) ?? same[0]!
      const { kind } = lexicon.entities.get(entity)!
      const placed = { first: at, last, head: headOf(tokens, at, last), entity, kind, form: FORMS[form] }
      if (kind !== 'person' || !isWithinName(grammar, at, lexicon)) found.push({ ...placed, rule: `name.${form}` })
      at = last
      break
    }
  }
  return found
}

/** Of some words in a row, the one that hangs on a word outside, the last such. */
export function headOf(tokens: readonly TreeToken[], first: number, last: number): number {
  for (let at = last; at > first; at--) {
    const { head, upos } = tokens[at]!
    if ((head < first || head > last) && upos !== 'PUNCT') return at
  }
  return first
}

/** Whether a person's name begins before this word with another given name. */
function isWithinName(grammar: Grammar, first: number, lexicon: Lexicon): boolean {
  const { tokens } = grammar
  const nucleus = tokens[first]!.deprel === 'flat' ? tokens[first]!.head : first
  const parts = [nucleus, ...dependents(grammar, nucleus, 'flat').map(({ index }) => index)]
  const before = parts.filter((at) => at < first && tokens[at]!.upos === 'PROPN')
  return before.some((at) => !isTitle(lexicon, tokens[at]!.text) && !/^(?:al|el)$/iu.test(tokens[at]!.text))
}

/** Kinds of GUM's that are kinds of actors or places. */
const KINDS: Readonly<Record<string, Mention['kind']>> = {
  person: 'person',
  place: 'place',
  organization: 'organization',
}

/**
 * The names of a sentence: those that the encoder sees, with whom the tables know under the name that stands at their
 * head, and what else the tables know. A description that names somebody ("Scientology officials") is one as well.
 */
export function seenNames(
  tabled: readonly Placed[],
  seen: readonly MentionSignals[],
  grammar: Grammar,
  lexicon: Lexicon,
): readonly Placed[] {
  const { tokens } = grammar
  const taken = new Set<Placed>()
  const heads = new Set([...seen, ...tabled].map(({ head }) => head))
  const names = seen.flatMap((mention): Placed[] => {
    const { head, kind } = mention
    const own = KINDS[kind]
    const span = ownSpan(grammar, mention, tabled, heads)
    const isName = tokens.slice(span.first, span.last + 1).some(({ upos }) => upos === 'PROPN')
    if (!isName || !own) return []
    const at = tabled.filter((name) => name.first <= head && head <= name.last && agrees(name, mention))
    const known = at.find(({ form }) => form !== 'demonym') ?? at[0]
    if (known) taken.add(known)
    const { upos } = tokens[nucleusEnd(tokens, span.first, span.last)]!
    const form = tokens[head]!.upos === 'PROPN' || upos === 'PROPN' ? 'name' : 'description'
    const same = known ?? sameAs(grammar, head, tabled, lexicon)
    if (known) return [{ ...known, ...listed(known, span, tokens), head }]
    if (same) return [{ ...span, head, entity: same.entity, form, kind: same.kind, rule: 'name.same' }]
    return [{ ...span, head, entity: null, form, kind: own, rule: 'encoder' }]
  })
  const titled = tokens.flatMap(({ index }): readonly Placed[] => {
    const isCovered = [...names, ...tabled].some(({ first, last }) => first <= index && index <= last)
    return isCovered ? [] : titledName(grammar, index, lexicon)
  })
  const isOverruled = (name: Placed): boolean =>
    name.first === name.last && seen.some((mention) => mention.head === name.head && !agrees(name, mention))
  const isSurname = ({ first, last }: Placed): boolean => {
    const { deprel, head } = tokens[first]!
    return (
      first === last && deprel === 'flat' && seen.some((mention) => mention.head === head && mention.kind === 'person')
    )
  }
  const rest = tabled.filter((name) => !taken.has(name) && !isOverruled(name) && !isSurname(name))
  const unique = new Map(
    [...names, ...titled, ...rest].map((name) => [`${name.first} ${name.last} ${name.kind}`, name]),
  )
  return [...unique.values()].sort((a, b) => a.first - b.first || b.last - a.last)
}

/** A full name behind a title is a person's, even where the encoder sees nobody. */
function titledName(grammar: Grammar, at: number, lexicon: Lexicon): readonly Placed[] {
  const { tokens } = grammar
  const hasTitle = dependents(grammar, at, 'nmod:desc').some(({ index, text }) => index < at && isTitle(lexicon, text))
  const rest = dependents(grammar, at, 'flat').filter(({ index, upos }) => index > at && upos === 'PROPN')
  if (!hasTitle || rest.length === 0 || tokens[at]!.upos !== 'PROPN') return []
  const [first, last] = nounPhrase(grammar, at)
  return [{ first, last, head: at, entity: null, form: 'name', kind: 'person', rule: 'title' }]
}

/** A state in a list ends where its name does: "Turkey, Egypt and Jordan" are three. */
const listed = ({ kind, last }: Placed, span: Words, tokens: readonly TreeToken[]): Words =>
  kind === 'state' && tokens[last + 1]?.text === ',' ? { first: span.first, last } : span

/** The name at or beside a common noun of kind: "the Islamic State (ISIS) group". */
function sameAs(grammar: Grammar, head: number, tabled: readonly Placed[], lexicon: Lexicon): Placed | undefined {
  const { upos, lemma } = grammar.tokens[head]!
  if (upos !== 'NOUN' || !isUsed(lexicon, lemma.toLowerCase(), 'beside')) return undefined
  const beside = dependents(grammar, head, 'compound', 'appos', 'nmod:desc', 'flat').map(({ index }) => index)
  return tabled.find(
    ({ head, kind, form }) => beside.includes(head) && isBody(kind) && (form === 'name' || form === 'alias'),
  )
}

/** The words of a mention up to where another is joined to it, and without the possessive ending that GUM counts in. */
function ownSpan(
  grammar: Grammar,
  { first, last, head }: MentionSignals,
  tabled: readonly Placed[],
  heads: ReadonlySet<number>,
): Words {
  const { tokens } = grammar
  const joined = conjuncts(grammar, head)[1] ?? tokens.length
  const isOne = tabled.some((name) => name.first <= head && joined <= name.last)
  const sign = dependents(grammar, joined < tokens.length ? joined : head, 'cc')[0]
  let to = last
  if (joined > head && joined <= last && heads.has(joined) && !isOne && sign?.text !== '&') {
    const starts = [joined, ...grammar.children[joined]!.map(({ index }) => index)].filter((at) => at > head)
    to = Math.max(head, Math.min(...starts) - 1)
    while (to > head && tokens[to]!.upos === 'PUNCT') to--
  }
  return { first, last: to > first && tokens[to]!.xpos === 'POS' ? to - 1 : to }
}

/** A single word may be a person's name and a town's: where the encoder is sure of a person, the tables' town is not meant. */
const agrees = (name: Placed, { kind, probability }: MentionSignals): boolean =>
  name.first < name.last || kind !== 'person' || probability < SURE || !/^(?:place|state)$/.test(name.kind)

const SURE = 0.985

/** The last word before a preposition, a comma or a clause: "student Ahmed Mohamed" of "student Ahmed Mohamed of Irving". */
function nucleusEnd(tokens: readonly TreeToken[], first: number, last: number): number {
  let at = first
  while (at < last && /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$|^-$/u.test(nextOf(tokens[at + 1]!))) at++
  while (at > first && tokens[at]!.xpos === 'POS') at--
  return at
}

const nextOf = ({ upos, text }: TreeToken): string => (text === '-' ? text : upos)
