import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type EntityId, overlaps } from '../../src/model/index.ts'
import { openQuery } from '../../src/query/index.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { scratch, wiregraph } from './console.ts'

/** A folder of real articles on Russia and Syria, which may not be passed on; named by those who have it. */
const NEWS = process.env.WIREGRAPH_NEWS ?? ''
const isThere = NEWS !== '' && existsSync(NEWS)
if (!isThere) afterAll(() => process.stderr.write('skipped: WIREGRAPH_NEWS names no folder of real news\n'))

describe.skipIf(!isThere)('real news', { timeout: 60_000 }, () => {
  it('builds without a warning and gives the ties that its readers look for', async () => {
    const db = join(scratch(), 'news.db')
    const { code, said } = await wiregraph(['build', NEWS, '--db', db])
    expect(code).toBe(0)
    expect(said).toMatch(/skipped {3}nothing/u)
    const store = openSqliteStore(db, { readonly: true })
    try {
      const query = openQuery(store)
      const strikes = await query.neighborhood({ actor: 'Russia', types: ['ASSAULT'], direction: 'out' })
      const strike = strikes.ties.find(({ target }) => target.startsWith('idlib'))
      expect(strike?.source).toBe('russia')
      const stance = await query.neighborhood({
        actor: 'United States',
        types: ['OPPOSE'],
        direction: 'out',
        rollup: 'state',
      })
      const opposes = stance.ties.find(({ target }) => target === 'bashar-al-assad')
      for (const [tie, rollup] of [
        [strike, 'none'],
        [opposes, 'state'],
      ] as const) {
        expect(tie).toBeDefined()
        const { items } = await query.evidence(tie!.id, { rollup })
        for (const { claim } of items) {
          const { article } = await query.article(claim.article)
          expect(article.text.slice(claim.sentence.start, claim.sentence.end)).toBe(claim.quote)
        }
        expect(items.length).toBeGreaterThan(0)
      }
    } finally {
      store.close()
    }
  })

  it('reads no claim and no actor out of teasers, appeals and bylines', async () => {
    const db = join(scratch(), 'news.db')
    await wiregraph(['build', NEWS, '--db', db])
    const store = openSqliteStore(db, { readonly: true })
    try {
      const articles = [...store.articles()]
      const cut = articles.flatMap(({ article, ledger }) =>
        ledger.cuts.map((region) => ({ ...region, article: article.id })),
      )
      expect(cut.length).toBeGreaterThan(4)
      for (const claim of store.claims()) {
        const inside = cut.filter((region) => region.article === claim.article && overlaps(region, claim.sentence))
        expect(inside, claim.quote).toEqual([])
      }
      const ids = new Set([...store.entities()].map(({ entity }) => entity.id))
      const strangers = ['jimmy-carter', 'unesco', 'norway'].filter((id) => ids.has(id as EntityId))
      expect(strangers).toEqual([])
      // whoever the tables do not know is named in what was read: nobody's byline
      const read = articles.map(({ article: { text }, ledger }) =>
        ledger.cuts.reduce(
          (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
          text,
        ),
      )
      const coined = [...store.entities()].filter(({ entity }) => entity.basis === 'text')
      expect(coined.length).toBeGreaterThan(0)
      for (const { entity } of coined) {
        const last = entity.label.split(' ').at(-1)!
        expect(
          read.some((text) => text.includes(last)),
          entity.label,
        ).toBe(true)
      }
    } finally {
      store.close()
    }
  })
})
