import { describe, expect, it } from 'vitest'
import { datelineDay, inferredDay, isDateLine, parseDay, publicationDay } from '../../src/ingest/dates.ts'

describe('parseDay', () => {
  it.each<[unknown, string]>([
    ['2015-09-30', '2015-09-30'],
    [' 2015-09-30 ', '2015-09-30'],
    ['2015-09-30T23:30:00-11:00', '2015-09-30'],
    ['2015-09-30T00:30:00+14:00', '2015-09-30'],
    ['2015-09-30 10:00:00 UTC', '2015-09-30'],
    ['2015/9/3', '2015-09-03'],
    ['20150930', '2015-09-30'],
    [20150930, '2015-09-30'],
    ['20150930123000', '2015-09-30'],
    ['20150930T123000Z', '2015-09-30'],
    ['Wed, 30 Sep 2015 23:30:00 -0700', '2015-09-30'],
    ['30 September 2015', '2015-09-30'],
    ['30th of September, 2015', '2015-09-30'],
    ['30-Sep-2015', '2015-09-30'],
    ['September 30, 2015', '2015-09-30'],
    ['Sept. 30, 2015', '2015-09-30'],
    ['Wednesday, Sept. 30th 2015 at 5 p.m.', '2015-09-30'],
    ['MAY 1, 2016', '2016-05-01'],
    ['29 February 2016', '2016-02-29'],
    [1443571200, '2015-09-30'],
    ['1443571200', '2015-09-30'],
    [1443571200000, '2015-09-30'],
  ])('%j is %s', (value, day) => expect(parseDay(value)).toBe(day))

  it.each([
    '',
    'yesterday',
    '30 February 2015',
    '2015-02-30',
    '2015-13-01',
    '29 February 2015',
    '20150230',
    '0000-01-01',
    'September 2015',
    '30 September',
    '2015-09',
    '2015',
    '03/04/2015',
    'Maybe 3, 2015',
    42,
    1e20,
    Number.NaN,
    null,
    undefined,
    {},
    true,
  ])('%j is no day', (value) => expect(parseDay(value)).toBeNull())
})

describe('datelineDay', () => {
  const body = 'Rebels and the army agreed on a truce.\nIt holds so far.'
  it.each<[string, string | null]>([
    [`MOSCOW, Sept. 30, 2015 — ${body}`, '2015-09-30'],
    [`ANKARA/SOCHI, Nov. 24, 2015 (Sample Wire) —\n\n${body}`, '2015-11-24'],
    [`WASHINGTON, D.C., September 30, 2015 (Sample Wire) - ${body}`, '2015-09-30'],
    [`BEIRUT 1 March 2016 (Sample Wire) - ${body}`, '2016-03-01'],
    [`Title\n\nUpdated on October 2, 2015, at 5 p.m. ET\n\n${body}`, '2015-10-02'],
    [`${body}\nPublished 2015-10-02 10:00`, '2015-10-02'],
    [`Title\nFriday, 2 October 2015\n${body}`, '2015-10-02'],
    [`MOSCOW, Sept 30 (Sample Wire) - ${body}`, null],
    [`Title\n\nUpdated on October 2 at 5 p.m. ET\n\n${body}`, null],
    [`On September 30, 2015, Russia began to bomb. ${body}`, null],
    [`MOSCOW, Feb. 30, 2015 — ${body}`, null],
  ])('%j', (text, day) => expect(datelineDay(text)).toBe(day))

  it('looks at the first and last lines only', () => {
    const filler = 'A sentence of the article.\n'.repeat(20)
    expect(datelineDay(`${filler}Updated on October 2, 2015\n${filler}`)).toBeNull()
    expect(datelineDay(`${filler}Updated on October 2, 2015`)).toBe('2015-10-02')
  })
})

it.each([
  ['2 October 2015', true],
  ['Wednesday 12 April 2017 23.15 BST', true],
  ['Oct. 2, 2015 · Updated 10:05 p.m.', true],
  ['Updated on October 2 at 5 p.m. ET', true],
  ['Staff and agencies | Published 9 December 2024, 17:30 GMT', true],
  ['On 2 October 2015 the strikes went on for a third day.', false],
  ['The minister updated the council on 2 October 2015 about the state of the talks in Geneva, and left.', false],
  ['October in Aleppo', false],
])('%j is a date line: %s', (line, expected) => expect(isDateLine(line)).toBe(expected))

it.each([
  ['https://sample.example/2015/09/30/strikes', '2015-09-30'],
  ['https://sample.example/world/2015/sep/30/strikes', '2015-09-30'],
  ['https://sample.example/strikes-2015-09-30.html', '2015-09-30'],
  ['2015-09-30-first-strikes.txt', '2015-09-30'],
  ['20150930.txt', '2015-09-30'],
  ['https://sample.example/2015/02/30/strikes', null],
  ['https://sample.example/id/120150930555', null],
  ['article.txt', null],
  [null, null],
])('a name like %j gives %s', (name, day) => expect(inferredDay(name)).toBe(day))

describe('publicationDay', () => {
  const evidence = {
    own: '1 May 2016',
    given: '2016-05-02',
    text: 'MOSCOW, May 3, 2016 — Talks go on.',
    url: 'https://sample.example/2016/05/04/talks',
    file: '2016-05-05.txt',
  }
  it.each([
    [{}, '2016-05-01', 'given'],
    [{ own: 'soon' }, '2016-05-02', 'given'],
    [{ own: null, given: null }, '2016-05-03', 'dateline'],
    [{ own: null, given: null, text: 'Talks go on.' }, '2016-05-04', 'inferred'],
    [{ own: null, given: null, text: '', url: null }, '2016-05-05', 'inferred'],
    [{ own: null, given: null, text: '', url: null, file: null }, null, 'unknown'],
  ])('without %j', (change, published, basis) => {
    expect(publicationDay({ ...evidence, ...change })).toEqual({ published, basis })
  })
})
