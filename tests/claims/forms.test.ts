import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAnything, namesAll, otherSpelling } from '../../src/claims/forms.ts'
import type { PatternWord } from '../../src/lexicon/index.ts'
import { grammarOf } from '../../src/syntax/index.ts'
import { madeTree } from '../syntax/made.ts'

const ENDINGS = ['ise', 'ize', 'isation', 'ization', 'yse', 'yze', 'our', 'or', 'e', 'r', '']
const STEMS = ['mobil', 'anal', 'lab', 'fav', 'arm', 'def', 'min', 'p', 'org', 'hon', 'neighb', 'act', 'organ']

describe('the other spelling', () => {
  it.each([
    ['mobilise', 'mobilize'],
    ['mobilisation', 'mobilization'],
    ['analyse', 'analyze'],
    ['labour', 'labor'],
    ['neighbour', 'neighbor'],
    ['armour', 'armor'],
    ['defence', 'defense'],
    ['pretence', 'pretense'],
  ])('of %s is %s', (british, american) => {
    expect(otherSpelling(american)).toBe(british)
  })

  it.each([
    ['mobilise', 'mobilize'],
    ['mobilisation', 'mobilization'],
    ['analyse', 'analyze'],
    ['labour', 'labor'],
    ['neighbour', 'neighbor'],
    ['armour', 'armor'],
  ])('of %s is %s the other way round', (british, american) => {
    expect(otherSpelling(british)).toBe(american)
  })

  it.each(['size', 'wise', 'minor', 'actor', 'hour', 'four', 'condemn', 'fence', 'sense', 'nation', 'or', 'bomb', ''])(
    'is no word for %j',
    (word) => {
      expect(otherSpelling(word)).toBeNull()
    },
  )

  it('turned twice is the word itself', () => {
    const words = fc
      .tuple(fc.oneof(fc.constantFrom(...STEMS), fc.stringMatching(/^[a-z]{0,6}$/)), fc.constantFrom(...ENDINGS))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, (word) => {
        const other = otherSpelling(word)
        if (other === null) return
        expect(other).not.toBe(word)
        expect(otherSpelling(other)).toBe(word)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the words of a pattern', () => {
  const grammar = grammarOf(
    madeTree(
      "Syria/NNP/nmod:poss>2 's/POS/case>0 parties~party/NNS/nsubj>3 mobilised~mobilise/VBD/root supplies/NNS/obj>3 classes/NNS/obj>3",
    ),
  )
  const names = (word: string, markers: readonly string[] = []): boolean =>
    namesAll([{ words: word.split('/') }], { grammar, obliques: markers.map((marker) => ({ marker })) })

  it.each([
    'parties',
    'party',
    'mobilised',
    'mobilise',
    'mobilize',
    'supply',
    'supplie',
    'class',
    'syria',
    'tank/party',
  ])('may stand in a sentence as %j', (word) => {
    expect(names(word)).toBe(true)
  })

  it.each(['tank', 'part', 'mobil', 'with'])('do not stand there as %j', (word) => {
    expect(names(word)).toBe(false)
  })

  it('may lead to a phrase, be a slot, or stand for anything', () => {
    expect(names('of', ['of'])).toBe(true)
    expect(names('of', ['on'])).toBe(true)
    const items: readonly PatternWord[] = [{ slot: 'Y' }, { words: ['something'] }]
    expect(namesAll(items, { grammar, obliques: [] })).toBe(true)
    expect(namesAll([...items, { words: ['tank'] }], { grammar, obliques: [] })).toBe(false)
    expect([['something'], ['something', 'tank'], ['tank']].map(isAnything)).toEqual([true, false, false])
  })
})
