import { describe, expect, it } from 'vitest'
import { CONFIDENCE, confidenceOf, familyOf, heightOf } from '../../src/claims/confidence.ts'
import { crossValidated, fitShares } from '../../src/eval/fit.ts'
import type { Judged } from '../../src/eval/judged.ts'
import { reliabilityOf } from '../../src/eval/reliability.ts'
import { grammarOf } from '../../src/syntax/index.ts'
import { claimOf, type Line } from './claims.ts'

const STRIKE: Line = { source: ['Russia'], target: ['Idlib'] }

describe('the family of a claim', () => {
  it.each<[Line, string]>([
    [STRIKE, 'row told whole'],
    [{ ...STRIKE, modality: 'demanded' }, 'row told whole'],
    [{ ...STRIKE, modality: 'planned' }, 'row hedged whole'],
    [{ ...STRIKE, polarity: 'negated' }, 'row hedged whole'],
    [{ ...STRIKE, target: [] }, 'row told one-sided'],
    [{ ...STRIKE, source: [] }, 'row told one-sided'],
    [{ source: ['Iran', 'Iraq'], target: [] }, 'row told whole'],
    [{ ...STRIKE, rule: 'cue.promise' }, 'cue told whole'],
    [{ ...STRIKE, type: 'SAY', rule: 'cue.say' }, 'statement told whole'],
    [{ ...STRIKE, type: null, rule: 'open' }, 'open told whole'],
  ])('%j is %s', (line, family) => {
    expect(familyOf(claimOf(line)).join(' ')).toBe(family)
  })
})

describe('confidence', () => {
  it('is in whole per cents, and told of every family', () => {
    for (const share of Object.values(CONFIDENCE)) expect(Math.round(share * 100) / 100).toBe(share)
    for (const name of Object.keys(CONFIDENCE)) {
      const wider = name.split(' ').slice(0, -1).join(' ')
      expect(Object.keys(CONFIDENCE)).toContain(wider)
    }
  })

  it('is that of the narrowest family listed', () => {
    expect(confidenceOf(claimOf(STRIKE), 1)).toBe(CONFIDENCE['row told whole'])
    expect(confidenceOf(claimOf({ ...STRIKE, type: null, rule: 'open' }), 1)).toBe(CONFIDENCE[''])
  })

  it('is a step higher at the root, and no lower than a step below it', () => {
    const [root, one, two, nine] = [0, 1, 2, 9].map((height) => confidenceOf(claimOf(STRIKE), height)) as [
      number,
      ...number[],
    ]
    expect(root).toBeGreaterThan(one!)
    expect(one).toBeGreaterThan(two!)
    expect(nine).toBe(two)
    expect(root - two!).toBeCloseTo(0.02)
  })

  it('counts the words above a predicate', () => {
    const heads = [1, -1, 1, 2]
    const tokens = heads.map((head, index) => {
      return {
        index,
        head,
        text: 'x',
        lemma: 'x',
        start: index,
        end: index + 1,
        deprel: 'dep',
        xpos: 'NN',
        upos: 'NOUN' as const,
      }
    })
    const grammar = grammarOf({ sentence: 0, tokens })
    expect(heads.map((_, at) => heightOf(grammar, at))).toEqual([1, 0, 1, 2])
  })
})

/** So many claims of a kind, of which so many are right, each from an article of its own. */
const claims = (set: Judged['set'], line: Line, all: number, right: number): readonly Judged[] =>
  Array.from({ length: all }, (_, at) => {
    const group = `${line.rule ?? line.modality}-${at}`
    return { set, group, sentence: group, claim: claimOf(line), right: at < right }
  })

describe('fitted shares', () => {
  it('are drawn towards the wider family as by twenty claims', () => {
    const planned: Line = { ...STRIKE, modality: 'planned' }
    const shares = fitShares([...claims('seeds-claims', STRIKE, 60, 45), ...claims('seeds-claims', planned, 20, 5)])
    // 50 of 80 are right; told 45 + 20 × 0.625 of 80, and of these all are whole: 45 + 20 × 0.71875 of 80
    expect(shares).toEqual({
      '': 0.63,
      row: 0.63,
      'row told': 0.72,
      'row hedged': 0.44,
      'row told whole': 0.74,
      'row hedged whole': 0.34,
    })
  })

  it('leave small families to the wider one', () => {
    const cue: Line = { ...STRIKE, rule: 'cue.promise' }
    const shares = fitShares([...claims('seeds-claims', STRIKE, 40, 20), ...claims('seeds-claims', cue, 9, 0)])
    expect(Object.keys(shares).filter((name) => name.startsWith('cue'))).toEqual([])
  })

  it('count what coders who disagree have as a part of what they could', () => {
    expect(fitShares(claims('conflibert_cameo_r7', STRIKE, 100, 43))['']).toBe(1 - 0.02)
    expect(fitShares(claims('conflibert_cameo_r7', STRIKE, 100, 20))['']).toBe(0.47)
  })

  it('take from partly labelled sentences how families differ, not how many are right', () => {
    const whole = [
      ...claims('seeds-claims', STRIKE, 30, 15),
      ...claims('seeds-claims', { ...STRIKE, rule: 'cue.x' }, 30, 15),
    ]
    const partly = [
      ...claims('plv_train', STRIKE, 200, 40),
      ...claims('plv_train', { ...STRIKE, rule: 'cue.y' }, 200, 20),
    ]
    const shares = fitShares([...whole, ...partly])
    expect(shares['']).toBe(0.5)
    expect(shares.row).toBeGreaterThan(0.5)
    expect(shares.cue).toBeLessThan(0.5)
    expect(fitShares(partly)).toEqual({})
  })

  it('are tried on what they were not fitted on', () => {
    const tried = crossValidated(claims('seeds-claims', STRIKE, 50, 10))
    expect(tried).toHaveLength(50)
    // right ones are spread over the folds evenly, two of ten: a fifth in every four of them
    expect(new Set(tried.map(({ confidence }) => confidence))).toEqual(new Set([0.2]))
    const one = claims('seeds-claims', STRIKE, 5, 1).map((judged) => ({ ...judged, group: 'one' }))
    expect(crossValidated(one)).toEqual([])
  })
})

describe('reliability', () => {
  it('bins by tenths, and weighs what is amiss by claims', () => {
    const told = [
      ...Array.from({ length: 8 }, (_, at) => ({ confidence: 0.8, right: at < 6 })),
      ...Array.from({ length: 2 }, (_, at) => ({ confidence: 0.35, right: at < 1 })),
    ]
    const { bins, claims: count, error } = reliabilityOf(told, 1)
    expect(count).toBe(10)
    expect(bins.map(({ from, claims: inside, right }) => [from, inside, right])).toEqual([
      [0.3, 2, 0.5],
      [0.8, 8, 0.75],
    ])
    expect(error).toBeCloseTo((2 * 0.15 + 8 * 0.05) / 10)
  })

  it('is nothing of nothing, and never more than all', () => {
    expect(reliabilityOf([], 1)).toEqual({ bins: [], claims: 0, error: 0 })
    expect(reliabilityOf([{ confidence: 1, right: true }], 0.5).bins[0]).toMatchObject({ from: 0.9, right: 1 })
  })
})
