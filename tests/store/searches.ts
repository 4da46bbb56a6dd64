import { expect, it } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { simpleReading } from './readings.ts'
import { using } from './state.ts'

const SHELF = [
  simpleReading('a', ['Russia bombed Idlib', "Da'esh said the Rebels of Köln bombed Idlib"]),
  simpleReading('b', ['Putin said THE word', 'Idlib was bombed by Russia’s jets', 'U.S. jets OR NOT jets']),
]

/** What is asked, and the sentences that answer, in order: article and index. */
const SEARCHES: readonly (readonly [query: string, sentences: readonly string[]])[] = [
  ['idlib', ['a0', 'b1', 'a1']],
  ['BOMBED russia', ['a0', 'b1']],
  ['koln', ['a1']],
  ['  köln,  DA ', ['a1']],
  ["Da'esh", ['a1']],
  ['daesh', []],
  ['u.s.', ['b2']],
  ['the', ['b0', 'a1']],
  ['or not', ['b2']],
  ['jets', ['b2', 'b1']],
  ['jets jets', ['b2', 'b1']],
  ['russia OR putin', []],
  ['bomb', []],
  ['idl*', []],
  ['"idlib bombed"', ['a0', 'b1', 'a1']],
  ['words:idlib', []],
  ['NEAR(idlib bombed)', []],
  ['-idlib', ['a0', 'b1', 'a1']],
  ['" * ( ^ \0 ', []],
  ['', []],
]

/** What every store finds; `open` makes an empty one each time. */
export function storeSearches(open: () => Store): void {
  it.each(SEARCHES)('finds for %j', (query, sentences) => {
    using(open, (store) => {
      for (const reading of SHELF) store.put(reading)
      const order = sentences.map((name) => {
        const claims = SHELF.find(({ article }) => article.id === name[0])?.claims
        return claims?.find(({ sentence }) => sentence.index === Number(name[1]))?.id
      })
      expect(store.search(query, 10)).toEqual(order)
      expect(store.search(query, 1)).toEqual(order.slice(0, 1))
      expect(store.search(query, 1.5)).toEqual(order.slice(0, 1))
      expect(store.search(query, Infinity)).toEqual(order)
      for (const none of [0, -1, Number.NaN]) expect(store.search(query, none)).toEqual([])
    })
  })

  it('orders sentences of one length by the ids of their claims', () => {
    const some = ['d', 'c', 'b', 'a'].map((id) => simpleReading(id, ['Russia bombed Idlib', 'Putin bombed Idlib']))
    using(open, (store) => {
      for (const reading of some) store.put(reading)
      const order = some.flatMap(({ claims }) => claims.map(({ id }) => id)).sort()
      expect(store.search('bombed', 10)).toEqual(order)
      expect(store.search('bombed', 3)).toEqual(order.slice(0, 3))
    })
  })

  it('finds by every word of a sentence at once, however many', () => {
    const words = Array.from({ length: 1500 }, (_, index) => `w${index}`)
    const reading = simpleReading('a', [words.join(' ')])
    using(open, (store) => {
      store.put(reading)
      expect(store.search(words.join(' '), 5)).toEqual(reading.claims.map(({ id }) => id))
      expect(store.search([...words, 'more'].join(' '), 5)).toEqual([])
    })
  })
}
