import Database from 'better-sqlite3'
import { type ErrorCode, type ErrorDetail, WiregraphError } from '../model/index.ts'

interface Failure {
  /** Start of SQLite's extended result code, https://sqlite.org/rescode.html */
  readonly when: string
  readonly code: ErrorCode
  readonly got: string
  readonly hint: string
}

const FAILURES: readonly Failure[] = [
  {
    when: 'SQLITE_BUSY',
    code: 'store-busy',
    got: 'no turn to write in time',
    hint: 'Wait until the other process has ended, then try again.',
  },
  {
    when: 'SQLITE_NOTADB',
    code: 'bad-store',
    got: 'a file of another kind',
    hint: 'Name another file, or one that does not exist yet.',
  },
  {
    when: 'SQLITE_CORRUPT',
    code: 'bad-store',
    got: 'a damaged database',
    hint: 'Take it from a backup, or build it again from the articles.',
  },
  {
    when: 'SQLITE_FULL',
    code: 'store-failed',
    got: 'a full disk',
    hint: 'Make room and try again; what was kept before is safe.',
  },
  {
    when: 'SQLITE_READONLY',
    code: 'store-failed',
    got: 'a database that can only be read',
    hint: 'SQLite writes beside a database even to read it: see that its file and folder are not write-protected, or copy it to a folder of yours.',
  },
  {
    when: 'SQLITE_CANTOPEN',
    code: 'store-failed',
    got: 'a file that could not be opened',
    hint: 'See that you may read and write the file and its folder; SQLite keeps two files beside it.',
  },
  {
    when: 'SQLITE_PERM',
    code: 'store-failed',
    got: 'no permission',
    hint: 'See that you may read and write the file and its folder.',
  },
  {
    when: 'SQLITE_IOERR',
    code: 'store-failed',
    got: 'an error of the disk or its driver',
    hint: 'See that the disk is there and in order; what was kept before is safe.',
  },
]

/** What SQLite threw, told in the words of this program. What is none of its known failures is a defect and stays as it is. */
export function failure(cause: unknown, where: string): unknown {
  if (!(cause instanceof Database.SqliteError)) return cause
  const known = FAILURES.find(({ when }) => cause.code === when || cause.code.startsWith(`${when}_`))
  if (known === undefined) return cause
  return new WiregraphError(known.code, { where, got: known.got, hint: known.hint }, { cause })
}

/** Says no to a file that is not ours. */
export const notOurs = (where: string, got: string): WiregraphError =>
  new WiregraphError('bad-store', { where, got, hint: 'Name another file, or one that does not exist yet.' })

export const closed = (where: string): WiregraphError => {
  const detail: ErrorDetail = { where, expected: 'an open store', got: 'one that was closed' }
  return new WiregraphError('store-failed', detail)
}
