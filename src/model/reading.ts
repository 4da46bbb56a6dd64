import type { Article } from './article.ts'
import type { Claim } from './claim.ts'
import type { Entity } from './entity.ts'
import type { Ledger } from './ledger.ts'
import type { Mention } from './mention.ts'
import type { Quotation, Sentence } from './sentence.ts'
import type { TextSpan } from './span.ts'
import type { Tree } from './tree.ts'

/** One clause as an open tuple, before any type. */
export interface Clause {
  readonly sentence: number
  readonly subject: TextSpan | null
  readonly predicate: TextSpan & { readonly lemma: string }
  readonly arguments: readonly TextSpan[]
  readonly negated: boolean
  readonly confidence: number
}

/** Who says what: the words of one report, whole or in parts. */
export interface Report {
  readonly source: TextSpan | null
  readonly cue: (TextSpan & { readonly lemma: string }) | null
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
