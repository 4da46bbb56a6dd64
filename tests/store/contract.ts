import { describe, expect, it } from 'vitest'
import {
  type Article,
  asArticleId,
  asClaimId,
  type Claim,
  type Reading,
  WiregraphError,
} from '../../src/model/index.ts'
import type { Store } from '../../src/store/index.ts'
import { storeLaws } from './laws.ts'
import { IDS, movedTo, ORIGINS, READERS, simpleReading } from './readings.ts'
import { storeSearches } from './searches.ts'
import { stateOf, using } from './state.ts'

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof WiregraphError ? error.code : `a defect: ${error}`
  }
  return 'no error'
}

/** What every store does, as laws and as examples; `open` makes an empty one each time. */
export function storeContract(name: string, open: () => Store, runs: number): void {
  describe(name, () => {
    it('is empty at first', () => {
      expect(using(open, stateOf)).toMatchObject({
        articles: [],
        claims: [],
        entities: [],
        skips: [],
        counts: { articles: 0, sentences: 0, claims: 0, skips: 0 },
        version: '0000000000000000',
      })
    })

    storeLaws(open, runs)
    storeSearches(open)

    it('puts a reading by another reader in place of the old one', () => {
      const [first, second] = READERS.map((reader) => simpleReading('a', ['Russia bombed Idlib'], { reader }))
      using(open, (store) => {
        store.put(first!)
        expect(store.has(second!.article, second!.reader)).toBe(false)
        expect(store.put(second!)).toBe('replaced')
        expect(store.article(second!.article.id)?.reader).toEqual(second!.reader)
      })
    })

    it('has a version that tells articles, claims and entities, and nothing else', () => {
      const reading = simpleReading('a', TEXT)
      const { article, claims, entities, ledger } = reading
      const versionOf = (change: Partial<Reading>) =>
        using(open, (store) => {
          store.put({ ...reading, ...change })
          return store.version()
        })
      const same = versionOf({})
      for (const change of [{ reader: READERS[1]! }, { ledger: { ...ledger, tokens: 0 } }, { sentences: [] }]) {
        expect(versionOf(change)).toBe(same)
      }
      const others = [
        { article: { ...article, publisher: null } },
        { article: { ...article, origin: 'b.txt' } },
        { claims: claims.slice(1) },
        { claims: [{ ...claims[0]!, confidence: 1 }, ...claims.slice(1)] },
        { entities: entities.slice(1) },
      ].map(versionOf)
      expect(new Set([same, ...others]).size).toBe(6)
    })

    it('keeps the smallest origin of one article, in article and ledger', () => {
      const reading = simpleReading('a', ['Russia bombed Idlib'])
      using(open, (store) => {
        store.put(movedTo(reading, 'b.txt'))
        const version = store.version()
        expect(store.has(movedTo(reading, 'c.txt').article, reading.reader)).toBe(true)
        expect(store.put(movedTo(reading, 'c.txt'))).toBe('unchanged')
        expect(store.article(reading.article.id)?.article.origin).toBe('b.txt')
        expect(store.version()).toBe(version)
        expect(store.has(movedTo(reading, 'B.txt').article, reading.reader)).toBe(false)
        expect(store.put(movedTo(reading, 'B.txt'))).toBe('unchanged')
        const { article, ledger } = store.article(reading.article.id)!
        expect([article.origin, ledger.origin]).toEqual(['B.txt', 'B.txt'])
        expect(store.version()).not.toBe(version)
      })
    })

    const spoilt: readonly (readonly [string, string, (claim: Claim, reading: Reading) => Partial<Reading>])[] = [
      ['a quote that is off', 'evidence', (claim) => ({ claims: [{ ...claim, quote: `${claim.quote}!` }] })],
      ['a claim of another article', 'evidence', (claim) => ({ claims: [{ ...claim, article: asArticleId('zz') }] })],
      ['a claim twice', 'evidence', (claim, { claims }) => ({ claims: [...claims, claim] })],
      ['an entity twice', 'evidence', (_, { entities }) => ({ entities: [...entities, ...entities] })],
      [
        'the id of a claim of another article',
        'evidence',
        (claim, { claims }) => ({
          claims: [...claims.slice(1), { ...claim, id: simpleReading('b', TEXT).claims[1]!.id }],
        }),
      ],
      [
        'half of a surrogate pair in its id',
        'bad-record',
        (_, { article }) => renamed(article, { id: asArticleId('\ud801') }),
      ],
      [
        'half of a surrogate pair in its origin',
        'bad-record',
        (_, { article }) => renamed(article, { origin: '\udc01' }),
      ],
    ]
    it.each(spoilt)('refuses a reading with %s, and stays as it was', (_, code, spoil) => {
      using(open, (store) => {
        for (const id of ['a', 'b']) store.put(simpleReading(id, TEXT))
        store.skip({ origin: 'a.txt', code: 'not-text', message: 'no', detail: {} })
        const before = stateOf(store)
        const reading = simpleReading('a', [...TEXT, 'Idlib said more'])
        const claim = reading.claims[0]!
        expect(codeOf(() => store.put({ ...reading, ...spoil(claim, reading) }))).toBe(code)
        expect(stateOf(store)).toEqual(before)
      })
    })

    it('may be written while it is iterated', () => {
      using(open, (store) => {
        for (const id of IDS) store.put(simpleReading(id, TEXT))
        for (const { article } of store.articles()) {
          store.remove(article.id)
          store.put(simpleReading(`new ${article.id}`, TEXT))
        }
        expect([...store.articles()].map(({ article }) => article.id)).toEqual(IDS.map((id) => `new ${id}`).sort())
      })
    })

    it('is not touched by what is done to a reading or an answer later', () => {
      using(open, (store) => {
        const reading = structuredClone(simpleReading('a', TEXT))
        store.put(reading)
        const before = stateOf(store)
        Object.assign(reading.article, { title: 'other' })
        Object.assign(store.claimsOf(reading.article.id)[0]!, { rule: 'other' })
        expect(stateOf(store)).toEqual(before)
      })
    })

    it('keeps one skip an origin, until an article comes from there', () => {
      using(open, (store) => {
        const skip = (origin: string, message: string) =>
          ({ origin, code: 'not-text', message, detail: { got: 'x' } }) as const
        for (const origin of [...ORIGINS, ...ORIGINS]) store.skip(skip(origin, 'no'))
        store.skip(skip(ORIGINS[0]!, 'never'))
        const kept = ORIGINS.map((origin) => skip(origin, origin === ORIGINS[0] ? 'never' : 'no'))
        const sorted = [...kept].sort((a, b) => (a.origin < b.origin ? -1 : 1))
        expect(store.skips()).toEqual(sorted)
        expect(store.counts().skips).toBe(ORIGINS.length)
        expect(store.version()).toBe('0000000000000000')

        const reading = movedTo(simpleReading('a', TEXT), ORIGINS[0]!)
        expect(store.has(reading.article, reading.reader)).toBe(false)
        store.put(reading)
        expect(store.skips()).toEqual(sorted.filter(({ origin }) => origin !== ORIGINS[0]))
        // The same article from an origin that failed before: it must be put, so that the skip goes.
        const again = movedTo(reading, ORIGINS[3]!)
        expect(store.has(again.article, again.reader)).toBe(false)
        expect(store.put(again)).toBe('unchanged')
        expect(store.counts().skips).toBe(ORIGINS.length - 2)
        expect(codeOf(() => store.skip(skip('\ud801', 'no')))).toBe('bad-record')
      })
    })

    it('knows nothing of ids that are not there', () => {
      using(open, (store) => {
        store.put(simpleReading('\ufffd', TEXT))
        for (const id of ['b', '', '\ud801', "' OR 1 --"]) {
          expect(store.article(asArticleId(id))).toBeNull()
          expect(store.claimsOf(asArticleId(id))).toEqual([])
          expect(store.claim(asClaimId(id))).toBeNull()
          expect(store.remove(asArticleId(id))).toBe(false)
          expect(store.has({ ...simpleReading('a', TEXT).article, id: asArticleId(id) }, READERS[0]!)).toBe(false)
        }
      })
    })

    it('says so when it is used after it was closed', () => {
      const store = open()
      const { article, reader, ...rest } = simpleReading('a', TEXT)
      store.put({ article, reader, ...rest })
      const begun = [store.articles(), store.claims(), store.entities()].map((list) => list[Symbol.iterator]())
      store.close()
      store.close()
      const uses: readonly (() => unknown)[] = [
        () => store.put({ article, reader, ...rest }),
        () => store.has(article, reader),
        () => store.remove(article.id),
        () => store.article(article.id),
        () => store.claimsOf(article.id),
        () => store.claim(asClaimId('0')),
        () => store.search('russia', 1),
        () => store.skip({ origin: 'x', code: 'not-text', message: '', detail: {} }),
        () => store.skips(),
        () => store.counts(),
        () => store.version(),
        ...begun.map((list) => () => list.next()),
      ]
      for (const use of uses) expect(use).toThrow(/expected an open store, got one that was closed/)
    })

    it.each(['articles', 'claims', 'entities'] as const)('says so when it is closed amid its %s', (list) => {
      const store = open()
      for (const id of ['a', 'b']) store.put(simpleReading(id, TEXT))
      const walk = () => {
        for (const _ of store[list]()) store.close()
      }
      expect(walk).toThrow(/expected an open store, got one that was closed/)
    })
  })
}

const TEXT = ['Russia bombed Idlib', 'Putin said THE word']

const renamed = (article: Article, name: Partial<Article>): Partial<Reading> => ({
  article: { ...article, ...name },
  claims: [],
})
