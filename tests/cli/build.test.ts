import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scratch, wiregraph } from './console.ts'

const SEEDS = readdirSync('seeds')
  .filter((file) => file !== 'README.md')
  .map((file) => join('seeds', file))

/** Builds into a fresh database and writes both exports. */
async function exportsOf(folder: string, name: string, paths: readonly string[]): Promise<readonly string[]> {
  const db = join(folder, `${name}.db`)
  expect((await wiregraph(['build', ...paths, '--db', db])).code).toBe(0)
  const files = ['gexf', 'graphology'].map((format) => [format, join(folder, `${name}.${format}`)] as const)
  for (const [format, file] of files)
    expect((await wiregraph(['export', '--db', db, '--as', format, '-o', file])).code).toBe(0)
  return files.map(([, file]) => readFileSync(file, 'utf8'))
}

describe('build', { timeout: 60_000 }, () => {
  it('reads the seeds, tells what it did, and reads nothing twice', async () => {
    const db = join(scratch(), 'news.db')
    const first = await wiregraph(['build', 'seeds', '--db', db])
    expect(first.code).toBe(0)
    expect(first.said).toMatch(/articles {2}13 \(13 new, 0 changed, 0 as before\)/u)
    expect(first.said).toMatch(/claims {4}\d+: .*ASSAULT \d+/u)
    expect(first.said).toMatch(/skipped {3}nothing/u)
    expect(first.said.match(/\n {2}.+ \((?:reported|claimed|disputed), \d+ claims?\)\n {4}“.+”/gu)).toHaveLength(5)
    const second = await wiregraph(['build', 'seeds', '--db', db])
    expect(second.said).toMatch(/articles {2}13 \(0 new, 0 changed, 13 as before\)/u)
  })

  it('gives equal bytes whatever the order and the place of the files', async () => {
    const folder = scratch()
    const copy = join(folder, 'copy')
    mkdirSync(copy)
    const copies = SEEDS.map((file, at) => join(copy, `${SEEDS.length - at}-${file.slice(6)}`))
    for (const [at, file] of SEEDS.entries()) copyFileSync(file, copies[at] ?? '')
    const once = await exportsOf(folder, 'once', SEEDS)
    expect(await exportsOf(folder, 'again', [...SEEDS].reverse())).toEqual(once)
    const [half, rest] = [SEEDS.slice(7), SEEDS.slice(0, 7)]
    await wiregraph(['build', ...half, '--db', join(folder, 'parts.db')])
    expect(await exportsOf(folder, 'parts', rest)).toEqual(once)
  })

  it('keeps the later of two texts under one id, in whatever order they come', async () => {
    const folder = scratch()
    const row = (date: string, text: string) => `${JSON.stringify({ id: 'same', date, text })}\n`
    const [early, late] = [row('2015-10-01', 'Turkey condemned Syria.'), row('2015-10-02', 'Turkey praised Syria.')]
    const claims = await Promise.all(
      [early + late, late + early].map(async (text, at) => {
        const [file, db] = [join(folder, `${at}.jsonl`), join(folder, `${at}.db`)]
        writeFileSync(file, text)
        const { said } = await wiregraph(['build', file, '--db', db])
        expect(said).toMatch(/articles {2}1 \(1 new/u)
        expect(said).toMatch(/\.jsonl#[12]: Another article bears this id: expected an id of its own, got same, which/u)
        return (await wiregraph(['query', 'claims', '--db', db])).out
      }),
    )
    expect(claims[0]).toMatch(/Turkey SUPPORT Syria/u)
    expect(claims[1]).toBe(claims[0])
  })

  it('carries on after being stopped', async () => {
    const folder = scratch()
    const abort = new AbortController()
    abort.abort()
    const db = join(folder, 'parts.db')
    const stopped = await wiregraph(['build', 'seeds', '--db', db], { signal: abort.signal })
    expect([stopped.code, stopped.said]).toEqual([1, 'Stopped. What was read is kept; the same command carries on.'])
    expect(await exportsOf(folder, 'parts', ['seeds'])).toEqual(await exportsOf(folder, 'once', ['seeds']))
  })

  it('says of each input what is wrong with it, and reads the rest', async () => {
    const folder = scratch()
    const file = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
    mkdirSync(join(folder, 'empty'))
    file('good.txt', 'Russian warplanes bombed Idlib on Sunday. Turkey condemned the attack.')
    file('binary.txt', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]))
    const line = (n: number) => JSON.stringify({ id: `n${n}`, text: `Turkey condemned Syria for the ${n}th time.` })
    file('lines.jsonl', [1, 2, 3, 4, 5, 6].map(line).concat('{"id": "n7", "text": ', line(8)).join('\n'))
    file('page.html', '<!doctype html><html><head><title>Nothing</title></head></html>')
    file('long.jsonl', `${line(20)}\n{"text":"${'x'.repeat(50_000_000)}"}\n${line(21)}\n`)
    const paths = ['no-such.txt', 'empty', 'binary.txt', 'lines.jsonl', 'page.html', 'long.jsonl', 'good.txt']
    const db = join(folder, 'news.db')
    const { code, said } = await wiregraph(['build', ...paths.map((path) => join(folder, path)), '--db', db])
    expect(code).toBe(0)
    expect(said).toMatch(/articles {2}10 /u)
    expect(said).toMatch(/skipped {3}6/u)
    for (const told of [
      /no-such\.txt: No such file/u,
      /empty: Nothing to read here/u,
      /binary\.txt: This is not text/u,
      /lines\.jsonl line 7 column 22: This is not valid JSON/u,
      /page\.html: No article could be found in this page/u,
      /long\.jsonl line 2: This is too large: expected .*10 MB/u,
    ]) {
      expect(said).toMatch(told)
    }
    const ledger = await wiregraph(['query', 'ledger', '--db', db])
    expect(ledger.out.match(/^skipped: /gmu)).toHaveLength(6)
  })

  it('shows no control characters of hostile texts', async () => {
    const folder = scratch()
    const [file, db] = [join(folder, 'a.txt'), join(folder, 'a.db')]
    writeFileSync(file, 'Russian jets bombed \u001b]0;owned\u0007\u001b[31mIdlib. Turkey condemned Russia.')
    const { said } = await wiregraph(['build', file, '--db', db])
    const { out } = await wiregraph(['query', 'claims', '--db', db])
    for (const text of [said, out]) expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
    expect(out).toContain('\\x1b')
  })

  it('leaves no empty database behind when there was nothing to read', async () => {
    const db = join(scratch(), 'new.db')
    expect((await wiregraph(['build', 'no/such/file', '--db', db])).code).toBe(1)
    expect(existsSync(db)).toBe(false)
  })
})
