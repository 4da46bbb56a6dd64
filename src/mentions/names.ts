import type { MentionSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import type { Mention } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import { isUsed } from './nouns.ts'
import { type Grammar, isBody, nounPhrase, type Placed } from './placed.ts'
import type { Words } from './proper.ts'
import { afterArticle, headOf, isInside, isNameAt, joinedTo, listed, ownSpan } from './spans.ts'
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
      const isPlace = isSomewhere(grammar, at, last, lexicon)
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

/**
 * Whether a name that may stand for rulers stands for a place: "in Moscow", "downtown Moscow", "Moscow, Russia", "the
 * capital, Moscow", "the Moscow metro" (but "Moscow officials", "the Moscow government").
 */
function isSomewhere(grammar: Grammar, first: number, last: number, lexicon: Lexicon): boolean {
  const { tokens } = grammar
  const before = tokens[first - 1]
  if (LOCATIVE.test(before?.text ?? '')) return true
  const { head, deprel } = tokens[headOf(tokens, first, last)]!
  if (before && /^\p{Ll}/u.test(before.text) && /^(?:amod|compound)$/u.test(before.deprel) && before.head >= first) {
    return before.head <= last
  }
  const noun = tokens[head]?.lemma.toLowerCase() ?? ''
  if (deprel === 'compound') {
    const isOf = (['rules', 'national', 'two'] as const).some((use) => isUsed(lexicon, noun, use))
    return tokens[head]!.upos === 'NOUN' && !isOf
  }
  const kinds: readonly string[] = lexicon.nouns.get(noun)?.kinds ?? []
  if (deprel === 'appos' && (kinds.includes('city') || kinds.includes('capital'))) return true
  return first === 0 && tokens[last + 1]?.text === ',' && tokens[last + 2]?.upos === 'PROPN'
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
  text: string,
  tabled: readonly Placed[],
  seen: readonly MentionSignals[],
  grammar: Grammar,
  tables: Tables,
): readonly Placed[] {
  const { tokens } = grammar
  const { lexicon } = tables
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
    if (known && head !== known.head && isInside(grammar, span, known)) {
      const inner = namedBy(text, grammar, span, tables)
      return inner ? [{ ...span, ...inner, head }] : []
    }
    if (known) taken.add(known)
    const same = known ?? sameAs(grammar, head, tabled, lexicon)
    if (known) return [{ ...known, ...joinedTo(known, listed(known, span, tokens)), head }]
    const form = isNameAt(grammar, span, head) ? 'name' : 'description'
    if (same)
      return [
        { first: span.first, last: span.last, head, entity: same.entity, form, kind: same.kind, rule: 'name.same' },
      ]
    if (form === 'name' && own !== 'person' && mention.probability < LIKELY) return []
    return [{ first: span.first, last: span.last, head, entity: null, form, kind: own, rule: 'encoder' }]
  })
  const covering = [...names, ...tabled]
  const titled = tokens.flatMap(({ index }): readonly Placed[] => {
    const isCovered = covering.some(({ first, last }) => first <= index && index <= last)
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
  const all = [...unique.values()]
  const isRepeated = (name: Placed): boolean =>
    name.entity !== null && all.some((other) => other.entity === name.entity && isInside(grammar, name, other))
  return all.filter((name) => !isRepeated(name)).sort((a, b) => a.first - b.first || b.last - a.last)
}

/** Whom the tables know by just these words. */
function namedBy(
  text: string,
  grammar: Grammar,
  span: Words,
  { names, lexicon }: Tables,
): Pick<Placed, 'entity' | 'kind' | 'form' | 'rule'> | null {
  const { tokens } = grammar
  const from = afterArticle(grammar, span)
  const words = text.slice(tokens[from]!.start, tokens[span.last]!.end)
  const entries = (names.get(tokens[from]!.text) ?? []).filter(({ name }) => name === words)
  const found = entries.find(({ form }) => form === 'name' || form === 'alias')
  if (!found) return null
  const { entity, form } = found
  return { entity, kind: lexicon.entities.get(entity)!.kind, form: FORMS[form], rule: `name.${form}` }
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

/** The name at or beside a common noun of kind: "the Islamic State (ISIS) group". */
function sameAs(grammar: Grammar, head: number, tabled: readonly Placed[], lexicon: Lexicon): Placed | undefined {
  const { upos, lemma } = grammar.tokens[head]!
  if (upos !== 'NOUN' || !isUsed(lexicon, lemma.toLowerCase(), 'beside')) return undefined
  const beside = dependents(grammar, head, 'compound', 'appos', 'nmod:desc', 'flat').map(({ index }) => index)
  return tabled.find(
    ({ head, kind, form }) => beside.includes(head) && isBody(kind) && (form === 'name' || form === 'alias'),
  )
}

/** A single word may be a person's name and a town's: where the encoder is sure of a person, the tables' town is not meant. */
const agrees = (name: Placed, { kind, probability }: MentionSignals): boolean =>
  name.first < name.last || kind !== 'person' || probability < SURE || !/^(?:place|state)$/.test(name.kind)

const SURE = 0.985
/** Below this, what only the encoder takes for a place or an organization is more often none. */
const LIKELY = 0.5
