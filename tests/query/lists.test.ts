import { describe, expect, it } from 'vitest'
import { asArticleId, asClaimId, asEntityId, asTieId } from '../../src/model/index.ts'
import { type ClaimsParams, openQuery, type Query } from '../../src/query/index.ts'
import { reading } from '../graph/make.ts'
import { everyPage, sample, sampleStore } from './sample.ts'

const query = sample()
const STRIKES = asTieId('russia~ASSAULT~idlib')
const keysOf = (page: { items: readonly { claim: { article: string; sentence: { index: number } } }[] }) =>
  page.items.map(({ claim }) => `${claim.article}${claim.sentence.index}`)

describe('claims', () => {
  it.each<[ClaimsParams, string[]]>([
    [{}, ['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3', 'c0', 'c1']],
    [{ about: 'Syria' }, ['b3', 'c0', 'c1']],
    [{ about: 'Geneva' }, ['a3']],
    [{ about: 'Turkey', modality: 'actual' }, ['a3']],
    [{ speaker: 'Kerry' }, ['a1']],
    [{ speaker: 'Lavrov', polarity: 'negated' }, ['b0']],
    [{ speaker: 'Lavrov', polarity: 'affirmed' }, []],
    [{ type: 'SUPPORT' }, ['b3', 'c0']],
    [{ modality: 'planned' }, ['b2']],
    [{ since: '2016-01-01' }, ['b0', 'b1', 'b2', 'b3']],
    [{ until: '2016-02-01' }, ['a0', 'a1', 'a2', 'a3', 'b1']],
    [{ q: 'BOMBED idlib' }, ['a0', 'b0', 'b1']],
    [{ q: 'bombed', since: '2016-01-01', polarity: 'affirmed' }, ['b1']],
    [{ q: 'nowhere' }, []],
    [{ q: ' ' }, ['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3', 'c0', 'c1']],
  ])('%j', async (params, expected) => {
    const { items, next } = await query.claims(params)
    expect(next).toBeNull()
    const keys = keysOf({ items })
    expect(params.q === undefined ? keys : keys.sort()).toEqual(expected)
  })

  it('come best match first when words are asked for, and page by page alike', async () => {
    const store = sampleStore()
    const found = [...store.search('idlib', 100)]
    expect(
      (await everyPage(1, (page) => openQuery(store).claims({ q: 'idlib', ...page }))).map(({ claim }) => claim.id),
    ).toEqual(found)
  })

  it('stand beside their article', async () => {
    const [first] = (await query.claims({ limit: 1 })).items
    expect(first?.article).toEqual({
      id: 'a',
      title: 'About a',
      publisher: 'Sample Wire',
      published: '2015-10-01',
      url: null,
    })
    expect(await query.claim(first!.claim.id)).toEqual(first)
  })
})

describe('evidence', () => {
  it('is what feeds the tie, the best first', async () => {
    const found = await query.evidence(STRIKES, {})
    expect(keysOf(found)).toEqual(['a0', 'b1', 'a1', 'b0'])
    expect(found.items[0]?.claim.id).toBe((await query.tie(STRIKES)).best)
    expect(found.items).toHaveLength((await query.tie(STRIKES)).claims)
    expect(keysOf({ items: await everyPage(1, (page) => query.evidence(STRIKES, page)) })).toEqual(keysOf(found))
  })

  it.each([
    [{ since: '2016-01-01' }, ['b1', 'b0']],
    [{ until: '2016-02-01' }, ['a0', 'b1', 'a1']],
    [{ since: '2020-01-01' }, []],
  ])('%j', async (times, expected) => {
    expect(keysOf(await query.evidence(STRIKES, times))).toEqual(expected)
  })

  it('of a rolled-up tie is that of those who act for the state', async () => {
    const rolled = asTieId('united-states~OPPOSE~bashar-al-assad')
    expect(keysOf(await query.evidence(rolled, { rollup: 'state' }))).toEqual(['a2'])
    expect(await query.tie(rolled, 'state')).toMatchObject({ claims: 1 })
    await expect(query.evidence(rolled, {})).rejects.toMatchObject({ code: 'unknown-tie' })
  })
})

describe('actors', () => {
  it('come with most ties first, then by id', async () => {
    const { items } = await query.actors({})
    expect(items.map(({ entity, ties, neighbors }) => [entity.id, ties, neighbors]).slice(0, 6)).toEqual([
      ['russia', 4, 3],
      ['syria', 2, 2],
      ['turkey', 2, 1],
      ['bashar-al-assad', 1, 1],
      ['idlib', 1, 1],
      ['iran', 1, 1],
    ])
    expect(await everyPage(2, (page) => query.actors(page))).toEqual(items)
    expect(await query.actor('Russia')).toEqual(items[0])
  })

  it.each([
    ['russ', ['russia', 'ministry-of-foreign-affairs-of-russia']],
    ['RUSSIA', ['russia', 'ministry-of-foreign-affairs-of-russia']],
    ['al-ass', ['bashar-al-assad']],
    ['U.S', ['united-states']],
    ['united st', ['united-states']],
    ['ssia', []],
    ['!', []],
  ])('whose names have a word that starts with %s', async (q, expected) => {
    expect((await query.actors({ q })).items.map(({ entity }) => entity.id)).toEqual(expected)
  })

  it('of a kind', async () => {
    const { items } = await query.actors({ kind: 'place' })
    expect(items.map(({ entity }) => entity.id)).toEqual(['idlib', 'geneva'])
    expect((await query.actors({ kind: 'person', q: 'a' })).items.map(({ entity }) => entity.id)).toEqual([
      'bashar-al-assad',
    ])
  })
})

describe('single things', () => {
  it('articles come with their ledger and claims', async () => {
    const { article, ledger, claims } = await query.article(asArticleId('b'))
    expect([article.id, ledger.claims, claims.length]).toEqual(['b', 4, 4])
    const all = await everyPage(2, (page) => query.articles(page))
    expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(all[1]).toEqual(article)
  })

  it.each<[string, (query: Query) => Promise<unknown>]>([
    ['unknown-article', (q) => q.article(asArticleId('x'))],
    ['unknown-claim', (q) => q.claim(asClaimId('x'))],
    ['unknown-tie', (q) => q.tie(asTieId('russia~ASSAULT~turkey'))],
    ['unknown-actor', (q) => q.entity(asEntityId('x'))],
  ])('that are not there are %s', async (code, ask) => {
    await expect(ask(query)).rejects.toMatchObject({ code })
  })

  it('an entity by its id', async () => {
    expect(await query.entity(asEntityId('idlib'))).toEqual(await query.resolve('Idlib'))
  })

  it('the strongest ties that stand', async () => {
    expect((await query.strongest(3)).map(({ id, status }) => [id, status])).toEqual([
      ['russia~ASSAULT~idlib', 'disputed'],
      ['iran~SUPPORT~syria', 'reported'],
      ['john-kerry~OPPOSE~bashar-al-assad', 'reported'],
    ])
    expect((await query.strongest(100, 'state')).map(({ id }) => id)).toContain('united-states~OPPOSE~bashar-al-assad')
  })

  it('stats', async () => {
    expect(await query.stats()).toEqual({
      version: await query.version(),
      articles: 3,
      sentences: 10,
      claims: 10,
      skips: 0,
      actors: 10,
      places: 2,
      ties: 7,
      standing: 6,
      types: [
        { type: 'ASSAULT', claims: 4 },
        { type: 'SUPPORT', claims: 2 },
        { type: 'ACCUSE', claims: 1 },
        { type: 'CONSULT', claims: 1 },
        { type: 'OPPOSE', claims: 1 },
        { type: null, claims: 1 },
      ],
      first: '2015-10-01',
      last: '2016-03-15',
    })
  })
})

describe('cursors', () => {
  it('are of one list and one version of the graph', async () => {
    const store = sampleStore()
    const asked = openQuery(store, { settle: 0 })
    const { next } = await asked.claims({ limit: 2 })
    const cursor = next!
    expect(keysOf(await asked.claims({ limit: 3, cursor }))).toEqual(['a2', 'a3', 'b0'])
    const refused = { code: 'bad-request', detail: { where: 'cursor' } }
    for (const ask of [
      () => asked.claims({ about: 'Russia', cursor }),
      () => asked.articles({ cursor }),
      () => asked.actors({ cursor }),
      () => asked.claims({ cursor: `${cursor}A` }),
      () => asked.claims({ cursor: 'MA' }),
      () => asked.claims({ cursor: '' }),
    ]) {
      await expect(ask()).rejects.toMatchObject(refused)
    }
    store.put(reading('d', []))
    await expect(asked.claims({ cursor })).rejects.toMatchObject(refused)
    store.remove(asArticleId('d'))
    expect(keysOf(await asked.claims({ limit: 1, cursor }))).toEqual(['a2'])
  })
})
