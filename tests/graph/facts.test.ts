import { describe, expect, it } from 'vitest'
import { factsFrom, factsOf } from '../../src/graph/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { type Line, reading } from './make.ts'

const factOfLine = (line: Line, published: string | null = '2015-10-01') => {
  const { article, claims } = reading('a', [line], { published })
  const [fact] = factsOf(claims, new Map([[article.id, article]]))
  return fact!
}

describe('factsOf', () => {
  it.each([
    ['a day', '2015-09-30', '2015-09-30'],
    ['a month', '2015-09', '2015-09-01'],
    ['a year', '2015', '2015-01-01'],
    ['words that resolve to nothing', null, '2015-10-01'],
  ])('takes the first day of %s', (_, date, expected) => {
    const fact = factOfLine({
      source: ['Russia'],
      type: 'ASSAULT',
      target: ['Idlib'],
      when: { date, precision: null },
    })
    expect(fact.date).toBe(expected)
  })

  it('falls back on the day of the article, and on nothing', () => {
    const line: Line = { source: ['Russia'], type: 'ASSAULT', target: ['Idlib'] }
    expect(factOfLine(line).date).toBe('2015-10-01')
    expect(factOfLine(line, null).date).toBeNull()
  })

  it('keeps who could be resolved, each once', () => {
    const fact = factOfLine({
      source: ['Russia', '?jets', 'Russia'],
      type: 'ASSAULT',
      target: ['?rebels'],
      place: ['Idlib'],
    })
    expect(fact).toMatchObject({
      sources: ['russia'],
      targets: [],
      places: ['idlib'],
      hasTarget: true,
      reciprocal: false,
    })
  })

  it('knows a deed that is shared, and its status', () => {
    const met: Line = { source: ['John Kerry', 'Sergey Lavrov'], type: 'CONSULT', place: ['Geneva'], by: ['Russia'] }
    expect(factOfLine(met)).toMatchObject({ reciprocal: true, hasTarget: false, status: 'claimed' })
  })

  it('gives neither publisher nor date to a claim whose article is not there', () => {
    const { claims } = reading('a', [{ source: ['Russia'], type: 'ASSAULT', target: ['Idlib'] }])
    expect(factsOf(claims, new Map())).toMatchObject([{ publisher: null, date: null }])
  })
})

it('factsFrom reads a whole store in its order', () => {
  const store = memoryStore()
  const line: Line = { source: ['Russia'], type: 'ASSAULT', target: ['Idlib'] }
  store.put(reading('b', [line], { publisher: 'Example Times' }))
  store.put(reading('a', [line, line], { publisher: null }))
  expect(factsFrom(store).map(({ article, publisher }) => [article, publisher])).toEqual([
    ['a', null],
    ['a', null],
    ['b', 'Example Times'],
  ])
})
