import type { Article } from './article.ts'
import type { Claim } from './claim.ts'
import type { Entity } from './entity.ts'
import type { Ledger } from './ledger.ts'
import type { Mention } from './mention.ts'
import type { Quotation, Sentence } from './sentence.ts'
import type { TextSpan } from './span.ts'
import type { Tree } from './tree.ts'
import type { Modality, Polarity } from './types.ts'

/** A noun phrase with its complements: the words of one argument. */
export interface Phrase extends TextSpan {
  /** Offset of its head word in the article. */
  readonly head: number
  /** The preposition that leads to it, in lower case; null for subjects, objects and possessors. */
  readonly marker: string | null
}

/**
 * One deed as the grammar has it, before any type: a word that names it, and its arguments. By shape: a verb; what a form
 * of "be" says ("Iran is an ally of Syria"), or a noun set beside another ("Hezbollah, an ally of Iran"); a noun of a
 * deed ("Russia's airstrikes on Idlib"); a participle with its doer before a hyphen ("US-backed rebels").
 */
export interface Clause {
  readonly sentence: number
  readonly shape: 'verb' | 'copular' | 'apposition' | 'noun' | 'compound'
  /** `index`: of the word in its sentence. */
  readonly predicate: TextSpan & { readonly lemma: string; readonly index: number }
  /** Who does it: each conjunct by itself. Passives are turned round, so this is the agent. */
  readonly subject: readonly Phrase[]
  readonly objects: readonly Phrase[]
  /** Phrases led to by a preposition, in order of the text. */
  readonly obliques: readonly Phrase[]
  readonly passive: boolean
  readonly polarity: Polarity
  readonly modality: Modality
  readonly confidence: number
}

/** Who says what: the words of one report, whole or in parts. */
export interface Report {
  /** Where the report stands. */
  readonly sentence: number
  readonly source: Phrase | null
  /** The reporting words, and the group of the cue table that tells what they do; null where the table knows none. */
  readonly cue: (TextSpan & { readonly group: string | null }) | null
  readonly content: readonly TextSpan[]
  readonly kind: 'direct' | 'indirect'
}

/** Which reader made a reading. */
export interface Reader {
  readonly program: string
  /** Which tagger or network read the sentences. */
  readonly model: string
  /** Digest of the tables. */
  readonly lexicon: string
}

/** All that was read out of one article: a pure function of the article, the tables and the reader. */
export interface Reading {
  readonly reader: Reader
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  readonly trees: readonly Tree[]
  readonly mentions: readonly Mention[]
  readonly clauses: readonly Clause[]
  readonly reports: readonly Report[]
  readonly claims: readonly Claim[]
  /** Whom the claims name, and whom those act for or lie within; by id. */
  readonly entities: readonly Entity[]
  readonly ledger: Ledger
}
