import { describe, expect, it } from 'vitest'
import { CASES, caseOf } from '../../src/encoder/cases.ts'

describe('the case of a word', () => {
  it.each([
    ['bombed', 'lower'],
    ['étude', 'lower'],
    ["n't", 'lower'],
    ['1ª', 'digits'],
    ['nº', 'lower'],
    ['Idlib', 'title'],
    ['Da’esh', 'title'],
    ['Élysée', 'title'],
    ['’Ndrangheta', 'title'],
    ['U.S.', 'upper'],
    ['NATO', 'upper'],
    ['A', 'initial'],
    ['J.', 'initial'],
    ['𝒜', 'initial'],
    ['McCain', 'mixed'],
    ['iPhone', 'mixed'],
    ['USs', 'mixed'],
    ['ǅ', 'mixed'],
    ['中国', 'mixed'],
    ['2015', 'digits'],
    ['Su-24', 'digits'],
    ['m²', 'digits'],
    ['③', 'digits'],
    ['٣', 'digits'],
    ['½', 'marks'],
    ['.', 'marks'],
    ['$', 'marks'],
    ['\u0301', 'marks'],
    ['', 'marks'],
  ] as const)('%j is %s', (word, expected) => {
    expect(caseOf(word)).toBe(CASES[expected])
  })
})
