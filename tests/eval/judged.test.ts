import { describe, expect, it } from 'vitest'
import { judgedClaims, judgedEvents } from '../../src/eval/judged.ts'
import { claimOf, type Line, readingOf } from './claims.ts'

const GOLD = {
  type: 'ASSAULT',
  trigger: 'hit',
  source: ['Russian warplanes'],
  target: ['the city of Idlib'],
  source_actor: ['Russia'],
  target_actor: ['Idlib'],
  polarity: 'affirmed',
  modality: 'actual',
}
const STRIKE: Line = { source: ['warplanes'], target: ['Idlib'] }

const right = (gold: readonly (typeof GOLD)[], ...lines: readonly Line[]) => {
  const sentence = { id: 'a:0', doc: 'a', start: 0, end: 100, claims: gold }
  return judgedClaims([sentence], [readingOf('a', lines.map(claimOf))]).map((one) => one.right)
}

describe('a claim is right', () => {
  it.each<[string, Line, boolean]>([
    ['by its words', STRIKE, true],
    ['by whom they stand for', { source: ['its pilots=Russia'], target: ['it=Idlib'] }, true],
    ['not turned round', { source: ['Idlib'], target: ['warplanes'] }, false],
    [
      'not with a whole sentence as party',
      { ...STRIKE, target: ['Idlib and a great many other words that say nothing'] },
      false,
    ],
    ['not by another type', { ...STRIKE, type: 'ACCUSE' }, false],
    ['not denied', { ...STRIKE, polarity: 'negated' }, false],
    ['not planned', { ...STRIKE, modality: 'planned' }, false],
    ['not without its target', { ...STRIKE, target: [] }, false],
    ['by the parties alone, where it is open', { ...STRIKE, type: null, modality: 'planned' }, true],
  ])('%s', (_, line, is) => {
    expect(right([GOLD], line)).toEqual([is])
  })

  it('once for each of the gold, first where the words of the deed agree', () => {
    expect(right([GOLD], { ...STRIKE, verb: 'flew' }, STRIKE)).toEqual([false, true])
    expect(right([], STRIKE)).toEqual([false])
  })

  it('where the gold leaves a side open, and deed and other side agree', () => {
    const open = { ...GOLD, source: [], source_actor: [] }
    expect(right([open], STRIKE)).toEqual([true])
    expect(right([open], { ...STRIKE, verb: 'flew' })).toEqual([false])
  })

  it('neither nor wrong where the gold is unsure', () => {
    expect(right([{ ...GOLD, unsure: true } as typeof GOLD], STRIKE)).toEqual([])
  })

  it('only in its own sentence', () => {
    expect(right([GOLD], { ...STRIKE, at: 100 })).toEqual([])
  })
})

describe('an event is right', () => {
  const event = { source_text: ['Iran'], target_text: ['the United Nations', 'UN'], plover: 'ACCUSE' }
  const judged = (line: Line, ...events: readonly object[]) =>
    judgedEvents('plv_train', [{ id: 'a', events: events as [] }], [readingOf('a', [claimOf(line)])]).map(
      (one) => one.right,
    )
  const CHARGE: Line = { source: ['Iran'], target: ['the UN'], type: 'ACCUSE' }

  it.each<[string, Line, readonly boolean[]]>([
    ['by any of its wordings', CHARGE, [true]],
    ['by the nearest class', { ...CHARGE, type: 'OPPOSE' }, [true]],
    ['not by another class', { ...CHARGE, type: 'REJECT' }, [false]],
    ['not without its target', { ...CHARGE, target: [] }, [false]],
    ['by one of several sources', { ...CHARGE, source: ['Iraq', 'Iran'] }, [true]],
    ['and none, where it is denied', { ...CHARGE, polarity: 'negated' }, []],
    ['and none, where it is demanded', { ...CHARGE, modality: 'demanded' }, []],
    ['and none, where it is a relation without a class', { ...CHARGE, type: 'CONTROL' }, []],
  ])('%s', (_, line, is) => {
    expect(judged(line, event)).toEqual(is)
  })

  it('among those who do it together, in the order in which they are named', () => {
    const met = { source_text: ['Iran'], target_text: ['Iraq'], plover: 'CONSULT' }
    expect(judged({ source: ['Iran', 'Iraq'], target: [], type: 'CONSULT' }, met)).toEqual([true])
    expect(judged({ source: ['Iraq', 'Iran'], target: [], type: 'CONSULT' }, met)).toEqual([false])
  })

  it('as a statement where the gold names no class, and as a yielding in words or deeds', () => {
    expect(judged({ ...CHARGE, type: 'SAY' }, { ...event, plover: null })).toEqual([true])
    expect(judged({ ...CHARGE, type: 'RETREAT' }, { ...event, plover: 'YIELD' })).toEqual([true])
    expect(judged(CHARGE, { plover: 'ACCUSE' })).toEqual([false])
  })
})
