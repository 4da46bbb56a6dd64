import type { Article, EntityId } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import { statesOf } from './organs.ts'
import type { Grammar, Placed } from './placed.ts'
import { nameWords } from './spelling.ts'
import { heldOn } from './tables.ts'

/** What linking needs to know beyond the sentence. */
export interface Setting {
  readonly article: Article
  readonly actors: Actors
  /** Full names of people anywhere in the article by their last word, for a headline that has the surname first. */
  readonly later: ReadonlyMap<string, ReadonlySet<string>>
}

/** Somebody by one word: named in full before, else by the office before the name, else named in full later on. */
export function bySurname(
  label: string,
  titles: readonly string[],
  { head }: Placed,
  names: readonly Placed[],
  grammar: Grammar,
  { actors, article, later }: Setting,
): EntityId | null {
  const surname = nameWords(label).at(-1) ?? ''
  const before = actors.byPart(label)
  if (before) return before
  const office = byOffice(surname, titles, head, names, grammar, actors, article.published)
  if (office) return office
  const full = later.get(surname)
  if (full?.size === 1) return actors.person([...full][0]!)
  return actors.tables.surnames.has(surname) || surname.length < 2 ? null : actors.coin(label, 'person')
}

/** "Foreign Minister Lavrov": of those who held the office by then, the one with this surname. */
function byOffice(
  surname: string,
  titles: readonly string[],
  head: number,
  names: readonly Placed[],
  grammar: Grammar,
  { tables }: Actors,
  day: string | null,
): EntityId | null {
  const titleHeads = dependents(grammar, head, 'nmod:desc', 'compound', 'flat').map(({ index }) => index)
  const states = titleHeads.flatMap((at) => statesOf(grammar, at, names))
  const holders = titles.flatMap((title) =>
    (tables.byTitle.get(title) ?? []).filter(
      (office) =>
        nameWords(tables.lexicon.entities.get(office.actor)!.label).at(-1) === surname &&
        (states.length === 0 || states.includes(office.actsFor)),
    ),
  )
  const then = new Set(holders.filter((office) => heldOn(office, day)).map(({ actor }) => actor))
  const ever = new Set(holders.map(({ actor }) => actor))
  return then.size === 1 ? [...then][0]! : ever.size === 1 ? [...ever][0]! : null
}
