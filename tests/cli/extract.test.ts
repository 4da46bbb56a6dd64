import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rows, wiregraph } from './console.ts'

const INPUT = [
  { id: 'x2', text: 'Russian warplanes bombed Idlib on Sunday.', date: '2015-10-04', publisher: 'Sample Wire' },
  { id: 'x1', text: 'Sergey Lavrov said Turkey had attacked Syria.' },
]
const input = INPUT.map((row) => `${JSON.stringify(row)}\n`).join('')
const extract = (...flags: string[]) => wiregraph(['extract', '-', ...flags], { input })

const KEYS = {
  claim: [
    'id',
    'type',
    'mode',
    'predicate',
    'source',
    'target',
    'place',
    'when',
    'polarity',
    'modality',
    'attribution',
    'sentence',
    'quote',
    'rule',
    'confidence',
  ],
  party: ['text', 'start', 'end', 'actor', 'label', 'form'],
  attribution: ['level', 'speaker', 'cue', 'content', 'kind'],
}

type Row = Record<string, never>

describe('extract', () => {
  it('writes claims, one line an article, in the order of the input', async () => {
    const { code, out } = await extract()
    const [first, second] = rows(out) as Row[]
    expect(code).toBe(0)
    expect([first?.id, second?.id]).toEqual(['x2', 'x1'])
    expect(first?.article).toEqual({
      title: null,
      publisher: 'Sample Wire',
      published: '2015-10-04',
      basis: 'given',
      url: null,
    })
    const [strike] = (first?.claims ?? []) as unknown as Row[]
    expect(Object.keys(strike ?? {})).toEqual(KEYS.claim)
    expect(strike).toMatchObject({
      type: 'ASSAULT',
      mode: 'aerial',
      predicate: { text: 'bombed', lemma: 'bomb', start: 18, end: 24 },
      source: [{ text: 'Russian warplanes', actor: 'russia', label: 'Russia', form: 'demonym' }],
      target: [{ text: 'Idlib', start: 25, end: 30, actor: 'idlib', form: 'name' }],
      polarity: 'affirmed',
      modality: 'actual',
      attribution: [],
      quote: 'Russian warplanes bombed Idlib on Sunday.',
    })
    expect(Object.keys((strike?.source as unknown as Row[] | undefined)?.[0] ?? {}).sort()).toEqual(
      [...KEYS.party].sort(),
    )
    const said = second?.claims as unknown as { type: string; attribution: Row[] }[]
    const attack = said.find(({ type }) => type === 'ASSAULT')
    expect(Object.keys(attack?.attribution[0] ?? {})).toEqual(KEYS.attribution)
    expect(attack?.attribution[0]).toMatchObject({
      level: 0,
      speaker: { actor: 'sergey-lavrov' },
      cue: { text: 'said' },
    })
  })

  it('writes clauses whose parts are tokens of the sentence', async () => {
    const clause = { sentence: 0, subject: 'Russian warplanes', negated: false }
    const long = await extract('--as', 'clauses')
    const whole = { ...clause, predicate: 'bombed', arguments: ['Idlib', 'on Sunday'] }
    expect(rows(long.out)[0]).toMatchObject({ id: 'x2', clauses: [whole] })
    const short = await extract('--as', 'clauses', '--arguments', 'short')
    const parts = [
      { ...clause, predicate: 'bombed', arguments: ['Idlib'] },
      { ...clause, predicate: 'bombed Idlib on', arguments: ['Sunday'] },
    ]
    expect(rows(short.out)[0]).toMatchObject({ id: 'x2', clauses: parts })
  })

  it('writes who says what', async () => {
    const { out } = await extract('--as', 'quotes')
    const quotes = [
      {
        source: { text: 'Sergey Lavrov', start: 0, end: 13 },
        cue: { text: 'said', start: 14, end: 18 },
        kind: 'indirect',
      },
    ]
    expect(rows(out)[1]).toMatchObject({ id: 'x1', quotes })
  })

  it('writes names and their kinds', async () => {
    const { out } = await extract('--as', 'entities')
    expect(rows(out)[0]).toMatchObject({
      entities: [
        { text: 'Russian', kind: 'state', form: 'demonym', actor: 'russia', cluster: 0 },
        { text: 'Idlib', kind: 'place', form: 'name', actor: 'idlib', cluster: 1 },
      ],
    })
  })

  it('writes words in ten columns, every character in one of them', async () => {
    const { out } = await extract('--as', 'conllu')
    const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of lines) expect(line.split('\t')).toHaveLength(10)
    const words = lines.map((line) => line.split('\t')[1]).join('')
    expect(words).toBe(INPUT.map(({ text }) => text.replace(/\s/gu, '')).join(''))
  })

  it('reads any file that build reads', async () => {
    const { code, out } = await wiregraph(['extract', 'seeds/2015-11-24-jet-downed.txt'])
    const [row] = rows(out) as { claims: { quote: string; sentence: { start: number; end: number } }[] }[]
    const text = readFileSync('seeds/2015-11-24-jet-downed.txt', 'utf8')
    expect(code).toBe(0)
    expect(row?.claims.length).toBeGreaterThan(3)
    for (const { quote, sentence } of row?.claims ?? []) expect(text.slice(sentence.start, sentence.end)).toBe(quote)
  })

  it('says so when it is stopped', async () => {
    const abort = new AbortController()
    abort.abort()
    const { code, said } = await wiregraph(['extract', '-'], { input, signal: abort.signal })
    expect([code, said]).toEqual([1, 'Stopped before the end.'])
  })
})
