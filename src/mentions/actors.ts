import { type ActorKind, asEntityId, type Entity, type EntityId, type EntityKind, foldName } from '../model/index.ts'
import { endsKey, initials, nameKey, nameWords } from './spelling.ts'
import type { Tables } from './tables.ts'
import { type Gender, genderOfName } from './titles.ts'

/** Whom an article has named so far, and under which names they may be met again. */
export interface Actors {
  readonly tables: Tables
  readonly coined: ReadonlyMap<EntityId, Entity>
  readonly entityOf: (id: EntityId) => Entity
  /** An actor of the article's own; null where the tables know another kind of thing by that id. */
  readonly coin: (label: string, kind: ActorKind) => EntityId | null
  /** A place or a described body that nobody knows ("Harbour officials"), for as long as the article is read: outside it is nobody. */
  readonly stranger: (label: string, kind: EntityKind) => EntityId | null
  /** Somebody by a full name: of the article, else of the tables, else coined. */
  readonly person: (label: string) => EntityId | null
  /** Somebody by a part of a name that the article has told in full, the one named last. */
  readonly byPart: (word: string) => EntityId | null
  /** Remembers somebody's names; for those that a table name or a title led to. */
  readonly meet: (id: EntityId, label: string) => void
  /** An organization of the article by its name, a part of it or its initials. */
  readonly organization: (label: string) => EntityId | null
  readonly meetOrganization: (id: EntityId, label: string) => void
  readonly genders: Map<EntityId, Gender>
  /** How often each was spoken of. */
  readonly counts: Map<string, number>
  /** The group last described by each noun: "rebel". */
  readonly groups: Map<string, EntityId>
  /** What the article calls people by office or profession: "general", "spokesman". */
  readonly titles: ReadonlyMap<EntityId, ReadonlySet<string>>
  /** Remembers that the article has named somebody, and by which noun it called them. */
  readonly call: (id: EntityId, noun?: string) => void
  /** Whom the article called by a noun. */
  readonly called: (noun: string) => ReadonlySet<EntityId>
}

export function actorsOf(tables: Tables): Actors {
  const { lexicon } = tables
  const coined = new Map<EntityId, Entity>()
  const people = new Map<string, EntityId>()
  const parts = new Map<string, EntityId>()
  const strangers = new Map<EntityId, Entity>()
  const genders = new Map<EntityId, Gender>()
  const titles = new Map<EntityId, Set<string>>()
  const called = new Map<string, Set<EntityId>>()
  const organizations = new Map<string, EntityId>()
  const recent: { readonly id: EntityId; readonly words: readonly string[] }[] = []
  const short = new Map<string, EntityId>()

  const entityOf = (id: EntityId): Entity => (lexicon.entities.get(id) ?? coined.get(id) ?? strangers.get(id))!

  function coin(label: string, kind: ActorKind): EntityId | null {
    const id = asEntityId(foldName(label))
    if (id === '') return null
    const known = lexicon.entities.get(id) ?? coined.get(id)
    if (known) return (known.kind === 'person') === (kind === 'person') && known.kind !== 'place' ? id : null
    coined.set(id, { id, label, kind, aliases: [], codes: {}, roles: [], basis: 'text' })
    return id
  }

  function call(id: EntityId, noun?: string): void {
    const nouns = titles.get(id) ?? new Set()
    titles.set(id, nouns)
    if (noun === undefined) return
    nouns.add(noun)
    called.set(noun, (called.get(noun) ?? new Set()).add(id))
  }

  function stranger(label: string, kind: EntityKind): EntityId | null {
    const folded = foldName(label)
    if (folded === '') return null
    const id = asEntityId(`${UNKNOWN}${kind} ${folded}`)
    const facts = { id, label, aliases: [], codes: {}, basis: 'text' } as const
    if (!strangers.has(id)) {
      const isPlace = kind === 'place'
      strangers.set(
        id,
        isPlace ? { ...facts, kind, feature: null, within: null, at: null } : { ...facts, kind, roles: [] },
      )
    }
    return id
  }

  function meet(id: EntityId, label: string): void {
    const words = nameWords(label)
    if (words.length > 1) {
      people.set(nameKey(label), id)
      people.set(endsKey(label), id)
    }
    for (const word of words) if (word.length > 1) parts.set(word, id)
    const gender = genderOfName(lexicon, words.length > 1 ? label : '')
    if (gender && !genders.has(id)) genders.set(id, gender)
  }

  function person(label: string): EntityId | null {
    const [whole, ends] = [nameKey(label), endsKey(label)]
    const near = people.get(ends) ?? tables.people.get(ends)
    const isNear = near && isOneName(label, entityOf(near))
    const known = people.get(whole) ?? tables.people.get(whole) ?? (isNear ? near : undefined)
    const id = known ?? coin(label, 'person')
    if (id) meet(id, label)
    return id
  }

  function meetOrganization(id: EntityId, label: string): void {
    const words = nameWords(label)
    organizations.set(words.join(' '), id)
    recent.push({ id, words })
    if (recent.length > RECENT) recent.shift()
    const letters = initials(label)
    if (letters.length > 1) short.set(letters, id)
  }

  function organization(label: string): EntityId | null {
    const words = nameWords(label)
    const exact = organizations.get(words.join(' '))
    if (exact) return exact
    if (/^\p{Lu}{2,}$/u.test(label.replaceAll('.', ''))) return short.get(label.replaceAll('.', '')) ?? null
    return recent.findLast((name) => isPart(words, name.words))?.id ?? null
  }

  return {
    tables,
    coined,
    entityOf,
    coin,
    stranger,
    person,
    byPart: (word) => parts.get(nameWords(word).at(-1) ?? '') ?? null,
    meet,
    organization,
    meetOrganization,
    genders,
    counts: new Map(),
    groups: new Map(),
    titles,
    call,
    called: (noun) => called.get(noun) ?? new Set(),
  }
}

/** No id of a table begins so. */
const UNKNOWN = '?'

/** Whether an id is one of {@link Actors.stranger}. */
export const isStranger = (id: EntityId): boolean => id.startsWith(UNKNOWN)

/** Whom an id stands for outside the article: a stranger is nobody. */
export const outside = (id: EntityId | null): EntityId | null => (id === null || isStranger(id) ? null : id)

/** Whether a full name may be another's whose first and last word it shares: not where both have other words between. */
function isOneName(label: string, { label: known, aliases }: Entity): boolean {
  const between = nameWords(label).slice(1, -1)
  return [known, ...aliases].some((name) => {
    const [ends, words] = [endsKey(name), nameWords(name).slice(1, -1)]
    const isAlike =
      words.length === 0 || between.length === 0 || words.some((word) => between.some((other) => word[0] === other[0]))
    return ends === endsKey(label) && isAlike
  })
}

/** How many names of organizations are looked through for a part of one. */
const RECENT = 60

/** Whether the words stand in the longer name, in their order. */
function isPart(words: readonly string[], longer: readonly string[]): boolean {
  let at = 0
  for (const word of longer) if (word === words[at]) at++
  return at === words.length && words.length > 0 && words.length < longer.length
}
