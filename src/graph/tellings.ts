import { type Claim, digest, type EntityId, isReciprocal, isShared, isStanding, type Party } from '../model/index.ts'
import type { ArticleFacts } from './facts.ts'
import { headWord } from './strangers.ts'
import { type Time, timeOf } from './times.ts'
import type { Fact } from './view.ts'

/** A claim reduced to what events are made of. */
export interface Telling {
  readonly fact: Fact
  /** Head words of parties that could not be resolved and yet are not just anyone. */
  readonly strangers: { readonly sources: readonly string[]; readonly targets: readonly string[] }
  /** Whether its parties did it together. */
  readonly mutual: boolean
  /** Whether it is told as done, or as not done; false for what is planned, demanded, possible or conditional. */
  readonly real: boolean
  readonly time: Time
  /** Day of its article. */
  readonly published: string | null
  /** The one who says it, the innermost of a chain; null for the publication itself or for nobody named. */
  readonly speaker: EntityId | null
  /** Whether anybody is quoted, be it without a name. */
  readonly quoted: boolean
  /** Equal for the claims that one sentence gives wherever it is printed. */
  readonly text: string
}

/** Sentences of fewer words may be the same by chance. */
const REPRINTED = 8

/** What a claim tells of a happening; null for standing relations and the open type, which tell of none. */
export function tellingOf(claim: Claim, fact: Fact, { published }: Pick<ArticleFacts, 'published'>): Telling | null {
  const { type, sentence, quote, predicate, source, target, attribution } = claim
  if (type === null || isStanding(type)) return null
  const heads = (parties: readonly Party[]) => parties.map(({ start }) => start - sentence.start).join()
  const where = quote.split(/\s+/u).length < REPRINTED ? claim.article : ''
  return {
    fact,
    strangers: { sources: strangers(source), targets: strangers(target) },
    mutual: isReciprocal(claim) || (isShared(type) && target.some(({ actor }) => actor !== null)),
    real: claim.modality === 'actual',
    time: timeOf(claim.when, published),
    published,
    speaker: attribution[0]?.speaker?.actor ?? null,
    quoted: attribution.length > 0,
    text: digest(quote, type, String(predicate.start - sentence.start), heads(source), heads(target), where),
  }
}

function strangers(parties: readonly Party[]): string[] {
  const heads = parties.map(({ actor, form, text }) => (actor !== null || form === 'pronoun' ? null : headWord(text)))
  return [...new Set(heads.filter((head) => head !== null))].sort()
}
