import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeOf } from '../../src/syntax/index.ts'
import { sentencesOf } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'

const trees = (text: string) => sentencesOf(articleOf(text)).map(treeOf)
const told = (text: string) =>
  trees(text)
    .flatMap(({ tokens }) => tokens.map(({ text, upos, lemma }) => `${text}/${upos}/${lemma}`))
    .join(' ')

describe('tagged words', () => {
  it.each([
    [
      'Idlib was struck by Russian jets.',
      'Idlib/NOUN/idlib was/AUX/be struck/VERB/strike by/ADP/by Russian/ADJ/russian jets/NOUN/jet ./PUNCT/.',
    ],
    ['They didn’t leave.', 'They/PRON/they did/AUX/do n’t/PART/n’t leave/VERB/leave ./PUNCT/.'],
    [
      'Russian warplanes hit seven targets.',
      'Russian/ADJ/russian warplanes/NOUN/warplane hit/VERB/hit seven/NUM/seven targets/NOUN/target ./PUNCT/.',
    ],
  ])('of %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it('are those of the sentence, whatever the text, and leave heads open', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const [at, { tokens }] of trees(text).entries()) {
          expect(tokens.map((token) => token.text)).toEqual(
            sentencesOf(articleOf(text))[at]?.tokens.map((token) => token.text),
          )
          for (const { head, deprel, start, end, text: word } of tokens) {
            expect([head, deprel]).toEqual([null, null])
            expect(text.slice(start, end)).toBe(word)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})
