import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkGexf } from '../export/gexf-checker.ts'
import { againstGrammar } from '../export/schema.ts'
import { linesApart } from '../near.ts'
import { scratch, wiregraph } from './console.ts'

/** What is read out of the seeds, for people to see what a change changes: `UPDATE=1` writes it anew. */
const GOLDEN = 'tests/cli/seeds.golden.txt'

describe('the seeds', { timeout: 60_000 }, () => {
  it('give the claims, cuts and ties that are known, but for one in twenty-five', async () => {
    const db = join(scratch(), 'seeds.db')
    await wiregraph(['build', 'seeds', '--db', db])
    const ask = async (...argv: string[]) => (await wiregraph(['query', ...argv, '--db', db])).out
    const told = [
      await ask('ledger'),
      await ask('claims', '--limit', '500'),
      await ask('actors', '--limit', '500'),
    ].join('\n')
    if (process.env.UPDATE === '1') writeFileSync(GOLDEN, told)
    const golden = readFileSync(GOLDEN, 'utf8')
    expect(linesApart(told, golden)).toBeLessThan(golden.split('\n').length / 25)
  })

  it('give a GEXF that keeps every rule of the importer and of the schema', async () => {
    const folder = scratch()
    const [db, file] = [join(folder, 'seeds.db'), join(folder, 'actors.gexf')]
    await wiregraph(['build', 'seeds', '--db', db])
    const ways = [
      [],
      ['--all'],
      ['--rollup', 'state'],
      ['--no-text'],
      ['--since', '2016-01-01'],
      ['--as', 'gexf-events'],
      ['--as', 'gexf-events', '--all', '--rollup', 'state', '--no-text'],
    ]
    for (const flags of ways) {
      expect((await wiregraph(['export', '--db', db, '-o', file, ...flags])).code).toBe(0)
      const text = readFileSync(file, 'utf8')
      expect(checkGexf(text)).toEqual([])
      expect(await againstGrammar([text])).toEqual([[]])
      expect(text.includes('quagmire')).toBe(!flags.includes('--no-text') && !flags.includes('--since'))
    }
  })

  it('can be piped, and asked for no time that can not be', async () => {
    const folder = scratch()
    const [db, file] = [join(folder, 'seeds.db'), join(folder, 'actors.gexf')]
    await wiregraph(['build', 'seeds', '--db', db])
    await wiregraph(['export', '--db', db, '-o', file])
    expect((await wiregraph(['export', '--db', db, '-o', '-'])).out).toBe(readFileSync(file, 'utf8'))
    const wrong = await wiregraph(['export', '--db', db, '-o', file, '--since', '2020-01-01', '--until', '2010-01-01'])
    expect([wrong.code, wrong.said]).toEqual([
      1,
      'wiregraph: --since: This request is not right: expected a day up to --until, 2010-01-01, got 2020-01-01.',
    ])
  })
})
