import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { loadLexicon, openEncoder, openSqliteStore, readArticle, toolsOf } from '../../dist/index.js'
import { articles } from './texts.mjs'

export const title = 'keeping 60 readings in SQLite, a transaction each'
export const reference = 'bare inserts of the same claims, a transaction an article'
export const rounds = 5

const tools = toolsOf(loadLexicon(), await openEncoder(), 'bench')
const readings = []
for (const article of articles(60, 30)) readings.push(await readArticle(article, tools))

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
let round = 0

export function work() {
  const store = openSqliteStore(join(folder, `mine-${round++}.db`), { create: true })
  for (const reading of readings) store.put(reading)
  const { claims } = store.counts()
  store.close()
  return claims
}

export function base() {
  const db = new Database(join(folder, `bare-${round++}.db`))
  db.pragma('journal_mode = WAL')
  db.exec('CREATE TABLE claims (id TEXT PRIMARY KEY, article TEXT, claim TEXT) STRICT')
  const insert = db.prepare('INSERT INTO claims VALUES (?, ?, ?)')
  const put = db.transaction((claims) => {
    for (const claim of claims) insert.run(claim.id, claim.article, JSON.stringify(claim))
  })
  for (const { claims } of readings) put(claims)
  const count = db.prepare('SELECT count(*) FROM claims').pluck().get()
  db.close()
  return count
}
