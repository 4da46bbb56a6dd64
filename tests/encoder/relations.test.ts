import fc from 'fast-check'
import { expect, it } from 'vitest'
import { relationScorer } from '../../src/encoder/relations.ts'
import type { Weights } from '../../src/encoder/weights.ts'

const number = fc.integer({ min: -40, max: 40 }).map((whole) => whole / 8)
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length })

/** Weights of a scorer of 5 numbers a half, with `relations` relations, the last of them `root`. */
const weightsOf = (relations: number, label: readonly number[], bias: readonly number[]) =>
  ({
    label: Float64Array.from(label),
    labelBias: Float64Array.from(bias),
    deprel: Array.from({ length: relations }, (_, at) => (at === relations - 1 ? 'root' : `r${at}`)),
    widths: { label: 5, reach: 1, report: 1 },
  }) as unknown as Weights

it('the best relation is the one whose plain sum is highest, the first of equals, and never root', () => {
  const cases = fc
    .integer({ min: 2, max: 20 })
    .chain((size) => fc.tuple(fc.constant(size), numbers(5 * size), numbers(size), numbers(10), numbers(10)))
  fc.assert(
    fc.property(cases, ([size, label, bias, dependent, head]) => {
      const score = relationScorer(weightsOf(size, label, bias))
      for (const [word, of] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const hidden = Array.from({ length: 5 }, (_, k) => Math.max(0, dependent[5 * word + k]! + head[5 * of + k]!))
        const sums = bias.map((start, at) =>
          hidden.reduce((sum, value, k) => sum + value * label[k * size + at]!, start),
        )
        const best = sums.slice(0, -1).indexOf(Math.max(...sums.slice(0, -1)))
        expect(score(Float32Array.from(dependent), word, Float32Array.from(head), of)).toBe(best)
      }
    }),
  )
})
