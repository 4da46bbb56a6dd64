import type { Database, RunResult } from 'better-sqlite3'

/** An article's row with its reader's. */
export interface ArticleRow {
  readonly key: number
  readonly origin: string
  readonly hash: string
  readonly article: string
  readonly ledger: string
  readonly program: string
  readonly model: string
  readonly lexicon: string
}

export interface CountsRow {
  readonly articles: number
  readonly sentences: number
  readonly claims: number
  readonly skips: number
}

/** One column of a row. A null parameter stands for an id that can't be there. */
type Id = string | null

/** A prepared statement with these parameters and rows. */
interface Prepared<P extends unknown[], T> {
  readonly get: (...parameters: P) => T | undefined
  readonly all: (...parameters: P) => T[]
  readonly run: (...parameters: P) => RunResult
}

/** Every statement that the store runs, prepared once. */
export function statements(db: Database) {
  const rows = <P extends unknown[], T = never>(sql: string): Prepared<P, T> => db.prepare<P, T>(sql)
  const one = <P extends unknown[], T>(sql: string): Prepared<P, T> => db.prepare<P, T>(sql).pluck()
  return {
    ids: one<[], string>('SELECT id FROM articles'),
    article: rows<[Id], ArticleRow>(
      `SELECT articles.key, origin, hash, article, ledger, program, model, lexicon
       FROM articles JOIN readers ON readers.key = articles.reader WHERE id = ?`,
    ),
    claimsOf: one<[Id], string>(
      `SELECT claim FROM claims WHERE article = (SELECT key FROM articles WHERE id = ?) ORDER BY ordinal`,
    ),
    claim: one<[Id], string>('SELECT claim FROM claims WHERE id = ?'),
    holder: one<[string], string>(
      'SELECT articles.id FROM claims JOIN articles ON articles.key = claims.article WHERE claims.id = ?',
    ),
    entitiesOf: one<[Id], string>(
      `SELECT entity FROM entities WHERE article = (SELECT key FROM articles WHERE id = ?) ORDER BY ordinal`,
    ),
    search: one<[string, number], string>(
      `SELECT claims.id FROM sentence_words
       JOIN sentences ON sentences.key = sentence_words.rowid JOIN claims ON claims.sentence = sentences.key
       WHERE sentence_words MATCH ? ORDER BY sentences.words, claims.id LIMIT ?`,
    ),
    skips: rows<[], { readonly origin: string; readonly skip: string }>('SELECT origin, skip FROM skips'),
    skipped: one<[Id], number>('SELECT 1 FROM skips WHERE origin = ?'),
    counts: rows<[], CountsRow>(
      `SELECT (SELECT count(*) FROM articles) AS articles,
              (SELECT coalesce(sum(sentences), 0) FROM articles) AS sentences,
              (SELECT count(*) FROM claims) AS claims,
              (SELECT count(*) FROM skips) AS skips`,
    ),
    version: one<[], string>('SELECT sum FROM version'),

    setVersion: rows<[string]>('UPDATE version SET sum = ?'),
    setOrigin: rows<[string, number]>('UPDATE articles SET origin = ? WHERE key = ?'),
    addReader: rows<[string, string, string]>(
      'INSERT OR IGNORE INTO readers (program, model, lexicon) VALUES (?, ?, ?)',
    ),
    reader: one<[string, string, string], number>(
      'SELECT key FROM readers WHERE program = ? AND model = ? AND lexicon = ?',
    ),
    addArticle: rows<[string, string, number, number, string, string, string]>(
      'INSERT INTO articles (id, origin, reader, sentences, hash, article, ledger) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    addSentence: rows<[number, number]>('INSERT INTO sentences (article, words) VALUES (?, ?)'),
    addWords: rows<[number, string]>('INSERT INTO sentence_words (rowid, words) VALUES (?, ?)'),
    addClaim: rows<[string, number, number, number, string]>(
      'INSERT INTO claims (id, article, ordinal, sentence, claim) VALUES (?, ?, ?, ?, ?)',
    ),
    addEntity: rows<[number, number, string]>('INSERT INTO entities (article, ordinal, entity) VALUES (?, ?, ?)'),
    dropWords: rows<[number]>(
      'DELETE FROM sentence_words WHERE rowid IN (SELECT key FROM sentences WHERE article = ?)',
    ),
    dropArticle: rows<[number]>('DELETE FROM articles WHERE key = ?'),
    addSkip: rows<[string, string]>('INSERT OR REPLACE INTO skips (origin, skip) VALUES (?, ?)'),
    dropSkip: rows<[string]>('DELETE FROM skips WHERE origin = ?'),
  }
}

export type Statements = ReturnType<typeof statements>
