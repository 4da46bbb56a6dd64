import type { MentionSignals, SentenceSignals } from '../encoder/index.ts'
import type { Lexicon, NameEntry } from '../lexicon/index.ts'
import {
  type Article,
  asEntityId,
  type Entity,
  type EntityId,
  foldName,
  type Mention,
  type Tree,
  type TreeToken,
} from '../model/index.ts'
import { tokenize } from '../text/index.ts'

/** What is named in an article, and those of whom the tables know nothing. */
export interface Mentions {
  readonly mentions: readonly Mention[]
  readonly coined: ReadonlyMap<EntityId, Entity>
}

/** Tokens from the current one on that name something. */
interface Found extends Pick<Mention, 'entity' | 'form' | 'kind' | 'rule'> {
  readonly length: number
}

const LOCATIVE = /^(?:in|at|near|from|to|outside|around|over|into|across|towards?)$/iu
const FORMS = { name: 'name', alias: 'alias', demonym: 'demonym', people: 'demonym', ruler: 'metonym' } as const

/**
 * Finds who and what an article names: names that the encoder sees or the tables know, surnames of those named in full,
 * and described groups. A name that the tables do not know stands for nobody yet.
 */
export function mentionsOf(
  article: Article,
  trees: readonly Tree[],
  signals: readonly SentenceSignals[],
  lexicon: Lexicon,
): Mentions {
  const names = nameIndex(lexicon)
  const text = plain(article.text)
  const coined = new Map<EntityId, Entity>()
  const surnames = new Map<string, EntityId>()
  const clusters = new Map<EntityId, number>()
  const kindOf = (id: EntityId) => (lexicon.entities.get(id) ?? coined.get(id))!.kind

  function coin(label: string, kind: Exclude<Entity['kind'], 'place'>): EntityId {
    const id = asEntityId(foldName(label))
    if (!lexicon.entities.has(id)) coined.set(id, { id, label, kind, aliases: [], codes: {}, roles: [], basis: 'text' })
    return id
  }

  /** A name of the tables; where one name has two senses, a word of place before it decides. */
  function tableName(tokens: readonly TreeToken[], at: number): Found | null {
    const start = tokens[at]!.start
    const matches = (names.get(plain(tokens[at]!.text)) ?? []).filter(({ name }) => text.startsWith(name, start))
    for (const { name } of matches) {
      let last = at
      while (last < tokens.length && tokens[last]!.end < start + name.length) last++
      const length = tokens[last]?.end === start + name.length ? last + 1 - at : 0
      const isPlace = LOCATIVE.test(tokens[at - 1]?.text ?? '')
      const same = matches.filter((entry) => entry.name === name)
      const { entity, form } = same.find((entry) => (entry.form === 'ruler') !== isPlace) ?? same[0]!
      if (length > 0) return { length, entity, kind: kindOf(entity), form: FORMS[form], rule: `name.${form}` }
    }
    return null
  }

  /** "Syrian rebels" and "US-backed rebels" are groups of their own, never the state. */
  function group(tokens: readonly TreeToken[], at: number, { form, length }: Found): Found | null {
    const backed = tokens[at + length]?.text === '-' ? 2 : 0
    const noun = at + length + backed
    const kind = lexicon.groups.get(tokens[noun]?.lemma.toLowerCase() ?? '')
    if (!kind || (backed === 0 && form !== 'demonym')) return null
    const label = article.text.slice(tokens[at]!.start, tokens[noun]!.end).replaceAll('.', '')
    return { length: noun + 1 - at, entity: coin(label, kind), kind, form: 'description', rule: 'group' }
  }

  /** The surname of somebody of the tables who was named in full before. */
  function surname(tokens: readonly TreeToken[], at: number): Found | null {
    const entity = surnames.get(tokens[at]!.text)
    return entity ? { length: 1, entity, kind: kindOf(entity), form: 'alias', rule: 'surname' } : null
  }

  const unknown = new Map<string, number>()
  const clusterOf = (entity: EntityId | null, text: string): number => {
    const known = entity === null ? unknown.get(foldName(text)) : clusters.get(entity)
    if (known !== undefined) return known
    const cluster = clusters.size + unknown.size
    if (entity === null) unknown.set(foldName(text), cluster)
    else clusters.set(entity, cluster)
    return cluster
  }

  const mentions = trees.flatMap(({ tokens, sentence }): Mention[] => {
    const tabled: Placed[] = []
    for (let at = 0; at < tokens.length; at++) {
      const table = tableName(tokens, at)
      const found = table ? (group(tokens, at, table) ?? table) : surname(tokens, at)
      if (!found?.entity) continue
      const { length, ...mention } = found
      const last = at + length - 1
      if (found.kind === 'person' && length > 1) surnames.set(tokens[last]!.text, found.entity)
      tabled.push({ ...mention, first: at, last, head: last })
      at = last
    }
    return named(tabled, signals[sentence]!.mentions, tokens).map(({ first, last, head, ...mention }): Mention => {
      const [{ start }, { end }] = [tokens[first]!, tokens[last]!]
      const text = article.text.slice(start, end)
      return {
        ...mention,
        text,
        start,
        end,
        sentence,
        head: tokens[head]!.start,
        cluster: clusterOf(mention.entity, text),
      }
    })
  })
  return { mentions, coined }
}

/** A mention by the indices of its words, `last` included. */
interface Placed extends Pick<Mention, 'entity' | 'form' | 'kind' | 'rule'> {
  readonly first: number
  readonly last: number
  readonly head: number
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
function named(
  tabled: readonly Placed[],
  seen: readonly MentionSignals[],
  tokens: readonly TreeToken[],
): readonly Placed[] {
  const taken = new Set<Placed>()
  const names = seen.flatMap((mention): Placed[] => {
    const { first, last, head, kind } = mention
    const isName = tokens.slice(first, last + 1).some(({ upos }) => upos === 'PROPN')
    const own = KINDS[kind]
    if (!isName || !own) return []
    const known = tabled.find((name) => name.first <= head && head <= name.last && agrees(name, mention))
    if (known) taken.add(known)
    const isNamed = tokens[head]!.upos === 'PROPN' || tokens[nucleusEnd(tokens, first, last)]!.upos === 'PROPN'
    const form = isNamed ? 'name' : 'description'
    const span = { first, last: clipped(tokens, first, last), head }
    return [known ? { ...known, ...span } : { ...span, entity: null, form, kind: own, rule: 'encoder' }]
  })
  const isOverruled = (name: Placed): boolean =>
    name.first === name.last && seen.some((mention) => mention.head === name.head && !agrees(name, mention))
  const rest = tabled.filter((name) => !taken.has(name) && !isOverruled(name))
  const unique = new Map([...names, ...rest].map((name) => [`${name.first} ${name.last} ${name.kind}`, name]))
  return [...unique.values()].sort((a, b) => a.first - b.first || b.last - a.last)
}

/** A single word may be a person's name and a town's: where the encoder is sure of a person, the tables' town is not meant. */
const agrees = (name: Placed, { kind, probability }: MentionSignals): boolean =>
  name.first < name.last || kind !== 'person' || probability < SURE || !/^(?:place|state)$/.test(name.kind)

const SURE = 0.95

/** The last word before a preposition, a comma or a clause: "student Ahmed Mohamed" of "student Ahmed Mohamed of Irving". */
function nucleusEnd(tokens: readonly TreeToken[], first: number, last: number): number {
  let at = first
  while (at < last && /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$|^-$/u.test(nextOf(tokens[at + 1]!))) at++
  while (at > first && tokens[at]!.xpos === 'POS') at--
  return at
}

const nextOf = ({ upos, text }: TreeToken): string => (text === '-' ? text : upos)

/** Without the possessive ending, which is part of a mention in GUM. */
const clipped = (tokens: readonly TreeToken[], first: number, last: number): number =>
  last > first && tokens[last]!.xpos === 'POS' ? last - 1 : last

/** The same text, unit for unit, with straight apostrophes and plain spaces, as the tables write them. */
const plain = (text: string): string => text.replace(/[’‘]/gu, "'").replace(/\u00a0/gu, ' ')

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly NameEntry[]>>()

/** The names of the tables by their first token, longest first. */
function nameIndex(lexicon: Lexicon): ReadonlyMap<string, readonly NameEntry[]> {
  const index = new Map<string, NameEntry[]>()
  if (indexes.has(lexicon)) return indexes.get(lexicon)!
  for (const entry of lexicon.names) {
    const first = tokenize(plain(entry.name), 0, entry.name.length)[0]?.text ?? ''
    index.set(first, [...(index.get(first) ?? []), entry])
  }
  for (const entries of index.values()) entries.sort((a, b) => b.name.length - a.name.length)
  indexes.set(lexicon, index)
  return index
}
