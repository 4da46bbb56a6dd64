import type { ArticleId } from './ids.ts'
import type { Span } from './span.ts'

/** On what the date of an article rests. */
export const DATE_BASES = ['given', 'dateline', 'inferred', 'unknown'] as const
export type DateBasis = (typeof DATE_BASES)[number]

/** Whether this is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** What a stretch of an article is. Only headline, body and caption are read for claims. */
export const PARTS = ['headline', 'body', 'caption', 'boilerplate'] as const
export type Part = (typeof PARTS)[number]

/** A stretch of the text that is not plain body, told by the format (a `figcaption`) or by a rule of the tables. */
export interface Region extends Span {
  readonly part: Part
  /** The rule that told it, such as `html.figcaption` or `appeal.donate`. */
  readonly rule: string
}

/** One news text. `text` is never altered after reading: every offset in the program points into it. */
export interface Article {
  readonly id: ArticleId
  /** Where it was read: a path relative to what the user named, a URL, or `-`; with `#n` for the n-th record of a file. */
  readonly origin: string
  readonly title: string | null
  readonly publisher: string | null
  /** Day of publication in the publisher's own time zone, `YYYY-MM-DD`; null exactly when the basis is unknown. */
  readonly published: string | null
  readonly basis: DateBasis
  readonly url: string | null
  readonly text: string
  /** In order, not overlapping; what no region covers is body. */
  readonly regions: readonly Region[]
}

/** A rule that tells furniture of a page from the article, as the tables hold it. Phrases are compared without case. */
export interface BoilerplateRule {
  readonly id: string
  readonly says: string
  readonly part: Part
  /** Where such a line may stand: anywhere, among the first lines, or among the last. */
  readonly where: 'line' | 'start' | 'end'
  readonly starts: readonly string[]
  readonly contains: readonly string[]
  readonly equals: readonly string[]
  readonly ends: readonly string[]
  /** The longest line it applies to, in words; null for no limit. */
  readonly maxWords: number | null
  /** Whether everything after the line goes as well. */
  readonly cutsRest: boolean
}
