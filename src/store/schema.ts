import type { Database } from 'better-sqlite3'
import { WiregraphError } from '../model/index.ts'
import { notOurs } from './failures.ts'

/** "wire" in ASCII, in the header of every file of ours, https://sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x77697265

/**
 * Each brings a file from the version of its index to the next; the version is kept as `user_version`. What has been
 * released is never changed, only followed by another.
 *
 * JSON columns hold canonical JSON. `sentence_words` is the inverted index alone: a row a sentence that some claim
 * stands in, with the words as `wordsOf` gives them, so that the tokenizer has only spaces left to find. The `ascii`
 * one does just that in every script; `unicode61` would fold and split once more, by its own edition of Unicode.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE version (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    sum TEXT NOT NULL
  ) STRICT;
  INSERT INTO version VALUES (1, '0000000000000000');

  CREATE TABLE readers (
    key INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    model TEXT NOT NULL,
    lexicon TEXT NOT NULL,
    UNIQUE (program, model, lexicon)
  ) STRICT;

  CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    reader INTEGER NOT NULL REFERENCES readers,
    sentences INTEGER NOT NULL,
    hash TEXT NOT NULL,
    article TEXT NOT NULL,
    ledger TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sentences (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    words INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sentences_article ON sentences (article);

  CREATE TABLE claims (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
    claim TEXT NOT NULL,
    type TEXT GENERATED ALWAYS AS (claim ->> '$.type') VIRTUAL,
    UNIQUE (article, ordinal)
  ) STRICT;
  CREATE INDEX claims_sentence ON claims (sentence);

  CREATE TABLE entities (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    entity TEXT NOT NULL,
    id TEXT GENERATED ALWAYS AS (entity ->> '$.id') VIRTUAL,
    PRIMARY KEY (article, ordinal)
  ) STRICT;

  CREATE TABLE skips (
    origin TEXT PRIMARY KEY,
    skip TEXT NOT NULL
  ) STRICT;

  CREATE VIRTUAL TABLE sentence_words USING fts5(
    words, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  `,
]

export interface SchemaOptions {
  readonly path: string
  readonly readonly: boolean
  /** Whether an empty file may be made a store. */
  readonly create: boolean
}

/**
 * Makes an opened file ready for use, and brings an older one up to date in one transaction. A file that is not ours
 * is only looked at.
 * @throws WiregraphError `bad-store`, `newer-store`, or `store-failed` when an older file is opened for reading alone
 */
export function prepareSchema(db: Database, { path, readonly, create }: SchemaOptions): void {
  if (number(db, 'application_id') !== APPLICATION_ID) {
    const empty = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
    if (!empty || number(db, 'application_id') !== 0) throw notOurs(path, 'a SQLite database of another program')
    if (!create || readonly) throw notOurs(path, 'an empty file')
  }
  const version = number(db, 'user_version')
  if (version > MIGRATIONS.length) {
    throw new WiregraphError('newer-store', {
      where: path,
      expected: `version ${MIGRATIONS.length} or older`,
      got: `version ${version}`,
      hint: 'Update wiregraph, or build a new database.',
    })
  }
  if (readonly) {
    if (version === MIGRATIONS.length) return
    throw new WiregraphError('store-failed', {
      where: path,
      expected: `version ${MIGRATIONS.length}`,
      got: `version ${version}, opened for reading alone`,
      hint: 'Open it once for writing, which brings it up to date.',
    })
  }
  db.pragma('journal_mode = WAL')
  // Safe against a killed process; a power cut can cost the last articles, which the next build reads again.
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  if (version < MIGRATIONS.length) db.transaction(() => migrate(db)).immediate()
}

/** Another process may have done it while this one waited for its turn; so the version is read again. */
function migrate(db: Database): void {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  for (const step of MIGRATIONS.slice(number(db, 'user_version'))) db.exec(step)
  db.pragma(`user_version = ${MIGRATIONS.length}`)
}

const number = (db: Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }))
