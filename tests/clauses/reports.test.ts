import { describe, expect, it } from 'vitest'
import { cueGroup } from '../../src/clauses/cues.ts'
import { reportsOf } from '../../src/clauses/index.ts'
import type { ReportSignals } from '../../src/encoder/index.ts'
import { loadLexicon } from '../../src/lexicon/index.ts'
import type { Quotation } from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'
import { madeTree, textOf } from '../syntax/made.ts'

const lexicon = loadLexicon()

describe('the group of a cue', () => {
  const groupOf = (words: string, from = 1, to = from): string | null => {
    const { tokens } = madeTree(words)
    return cueGroup(lexicon, tokens.slice(from, to + 1), tokens)
  }

  it.each([
    ['of its verb', 'Turkey/NNP/nsubj>1 warned~warn/VBD/root Russia/NNP/obj>1', 'warn'],
    [
      'of its verb with what follows',
      'Turkey/NNP/nsubj>1 warned~warn/VBD/root Russia/NNP/obj>1 against/IN/case>4 raids/NNS/obl>1',
      'warn-off',
    ],
    ['of a particle', 'Russia/NNP/nsubj>1 ruled~rule/VBD/root out/RP/compound:prt>1 war/NN/obj>1', 'deny'],
    [
      'of no word further away than an addressee',
      `Turkey/NNP/nsubj>1 warned~warn/VBD/root ${'a/DT/det>1 '.repeat(7)}against/IN/case>1`,
      'warn',
    ],
    ['of words before it', 'against/IN/case>1 warned~warn/VBD/root Russia/NNP/obj>1', 'warn'],
    ['of no verb of the tables', 'Turkey/NNP/nsubj>1 slept~sleep/VBD/root', null],
  ])('is that %s', (_, words, group) => {
    expect(groupOf(words)).toBe(group)
  })

  it('may be that of a phrase without a verb', () => {
    expect(groupOf('According/IN/case>2 to/IN/fixed>0 Iran/NNP/root', 0, 1)).toBe('say')
    expect(groupOf('Close/IN/case>2 to/IN/fixed>0 Iran/NNP/root', 0, 1)).toBeNull()
  })
})

describe('a report', () => {
  const tree = madeTree(
    'Iran/NNP/nsubj>1 said~say/VBD/root “/,/punct>4 we/PRP/nsubj>4 left~leave/VBD/ccomp>1 ”/,/punct>4 ././punct>1',
  )
  const text = textOf(tree)
  const signal = (probability: number): ReportSignals => ({
    sentence: 0,
    first: 1,
    last: 1,
    probability,
    scores: [
      {
        sentence: 0,
        from: 0,
        source: Float32Array.from([9, -9, -9, -9, -9, -9, -9]),
        content: Float32Array.from([-9, -9, -9, 9, 9, -9, -9]),
      },
    ],
  })
  const read = (probability: number, quotations: readonly Quotation[] = []) =>
    reportsOf(articleOf(text), [tree], [signal(probability)], quotations, lexicon)

  it('has its words, and the group of its cue', () => {
    const [report] = read(0.9)
    expect(report?.source).toEqual({ text: 'Iran', start: 0, end: 4, head: 0, marker: null })
    expect(report?.cue).toEqual({ text: 'said', start: 5, end: 9, group: 'say' })
    expect(report?.content.map(({ text: words }) => words)).toEqual(['we left'])
  })

  it('is left out where the cue is not sure', () => {
    expect(read(0.1)).toEqual([])
    expect(read(0.9)).toHaveLength(1)
  })

  it('is direct where most of what is said stands in quotation marks', () => {
    const kindOf = (end: number) => read(0.9, [{ start: 10, end, closed: true }])[0]?.kind
    expect(read(0.9)[0]?.kind).toBe('indirect')
    expect(kindOf(20)).toBe('direct')
    expect(kindOf(11)).toBe('indirect')
  })
})
