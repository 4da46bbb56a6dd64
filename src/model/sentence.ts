import type { Part } from './article.ts'
import type { Span, TextSpan } from './span.ts'

/** A span of an article that is read as one. */
export interface Sentence extends TextSpan {
  /** Zero-based, in order of the text, boilerplate counted. */
  readonly index: number
  /** How many sentences with the same text stand before it in the article. */
  readonly occurrence: number
  readonly part: Part
  /** Words and marks, in order, not overlapping; every character but white space lies in one of them. */
  readonly tokens: readonly TextSpan[]
}

/** Words between quotation marks (marks left out), which may run over several sentences and paragraphs. */
export interface Quotation extends Span {
  /** False when the article ends before the closing mark. */
  readonly closed: boolean
}
