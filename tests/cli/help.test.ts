import { describe, expect, it } from 'vitest'
import { wiregraph } from './console.ts'

const COMMANDS = ['start', 'build', 'extract', 'explain', 'query', 'export', 'serve', 'codebook', 'eval']

describe('help', () => {
  it('lists every command', async () => {
    const { code, out } = await wiregraph(['--help'])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'mu'))
  })

  it.each([...COMMANDS, 'query neighborhood', 'query paths', 'query claims', 'query actors', 'query ledger'])(
    'has a page for %s',
    async (command) => {
      const { code, out, said } = await wiregraph([...command.split(' '), '--help'])
      expect([code, said]).toEqual([0, ''])
      expect(out).toContain(`Usage: wiregraph ${command}`)
      expect(out).toMatch(/-h, --help/u)
    },
  )

  it('tells the version', async () => {
    expect(await wiregraph(['--version'])).toEqual({ code: 0, out: '0.0.0\n', said: '' })
  })
})

describe('wrong usage ends with 2 and says what is wrong:', () => {
  it.each([
    [['biuld'], /Did you mean build/u],
    [['build'], /missing required argument 'paths'/u],
    [['build', 'x', '--date', '2015-02-30'], /Expected a day as YYYY-MM-DD/u],
    [['export'], /required option '-o, --output <file>'/u],
    [['export', '-o', 'x', '--as', 'docx'], /gexf, graphology/u],
    [['extract', 'x', '--as', 'poem'], /claims, clauses, quotes, entities, conllu/u],
    [['serve', '--port', 'eighty'], /Expected a whole number/u],
    [['serve', '--port', '99999'], /Expected a port from 0 to 65535/u],
    [['build', 'x', '--db', ''], /Expected the name of a file/u],
    [['query', 'neighborhood', 'x', '--types', 'BITE'], /Expected one of AGREE/u],
  ])('%j', async (argv, told) => {
    const { code, out, said } = await wiregraph(argv)
    expect([code, out]).toEqual([2, ''])
    expect(said).toMatch(told)
  })
})

describe('what can be mended ends with 1 and one line:', () => {
  it.each([
    [['build', 'no/such/file.txt', '--db', 'no/such/folder.db'], /no\/such/u],
    [['start', '--out', 'package.json'], /package\.json: The file could not be written: expected a folder/u],
    [['export', '-o', 'x.gexf', '--db', 'no/such.db'], /no\/such\.db/u],
    [['query', 'actors', '--db', 'package.json'], /package\.json: This is not a wiregraph database/u],
    [['explain', 'x', '--lexicon', 'no/such/tables'], /no\/such\/tables/u],
  ])('%j', async (argv, told) => {
    const { code, out, said } = await wiregraph(argv)
    expect([code, out]).toEqual([1, ''])
    expect(said.split('\n').at(-1)).toMatch(/^wiregraph: /u)
    expect(said).toMatch(told)
  })
})
