import type { EntityKind } from './entity.ts'
import type { EntityId } from './ids.ts'
import type { TextSpan } from './span.ts'

/** How a mention stands for what it names. */
export const MENTION_FORMS = ['name', 'alias', 'demonym', 'metonym', 'title', 'pronoun', 'description'] as const
export type MentionForm = (typeof MENTION_FORMS)[number]

/** A span that stands for an actor or a place. */
export interface Mention extends TextSpan {
  readonly sentence: number
  /** Offset of its head word in the article. */
  readonly head: number
  readonly form: MentionForm
  readonly kind: EntityKind
  /** Whom it stands for; null where that is not known ("rebels", of whom the article has said nothing). */
  readonly entity: EntityId | null
  /** Equal for the mentions of one actor or place within the article, counted from 0 in order of first mention. */
  readonly cluster: number
  /** The rule that linked it. */
  readonly rule: string
}
