import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from '../../src/eval/assignment.ts'
import { type Chain, scoreChains } from '../../src/eval/chains.ts'

/** "ABC DE": two chains, a letter a mention. */
const chains = (text: string): readonly Chain[] =>
  text.split(' ').flatMap((letters) => (letters === '' ? [] : [new Set(letters)]))
const scored = (gold: string, ours: string) => scoreChains([{ gold: chains(gold), ours: chains(ours) }])

describe('chains are scored as in the papers:', () => {
  it.each([
    // Vilain et al. 1995, section 3: what is joined in other ways is right all the same, one link too few is 2 of 3
    ['ABCD', 'ABCD', 1, 1],
    ['ABCD', 'AB CD', 1, 2 / 3],
    ['AB CD', 'ABCD', 2 / 3, 1],
    ['ABCD', 'ABC', 1, 2 / 3],
    ['ABC', 'ABCD', 2 / 3, 1],
    ['ABCD EFG', 'ABCEFG', 4 / 5, 4 / 5],
  ])('MUC, gold %s, ours %s', (gold, ours, p, r) => {
    const { muc } = scored(gold, ours)
    expect(muc.p).toBeCloseTo(p)
    expect(muc.r).toBeCloseTo(r)
  })

  it.each([
    // Bagga & Baldwin 1998, section 3: joining two small chains costs less than joining two large ones
    ['ABCDE FG HIJKL', 'ABCDE FGHIJKL', 16 / 21, 1],
    ['ABCDE FG HIJKL', 'ABCDEHIJKL FG', 7 / 12, 1],
    // a mention that only one side has
    ['AB', 'ABC', 4 / 9, 1],
    ['ABC', 'AB', 1, 4 / 9],
  ])('B³, gold %s, ours %s', (gold, ours, p, r) => {
    const { b3 } = scored(gold, ours)
    expect(b3.p).toBeCloseTo(p)
    expect(b3.r).toBeCloseTo(r)
  })

  it.each([
    // Luo 2005, table 1: the same gold, and four answers, of which the last puts everything together
    ['ABCDE FG HIJKL', 'ABCDE FGHIJKL', (1 + 10 / 12) / 2, (1 + 10 / 12) / 3],
    ['ABCDE FG HIJKL', 'ABCDEHIJKL FG', (1 + 10 / 15) / 2, (1 + 10 / 15) / 3],
    ['ABCDE FG HIJKL', 'ABCDEFGHIJKL', 10 / 17, 10 / 17 / 3],
  ])('CEAF-e, gold %s, ours %s', (gold, ours, p, r) => {
    const { ceafe } = scored(gold, ours)
    expect(ceafe.p).toBeCloseTo(p)
    expect(ceafe.r).toBeCloseTo(r)
  })

  it('takes the mean of the three, sums over articles, and leaves single mentions out', () => {
    const { muc, b3, ceafe, conll } = scored('ABCD', 'AB CD')
    expect(conll).toBeCloseTo((muc.f1 + b3.f1 + ceafe.f1) / 3)
    const apart = [
      { gold: chains('ABCD'), ours: chains('AB CD') },
      { gold: chains('AB'), ours: chains('AB') },
    ]
    expect(scoreChains(apart).muc.r).toBeCloseTo(3 / 4)
    expect(scored('ABC D', 'ABC E F')).toEqual(scored('ABC', 'ABC'))
    expect(scored('ABC', 'ABC').conll).toBe(1)
  })

  it.each([
    ['', ''],
    ['AB', ''],
    ['', 'AB'],
    ['AB', 'CD'],
  ])('gives nothing for nothing: gold %j, ours %j', (gold, ours) => {
    expect(scored(gold, ours).conll).toBe(0)
  })
})

describe('the best assignment', () => {
  it('is not that of the best pairs first', () => {
    expect(
      bestAssignment([
        [9, 8],
        [8, 1],
      ]),
    ).toEqual([1, 0])
  })

  const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

  it('is as good as the best of all', () => {
    fc.assert(
      fc.property(matrix, (weights) => {
        const found = bestAssignment(weights)
        const columns = found.filter((column) => column >= 0)
        expect(new Set(columns).size).toBe(columns.length)
        expect(columns).toHaveLength(Math.min(weights.length, weights[0]!.length))
        const total = found.reduce((sum, column, row) => sum + (column < 0 ? 0 : weights[row]![column]!), 0)
        expect(total).toBe(best(weights, new Set()))
      }),
    )
  })
})

/** The greatest sum, by trying everything. */
function best([row, ...others]: readonly (readonly number[])[], taken: ReadonlySet<number>): number {
  if (!row) return 0
  const free = row.flatMap((weight, column) => (taken.has(column) ? [] : [{ weight, column }]))
  const sums = free.map(({ weight, column }) => weight + best(others, new Set([...taken, column])))
  return Math.max(best(others, taken), ...sums)
}
