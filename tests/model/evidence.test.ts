import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/claims/index.ts'
import { type Claim, checkEvidence, isDay } from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'
import { tools } from '../tools.ts'

const TEXT = 'It began at dawn. Sergey Lavrov said Russian jets bombed Idlib.'
const claim = (await readArticle(articleOf(TEXT), tools)).claims.find(({ type }) => type === 'ASSAULT')!

describe('evidence', () => {
  it('stands where the words are those of the article', () => {
    expect(() => checkEvidence(claim, TEXT)).not.toThrow()
  })

  const moved = ({ start, end, text }: { start: number; end: number; text: string }) => ({
    start: start + 1,
    end: end + 1,
    text,
  })
  it.each<[string, Partial<Claim>]>([
    ['the quote', { quote: 'Russian jets bombed Aleppo.' }],
    ['the predicate', { predicate: { ...claim.predicate, ...moved(claim.predicate) } }],
    ['a source', { source: [{ ...claim.source[0]!, ...moved(claim.source[0]!) }] }],
    ['a target', { target: [{ ...claim.target[0]!, text: 'Aleppo' }] }],
    ['a place', { place: [{ ...claim.target[0]!, text: 'Homs' }] }],
    ['a time', { when: { text: 'noon', start: 12, end: 16, date: null, precision: null, basis: 'words' } }],
    ['a speaker', { attribution: [{ ...claim.attribution[0]!, speaker: { ...claim.target[0]!, text: 'Kerry' } }] }],
    ['a cue', { attribution: [{ ...claim.attribution[0]!, cue: { text: 'denied', start: 32, end: 36 } }] }],
    ['a predicate outside the sentence', { predicate: { text: 'began', lemma: 'begin', start: 3, end: 8 } }],
    ['an empty span', { predicate: { text: '', lemma: 'bomb', start: 40, end: 40 } }],
  ])('is refused for %s that does not stand there, with both wordings', (_, part) => {
    expect(() => checkEvidence({ ...claim, ...part }, TEXT)).toThrow(
      /A claim does not stand in its article: expected .+, got /u,
    )
  })
})

describe('a day', () => {
  it.each([
    ['2015-09-30', true],
    ['2016-02-29', true],
    ['2015-02-29', false],
    ['2015-13-01', false],
    ['2015-9-30', false],
    ['yesterday', false],
    ['2015-09-30T10:00', false],
  ])('%s: %s', (text, is) => {
    expect(isDay(text)).toBe(is)
  })
})
