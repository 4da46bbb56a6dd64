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

/** Finds who and what an article names: names of the tables, surnames of those named in full, and described groups. */
export function mentionsOf(article: Article, trees: readonly Tree[], lexicon: Lexicon): Mentions {
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

  const mentions = trees.flatMap(({ tokens, sentence }): Mention[] => {
    const here: Mention[] = []
    for (let at = 0; at < tokens.length; at++) {
      const table = tableName(tokens, at)
      const found = table ? (group(tokens, at, table) ?? table) : surname(tokens, at)
      if (!found?.entity) continue
      const { length, ...mention } = found
      const [{ start }, last] = [tokens[at]!, tokens[at + length - 1]!]
      if (found.kind === 'person' && length > 1) surnames.set(last.text, found.entity)
      const cluster = clusters.get(found.entity) ?? clusters.size
      clusters.set(found.entity, cluster)
      here.push({
        ...mention,
        text: article.text.slice(start, last.end),
        start,
        end: last.end,
        sentence,
        head: last.start,
        cluster,
      })
      at += length - 1
    }
    return here
  })
  return { mentions, coined }
}

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
