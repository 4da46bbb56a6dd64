import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsedTokens } from '../../src/cli/gold-tokens.ts'
import type { Encoder } from '../../src/encoder/index.ts'
import { scratch, wiregraph } from './console.ts'

const FILE = `# newdoc id = d1
# newpar = x
# sent_id = d1-1
# text = They didn't hit Idlib.
1	They	?	NOUN	?	Number=Plur	4	dep	4:dep	Entity=(1)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	?	_	_	_	_	_	_	_
3	n't	?	_	_	_	_	_	_	_
4	hit	?	_	_	_	_	_	_	_
4.1	really	_	_	_	_	_	_	4:advmod	_
5	Idlib	?	_	_	_	_	_	_	SpaceAfter=No
6	.	?	_	_	_	_	_	_	_

# a comment
1	New York	_	_	_	_	_	_	_	_

# newdoc
1	They	_	_	_	_	_	_	_	_
2	left	_	_	_	_	_	_	_	_
`
const gold = (...flags: string[]) => ['extract', '--gold-tokens', ...flags]
const rowsOf = (text: string) => text.split('\n').map((line) => line.split('\t'))

/** Says of every word that it hangs on the one before, and keeps what it was asked to read. */
function listener() {
  const asked: { readonly words: readonly string[]; readonly starts: readonly boolean[] }[] = []
  const encoder: Encoder = {
    name: 'none',
    async read(sentences, starts) {
      asked.push({ words: sentences.map(({ tokens }) => tokens.map(({ text }) => text).join(' ')), starts })
      const signals = sentences.map(({ tokens }) => ({
        words: tokens.length,
        arcs: new Float32Array(tokens.length * (tokens.length + 1)).map((_, at) => +(at % (tokens.length + 2) === 0)),
        upos: tokens.map(() => 'X'),
        xpos: tokens.map(() => 'FW'),
        mentions: [],
        relation: () => 'dep',
      }))
      return { sentences: signals, reports: [] }
    },
  }
  return { asked, encoder }
}

async function heard(text: string, step = 7) {
  const { asked, encoder } = listener()
  const bytes = Buffer.from(text)
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  })()
  const documents: string[] = []
  for await (const document of parsedTokens(chunks, 'f.conllu', encoder)) documents.push(document)
  return { asked, documents }
}

describe('extract --gold-tokens', { timeout: 30_000 }, () => {
  it('writes trees over the words of a file and leaves the rest as it stands', async () => {
    const path = join(scratch(), 'a.conllu')
    writeFileSync(path, FILE)
    const { code, out, said } = await wiregraph(gold(path))
    expect([code, said]).toEqual([0, ''])
    expect(await wiregraph([...gold('-'), '--as', 'conllu'], { input: FILE })).toEqual({ code, out, said })
    const [before, after] = [rowsOf(`${FILE}\n`), rowsOf(out)]
    expect(after).toHaveLength(before.length)
    for (const [at, row] of after.entries()) {
      const isWord = /^\d+$/u.test(row[0]!)
      const kept = [0, 1, 9]
      expect(isWord ? kept.map((column) => row[column]) : row).toEqual(
        isWord ? kept.map((column) => before[at]![column]) : before[at],
      )
      if (isWord) expect([row[5], row[8]]).toEqual(['_', '_'])
    }
    const words = after.filter(([id]) => /^\d+$/u.test(id!))
    expect(words.slice(0, 6).map((row) => row.slice(2, 5).concat(row.slice(6, 8)).join(' '))).toEqual([
      'they PRON PRP 4 nsubj',
      'do AUX VBD 4 aux',
      'not PART RB 4 advmod',
      'hit VERB VB 0 root',
      expect.stringMatching(/^Idlib \w+ \w+ 4 obj$/u),
      '. PUNCT . 4 punct',
    ])
  })

  it('hands the encoder documents and paragraphs', async () => {
    const word = (form: string) => `1\t${form}${'\t_'.repeat(8)}\n\n`
    const text = `${word('a')}# newpar\n${word('b')}# newpar_block = p\n${word('c')}# newdoc\n${word('d')}#newdoc id = x\n${word('e')}${word('f')}`
    const { asked, documents } = await heard(text)
    expect(asked).toEqual([
      { words: ['a', 'b', 'c'], starts: [false, true, false] },
      { words: ['d'], starts: [true] },
      { words: ['e', 'f'], starts: [true, false] },
    ])
    expect(documents.map((document) => document.match(/^1\t.*$/gmu)?.length)).toEqual([3, 1, 2])
  })

  it('takes any line ends, blank lines and pieces', async () => {
    const { documents } = await heard(FILE)
    const text = documents.join('')
    for (const other of [
      FILE.trimEnd(),
      FILE.replaceAll('\n', '\r\n'),
      FILE.replaceAll('\n\n', '\n \n\n\n'),
      `\ufeff${FILE}\n\n`,
    ])
      expect((await heard(other, 1)).documents.join('')).toBe(text)
    expect((await heard(FILE, 10_000)).documents.join('')).toBe(text)
  })

  it('reads a long document in parts', async () => {
    const words = Array.from({ length: 100 }, (_, at) => `${at + 1}\tx${'\t_'.repeat(8)}\n`).join('')
    const { asked, documents } = await heard(`${words}\n`.repeat(401), 65_536)
    expect(asked.map((each) => each.words.length)).toEqual([200, 200, 1])
    expect(documents.join('').match(/^1\t/gmu)).toHaveLength(401)
  })

  const row = (id: string | number, form = 'x') => `${id}\t${form}${'\t_'.repeat(8)}\n`
  const many = Array.from({ length: 2001 }, (_, at) => row(at + 1)).join('')
  it.each([
    ['nothing', '\n\n', /^f\.conllu: Nothing to read here: expected sentences as CoNLL-U\.$/u],
    ['text', 'Jets hit Idlib.', /^f\.conllu line 1: This is not CoNLL-U: expected ten columns .*, got 1\./u],
    ['too few columns', `${row(1)}2\tx\t_\n`, /^f\.conllu line 2: .*expected ten columns .*, got 3\./u],
    ['too many columns', `# c\n${row(1).trimEnd()}\t_\n`, /^f\.conllu line 2: .*expected ten columns .*, got 11\./u],
    ['a word left out', `${row(1)}${row(3)}`, /^f\.conllu line 2: .*expected 2 as the id of the next word, got "3"/u],
    ['an id of another kind', row('1a\u001b'), /^f\.conllu line 1: .*expected 1 as the id .*, got "1a\\u001b"/u],
    ['no word', row(1, ''), /^f\.conllu line 1: .*expected a word in the second column, got none/u],
    ['comments alone', `${row(1)}\n# end\n\n${row(1)}`, /^f\.conllu line 4: .*expected words after the comments/u],
    [
      'a sentence too long',
      `${row(1)}\n${many}`,
      /^f\.conllu line 2003: This is too large: expected at most 2000 words/u,
    ],
    [
      'a line too long',
      `# ${'x'.repeat(1_000_000)}`,
      /^f\.conllu line 1: This is too large: expected lines of at most 1 MB/u,
    ],
  ])('refuses %s', async (_, input, told) => {
    await expect(heard(input, 65_536)).rejects.toThrow(told)
  })

  it('refuses bytes that are no UTF-8, and a file that is not there', async () => {
    const folder = scratch()
    const path = join(folder, 'a.conllu')
    writeFileSync(path, Buffer.concat([Buffer.from(`${row(1)}\n# `), Buffer.from([0xff, 0x0a])]))
    expect((await wiregraph(gold(path))).said).toMatch(/a\.conllu line 3: This is not text: expected UTF-8/u)
    expect((await wiregraph(gold(join(folder, 'b.conllu')))).said).toMatch(/b\.conllu: No such file/u)
    expect((await wiregraph(gold(folder))).said).toMatch(/: This file can’t be read: got EISDIR/u)
  })

  it('prints what came before a fault', async () => {
    const { code, out, said } = await wiregraph(gold('-'), { input: `${row(1)}\n# newdoc\n${row(1)}\n${row(2)}` })
    expect(code).toBe(1)
    expect(out.match(/^1\tx\t/gmu)).toHaveLength(1)
    expect(said).toMatch(/^wiregraph: - line 6: This is not CoNLL-U: /u)
  })

  it('says so when it is stopped', async () => {
    const abort = new AbortController()
    abort.abort()
    const { code, out, said } = await wiregraph(gold('-'), { input: FILE, signal: abort.signal })
    expect([code, out, said]).toEqual([1, '', 'Stopped before the end.'])
  })

  it.each([
    [[...gold('x'), '--as', 'claims'], /--gold-tokens prints trees: expected --as conllu, got --as claims/u],
    [[...gold('x'), 'y'], /--gold-tokens reads no other files/u],
    [[...gold('x'), '--date', '2015-10-01'], /'--gold-tokens <file>' cannot be used with option '--date <date>'/u],
    [['extract'], /missing required argument 'paths'/u],
  ])('%j is wrong usage', async (argv, told) => {
    const { code, out, said } = await wiregraph(argv)
    expect([code, out]).toEqual([2, ''])
    expect(said).toMatch(told)
  })
})
