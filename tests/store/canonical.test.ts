import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../src/store/canonical.ts'

it('gives a JSON text that parses to an equal value, and the same one whatever the order of keys', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    const pairs = Object.entries(value).map(([key, inner]) => [key, turned(inner)] as const)
    return Object.fromEntries(pairs.reverse())
  }
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const json = canonicalJson(value)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(turned(value))).toBe(json)
    }),
  )
})

it('keeps what JSON can hold: lone surrogates, keys that objects have anyway', () => {
  const value = JSON.parse('{"b":"\\ud800","__proto__":{"z":1,"a":null},"a":[]}')
  expect(canonicalJson(value)).toBe('{"__proto__":{"a":null,"z":1},"a":[],"b":"\\ud800"}')
})
