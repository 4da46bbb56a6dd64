import { describe, expect, it } from 'vitest'
import { asTieId } from '../../src/model/index.ts'
import type { Query } from '../../src/query/index.ts'
import { sample } from './sample.ts'

const query = sample()
const tiesAround = async (params: Parameters<Query['neighborhood']>[0]) =>
  (await query.neighborhood(params)).ties.map(({ id, claims }) => [id, claims])

describe('neighborhood', () => {
  it('answers with the version, the actor first, and the ties that stand', async () => {
    const answer = await query.neighborhood({ actor: 'Russia' })
    expect(answer.version).toBe(await query.version())
    expect(answer.nodes.map(({ entity, distance }) => [entity.id, distance])).toEqual([
      ['russia', 0],
      ['idlib', 1],
      ['syria', 1],
      ['turkey', 1],
    ])
    expect(answer.ties.map(({ id }) => id)).toEqual([
      'russia~ASSAULT~idlib',
      'russia~CONSULT~turkey',
      'russia~SUPPORT~syria',
      'turkey~CONSULT~russia',
    ])
    expect(answer.truncated).toBe(false)
  })

  it.each<[Omit<Parameters<Query['neighborhood']>[0], 'actor'>, [string, number][]]>([
    [{ types: ['ASSAULT'] }, [['russia~ASSAULT~idlib', 4]]],
    [{ since: '2016-01-01' }, [['russia~ASSAULT~idlib', 2]]],
    [{ types: ['ASSAULT'], until: '2016-02-01' }, [['russia~ASSAULT~idlib', 3]]],
    [{ since: '2016-02-02', until: '2016-12-31' }, []],
    [
      { since: '2016-02-02', status: ['denied', 'unrealized'] },
      [
        ['russia~ASSAULT~idlib', 1],
        ['turkey~ACCUSE~russia', 1],
      ],
    ],
    [{ minPublishers: 2 }, [['russia~ASSAULT~idlib', 4]]],
    [{ direction: 'in' }, [['turkey~CONSULT~russia', 1]]],
  ])('%j recounts and filters', async (params, expected) => {
    expect(await tiesAround({ actor: 'Russia', ...params })).toEqual(expected)
  })

  it('keeps what hangs together when it is cut', async () => {
    const cut = await query.neighborhood({ actor: 'Iran', depth: 4, limit: 2 })
    expect(cut.ties.map(({ id }) => id)).toEqual(['iran~SUPPORT~syria', 'russia~SUPPORT~syria'])
    expect(cut.nodes.map(({ entity }) => entity.id)).toEqual(['iran', 'syria', 'russia'])
    expect(cut.truncated).toBe(true)
  })

  it('of somebody without ties is only them', async () => {
    expect(await query.neighborhood({ actor: 'Hezbollah' })).toMatchObject({ nodes: [{ distance: 0 }], ties: [] })
  })

  it('rolled up shows states', async () => {
    expect(await tiesAround({ actor: 'Bashar al-Assad', rollup: 'state', types: ['OPPOSE'] })).toEqual([
      ['united-states~OPPOSE~bashar-al-assad', 1],
    ])
  })
})

describe('paths', () => {
  it('lead from one to the other along standing ties', async () => {
    const answer = await query.paths({ from: 'Iran', to: 'Idlib' })
    expect([answer.from.id, answer.to.id, answer.truncated]).toEqual(['iran', 'idlib', false])
    expect(answer.paths.map(({ steps }) => steps.map(({ tie, forward }) => [tie.id, forward]))).toEqual([
      [
        ['iran~SUPPORT~syria', true],
        ['russia~SUPPORT~syria', false],
        ['russia~ASSAULT~idlib', true],
      ],
    ])
    expect(answer.nodes.map(({ id }) => id)).toEqual(['idlib', 'iran', 'russia', 'syria'])
  })

  it('quote the best claim of each step', async () => {
    const answer = await query.paths({ from: 'Iran', to: 'Idlib' })
    for (const { tie, quote } of answer.paths.flatMap(({ steps }) => steps)) {
      expect(quote).toBe((await query.claim(tie.best)).claim.quote)
    }
    expect(answer.paths).toHaveLength(1)
  })

  it.each([
    [{ directed: true }],
    [{ maxLength: 2 }],
    [{ avoid: ['Syria'] }],
    [{ since: '2016-01-01' }],
    [{ types: ['SUPPORT' as const] }],
    [{ status: ['unrealized' as const] }],
  ])('find nothing under %j', async (params) => {
    expect(await query.paths({ from: 'Iran', to: 'Idlib', ...params })).toMatchObject({ nodes: [], paths: [] })
  })
})

describe('what is out of bounds', () => {
  const around = { actor: 'Russia' }
  const route = { from: 'Russia', to: 'Syria' }

  it.each<[string, (query: Query) => Promise<unknown>, string, string]>([
    ['depth', (q) => q.neighborhood({ ...around, depth: 5 }), 'a whole number from 1 to 4', '5'],
    ['depth', (q) => q.neighborhood({ ...around, depth: 1.5 }), 'a whole number from 1 to 4', '1.5'],
    ['depth', (q) => q.neighborhood({ ...around, depth: Number.NaN }), 'a whole number from 1 to 4', 'null'],
    ['limit', (q) => q.neighborhood({ ...around, limit: 5001 }), 'a whole number from 1 to 5000', '5001'],
    ['limit', (q) => q.claims({ limit: 501 }), 'a whole number from 1 to 500', '501'],
    ['limit', (q) => q.strongest(0), 'a whole number from 1 to 5000', '0'],
    ['minPublishers', (q) => q.neighborhood({ ...around, minPublishers: 0 }), 'a whole number from 1 to 1000000', '0'],
    ['direction', (q) => q.neighborhood({ ...around, direction: 'up' as 'in' }), 'one of out, in, both', '"up"'],
    [
      'status',
      (q) => q.neighborhood({ ...around, status: [] }),
      'at least one of reported, claimed, disputed, denied, unrealized',
      '[]',
    ],
    ['rollup', (q) => q.tie(asTieId('x'), 'all' as 'none'), 'one of none, state', '"all"'],
    ['maxLength', (q) => q.paths({ ...route, maxLength: 7 }), 'a whole number from 1 to 6', '7'],
    ['k', (q) => q.paths({ ...route, k: 21 }), 'a whole number from 1 to 20', '21'],
    ['to', (q) => q.paths({ from: 'Russia', to: 'russia' }), 'another actor or place than russia', '"russia"'],
    ['avoid', (q) => q.paths({ ...route, avoid: ['Syria'] }), 'neither end of the paths', '"syria"'],
    ['avoid', (q) => q.paths({ ...route, avoid: Array(51).fill('Turkey') }), 'at most 50 actors or places', '51'],
    ['since', (q) => q.claims({ since: '2015-02-29' }), 'a day as YYYY-MM-DD', '"2015-02-29"'],
    ['since', (q) => q.claims({ since: '2015' }), 'a day as YYYY-MM-DD', '"2015"'],
    ['until', (q) => q.paths({ ...route, until: '2015-13-01' }), 'a day as YYYY-MM-DD', '"2015-13-01"'],
    [
      'until',
      (q) => q.claims({ since: '2016-01-02', until: '2016-01-01' }),
      'a day not before 2016-01-02',
      '"2016-01-01"',
    ],
    ['q', (q) => q.claims({ q: 'x'.repeat(201) }), 'at most 200 characters', '201'],
  ])('%s', async (where, ask, expected, got) => {
    await expect(ask(query)).rejects.toMatchObject({ code: 'bad-request', detail: { where, expected, got } })
  })

  it('days are those of the model, leap years and all', async () => {
    expect((await query.claims({ since: '0000-02-29', limit: 1 })).items).toHaveLength(1)
  })

  it('types name their choices', async () => {
    await expect(query.neighborhood({ ...around, types: ['BOMB' as 'AID'] })).rejects.toMatchObject({
      detail: { where: 'types', expected: expect.stringContaining('AGREE, CONSULT'), got: '"BOMB"' },
    })
  })
})
