import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { WiregraphError } from '../../src/model/index.ts'
import { failure } from '../../src/store/failures.ts'

const told = [
  ['SQLITE_BUSY', 'store-busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'store-busy'],
  ['SQLITE_NOTADB', 'bad-store'],
  ['SQLITE_CORRUPT_VTAB', 'bad-store'],
  ['SQLITE_FULL', 'store-failed'],
  ['SQLITE_READONLY_DIRECTORY', 'store-failed'],
  ['SQLITE_CANTOPEN_ISDIR', 'store-failed'],
  ['SQLITE_PERM', 'store-failed'],
  ['SQLITE_IOERR_WRITE', 'store-failed'],
] as const

describe('failure', () => {
  it.each(told)('tells %s as %s', (sqlite, code) => {
    const cause = new Database.SqliteError('message', sqlite)
    const error = failure(cause, 'news.db')
    expect(error).toBeInstanceOf(WiregraphError)
    expect(error).toMatchObject({ code, cause, detail: { where: 'news.db' } })
  })

  it('leaves defects as they are', () => {
    for (const cause of [new TypeError('x'), new Database.SqliteError('x', 'SQLITE_CONSTRAINT_UNIQUE'), 'x']) {
      expect(failure(cause, 'news.db')).toBe(cause)
    }
  })
})
