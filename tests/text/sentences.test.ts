import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_SENTENCE } from '../../src/text/bounds.ts'
import { sentencesOf, splitArticle } from '../../src/text/index.ts'
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
        checkOrder(text)
      }),
    )
  })

  it.each([
    ['words', 'Russia, '],
    ['letters', 'x'],
    ['characters of two units', '𝒳'],
    ['initials', 'A.'],
    ['titles', 'Mr. '],
    ['marks', '. '],
    ['full-width stops', '字。'],
    ['prose', 'Moscow denied it. '],
  ])('of a line of %s without end are short, and the cuts are told', (_, unit) => {
    const text = `a${unit.repeat(12_500 / unit.length)}`
    const { sentences, cuts } = splitArticle(articleOf(text))
    checkOrder(text)
    for (const { start, end } of sentences) expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE)
    for (const sentence of sentences) expect(sentence.text).not.toMatch(/\p{Cs}/u)
    for (const cut of cuts) {
      expect(text.slice(cut.start, cut.end).trim()).toBe('')
      expect(sentences.some(({ end }) => end === cut.start) && sentences.some(({ start }) => start === cut.end)).toBe(
        true,
      )
    }
    if (unit.startsWith('Moscow')) expect([sentences.length, cuts]).toEqual([Math.floor(12_500 / unit.length), []])
    else expect(cuts.length).toBeGreaterThanOrEqual(4)
  })

  it('are cut at white space where there is some', () => {
    const sentences = split('published '.repeat(500))
    expect(sentences.map((words) => words.length)).toEqual([1999, 1999, 999])
  })

  it('are the same in a line too long to be split at once as in short lines', () => {
    const one = ['Mr. Putin spoke.', '“We will not,” he said.', 'It rained on Aug. 21.', 'The U.S. bombed Idlib.']
    const many = Array.from({ length: 200 }, () => one).flat()
    expect(split(many.join(' '))).toEqual(many)
    expect(splitArticle(articleOf(many.join(' '))).cuts).toEqual([])
  })

  it('lie in order and leave out nothing in long lines either', () => {
    const long = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.lorem({ mode: 'sentences' }))
    fc.assert(
      fc.property(long, (text) => checkOrder(text.repeat(Math.ceil(9_000 / text.length)))),
      { numRuns: 20 },
    )
  })
})

/** Sentences and their tokens lie in order, apart, and hold all of a text but its white space. */
function checkOrder(text: string): void {
  const sentences = sentencesOf(articleOf(text))
  for (const [at, { start, end, text: words, tokens }] of sentences.entries()) {
    expect(text.slice(start, end)).toBe(words)
    expect(start).toBeGreaterThanOrEqual(sentences[at - 1]?.end ?? 0)
    expect(tokens.map((token) => token.text).join('')).toBe(words.replace(/\s+/gu, ''))
  }
  const kept = sentences.map((sentence) => sentence.text).join('')
  expect(kept.replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''))
}
