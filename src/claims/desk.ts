import type { Lexicon } from '../lexicon/index.ts'
import type { Article, Phrase, Sentence } from '../model/index.ts'
import type { Grammar } from '../syntax/index.ts'
import type { Namer } from './parties.ts'
import type { Match } from './rows.ts'
import type { Saying } from './sayings.ts'

/** What the claims of one sentence are made with. */
export interface Desk {
  readonly article: Article
  readonly sentence: Sentence
  readonly grammar: Grammar
  readonly namer: Namer
  /** Whom a phrase of any sentence names; null where its head is in none that is read. */
  readonly namerAt: (phrase: Phrase) => Namer | null
  readonly lexicon: Lexicon
  /** Words that tell a time. */
  readonly times: ReadonlySet<number>
}

/** What is found of a clause: a row of the tables, a cue, and who takes part. */
export interface Found {
  readonly match: Match | null
  readonly saying: Saying | null
  readonly sources: readonly number[]
  readonly objects: readonly number[]
  /** Heads of those whom a deed without an object may be done to: "agreed with Iran", "apologized to Poland". */
  readonly others: readonly number[]
  /** Heads of the subject of what is said. */
  readonly about: readonly number[]
  /** Heads of those whom the deed that is promised, refused or threatened befalls. */
  readonly within: readonly number[]
}
