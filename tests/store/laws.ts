import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Claim, Reading } from '../../src/model/index.ts'
import type { Store } from '../../src/store/index.ts'
import { draws, movedTo, ORIGINS, readingOf, readings } from './readings.ts'
import { stateOf, using } from './state.ts'

/** Readings of different articles, as one build meets them. */
const shelf = fc.uniqueArray(readings, { selector: ({ article }) => article.id, maxLength: 5 })

/** What holds of every store, whatever is put into it; `open` makes an empty one each time. */
export function storeLaws(open: () => Store, runs: number): void {
  const holds = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: runs })

  const filled = (some: readonly Reading[]) =>
    using(open, (store) => {
      for (const reading of some) store.put(reading)
      return stateOf(store)
    })

  it('gives back what was put, equal in every part', () => {
    holds(
      fc.property(readings, (reading) =>
        using(open, (store) => {
          expect(store.put(reading)).toBe('added')
          const { article, ledger, reader, claims } = reading
          expect(store.article(article.id)).toEqual({ article, ledger, reader })
          expect(new Set(store.claimsOf(article.id))).toEqual(new Set(claims))
          expect(new Set([...store.entities()].map(({ entity }) => entity))).toEqual(new Set(reading.entities))
          for (const claim of claims) expect(store.claim(claim.id)).toEqual(claim)
          expect(store.counts()).toMatchObject({ sentences: reading.sentences.length, claims: claims.length })
        }),
      ),
    )
  })

  it('takes the same reading once', () => {
    holds(
      fc.property(shelf, readings, (others, reading) =>
        using(open, (store) => {
          for (const other of others) store.put(other)
          store.put(reading)
          const before = stateOf(store)
          expect(store.has(reading.article, reading.reader)).toBe(true)
          expect(store.put(reading)).toBe('unchanged')
          expect(stateOf(store)).toEqual(before)
        }),
      ),
    )
  })

  it('forgets what is removed, as if it had never been there', () => {
    holds(
      fc.property(shelf, readings, (some, reading) =>
        using(open, (store) => {
          const others = some.filter(({ article }) => article.id !== reading.article.id)
          for (const other of others) store.put(other)
          const before = stateOf(store)
          store.put(reading)
          expect(store.version()).not.toBe(before.version)
          expect(store.remove(reading.article.id)).toBe(true)
          expect(stateOf(store)).toEqual(before)
          expect(store.remove(reading.article.id)).toBe(false)
          expect(stateOf(store)).toEqual(before)
        }),
      ),
    )
  })

  it('does not show in what order readings came, nor from which of their origins first', () => {
    const copies = shelf.chain((some) => {
      const everywhere = some.flatMap((reading) => ORIGINS.map((origin) => movedTo(reading, origin)))
      const all = fc.shuffledSubarray(everywhere, { minLength: everywhere.length })
      return fc.tuple(fc.constant(everywhere), all)
    })
    holds(
      fc.property(copies, ([some, shuffled]) => {
        const state = filled(some)
        expect(filled(shuffled)).toEqual(state)
        expect(state.version).toMatch(/^[0-9a-f]{16}$/)
      }),
    )
  })

  it('spares what need not be read again, and ends in the same state', () => {
    holds(
      fc.property(shelf, fc.infiniteStream(fc.constantFrom(...ORIGINS)), (some, origins) => {
        const all = [...some, ...some, ...some].map((reading) => movedTo(reading, origins.next().value ?? ''))
        const spared = using(open, (store) => {
          for (const reading of all) if (!store.has(reading.article, reading.reader)) store.put(reading)
          return stateOf(store)
        })
        expect(spared).toEqual(filled(all))
      }),
    )
  })

  it('puts a reading of another text in place of the old one', () => {
    holds(
      fc.property(draws, draws, (first, second) => {
        const [old, drawn] = [readingOf(first), readingOf({ ...second, id: first.id })]
        fc.pre(drawn.article.text !== old.article.text)
        const both = using(open, (store) => {
          store.put(old)
          expect(store.has(drawn.article, drawn.reader)).toBe(false)
          expect(store.put(drawn)).toBe('replaced')
          return stateOf(store)
        })
        expect(both).toEqual(filled([drawn]))
      }),
    )
  })

  it('iterates in code-unit order of ids, claims in order of the text', () => {
    holds(
      fc.property(shelf, (some) => {
        const state = filled(some)
        const ids = some.map(({ article }) => article.id).sort()
        expect(state.articles.map(({ article }) => article.id)).toEqual(ids)
        const claims = some.flatMap((reading) => reading.claims)
        const key = ({ article, predicate, id }: Claim) => [ids.indexOf(article), predicate.start, id] as const
        expect(state.claims).toEqual(claims.sort((a, b) => byParts(key(a), key(b))))
        const entities = some.flatMap(({ article, entities }) =>
          entities.map((entity) => ({ article: article.id, entity })),
        )
        const name = (one: (typeof entities)[number]) => [ids.indexOf(one.article), 0, one.entity.id] as const
        expect(state.entities).toEqual(entities.sort((a, b) => byParts(name(a), name(b))))
      }),
    )
  })
}

type Parts = readonly [number, number, string]
const byParts = (a: Parts, b: Parts): number => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)
