import type { Article, ArticleId, Claim, ClaimId, Entity, Ledger, Reader, Reading, Skip } from '../model/index.ts'

/** What a store did with a reading. */
export type Applied = 'added' | 'replaced' | 'unchanged'

/** An article with the account of its reading. */
export interface StoredArticle {
  readonly article: Article
  readonly ledger: Ledger
  readonly reader: Reader
}

/** An entity as one article's reading knows it; the same id may come from many articles. */
export interface StoredEntity {
  readonly article: ArticleId
  readonly entity: Entity
}

export interface StoreCounts {
  readonly articles: number
  readonly sentences: number
  readonly claims: number
  readonly skips: number
}

/**
 * The waist of the program: what readings said, article by article. Every call that writes is one transaction: it
 * happens whole or not at all. Everything to the right of the store can be made again from it.
 */
export interface Store {
  /**
   * Keeps a reading, in place of any earlier one of the article of this id. `unchanged` when the same article was read
   * before by the same reader: then nothing is written, but for the origin. The same article met at several origins
   * keeps the smallest one, in code units. Clears the skip of its own origin.
   * @throws WiregraphError `evidence` when a claim does not stand in its article, or an id is there twice;
   * `bad-record` when an id or origin is not well-formed Unicode; nothing is kept then
   */
  put(reading: Reading): Applied
  /** Whether putting this reader's reading of the article would change nothing, so that reading it again can be spared. */
  has(article: Article, reader: Reader): boolean
  /** Removes an article with all that was read from it. False when there was none. */
  remove(id: ArticleId): boolean

  /** Every article, in order of id. */
  articles(): Iterable<StoredArticle>
  article(id: ArticleId): StoredArticle | null
  /** Every claim: articles in order of id, claims in order of the text, then of id. */
  claims(): Iterable<Claim>
  claimsOf(id: ArticleId): readonly Claim[]
  claim(id: ClaimId): Claim | null
  /** Every entity of every reading: articles in order of id, entities in order of id. */
  entities(): Iterable<StoredEntity>
  /**
   * Ids of the claims whose sentence holds all these words, wherever they stand; case and accents do not count, and
   * everything but letters and digits parts words. The shortest sentence first, in words, then in order of id. At most
   * `limit` of them; none where nothing is asked for.
   */
  search(words: string, limit: number): readonly ClaimId[]

  /** Keeps the reason why something could not be made an article, one an origin. */
  skip(skip: Skip): void
  /** In order of origin. */
  skips(): readonly Skip[]

  counts(): StoreCounts
  /** 16 hex digits over articles, claims and entities. Equal content gives an equal version, in whatever order it came. */
  version(): string
  /** Ends the use of the store; a second call does nothing. */
  close(): void
}
