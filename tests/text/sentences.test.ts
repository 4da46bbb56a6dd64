import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'

const split = (text: string) => sentencesOf(articleOf(text)).map((sentence) => sentence.text)

describe('sentences', () => {
  it.each([
    ['Mr. Putin spoke. Gen. Dunford did not.', ['Mr. Putin spoke.', 'Gen. Dunford did not.']],
    ['“We will not,” he said. “Never.”', ['“We will not,” he said.', '“Never.”']],
    ['“Why?” he asked. They left.', ['“Why?” he asked.', 'They left.']],
    [
      'U.S. Secretary of State John Kerry spoke at the U.N. in New York.',
      ['U.S. Secretary of State John Kerry spoke at the U.N. in New York.'],
    ],
    ['First line\nSecond line', ['First line', 'Second line']],
    ['First\r\n\r\nSecond\u2028Third', ['First', 'Second', 'Third']],
    ['It rained on Aug. 21. Syria denied it.', ['It rained on Aug. 21.', 'Syria denied it.']],
    ['It rained on Aug.\u00a021. Syria denied it.', ['It rained on Aug.\u00a021.', 'Syria denied it.']],
    ['It rained on Sept. 7 and was dry on Sept. 8.', ['It rained on Sept. 7 and was dry on Sept. 8.']],
    ['A price of 3.5 million.', ['A price of 3.5 million.']],
    [' \n\t ', []],
  ])('of %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('keep no-break spaces and offsets as they are', () => {
    const text = 'The\u00a0U.S. bombed Idlib.  Moscow\u00a0denied it.'
    for (const { start, end, text: words } of sentencesOf(articleOf(text))) expect(text.slice(start, end)).toBe(words)
    expect(split(text)).toEqual(['The\u00a0U.S. bombed Idlib.', 'Moscow\u00a0denied it.'])
  })

  it('count equal ones', () => {
    const sentences = sentencesOf(articleOf('It rained.\nIt rained.\nIt did not.'))
    expect(sentences.map(({ index, occurrence }) => [index, occurrence])).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ])
  })

  it('know headings from prose, but never in a text of one or two', () => {
    const parts = (text: string) => sentencesOf(articleOf(text)).map(({ part }) => part)
    expect(parts('Truce holds in Aleppo\nThe guns fell silent. Buses left. Talks go on.')).toEqual([
      'headline',
      'body',
      'body',
      'body',
    ])
    expect(parts('Truce holds in Aleppo\nThe guns fell silent.')).toEqual(['body', 'body'])
  })

  it('take their part from the regions of the article', () => {
    const text = 'One stands.\nPhoto: a jet.\nTwo stands.'
    const regions = [{ start: 12, end: 25, part: 'caption' as const, rule: 'photo' }]
    expect(sentencesOf(articleOf(text, { regions })).map(({ part }) => part)).toEqual(['body', 'caption', 'body'])
  })

  it('lie in order, apart, and leave out nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ mode: 'sentences' })), (text) => {
        const sentences = sentencesOf(articleOf(text))
        for (const [at, { start, end, text: words, tokens }] of sentences.entries()) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThanOrEqual(sentences[at - 1]?.end ?? 0)
          expect(tokens.map((token) => token.text).join('')).toBe(words.replace(/\s+/gu, ''))
        }
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join('')
            .replace(/\s+/gu, ''),
        ).toBe(text.replace(/\s+/gu, ''))
      }),
    )
  })
})
