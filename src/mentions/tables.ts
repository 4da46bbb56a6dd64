import type { Lexicon, NameEntry, Office } from '../lexicon/index.ts'
import { type EntityId, foldName } from '../model/index.ts'
import { tokenize } from '../text/index.ts'
import { endsKey, nameKey, nameWords } from './spelling.ts'

/** The tables, laid out for looking up names and offices. */
export interface Tables {
  readonly lexicon: Lexicon
  /** Names by their first token, longest first. */
  readonly names: ReadonlyMap<string, readonly NameEntry[]>
  /** Names and aliases by {@link foldName}; null where two would share it. */
  readonly folded: ReadonlyMap<string, EntityId | null>
  /** Full names of people by {@link nameKey} and {@link endsKey}; null where two would share it. */
  readonly people: ReadonlyMap<string, EntityId | null>
  /** Last words of the names of people, respelt. */
  readonly surnames: ReadonlySet<string>
  /** "Russian" of Russia, then its names: what may stand before an organ. */
  readonly adjectives: ReadonlyMap<EntityId, readonly string[]>
  /** Offices by the first word of their phrase, the longest phrase first. */
  readonly offices: ReadonlyMap<string, readonly OfficePhrase[]>
  /** Offices by the noun of their phrase: "minister" of "foreign minister", "secretary" of "secretary of state". */
  readonly byTitle: ReadonlyMap<string, readonly Office[]>
  /** The offices of each actor. */
  readonly officesOf: ReadonlyMap<EntityId, readonly Office[]>
}

/** One phrase ("foreign minister") and all who held such an office, whomever they act for. */
export interface OfficePhrase {
  readonly phrase: string
  readonly holders: ReadonlyMap<EntityId, readonly Office[]>
}

const made = new WeakMap<Lexicon, Tables>()

/** The same text, unit for unit, with straight apostrophes and plain spaces, as the tables write them. */
export const plainText = (text: string): string => text.replace(/[’‘]/gu, "'").replace(/\u00a0/gu, ' ')

/** Made once for each lexicon. */
export function tablesOf(lexicon: Lexicon): Tables {
  const known = made.get(lexicon)
  if (known) return known
  const folded = new Map<string, EntityId | null>()
  const people = new Map<string, EntityId | null>()
  const surnames = new Set<string>()
  const adjectives = new Map<EntityId, readonly string[]>()
  const names = new Map<EntityId, readonly string[]>()
  const add = (index: Map<string, EntityId | null>, key: string, entity: EntityId): void => {
    if (key !== '') index.set(key, index.has(key) && index.get(key) !== entity ? null : entity)
  }
  for (const { name, entity, form } of lexicon.names) {
    const { kind } = lexicon.entities.get(entity)!
    if (kind === 'state' && form !== 'ruler') {
      const list = form === 'demonym' ? adjectives : names
      list.set(entity, [...(list.get(entity) ?? []), name])
    }
    if (form !== 'name' && form !== 'alias') continue
    add(folded, foldName(name), entity)
    if (kind !== 'person') continue
    for (const key of new Set([nameKey(name), endsKey(name)])) if (key.includes(' ')) add(people, key, entity)
    surnames.add(nameWords(name).at(-1)!)
  }
  for (const [entity, list] of names) adjectives.set(entity, [...(adjectives.get(entity) ?? []), ...list])
  const tables = { lexicon, names: byFirstWord(lexicon), folded, people, surnames, adjectives, ...officesIn(lexicon) }
  made.set(lexicon, tables)
  return tables
}

function byFirstWord(lexicon: Lexicon): Tables['names'] {
  const index = new Map<string, NameEntry[]>()
  for (const entry of lexicon.names) {
    const first = tokenize(plainText(entry.name), 0, entry.name.length)[0]?.text ?? ''
    const entries = index.get(first)
    if (entries) entries.push(entry)
    else index.set(first, [entry])
  }
  for (const entries of index.values()) entries.sort((a, b) => b.name.length - a.name.length)
  return index
}

function officesIn(lexicon: Lexicon): Pick<Tables, 'offices' | 'officesOf' | 'byTitle'> {
  const phrases = new Map<string, Map<EntityId, Office[]>>()
  const officesOf = new Map<EntityId, Office[]>()
  const byTitle = new Map<string, Office[]>()
  for (const office of lexicon.offices) {
    const { phrase, actor, actsFor } = office
    const holders = phrases.get(phrase) ?? new Map<EntityId, Office[]>()
    holders.set(actsFor, [...(holders.get(actsFor) ?? []), office])
    phrases.set(phrase, holders)
    officesOf.set(actor, [...(officesOf.get(actor) ?? []), office])
    const title = titleOf(phrase)
    const titled = byTitle.get(title) ?? []
    titled.push(office)
    byTitle.set(title, titled)
  }
  const offices = new Map<string, OfficePhrase[]>()
  for (const [phrase, holders] of phrases) {
    const first = tokenize(phrase, 0, phrase.length)[0]?.text ?? ''
    offices.set(first, [...(offices.get(first) ?? []), { phrase, holders }])
  }
  for (const list of offices.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
  return { offices, officesOf, byTitle }
}

/** The noun of an office's phrase. */
export const titleOf = (phrase: string): string =>
  phrase
    .split(/ (?:of|for|to|in|on|and|against) /u, 1)[0]!
    .split(' ')
    .at(-1)!

/** Whether an office was held on a day; on an unknown day every one may have been. */
export const heldOn = ({ from, until }: Pick<Office, 'from' | 'until'>, day: string | null): boolean =>
  day === null || ((from === null || from <= day) && (until === null || day <= until))
