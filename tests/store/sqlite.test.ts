import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asArticleId, type ErrorCode } from '../../src/model/index.ts'
import { memoryStore, openSqliteStore } from '../../src/store/index.ts'
import { storeContract } from './contract.ts'
import { simpleReading } from './readings.ts'
import { scripts, stateOf, take } from './state.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A path at which nothing is yet. */
const fresh = (): string => join(folder, `${files++}.db`)

/** A file with two articles and a skip in it. */
function filled(): string {
  const path = fresh()
  const store = openSqliteStore(path, { create: true })
  store.put(simpleReading('a', ['Russia bombed Idlib', 'Putin said THE word']))
  store.put(simpleReading('b', ['Russia bombed Köln']))
  store.skip({ origin: 'c.txt', code: 'not-text', message: 'no', detail: {} })
  store.close()
  return path
}

function stateAt(path: string) {
  const store = openSqliteStore(path, { readonly: true })
  const state = stateOf(store)
  store.close()
  return state
}

/** Changes a file past the store. */
function alter(path: string, sql: string): void {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}

/** An error of this code whose message begins with the path and ends with a hint. */
const saying = (code: ErrorCode, path: string) =>
  expect.objectContaining({
    code,
    detail: expect.objectContaining({ where: path, hint: expect.stringMatching(/\.$/) }),
  })

function errorOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

const more = simpleReading('c', ['Idlib said more'])

storeContract('openSqliteStore', () => openSqliteStore(fresh(), { create: true }), 25)

describe('openSqliteStore', () => {
  it('does what the memory store does, whatever is done to both, and keeps it', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const path = fresh()
        const sqlite = openSqliteStore(path, { create: true })
        const memory = memoryStore()
        for (const step of script) expect(take(sqlite, step)).toEqual(take(memory, step))
        const state = stateOf(sqlite)
        expect(JSON.stringify(state)).toBe(JSON.stringify(stateOf(memory)))
        sqlite.close()
        expect(stateAt(path)).toEqual(state)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves one file behind, with nothing of what was removed', () => {
    const path = filled()
    const store = openSqliteStore(path)
    for (const id of ['a', 'b']) store.remove(asArticleId(id))
    store.close()
    expect([existsSync(path), existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([true, false, false])
    const db = new Database(path, { readonly: true })
    const rows = ['articles', 'sentences', 'claims', 'entities'].map((table) =>
      db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    expect(rows).toEqual([0, 0, 0, 0])
    expect(db.prepare(`SELECT count(*) FROM sentence_words WHERE sentence_words MATCH 'bombed'`).pluck().get()).toBe(0)
    db.close()
  })

  it('writes a reading whole or not at all', () => {
    const path = filled()
    const before = stateAt(path)
    // Entities are written last: claims and words have been replaced by then.
    alter(path, `CREATE TRIGGER stop BEFORE INSERT ON entities BEGIN SELECT RAISE(ABORT, 'stop'); END`)
    const store = openSqliteStore(path)
    const next = simpleReading('a', ['Idlib said more'], { origin: 'c.txt' })
    expect(() => store.put(next)).toThrow('stop')
    expect(stateOf(store)).toEqual(before)
    store.close()
    alter(path, 'DROP TRIGGER stop')
    const again = openSqliteStore(path)
    expect(again.put(next)).toBe('replaced')
    again.close()
    expect(stateAt(path)).not.toEqual(before)
  })

  it('is as it was after a process was killed while it wrote', () => {
    const path = filled()
    const before = stateAt(path)
    // A cache of few pages makes it write to the log before the end of the transaction.
    const script = `
      const db = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))})(${JSON.stringify(path)})
      db.pragma('cache_size = 2')
      db.exec('BEGIN IMMEDIATE; DELETE FROM articles; CREATE TABLE junk (x)')
      for (let i = 0; i < 500; i++) db.prepare('INSERT INTO junk VALUES (?)').run('x'.repeat(4000))
      process.kill(process.pid, 'SIGKILL')`
    expect(spawnSync(process.execPath, ['-e', script]).signal).toBe('SIGKILL')
    expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(1_000_000)
    expect(stateAt(path)).toEqual(before)
    const store = openSqliteStore(path)
    expect(store.put(more)).toBe('added')
    store.close()
  })

  it('shows readers what is written, article by article', () => {
    const path = filled()
    const [reader, writer] = [openSqliteStore(path, { readonly: true }), openSqliteStore(path)]
    const list = reader.articles()[Symbol.iterator]()
    expect(list.next().value?.article.id).toBe('a')
    const version = reader.version()
    expect(writer.put(more)).toBe('added')
    expect(list.next().value?.article.id).toBe('b')
    expect(list.next().done).toBe(true)
    expect(reader.version()).toBe(writer.version())
    expect(reader.version()).not.toBe(version)
    expect(reader.article(more.article.id)?.article).toEqual(more.article)
    for (const store of [reader, writer]) store.close()
  })

  it('says when another process is writing, and still reads', () => {
    const path = filled()
    const before = stateAt(path)
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE; DELETE FROM skips')
    const store = openSqliteStore(path, { busyTimeout: 20 })
    expect(errorOf(() => store.put(more))).toEqual(saying('store-busy', path))
    expect(errorOf(() => store.remove(asArticleId('a')))).toEqual(saying('store-busy', path))
    expect(stateOf(store)).toEqual(before)
    other.exec('ROLLBACK')
    other.close()
    expect(store.put(more)).toBe('added')
    store.close()
  })

  it('writes nothing when opened for reading alone', () => {
    const path = filled()
    const before = stateAt(path)
    const store = openSqliteStore(path, { readonly: true, create: true })
    expect(errorOf(() => store.put(more))).toEqual(saying('store-failed', path))
    expect(errorOf(() => store.remove(asArticleId('a')))).toEqual(saying('store-failed', path))
    expect(errorOf(() => store.skip({ origin: 'x', code: 'not-text', message: '', detail: {} }))).toEqual(
      saying('store-failed', path),
    )
    expect(stateOf(store)).toEqual(before)
    store.close()
  })

  it('goes on with a file whose making was cut short', () => {
    const path = fresh()
    writeFileSync(path, '')
    alter(path, 'PRAGMA journal_mode = WAL')
    const store = openSqliteStore(path, { create: true })
    expect(store.put(more)).toBe('added')
    store.close()
  })

  it('brings an older file up to date, but not when it is opened for reading alone', () => {
    const path = fresh()
    alter(path, `PRAGMA application_id = ${0x77697265}`)
    expect(errorOf(() => openSqliteStore(path, { readonly: true }))).toEqual(saying('store-failed', path))
    const store = openSqliteStore(path)
    expect(store.put(more)).toBe('added')
    store.close()
  })

  const other = (sql: string) => (path: string) => alter(path, sql)
  const refused: readonly (readonly [what: string, code: ErrorCode, make: (path: string) => void])[] = [
    [
      'a file of a newer wiregraph',
      'newer-store',
      (path) => alter(path, `PRAGMA application_id = ${0x77697265}; PRAGMA user_version = 99`),
    ],
    ['a database of another program', 'bad-store', other('CREATE TABLE notes (x); INSERT INTO notes VALUES (1)')],
    ['a database with another mark', 'bad-store', other('PRAGMA application_id = 7')],
    ['a short text', 'bad-store', (path) => writeFileSync(path, 'hello')],
    ['a long text', 'bad-store', (path) => writeFileSync(path, 'Russian jets bombed Idlib. '.repeat(900))],
    ['a folder', 'bad-store', (path) => mkdirSync(path)],
  ]
  it.each(refused)('refuses %s (%s) and leaves it as it was', (_, code, make) => {
    const path = fresh()
    make(path)
    const bytes = () => (code === 'bad-store' && !existsSync(join(path, '.')) ? readFileSync(path) : null)
    const before = bytes()
    for (const options of [{ readonly: true }, { create: true }, {}]) {
      expect(errorOf(() => openSqliteStore(path, options))).toEqual(saying(code, path))
    }
    expect(bytes()).toEqual(before)
  })

  it('refuses an empty file unless it may make one', () => {
    const path = fresh()
    writeFileSync(path, '')
    for (const options of [{}, { readonly: true, create: true }]) {
      expect(errorOf(() => openSqliteStore(path, options))).toEqual(saying('bad-store', path))
    }
    expect(readFileSync(path).length).toBe(0)
    openSqliteStore(path, { create: true }).close()
    expect(stateAt(path).articles).toEqual([])
  })

  it('finds nothing where there is no file, and makes none', () => {
    const path = fresh()
    for (const options of [{}, { readonly: true }, { readonly: true, create: true }]) {
      expect(errorOf(() => openSqliteStore(path, options))).toEqual(saying('not-found', path))
    }
    expect(existsSync(path)).toBe(false)
    const deep = join(folder, 'no', 'such.db')
    expect(errorOf(() => openSqliteStore(deep, { create: true }))).toEqual(saying('not-found', join(folder, 'no')))
  })

  it.skipIf(process.platform === 'win32')('takes a path for a path, whatever it looks like', () => {
    const before = process.cwd()
    process.chdir(folder)
    try {
      for (const path of [':memory:', 'file:news.db?mode=memory']) {
        openSqliteStore(path, { create: true }).close()
        expect(existsSync(join(folder, path))).toBe(true)
      }
    } finally {
      process.chdir(before)
    }
  })

  it('says when a file is damaged', () => {
    const path = filled()
    const bytes = readFileSync(path)
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xa5)]))
    const use = () => stateAt(path)
    expect(errorOf(use)).toEqual(saying('bad-store', path))
  })
})
