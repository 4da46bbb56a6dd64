import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../../src/ingest/json-fault.ts'

const parses = (source: string) => {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}

describe('jsonFault', () => {
  it.each<[string, number, number, string, string]>([
    ['', 1, 1, 'a value', 'the end'],
    ['{"a": 1', 1, 8, '“,” or “}”', 'the end'],
    ['{"a": 1,}', 1, 9, 'a key', '“}”'],
    ['[1,\n 2,\n]', 3, 1, 'a value', '“]”'],
    ['[1 2]', 1, 4, '“,” or “]”', '“2”'],
    ['{"a" 1}', 1, 6, '“:”', '“1”'],
    ['{a: 1}', 1, 2, 'a key', '“a”'],
    ["{'a': 1}", 1, 2, 'a key', "“'”"],
    ['{"a": tru}', 1, 7, 'a value', '“t”'],
    ['{"a": 01}', 1, 7, 'a value', '“0”'],
    ['{"a": 1} {"b": 2}', 1, 10, 'the end', '“{”'],
    ['{"a": "x\ny"}', 1, 7, 'a value', 'a string that is not closed or holds a bare control character'],
    ['{"a": "\\q"}', 1, 7, 'a value', 'a string that is not closed or holds a bare control character'],
    ['{\n  "a": [1, {"b": null}],\n  "c": nul\n}', 3, 8, 'a value', '“n”'],
  ])('%j', (source, line, column, expected, got) => {
    expect(parses(source)).toBe(false)
    expect(jsonFault(source)).toEqual({ line, column, expected, got })
  })

  it('finds a fault wherever JSON.parse does, and never beyond what is sound', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', ']', ':', 'x', '\n', '\\'))
      .map(([json, at, put]) => {
        const i = at % (json.length + 1)
        return json.slice(0, i) + put + json.slice(i + 1)
      })
    fc.assert(
      fc.property(broken, (source) => {
        fc.pre(!parses(source))
        const { line, column } = jsonFault(source)
        const rows = source.split('\n')
        expect(line).toBeLessThanOrEqual(rows.length)
        expect(column).toBeLessThanOrEqual((rows[line - 1] as string).length + 1)
      }),
    )
  })
})
