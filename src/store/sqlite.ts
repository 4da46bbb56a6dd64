import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import {
  type ArticleId,
  asArticleId,
  asClaimId,
  type Claim,
  type Entity,
  type Skip,
  WiregraphError,
} from '../model/index.ts'
import { canonicalJson } from './canonical.ts'
import { checkName, checkReading, heldElsewhere, isKeepable } from './check.ts'
import { closed, failure, notOurs } from './failures.ts'
import {
  moveVersion,
  type Packed,
  type PackedArticle,
  packArticle,
  packReading,
  settle,
  unpackArticle,
  weight,
} from './pack.ts'
import { type Statements, statements } from './rows.ts'
import { prepareSchema } from './schema.ts'
import type { Store } from './store.ts'
import { wordsOf } from './words.ts'

export interface SqliteOptions {
  /** Only reads are wanted: a write is `store-failed`. Default false. */
  readonly readonly?: boolean
  /** Makes the file where there is none (its folder must be there). Default false; without effect when read-only. */
  readonly create?: boolean
  /** How long a write waits for another process to end its own, in milliseconds; default 2000. */
  readonly busyTimeout?: number
}

type Db = InstanceType<typeof Database>

/**
 * A store in one SQLite file. Many processes may read it while one writes. Iterating reads article by article: what
 * another process changes meanwhile may be seen or not, never half of an article.
 * @throws WiregraphError `not-found`; `bad-store` for a file that is not ours; `newer-store`; `store-busy`;
 * `store-failed`. Every call of the store may throw the last two.
 */
export function openSqliteStore(path: string, options: SqliteOptions = {}): Store {
  const db = openFile(path, options)
  try {
    prepareSchema(db, { path, readonly: options.readonly ?? false, create: options.create ?? false })
    return storeOver(db, path)
  } catch (cause) {
    db.close()
    throw failure(cause, path)
  }
}

function openFile(path: string, { readonly = false, create = false, busyTimeout = 2000 }: SqliteOptions): Db {
  // An absolute path can't be taken for one of SQLite's own names, such as `:memory:` or `file:`.
  const file = resolve(path)
  const making = create && !readonly
  if (!existsSync(file) && !(making && existsSync(dirname(file)))) {
    const hint = making ? 'Make the folder first.' : 'Build it first, or check the path.'
    throw new WiregraphError('not-found', { where: making ? dirname(path) : path, hint })
  }
  try {
    if (existsSync(file) && statSync(file).isDirectory()) throw notOurs(path, 'a folder')
    return new Database(file, { readonly, fileMustExist: !making, timeout: busyTimeout })
  } catch (cause) {
    throw failure(cause, path)
  }
}

/**
 * The id as a parameter; null, which equals nothing, for one that no row can have. Half a surrogate pair has no UTF-8:
 * it must not reach SQLite as some other id.
 */
const sought = (id: string): string | null => (isKeepable(id) ? id : null)

function storeOver(db: Db, path: string): Store {
  const sql = statements(db)
  const run = <T>(work: () => T): T => {
    if (!db.open) throw closed(path)
    try {
      return work()
    } catch (cause) {
      throw failure(cause, path)
    }
  }
  const write = <T>(work: () => T): T => run(() => db.transaction(work).immediate())
  // Sorted here, since SQLite compares UTF-8 bytes, which is another order than that of code units.
  const ids = (): readonly ArticleId[] => run(() => sql.ids.all().sort().map(asArticleId))

  const store: Store = {
    put(reading) {
      checkReading(reading)
      const next = packReading(reading)
      return write(() => put(sql, next))
    },
    has(article, reader) {
      return run(() => {
        const kept = find(sql, article.id)
        if (kept === null || sql.skipped.get(sought(article.origin)) !== undefined) return false
        const { applied, origin } = settle(kept, packArticle(article, reader))
        return applied === 'unchanged' && origin === kept.origin
      })
    },
    remove(id) {
      return write(() => {
        const kept = find(sql, id)
        if (kept === null) return false
        drop(sql, kept)
        moveBy(sql, -weight(kept))
        return true
      })
    },

    *articles() {
      for (const id of ids()) {
        const found = store.article(id)
        if (found) yield found
      }
    },
    article(id) {
      const found = run(() => find(sql, id))
      return found && unpackArticle(found)
    },
    *claims() {
      for (const id of ids()) yield* store.claimsOf(id)
    },
    claimsOf(id) {
      return run(() => sql.claimsOf.all(sought(id))).map((json) => JSON.parse(json) as Claim)
    },
    claim(id) {
      const json = run(() => sql.claim.get(sought(id)))
      return json === undefined ? null : (JSON.parse(json) as Claim)
    },
    *entities() {
      for (const article of ids()) {
        for (const json of run(() => sql.entitiesOf.all(article))) yield { article, entity: JSON.parse(json) as Entity }
      }
    },
    search(words, limit) {
      return run(() => {
        const wanted = [...new Set(wordsOf(words))]
        if (wanted.length === 0 || !(limit >= 1)) return []
        const most = Math.floor(Math.min(limit, Number.MAX_SAFE_INTEGER))
        return sql.search.all(wanted.map((word) => `"${word}"`).join(' '), most).map(asClaimId)
      })
    },

    skip(skip) {
      checkName('origin', skip.origin)
      write(() => sql.addSkip.run(skip.origin, canonicalJson(skip)))
    },
    skips() {
      const rows = run(() => sql.skips.all())
      return rows.sort((a, b) => (a.origin < b.origin ? -1 : 1)).map(({ skip }) => JSON.parse(skip) as Skip)
    },

    counts: () => run(() => sql.counts.get()!),
    version: () => run(() => sql.version.get()!),
    close() {
      db.close()
    },
  }
  return store
}

type Kept = PackedArticle & { readonly key: number }

function find(sql: Statements, id: ArticleId): Kept | null {
  const row = sql.article.get(sought(id))
  if (row === undefined) return null
  const { program, model, lexicon, ...rest } = row
  return { ...rest, reader: { program, model, lexicon } }
}

function put(sql: Statements, next: Packed) {
  for (const { id } of next.claims) {
    const holder = sql.holder.get(id)
    if (holder !== undefined && holder !== next.id) throw heldElsewhere(id, holder)
  }
  sql.dropSkip.run(next.origin)
  const kept = find(sql, next.id)
  const { applied, origin } = settle(kept, next)
  if (kept !== null && applied === 'unchanged') {
    if (origin === kept.origin) return applied
    sql.setOrigin.run(origin, kept.key)
    moveBy(sql, weight({ ...kept, origin }) - weight(kept))
    return applied
  }
  if (kept !== null) drop(sql, kept)
  add(sql, { ...next, origin })
  moveBy(sql, weight({ ...next, origin }) - (kept === null ? 0n : weight(kept)))
  return applied
}

function add(sql: Statements, packed: Packed): void {
  const { program, model, lexicon } = packed.reader
  sql.addReader.run(program, model, lexicon)
  const reader = sql.reader.get(program, model, lexicon)!
  const { id, origin, sentences, hash, article, ledger } = packed
  const key = Number(sql.addArticle.run(id, origin, reader, sentences, hash, article, ledger).lastInsertRowid)
  const spoken = packed.spoken.map((words) => {
    const sentence = Number(sql.addSentence.run(key, words.length).lastInsertRowid)
    sql.addWords.run(sentence, words.join(' '))
    return sentence
  })
  for (const [ordinal, claim] of packed.claims.entries()) {
    sql.addClaim.run(claim.id, key, ordinal, spoken[claim.sentence]!, claim.json)
  }
  for (const [ordinal, entity] of packed.entities.entries()) sql.addEntity.run(key, ordinal, entity.json)
}

function drop(sql: Statements, { key }: Kept): void {
  sql.dropWords.run(key)
  sql.dropArticle.run(key)
}

const moveBy = (sql: Statements, difference: bigint): void => {
  sql.setVersion.run(moveVersion(sql.version.get()!, difference))
}
