import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../src/encoder/pieces.ts'

const PIECES = [
  '[UNK]',
  '[SEP]',
  ...'abcdeilnorstuß中σς1.-$[]',
  ...['war', 'warplane', 'idlib', 'said', 'sep', '\u1112', '##\u1161', '##\u11ab', '##𝒜'],
  ...[...'abdeilnorst1ß'].map((letter) => `##${letter}`),
  ...['##plane', '##planes', '##lib'],
]
const VOCABULARY = new Map(PIECES.map((piece, id) => [piece, id]))
const cut = piecesOf(VOCABULARY)
const told = (word: string, cutter = cut) => cutter(word).map((id) => PIECES[id])

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'abdWAR.-中é한\u0301\u00a0\u00ad𝒜\ud800') }),
)

describe('the pieces of a word', () => {
  it.each([
    ['a piece', 'said', 'said'],
    ['the longest pieces first', 'warplanes', 'warplane ##s'],
    ['what goes on within a word', 'aplanes', 'a ##planes'],
    ['upper case', 'Idlib', 'idlib'],
    ['accents', 'Ïdlíb', 'idlib'],
    ['accents apart from their letter', 'i\u0301\u0323dlib', 'idlib'],
    ['a letter that is lower only without its dot', 'İ', 'i'],
    ['a sigma, whatever stands after it', 'Σ', 'σ'],
    ['a sharp s, which is no two letters', 'aß', 'a ##ß'],
    ['marks', 'U.S.', 'u . s .'],
    ['signs that are ASCII', '$1', '$ 1'],
    ['a hyphen', 'war-torn', 'war - t ##o ##r ##n'],
    ['an ideograph', 'a中b', 'a 中 b'],
    ['a syllable of several letters', '한', '\u1112 ##\u1161 ##\u11ab'],
    ['control and format characters', '\u200fsa\u00ad\u0000id\ufffd', 'said'],
    ['half a character', 'sa\ud800id', 'said'],
    ['spaces of any kind', 'said\u00a0a\u2028b', 'said a b'],
    ['letters that can’t be spelt, up to the next mark', 'waqr-war', '[UNK] - war'],
    ['a character that has no piece', '€', '[UNK]'],
    ['a mark newer than the reference', 'a\u2e5d', '[UNK]'],
    ['nothing', '', '[UNK]'],
    ['nothing but accents', '\u0301', '[UNK]'],
    ['the name of a special piece', '[SEP]', '[ sep ]'],
    ['six at most', 'aaaaaaaa', 'a ##a ##a ##a ##a ##a'],
    ['six at most of several parts', 'a.b.aaaa', 'a . b . a ##a'],
    ['letters past the sixth piece that can’t be spelt', 'aaaaaaaaq', '[UNK]'],
    ['a hundred letters', 'a'.repeat(100), 'a ##a ##a ##a ##a ##a'],
    ['more than a hundred letters', 'a'.repeat(101), '[UNK]'],
    ['more than a hundred letters, then a mark', `${'a'.repeat(101)}.`, '[UNK] .'],
    ['a hundred letters with accents', 'á'.repeat(100), 'a ##a ##a ##a ##a ##a'],
    ['a hundred letters of two units', `a${'𝒜'.repeat(99)}`, 'a ##𝒜 ##𝒜 ##𝒜 ##𝒜 ##𝒜'],
    ['more than a hundred letters of two units', `a${'𝒜'.repeat(100)}`, '[UNK]'],
  ])('tell %s', (_, word, expected) => {
    expect(told(word).join(' ')).toBe(expected)
  })

  it('are one to six pieces of the vocabulary, the same each time', () => {
    fc.assert(
      fc.property(words, (word) => {
        const ids = cut(word)
        expect(ids.length).toBeGreaterThanOrEqual(1)
        expect(ids.length).toBeLessThanOrEqual(6)
        for (const id of ids) expect(PIECES[id]).toBeDefined()
        expect(cut(word)).toEqual(ids)
        expect(piecesOf(VOCABULARY)(word)).toEqual(ids)
      }),
    )
  })

  it('are the first of all pieces, however few are asked for', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 9 }), (word, most) => {
        const all = piecesOf(VOCABULARY, Number.POSITIVE_INFINITY)(word)
        expect(piecesOf(VOCABULARY, most)(word)).toEqual(all.slice(0, most))
      }),
    )
  })

  it('spell the word, where it can be spelt', () => {
    const spellable = fc.string({ unit: fc.constantFrom(...'abdeilnorst1'), minLength: 1, maxLength: 100 })
    const cutAll = piecesOf(VOCABULARY, 100)
    fc.assert(
      fc.property(spellable, (word) => {
        expect(
          told(word, cutAll)
            .map((piece) => piece?.replace('##', ''))
            .join(''),
        ).toBe(word)
      }),
    )
  })

  it('are the same once more words have been seen than are remembered', () => {
    const cutter = piecesOf(VOCABULARY)
    const before = told('warplanes', cutter)
    for (let number = 0; number < 50_010; number++) cutter(`a${number.toString(2)}`)
    expect(told('warplanes', cutter)).toEqual(before)
  })

  it.each(['a', 'é', '.', '中', '\u0301\u0316', '\u302e\u{1d165}', '\u0001', 'a.'])(
    'come soon for a megabyte of %j',
    (unit) => {
      expect(cut(unit.repeat(1_000_000 / unit.length)).length).toBeGreaterThanOrEqual(1)
    },
  )

  it('need a vocabulary with [UNK]', () => {
    expect(() => piecesOf(new Map([['a', 0]]))).toThrow(expect.objectContaining({ code: 'not-readable' }))
  })
})
