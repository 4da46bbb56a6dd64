import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { join, STATUSES, type Status, stands, statusOf } from '../../src/model/index.ts'

const status = fc.constantFrom(...STATUSES)

describe('join', () => {
  it('is associative', () => {
    fc.assert(fc.property(status, status, status, (a, b, c) => join(join(a, b), c) === join(a, join(b, c))))
  })

  it('is commutative', () => {
    fc.assert(fc.property(status, status, (a, b) => join(a, b) === join(b, a)))
  })

  it('is idempotent, with unrealized as its identity', () => {
    for (const a of STATUSES) {
      expect(join(a, a)).toBe(a)
      expect(join(a, 'unrealized')).toBe(a)
    }
  })

  it.each<[Status, Status, Status]>([
    ['reported', 'claimed', 'reported'],
    ['reported', 'denied', 'disputed'],
    ['claimed', 'denied', 'disputed'],
    ['disputed', 'reported', 'disputed'],
    ['disputed', 'denied', 'disputed'],
    ['unrealized', 'denied', 'denied'],
  ])('of %s and %s is %s', (a, b, both) => {
    expect(join(a, b)).toBe(both)
  })
})

describe('statusOf', () => {
  const said = [{ level: 0, speaker: null, cue: null, content: [], kind: 'indirect' }] as const

  it.each([
    ['affirmed', 'actual', [], 'reported'],
    ['affirmed', 'actual', said, 'claimed'],
    ['negated', 'actual', [], 'denied'],
    ['negated', 'actual', said, 'denied'],
    ['affirmed', 'planned', [], 'unrealized'],
    ['affirmed', 'demanded', said, 'unrealized'],
    ['negated', 'demanded', said, 'unrealized'],
    ['affirmed', 'possible', [], 'unrealized'],
    ['affirmed', 'conditional', [], 'unrealized'],
  ] as const)('of a claim %s, %s, said by %j is %s', (polarity, modality, attribution, expected) => {
    expect(statusOf({ polarity, modality, attribution })).toBe(expected)
  })
})

it('three statuses stand', () => {
  expect(STATUSES.filter(stands)).toEqual(['reported', 'claimed', 'disputed'])
})
