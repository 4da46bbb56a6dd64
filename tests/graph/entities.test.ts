import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeEntities } from '../../src/graph/index.ts'
import { type ActorKind, asArticleId, asEntityId, type Entity } from '../../src/model/index.ts'
import { actor, place } from './make.ts'

const DAESH = asEntityId('daesh')
const seen = (...entities: readonly Entity[]) =>
  entities.map((entity, index) => ({ article: asArticleId(`a${index}`), entity: { ...entity, id: DAESH } }))
const merged = (...entities: readonly Entity[]) => mergeEntities(seen(...entities)).get(DAESH)
const named = (label: string, kind: ActorKind = 'armed-group') => actor(label, kind, { basis: 'text' })

describe('mergeEntities', () => {
  it('lets the tables win', () => {
    const table = actor('Islamic State', 'armed-group', { codes: { wikidata: 'Q2429253' } })
    expect(merged(named('Daesh', 'organization'), table, named('Daesh', 'organization'))).toEqual({
      ...table,
      id: DAESH,
      aliases: ['Daesh'],
    })
  })

  it.each([
    ['most articles', ['Daesh', "Da'esh", 'Daesh'], 'Daesh'],
    ['the longer', ['Daesh', "Da'esh"], "Da'esh"],
    ['the smaller in code units', ['DAESH', 'Daesh'], 'DAESH'],
  ])('takes the label of %s', (_, labels, expected) => {
    const entity = merged(...labels.map((label) => named(label)))
    expect(entity?.label).toBe(expected)
    expect(entity?.aliases).toEqual([...new Set(labels)].filter((label) => label !== expected).sort())
  })

  it('takes the kind that most articles give, wherever the label comes from', () => {
    const kinds = merged(named("Da'esh", 'organization'), named('Daesh'), named('Daesh'))
    expect(kinds).toMatchObject({ label: 'Daesh', kind: 'armed-group' })
  })

  it('unites roles that articles tell, but not two versions of the tables', () => {
    const minister = (until: string | null, basis: 'table' | 'text') =>
      actor('Sergey Lavrov', 'person', { basis, roles: [['foreign minister', 'Russia', '2004-03-09', until]] })
    const roles = (...entities: Entity[]) => {
      const entity = merged(...entities)
      return entity?.kind === 'place' ? null : entity?.roles.map(({ until }) => until)
    }
    expect(roles(minister('2030-01-01', 'text'), minister(null, 'text'))).toEqual(['2030-01-01', null])
    expect(roles(minister('2030-01-01', 'table'), minister(null, 'table'), minister(null, 'table'))).toEqual([null])
  })

  it('keeps what is known of a place', () => {
    const known = place('Idlib', 'Syria', { lat: 35.93, lon: 36.63 })
    const text = { basis: 'text' } as const
    const entity = merged({ ...place('Idlib'), ...text }, { ...known, ...text }, { ...place('Idlib'), ...text })
    expect(entity).toMatchObject({ within: 'syria', at: { lat: 35.93, lon: 36.63 } })
  })

  it('does not depend on order, and gives the ids in order', () => {
    const variant = fc.record({
      label: fc.constantFrom('Daesh', "Da'esh", 'ISIS'),
      kind: fc.constantFrom('armed-group' as const, 'organization' as const),
      basis: fc.constantFrom('text' as const, 'table' as const),
      aliases: fc.subarray(['ISIL', 'IS']),
      codes: fc.constantFrom({}, { wikidata: 'Q2429253' }, { wikidata: 'Q1' }),
      id: fc.constantFrom('b', 'a', 'c').map(asEntityId),
      roles: fc.constantFrom([], [{ role: 'member', actsFor: DAESH, from: null, until: null }]),
    })
    const shuffled = fc
      .array(variant, { maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const of = (entities: readonly Entity[]) =>
          JSON.stringify([
            ...mergeEntities(entities.map((entity) => ({ article: asArticleId('a'), entity }))).entries(),
          ])
        expect(of(other)).toBe(of(list))
        const ids = [...mergeEntities(list.map((entity) => ({ article: asArticleId('a'), entity }))).keys()]
        expect(ids).toEqual([...ids].sort())
      }),
    )
  })
})
