import { createHash } from 'node:crypto'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** Names one article: what the input gave, else 16 hex digits made of its url or its text. */
export type ArticleId = Id<'ArticleId'>
/** Names an actor or a place: a row of the tables, or a candidate key made by {@link foldName}. */
export type EntityId = Id<'EntityId'>
/** Names a claim: 16 hex digits, see {@link claimId}. */
export type ClaimId = Id<'ClaimId'>
/** Names a tie: `source~TYPE~target`. */
export type TieId = Id<'TieId'>
/** Names an event: 16 hex digits, made of what it is told to be and when. */
export type EventId = Id<'EventId'>

export const asArticleId = (id: string): ArticleId => id as ArticleId
export const asEntityId = (id: string): EntityId => id as EntityId
export const asClaimId = (id: string): ClaimId => id as ClaimId
export const asTieId = (id: string): TieId => id as TieId
export const asEventId = (id: string): EventId => id as EventId

/** The first 16 hex digits of the SHA-256 of the parts, each closed by U+001F so that no two lists of parts run together. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\x1f')
  return hash.digest('hex').slice(0, 16)
}

/**
 * Folds a full name to the key under which equal names of different articles meet: lower case, no accents, every run
 * of characters that are neither letters nor digits becomes one `-`. "Bashar al-Assad" gives `bashar-al-assad`.
 * A name without a letter or digit gives the empty string.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** What a claim's identity is made of; a better reading of polarity, modality or speaker leaves it as it was. */
export interface ClaimKey {
  readonly article: ArticleId
  /** The sentence's text. */
  readonly sentence: string
  /** How many equal sentences stand before it in the article. */
  readonly occurrence: number
  readonly type: string | null
  /** Offsets of the heads, in UTF-16 units from the start of the sentence. */
  readonly predicate: number
  readonly sources: readonly number[]
  readonly targets: readonly number[]
}

/** The id of the claim with this key. Source and target heads count as sets. */
export function claimId(key: ClaimKey): ClaimId {
  const heads = (offsets: readonly number[]) => [...new Set(offsets)].sort((a, b) => a - b).join(',')
  const where = `${key.predicate}/${heads(key.sources)}/${heads(key.targets)}`
  return asClaimId(digest(key.article, key.sentence, String(key.occurrence), key.type ?? '', where))
}

/** The id of the tie from `source` to `target`. Entity ids hold no `~`. */
export const tieId = (source: EntityId, type: string | null, target: EntityId): TieId =>
  asTieId(`${source}~${type ?? 'OPEN'}~${target}`)
