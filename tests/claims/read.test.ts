import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/claims/index.ts'
import { overlapping, overlaps } from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'
import { tools } from '../tools.ts'

const read = (text: string) => readArticle(articleOf(text), tools)

describe('a reading', () => {
  it('tells where a sentence was cut', async () => {
    const text = `${'Russia, '.repeat(500)}and Syria.`
    const { ledger, sentences } = await read(text)
    expect(sentences.length).toBe(3)
    expect(ledger.findings.map(({ rule }) => rule)).toEqual(['sentence.cut', 'sentence.cut'])
    expect(ledger.findings.map(({ start, end }) => [start, end])).toEqual([
      [sentences[0]?.end, sentences[1]?.start],
      [sentences[1]?.end, sentences[2]?.start],
    ])
    expect((await read('Russia bombed Idlib. Moscow denied it.')).ledger.findings).toEqual([])
  })

  it('keeps apart those in a clause on a name and the one whom it is about', async () => {
    const { claims } = await read('Russia, which bombed Idlib, condemned Turkey.')
    expect(claims.map(({ type, source, target }) => [type, source[0]?.label, target[0]?.label])).toEqual([
      ['ASSAULT', 'Russia', 'Idlib'],
      ['ACCUSE', 'Russia', 'Turkey'],
    ])
  })

  it('keeps the claims of a long line that is made of short sentences', async () => {
    const { claims, ledger } = await read('Russia bombed Idlib. '.repeat(300).trim())
    expect(ledger.findings).toEqual([])
    expect(claims).toHaveLength(300)
  })
})

describe('overlapping', () => {
  it('finds what a look at every span finds', () => {
    const lengths = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
    fc.assert(
      fc.property(lengths, fc.nat(40), fc.nat(10), (steps, start, length) => {
        let at = 0
        const spans = steps.map(([gap, size]) => {
          const span = { start: at + gap, end: at + gap + size }
          at = span.end
          return span
        })
        const other = { start, end: start + length }
        expect(overlapping(spans, other)).toEqual(spans.filter((span) => overlaps(span, other)))
      }),
    )
  })
})
