import type {
  ActorKind,
  BoilerplateRule,
  ClaimType,
  Entity,
  EntityId,
  Modality,
  Polarity,
  TypeInfo,
} from '../model/index.ts'

/** Where a row stands: `actors.tsv:12`. */
export type RowPlace = string

/** How a name of the tables stands for its entity. */
export interface NameEntry {
  /** As it stands in text; case counts. */
  readonly name: string
  readonly entity: EntityId
  /** `ruler`: a place or building that stands for those who rule. */
  readonly form: 'name' | 'alias' | 'demonym' | 'people' | 'ruler'
}

/** An office and its phrases; who held it when is told by the entities' roles. */
export interface Office {
  readonly phrase: string
  readonly actor: EntityId
  readonly actsFor: EntityId
  readonly from: string | null
  readonly until: string | null
}

/** What kinds of place there are. */
export const FEATURES = [
  'capital',
  'city',
  'town',
  'region',
  'province',
  'district',
  'country-part',
  'continent',
  'sea',
  'river',
  'base',
  'site',
] as const
export type Feature = (typeof FEATURES)[number]

export type Gender = 'm' | 'f'

/** In what ways a common noun speaks of somebody named; nouns.tsv tells each. */
export const NOUN_USES = [
  'back',
  'beside',
  'two',
  'rules',
  'gathers',
  'many',
  'fighters',
  'name',
  'national',
  'body',
] as const
export type NounUse = (typeof NOUN_USES)[number]

/** What a noun may stand for: a kind of actor, or a feature of a place ("city"). */
export type NounKind = ActorKind | Feature

export interface Noun {
  readonly kinds: readonly NounKind[]
  readonly uses: ReadonlySet<NounUse>
}

/** One word of a pattern: the words that may stand there (dictionary forms, lower case), or a slot. */
export type PatternWord = { readonly words: readonly string[] } | { readonly slot: 'X' | 'Y' }

/** A pattern line, taken apart. `verb`: X does; `noun`: X's deed; `compound`: X-backed Y. */
export interface Pattern {
  readonly shape: 'verb' | 'noun' | 'compound'
  /** What stands before a noun as a part of its name ("air" strike), in order; empty for the other shapes. */
  readonly before: readonly (readonly string[])[]
  /** The words that name the deed: alternatives of the verb, the noun, or the participle. */
  readonly head: readonly string[]
  /** What follows the head, in order; slots of targets among them. */
  readonly rest: readonly PatternWord[]
  /** The line as written. */
  readonly line: string
}

export interface Example {
  readonly sentence: string
  readonly type: ClaimType
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly place: string | null
  readonly speaker: string | null
  readonly polarity: Polarity
  readonly modality: Modality
  readonly at: RowPlace
}

/** A row of a claim type: one sense or mode, its patterns, and what shows that it works. */
export interface TypeRow {
  readonly id: string
  readonly type: ClaimType
  readonly says: string
  readonly mode: string | null
  readonly patterns: readonly Pattern[]
  readonly reciprocal: boolean
  /** A claim of this type from who demands the deed to who must do it. */
  readonly demanded: ClaimType | null
  /** The modality without which the row stays silent: "go" is "leave power" only in "must go". */
  readonly only: 'demanded' | null
  readonly target: 'people' | 'actor' | 'place' | 'any'
  readonly examples: readonly Example[]
  /** Sentences in which the row must stay silent. */
  readonly not: readonly string[]
  readonly at: RowPlace
}

/** A group of reporting cues that mean the same. */
export interface CueGroup {
  readonly id: string
  readonly says: string
  /** Verb phrases in the infinitive, as words; `Y` is an addressee. */
  readonly cues: readonly (readonly string[])[]
  /** Phrases around the speaker without a verb, as words with `X`. */
  readonly phrases: readonly (readonly string[])[]
  /** The type of the reporting itself when it is a deed in its own right; SAY where it is not; null for none. */
  readonly act: ClaimType | null
  /** Whether several who do it do it among themselves: "they agreed to leave". */
  readonly reciprocal: boolean
  /** What it does to the deed inside; null leaves it as it is. */
  readonly polarity: Polarity | null
  readonly modality: Modality | null
  readonly examples: readonly Example[]
  readonly not: readonly string[]
  readonly at: RowPlace
}

/** Words that change what they govern. Each is a list of words in lower case, dictionary forms. */
export interface ModalityTable {
  readonly negation: readonly (readonly string[])[]
  readonly planned: readonly (readonly string[])[]
  readonly demanded: readonly (readonly string[])[]
  readonly possible: readonly (readonly string[])[]
  readonly conditional: readonly (readonly string[])[]
  /** Verbs that carry a noun of a deed ("launch" airstrikes). */
  readonly light: readonly (readonly string[])[]
  /** Verbs whose subject is whom the deed of their object befalls ("receive" aid, "face" criticism). */
  readonly converse: readonly (readonly string[])[]
  /** Nouns of weapons and attacks, which act in the stead of who uses them ("a car bomb killed"). */
  readonly means: readonly (readonly string[])[]
  readonly examples: readonly Example[]
  /** Sentences in which the words change nothing. */
  readonly not: readonly string[]
}

/** The tables, read, checked and joined with the user's overlay. */
export interface Lexicon {
  /** 16 hex digits over all tables: equal tables, equal digest. */
  readonly digest: string
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly names: readonly NameEntry[]
  readonly offices: readonly Office[]
  /** Nouns, in the singular, of groups that are actors of their own when nation, faith or backer stands before them ("rebel"). */
  readonly groups: ReadonlyMap<string, ActorKind>
  /** Words before a person's name that are no part of it, in lower case, with the gender that they tell; "-man" stands for all that end so. */
  readonly titles: ReadonlyMap<string, Gender | null>
  /** First names that are mostly one gender's, folded. */
  readonly givenNames: ReadonlyMap<string, Gender>
  /** Common nouns by which somebody named is spoken of, in the singular. */
  readonly nouns: ReadonlyMap<string, Noun>
  readonly types: ReadonlyMap<ClaimType, TypeInfo>
  readonly rows: readonly TypeRow[]
  readonly cues: readonly CueGroup[]
  readonly modality: ModalityTable
  readonly boilerplate: readonly BoilerplateRule[]
}
