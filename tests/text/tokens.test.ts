import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/text/index.ts'

const words = (text: string) => tokenize(text, 0, text.length).map((token) => token.text)

describe('tokens', () => {
  it.each([
    ['Idlib was hit.', 'Idlib was hit .'],
    ['The U.S. and its allies', 'The U.S. and its allies'],
    ['“We didn’t,” he said.', '“ We did n’t , ” he said .'],
    ["Russia's jets", "Russia 's jets"],
    ['U.S.-backed rebels', 'U.S. - backed rebels'],
    ['Da’esh and al-Qaeda', 'Da’esh and al - Qaeda'],
    ['Mr. Peskov, Sept. 30', 'Mr. Peskov , Sept. 30'],
    ['$108 million (36,000 men)', '$ 108 million ( 36,000 men )'],
    ['wait... what—no', 'wait ... what — no'],
    ['They’ve gone', 'They ’ve gone'],
    ['', ''],
  ])('of %s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

  it('come apart at every hyphen of a word, however long it is', () => {
    expect(words('a-'.repeat(50_000))).toHaveLength(100_000)
  })

  it('hold every character but white space, once, in order, at its offset', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        const tokens = tokenize(text, 0, text.length)
        for (const { start, end, text: word } of tokens) expect(text.slice(start, end)).toBe(word)
        for (const [at, { start }] of tokens.entries()) expect(start).toBeGreaterThanOrEqual(tokens[at - 1]?.end ?? 0)
        expect(tokens.map((token) => token.text).join('')).toBe(text.replace(/\s+/gu, ''))
      }),
    )
  })
})
