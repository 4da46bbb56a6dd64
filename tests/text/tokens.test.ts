import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/text/index.ts'

const words = (text: string) => tokenize(text, 0, text.length).map((token) => token.text)

const table = (cases: readonly (readonly [string, string])[]) =>
  it.each(cases)('of %s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

describe('tokens', () => {
  describe('of words and marks', () => {
    table([
      ['Idlib was hit.', 'Idlib was hit .'],
      ['wait... what—no', 'wait ... what — no'],
      ['Why?! He left…', 'Why ?! He left …'],
      ['“The ‘plan’,” she said', '“ The ‘ plan ’ , ” she said'],
      ["''Yes,'' he said.", "'' Yes , '' he said ."],
      ['“It is [...] over.”', '“ It is [...] over . ”'],
      ['He came.They left', 'He came . They left'],
      ['and/or (both)', 'and / or ( both )'],
      ['without end ----- here', 'without end ----- here'],
      ['', ''],
    ])
  })

  describe('of clitics and contractions', () => {
    table([
      ['“We didn’t,” he said.', '“ We did n’t , ” he said .'],
      ["Russia's jets", "Russia 's jets"],
      ['They’ve gone', 'They ’ve gone'],
      ["He should've; I'd go", "He should 've ; I 'd go"],
      ['We cannot, and you’re gonna', 'We can not , and you ’re gon na'],
      ['dont go, thats all', 'do nt go , that s all'],
      ["the troops' (Tass)'s", "the troops ' ( Tass ) 's"],
      ['Da’esh’s men in Sana’a', 'Da’esh ’s men in Sana’a'],
      ["O'Neill's tell 'em of '72", "O'Neill 's tell 'em of '72"],
    ])
  })

  describe('of hyphens', () => {
    table([
      ['U.S.-backed rebels', 'U.S. - backed rebels'],
      ['Da’esh and al-Qaeda', 'Da’esh and al - Qaeda'],
      ['a cease-fire, re-elected', 'a cease - fire , re-elected'],
      ['anti-ISIS, non-U.S., mid-2015', 'anti-ISIS , non-U.S. , mid-2015'],
      ['co-operate by e-mail', 'co-operate by e-mail'],
      ['five-year-old MiG-29s', 'five - year - old MiG - 29s'],
      ['short- and long-range', 'short - and long - range'],
      ['pages 3-5, 2015–16', 'pages 3 - 5 , 2015 – 16'],
      ['th- that is it', 'th- that is it'],
    ])
  })

  describe('of abbreviations', () => {
    table([
      ['The U.S. and its allies', 'The U.S. and its allies'],
      ['Mr. Peskov, Sept. 30', 'Mr. Peskov , Sept. 30'],
      ['J.R.R. Tolkien, Ph.D., at 5 a.m.', 'J.R.R. Tolkien , Ph.D. , at 5 a.m.'],
      ['George W. Bush', 'George W. Bush'],
      ['In No. 5, on p. 12', 'In No. 5 , on p. 12'],
      ['I said no. He said No.', 'I said no . He said No .'],
      ['in Salem, Ore., or (D-Mass.)', 'in Salem , Ore. , or ( D - Mass. )'],
      ['at Mass. Then', 'at Mass . Then'],
      ['on Wed. 6/14 in the sun.', 'on Wed. 6/14 in the sun .'],
      ['Smith et al. found', 'Smith et al. found'],
      ['the U.S government', 'the U.S government'],
      ['Acme Corp. and Acme Inc.', 'Acme Corp. and Acme Inc.'],
    ])
  })

  describe('of figures', () => {
    table([
      ['$108 million (36,000 men)', '$ 108 million ( 36,000 men )'],
      ['US$3.5bn, €5m', 'US$ 3.5 bn , € 5 m'],
      ['3.5% at 10am, 50°C', '3.5 % at 10 am , 50 ° C'],
      ['80km at 90 km/h', '80 km at 90 km / h'],
      ['the 20th, the 1990s, the ’90s, the 60’s', 'the 20th , the 1990s , the ’90s , the 60’s'],
      ['2015’s toll', '2015 ’s toll'],
      ['9/11, 10/12/2015, 2015-10-12', '9/11 , 10/12/2015 , 2015-10-12'],
      ['at 10:30, 5:3', 'at 10:30 , 5:3'],
      ['notes 13,14 and .45', 'notes 13 , 14 and .45'],
      ['202-555-0100', '202-555-0100'],
      ['#1 of 4x4', '# 1 of 4x4'],
    ])
  })

  describe('of the net', () => {
    table([
      ['See https://example.org/a?b=c.', 'See https://example.org/a?b=c .'],
      ['(www.example.org), example.co.uk', '( www.example.org ) , example.co.uk'],
      ['desk@example.org, report.pdf', 'desk@example.org , report.pdf'],
      ['@example on #Syria: good :) <3', '@example on #Syria : good :) <3'],
      ['(see note:) here', '( see note : ) here'],
      ['AT&T 👩‍👧🇸🇾❤️', 'AT&T 👩‍👧 🇸🇾 ❤️'],
      ['cafe\u0301s', 'cafe\u0301s'],
    ])
  })

  it('come apart at every hyphen of a word, however long it is', () => {
    expect(words('a-'.repeat(50_000))).toHaveLength(100_000)
  })

  it.each(['x', '-', 'A.', 'a.', 'a@', '1,22,', '1-', 'co-', '&a', "n't", '😂', 'http://', 'www.,', 'a\u0301', '_'])(
    'of %s without end are found in time',
    (unit) => {
      const text = unit.repeat(200_000 / unit.length)
      expect(words(text).join('')).toBe(text)
    },
  )

  it('hold every character but white space, once, in order, at its offset', () => {
    const marks = fc.constantFrom(
      ...'\'’.-,/:()[]&@#!? "$%+<>_',
      'a',
      'B',
      '1',
      'co',
      "n't",
      'Mr',
      'etc',
      '\u0301',
      '😂',
    )
    const mixed = fc.array(marks, { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), mixed), (text) => {
        const tokens = tokenize(text, 0, text.length)
        const isPlaced = tokens.map(({ start, end, text: word }, at) => {
          return text.slice(start, end) === word && start >= (tokens[at - 1]?.end ?? 0)
        })
        expect(isPlaced).not.toContain(false)
        expect(tokens.map((token) => token.text).join('')).toBe(text.replace(/\s+/gu, ''))
      }),
    )
  })

  it('are the same whatever stands before the stretch', () => {
    const text = 'In 2015 the U.S. left. '
    expect(tokenize(text.repeat(2), text.length, text.length * 2).map((token) => token.text)).toEqual(words(text))
  })
})
