import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanner } from '../../src/syntax/spanning.ts'

const find = spanner()

function treeOf(scores: readonly number[], size: number, finder = find): readonly number[] {
  const heads = new Int32Array(size)
  finder(Float32Array.from(scores), size, heads)
  return [...heads]
}

/** Whether one word is under the root, and each word comes to it. */
function isTree(heads: readonly number[]): boolean {
  const reaches = (word: number): boolean => {
    let at = word
    for (let step = 0; step < heads.length && at >= 0; step++) at = heads[at] ?? Number.NaN
    return at === -1
  }
  return heads.filter((head) => head === -1).length === 1 && heads.every((_, word) => reaches(word))
}

const everyTree = (size: number): readonly (readonly number[])[] => {
  let partial: readonly (readonly number[])[] = [[]]
  for (let word = 0; word < size; word++) {
    partial = partial.flatMap((heads) => Array.from({ length: size + 1 }, (_, head) => [...heads, head - 1]))
  }
  return partial.filter(isTree)
}
const TREES = Array.from({ length: 7 }, (_, size) => everyTree(size))

/** How many arcs have no finite score, and the sum of the others. */
function worth(heads: readonly number[], scores: readonly number[]): readonly [wrong: number, sum: number] {
  const own = heads.map((head, word) => scores[word * (heads.length + 1) + head + 1] ?? Number.NaN)
  const finite = own.filter(Number.isFinite)
  return [own.length - finite.length, finite.reduce((sum, score) => sum + score, 0)]
}

/** What the best tree is worth, by trying each. */
const bestWorth = (scores: readonly number[], size: number): readonly [number, number] =>
  (TREES[size] ?? [])
    .map((heads) => worth(heads, scores))
    .reduce((best, next) => (next[0] < best[0] || (next[0] === best[0] && next[1] > best[1]) ? next : best))

// whole numbers, so that sums are exact and ties are many
const whole = fc.integer({ min: -4, max: 4 })
const broken = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
const score = fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: broken })
const sentence = (size: fc.Arbitrary<number>, one: fc.Arbitrary<number>) =>
  size.chain((words) =>
    fc.tuple(fc.constant(words), fc.array(one, { minLength: words * (words + 1), maxLength: words * (words + 1) })),
  )

/** Scores of a sentence in which some arcs are liked, "0>2 5": word 2 under word 0 has 5, and others have none. */
function liking(size: number, arcs: string): readonly number[] {
  const scores = Array.from({ length: size * (size + 1) }, () => 0)
  for (const [, head, word, liked] of arcs.matchAll(/(-?\d+)>(\d+) (-?\d+)/gu)) {
    scores[Number(word) * (size + 1) + Number(head) + 1] = Number(liked)
  }
  return scores
}

describe('the best tree', () => {
  it.each([
    ['no words', '', []],
    ['one word', '-1>0 -5', [-1]],
    ['best heads that are a tree', '-1>1 5, 1>0 5, 1>2 5', [1, -1, 1]],
    ['a cycle of two words', '1>0 9, 0>1 8, -1>0 2, -1>1 2', [1, -1]],
    ['a cycle that a third word enters', '1>0 9, 0>1 9, -1>2 9, 2>0 3, 2>1 4', [1, 2, -1]],
    ['cycles within cycles', '1>0 9, 0>1 9, 0>2 8, 2>1 8, 2>3 7, 3>0 7, -1>3 3', [3, 0, 0, -1]],
    ['two words that like the root', '-1>0 9, -1>1 8, 1>0 1', [-1, 0]],
    ['words that all like the root', '-1>0 9, -1>1 9, -1>2 9, 2>0 2, 2>1 1', [2, 2, -1]],
  ])('of %s', (_, arcs, expected) => {
    expect(treeOf(liking(expected.length, arcs), expected.length)).toEqual(expected)
  })

  it('is worth as much as any, of up to six words', () => {
    fc.assert(
      fc.property(sentence(fc.integer({ min: 1, max: 6 }), score), ([size, scores]) => {
        const heads = treeOf(scores, size)
        expect(isTree(heads)).toBe(true)
        expect(worth(heads, scores)).toEqual(bestWorth(scores, size))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['any numbers', fc.float()],
    ['few numbers', whole],
    ['numbers far apart', fc.constantFrom(-3e38, -1, 0, 1e-38, 1, 3e38)],
    ['nothing finite', broken],
  ])('is a tree with one word under the root: %s', (_, one) => {
    fc.assert(
      fc.property(sentence(fc.integer({ min: 1, max: 60 }), one), ([size, scores]) => {
        expect(isTree(treeOf(scores, size))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('is a tree where all scores are equal', () => {
    for (let size = 1; size <= 60; size++) {
      for (const same of [0, -7, Number.NaN]) {
        expect(isTree(treeOf(Array(size * (size + 1)).fill(same), size))).toBe(true)
      }
    }
  })

  it('does not hang on the scores of words for themselves, on a shift, or on what was read before', () => {
    fc.assert(
      fc.property(sentence(fc.integer({ min: 1, max: 12 }), whole), whole, ([size, scores], by) => {
        const changed = scores.map((one, at) => (Math.floor(at / (size + 1)) + 1 === at % (size + 1) ? 99 : one + by))
        const heads = treeOf(scores, size)
        expect(treeOf(changed, size)).toEqual(heads)
        expect(treeOf(scores, size, spanner())).toEqual(heads)
      }),
    )
  })

  it('comes soon for a long sentence of nested cycles', () => {
    const size = 1_500
    // each word likes the one before it, and the first likes all others, the later the less
    const arcs = Array.from({ length: size - 1 }, (_, at) => `${at}>${at + 1} 9999, ${at + 1}>0 ${9998 - at}`)
    expect(isTree(treeOf(liking(size, arcs.join(', ')), size))).toBe(true)
  })
})
