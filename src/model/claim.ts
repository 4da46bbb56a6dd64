import { WiregraphError } from './errors.ts'
import type { ArticleId, ClaimId, EntityId } from './ids.ts'
import type { MentionForm } from './mention.ts'
import { type Span, type TextSpan, within } from './span.ts'
import type { ClaimType, Modality, OpenType, Polarity } from './types.ts'

/** Someone or something named in a claim, and the words that name it. */
export interface Party extends TextSpan {
  /** Null where the words could not be resolved; the claim is kept, and makes no tie on this side. */
  readonly actor: EntityId | null
  readonly label: string | null
  readonly form: MentionForm
}

export interface Predicate extends TextSpan {
  readonly lemma: string
}

/** How precise a date is; `date` then holds YYYY, YYYY-MM or YYYY-MM-DD (a week is told by its Monday). */
export const PRECISIONS = ['day', 'week', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

/** Time words of a claim, and what they resolve to. */
export interface When extends TextSpan {
  /** Null where the words resolve to nothing. */
  readonly date: string | null
  readonly precision: Precision | null
  /** On what it rests: the words alone, or the words and the date of the article. */
  readonly basis: 'words' | 'article'
}

/** Who says so. Chains nest: innermost first, `level` is the index. */
export interface Attribution {
  readonly level: number
  /** Null where nobody is named ("it was reported that"). */
  readonly speaker: Party | null
  readonly cue: TextSpan | null
  readonly content: readonly Span[]
  readonly kind: 'direct' | 'indirect'
}

/** The sentence a claim was read from, with its words: a claim without them can't be made. */
export interface Evidence {
  readonly sentence: Span & { readonly index: number }
  /** `article.text.slice(sentence.start, sentence.end)`. */
  readonly quote: string
}

/** The atom: one reading of one sentence. A deed whose parties are all sources ("they met") is reciprocal and has no target. */
export interface Claim extends Evidence {
  readonly id: ClaimId
  readonly article: ArticleId
  readonly type: ClaimType | OpenType
  /** PLOVER mode, such as `aerial`. */
  readonly mode: string | null
  readonly predicate: Predicate
  readonly source: readonly Party[]
  readonly target: readonly Party[]
  readonly place: readonly Party[]
  readonly when: When | null
  readonly polarity: Polarity
  readonly modality: Modality
  /** Empty for the publication's own voice. */
  readonly attribution: readonly Attribution[]
  /** Id of the table row that gave the type, or `open`. */
  readonly rule: string
  /** 0 to 1. It orders and informs; it never decides whether a tie stands. */
  readonly confidence: number
}

/** Whether the deed is shared by all its parties. */
export const isReciprocal = (claim: Claim): boolean => claim.target.length === 0 && claim.source.length > 1

/** Every span of a claim that carries words of its own. */
function textSpans(claim: Claim): readonly TextSpan[] {
  const speech = claim.attribution.flatMap(({ speaker, cue }) => [speaker, cue])
  return [claim.predicate, ...claim.source, ...claim.target, ...claim.place, claim.when, ...speech].filter(
    (x) => x !== null,
  )
}

/**
 * Holds a claim against its article: the quote and every span must be the very words that stand there, and the
 * predicate must lie in its sentence. Stores call it before they keep a claim.
 * @throws WiregraphError `evidence` naming the claim and the span that is off
 */
export function checkEvidence(claim: Claim, text: string): void {
  const { sentence, quote } = claim
  for (const span of [{ ...sentence, text: quote }, ...textSpans(claim)]) {
    const found = text.slice(span.start, span.end)
    if (found === span.text && found !== '') continue
    throw new WiregraphError('evidence', {
      where: `claim ${claim.id} of article ${claim.article}, characters ${span.start} to ${span.end}`,
      expected: JSON.stringify(span.text),
      got: JSON.stringify(found),
    })
  }
  if (!within(claim.predicate, sentence)) {
    throw new WiregraphError('evidence', {
      where: `claim ${claim.id} of article ${claim.article}`,
      expected: `a predicate within its sentence, ${sentence.start} to ${sentence.end}`,
      got: `${claim.predicate.start} to ${claim.predicate.end}`,
    })
  }
}
