import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_SENTENCE } from '../../src/text/bounds.ts'
import { sentencesOf, splitArticle } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'

const split = (text: string) => sentencesOf(articleOf(text)).map((sentence) => sentence.text)

/** Each text with "|" where its sentences end. */
const table = (cases: readonly string[]) =>
  it.each(cases)('of %s', (text) => {
    const expected = text.split(/ ?\| ?/u)
    expect(split(text.replace(/ ?\| ?/gu, (mark) => (mark === '|' ? '' : ' ')))).toEqual(expected)
  })

describe('sentences', () => {
  it.each([
    ['First line\nSecond line', ['First line', 'Second line']],
    ['First\r\n\r\nSecond\u2028Third', ['First', 'Second', 'Third']],
    ['It rained on Aug.\u00a021. Syria denied it.', ['It rained on Aug.\u00a021.', 'Syria denied it.']],
    [' \n\t ', []],
  ])('of %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  describe('and abbreviations', () => {
    table([
      'Mr. Putin spoke. | Gen. Dunford did not.',
      'U.S. Secretary of State John Kerry spoke at the U.N. in New York.',
      'Tensions rose with the U.S. | The strikes went on.',
      'It rained on Aug. 21. | Syria denied it.',
      'It rained on Sept. 7 and was dry on Sept. 8.',
      'They met at 10 a.m. Tuesday. | They left at 5 p.m. | No one spoke.',
      'He works for Acme Inc. | She does not.',
      'He works for Acme Inc. Chairman of the board is his wife.',
      'George W. Bush left. | It was vitamin C. | It helped.',
      'Sen. Edward Markey (D-Mass.) said no. | He left.',
      'They went to Chicago (Ill.). | Others stayed.',
      'See No. 5. | The rest is p. 12.',
      'U.S. To Send Troops',
      'Kerry Urges U.S. To Wait',
      'A price of 3.5 million.',
    ])
  })

  describe('and quotations', () => {
    table([
      '“We will not,” he said. | “Never.”',
      '“Why?” he asked. | They left.',
      '“Why?” President Assad asked. | They left.',
      '“It has ended.” | He said no more.',
      '"It has ended." | "Has it?" | He said no more.',
      '" It has ended . " | He said no more.',
      'He called it “a mess.” | They agreed.',
      "''It has ended.'' | He left.",
      'She said: “Stop!” | Nobody did.',
      'It was near. — Sergei Lavrov',
    ])
  })

  describe('and other marks', () => {
    table([
      'They waited ... and left.',
      'They waited ... | But no one came.',
      'He left (why? No one knows) and came back.',
      '(He left. | She stayed.) | They met.',
      'It fell in 2015.[12] | It rose in 2016. [3] | It stayed.',
      'Three things count: 1. Bread. | 2. Water.',
      'It ended.|They left.',
      'they left. | nobody knew why! | it was late',
      'The fans of Yahoo! were glad.',
      'Good news :) | They are safe.',
    ])
  })

  describe('that no mark ends', () => {
    table([
      'IDLIB, Syria (AP) — | The guns fell silent.',
      'WASHINGTON, Sept. 28 (UPI) -- | The Senate voted.',
      'NATO and Russia met - The talks failed.',
      'A jet over Idlib | Photo: Sample Wire.',
      'Truce holds | Thursday, May 7, 2015 | The guns fell silent.',
      'They met on Thursday, May 7, 2015 in Geneva.',
      'See https://example.org/a | The rest is there.',
    ])
  })

  it('leave the stop to their last word or take it, as the treebanks do', () => {
    const last = (text: string) => sentencesOf(articleOf(text)).map(({ tokens }) => tokens.slice(-2).map((t) => t.text))
    expect(last('Bread, water, etc. | He fled the U.S. | It is vitamin C.'.replaceAll('| ', '\n'))).toEqual([
      ['etc', '.'],
      ['the', 'U.S.'],
      ['C', '.'],
    ])
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
