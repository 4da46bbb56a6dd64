import {
  type Article,
  type ArticleId,
  type Claim,
  type ClaimId,
  digest,
  type Ledger,
  type Reader,
  type Reading,
} from '../model/index.ts'
import { canonicalJson } from './canonical.ts'
import type { Applied, StoredArticle } from './store.ts'
import { wordsOf } from './words.ts'

/**
 * An article as it is kept. Article and ledger are JSON without their origin, which stands once for both: the same
 * text may come from many places, and its origin can then change while all else stays.
 */
export interface PackedArticle {
  readonly origin: string
  readonly reader: Reader
  readonly article: string
  readonly ledger: string
  /** Digest of article, claims and entities, the origin left out; 16 hex digits. */
  readonly hash: string
}

/** What is kept of a reading, as JSON, in the order in which it is given back. */
export interface Packed extends PackedArticle {
  readonly id: ArticleId
  /** How many sentences the article has. */
  readonly sentences: number
  /** Words of each sentence that some claim stands in. */
  readonly spoken: readonly (readonly string[])[]
  /** In order of the text, then of id; `sentence` is an index of `spoken`. */
  readonly claims: readonly { readonly id: ClaimId; readonly sentence: number; readonly json: string }[]
  /** In order of id. */
  readonly entities: readonly { readonly json: string }[]
}

export function packReading({ article, ledger, reader, ...reading }: Reading): Packed {
  const { origin, ...content } = article
  const { origin: _, ...account } = ledger
  const spoken = new Map<string, { readonly index: number; readonly words: readonly string[] }>()
  const claims = [...reading.claims].sort(byPosition).map((claim) => {
    const span = `${claim.sentence.start}-${claim.sentence.end}`
    const sentence = spoken.get(span) ?? { index: spoken.size, words: wordsOf(claim.quote) }
    spoken.set(span, sentence)
    return { id: claim.id, sentence: sentence.index, json: canonicalJson(claim) }
  })
  const entities = [...reading.entities].sort(byId).map((entity) => ({ json: canonicalJson(entity) }))
  const json = canonicalJson(content)
  const list = (rows: readonly { readonly json: string }[]) => rows.map((row) => row.json).join('\n')
  return {
    id: article.id,
    origin,
    reader: { program: reader.program, model: reader.model, lexicon: reader.lexicon },
    article: json,
    ledger: canonicalJson(account),
    hash: digest(json, list(claims), list(entities)),
    sentences: reading.sentences.length,
    spoken: [...spoken.values()].map(({ words }) => words),
    claims,
    entities,
  }
}

/** What {@link PackedArticle} holds of an article, to tell whether it is kept already. */
export function packArticle({ origin, ...content }: Article, reader: Reader): Identity {
  return { origin, reader, article: canonicalJson(content) }
}

export const unpackArticle = ({ origin, reader, article, ledger }: Omit<PackedArticle, 'hash'>): StoredArticle => ({
  article: { ...(JSON.parse(article) as Omit<Article, 'origin'>), origin },
  ledger: { ...(JSON.parse(ledger) as Omit<Ledger, 'origin'>), origin },
  reader,
})

type Identity = Pick<PackedArticle, 'origin' | 'reader' | 'article'>

/**
 * What putting `next` means where `kept` is. An article that was met at several origins keeps the smallest one, in
 * code units, so that the order in which they came can't be seen.
 */
export function settle(kept: Identity | null, next: Identity): { readonly applied: Applied; readonly origin: string } {
  if (kept === null) return { applied: 'added', origin: next.origin }
  const same = kept.article === next.article
  return {
    applied: same && sameReader(kept.reader, next.reader) ? 'unchanged' : 'replaced',
    origin: same && kept.origin < next.origin ? kept.origin : next.origin,
  }
}

/** What an article adds to the version: a number below 2^64. The version is the sum, so that order can't matter. */
export const weight = ({ hash, origin }: Pick<PackedArticle, 'hash' | 'origin'>): bigint =>
  BigInt(`0x${digest(hash, origin)}`)

/** The version as a number moved by a difference of weights, as 16 hex digits again. */
export const moveVersion = (version: string, by: bigint): string =>
  BigInt.asUintN(64, BigInt(`0x${version}`) + by)
    .toString(16)
    .padStart(16, '0')

/** The version of a store without articles. */
export const EMPTY_VERSION = '0'.repeat(16)

const sameReader = (a: Reader, b: Reader): boolean =>
  a.program === b.program && a.model === b.model && a.lexicon === b.lexicon

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** Predicates lie in their sentences, and sentences don't overlap: the predicate alone gives the order of the text. */
const byPosition = (a: Claim, b: Claim): number => a.predicate.start - b.predicate.start || byId(a, b)
