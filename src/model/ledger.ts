import type { Region } from './article.ts'
import type { ErrorCode, ErrorDetail } from './errors.ts'
import type { ArticleId } from './ids.ts'

/** Something worth knowing that stopped nothing. */
export interface Finding {
  /** Which rule or step found it. */
  readonly rule: string
  readonly message: string
  readonly start?: number
  readonly end?: number
}

/** The account of what happened to an article: what was read, what was cut and by which rule, what gave no claim. */
export interface Ledger {
  readonly article: ArticleId
  readonly origin: string
  readonly sentences: number
  /** Sentences that were read for claims. */
  readonly read: number
  readonly tokens: number
  readonly claims: number
  /** Regions cut as boilerplate. */
  readonly cuts: readonly Region[]
  readonly findings: readonly Finding[]
}

/** What could not be made an article, and why. */
export interface Skip {
  readonly origin: string
  readonly code: ErrorCode
  readonly message: string
  readonly detail: ErrorDetail
}
