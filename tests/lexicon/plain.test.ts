import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineCounter, parseDocument } from 'yaml'
import { readPlain } from '../../src/lexicon/plain.ts'
import { SMALL } from './folder.ts'

/** What the whole reader says; undefined for what is no YAML. */
function whole(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: new LineCounter() })
  return document.errors.length > 0 ? undefined : document.toJS()
}

describe('readPlain', () => {
  it('reads what the tables are written in', () => {
    const found = readPlain(
      'a: b # c\nlist:\n  # d\n  - X\'s e\n  - "f: g # h"\n  - \'"\'\n\nrow:\n    x.y: -1\n    z: { m: n }\n',
    )
    expect(found?.value).toEqual({ a: 'b', list: ["X's e", 'f: g # h', '"'], row: { 'x.y': '-1', z: { m: 'n' } } })
    const lines = [['a'], ['list'], ['list', 1], ['row', 'x.y'], ['row', 'z', 'm'], ['row', 'none'], ['none']]
    expect(lines.map((path) => found?.lineOf(path))).toEqual([1, 2, 5, 9, 10, 8, 1])
  })

  it('never differs from the whole reader', () => {
    const piece = fc.constantFrom(
      'a',
      'b.c',
      'not',
      'X bomb Y',
      "X's",
      '-',
      '- ',
      ' ',
      '  ',
      '    ',
      '\n',
      '\n  ',
      '\n  - ',
      ':',
      ': ',
      ' #',
      '#',
      '"',
      "'",
      '\\',
      '""',
      '\u00a0',
      '\n\u00a0 ',
      '{ a: b }',
      '{}',
      '[a]',
      '|',
      '>',
      '>\n',
      '&a',
      '*a',
      '!',
      '%',
      '@',
      '?',
      '? ',
      '-1',
      '---',
      '...',
      'é',
      'a: ',
      '\na: ',
      '\nb:',
      '"x: y"',
      '\t',
      '',
    )
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (yaml) => {
        const found = readPlain(yaml)
        if (found !== undefined) expect(found.value).toEqual(whole(yaml))
      }),
      { numRuns: 1000 },
    )
  })

  it.each(Object.entries(SMALL).filter(([file]) => file.endsWith('.yaml')))('agrees on %s', (_, text) => {
    const found = readPlain(text.replaceAll(/\[(.*)\]$/gm, '"$1"'))
    expect(found?.value).toEqual(whole(text.replaceAll(/\[(.*)\]$/gm, '"$1"')))
    expect(found).toBeDefined()
  })
})
