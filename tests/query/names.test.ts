import { describe, expect, it } from 'vitest'
import { asEntityId } from '../../src/model/index.ts'
import { openQuery } from '../../src/query/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { actor, type Line, place, reading, TABLE } from '../graph/make.ts'

/** A store in which everybody of the table is named, and some have namesakes. */
function store() {
  const said = (label: string): Line => ({ source: [label], type: 'SAY', target: ['?nobody'] })
  const made = memoryStore()
  made.put(
    reading('a', [...TABLE.map(({ label }) => said(label)), { source: ['Turkey'], type: 'AID', target: ['Idlib'] }]),
  )
  const others = [
    { ...place('Aleppo'), id: asEntityId('aleppo-governorate') },
    { ...actor('Front A', 'party', { aliases: ['Front'] }), basis: 'text' as const },
    { ...actor('Front B', 'party', { aliases: ['The F.R.O.N.T.', 'Front'] }), basis: 'table' as const },
    { ...actor('Union A', 'party', { aliases: ['Union'] }), basis: 'table' as const },
    { ...actor('Union B', 'party', { aliases: ['Union'] }), basis: 'table' as const },
    { ...actor('Council', 'organization'), id: asEntityId('council-a') },
    { ...actor('Council', 'organization'), id: asEntityId('council-b') },
    { ...place('Idlib'), id: asEntityId('idlib-governorate') },
  ]
  made.put({ ...reading('b', []), entities: others.sort((a, b) => (a.id < b.id ? -1 : 1)) })
  return made
}
const query = openQuery(store())

describe('a name', () => {
  it.each([
    ['an id', 'bashar-al-assad', 'bashar-al-assad'],
    ['a label', 'Bashar al-Assad', 'bashar-al-assad'],
    ['a label in other letters', 'BASHAR AL ASSAD', 'bashar-al-assad'],
    ['a label without accents', 'Antonio Guterres', 'antonio-guterres'],
    ['another name', 'Assad', 'bashar-al-assad'],
    ['an acronym', 'US', 'united-states'],
    ['an acronym with dots', 'u.s.', 'united-states'],
    ['an apostrophe more', "Da'esh", 'islamic-state'],
    ['an apostrophe less', 'daesh', 'islamic-state'],
    ['an apostrophe of another kind', 'Da’esh', 'islamic-state'],
    ['accents', 'Turkiye', 'turkey'],
    ['a label of two, with ties', 'Idlib ', 'idlib'],
    ['a label of two, by id', 'Aleppo!', 'aleppo'],
    ['another name of two, one of the tables', 'Front', 'front-b'],
    ['another name with dots', 'the front', 'front-b'],
  ])('as %s: %s is %s', async (_, ref, expected) => {
    expect((await query.resolve(ref)).id).toBe(expected)
  })

  it.each([
    ['Rusia', /Perhaps Russia \(russia\)\?/],
    ['Syira', /Perhaps Syria \(syria\)\?/],
    ['Asad', /Perhaps Bashar al-Assad \(bashar-al-assad\)\?/],
    ['Aerospace', /Perhaps Russian Aerospace Forces/],
    ['Unted States of Amerika', /Perhaps United States/],
    ['Union', /Ask by id: Union A \(union-a\) or Union B \(union-b\)\./],
    ['Aleppo Governorat', /searched by the start of a name/],
    ['Council', /Ask by id: Council \(council-a\) or Council \(council-b\)\./],
    ['?', /searched by the start of a name/],
  ])('%s fits nobody for sure, and the error helps', async (ref, hint) => {
    await expect(query.resolve(ref)).rejects.toMatchObject({
      code: 'unknown-actor',
      detail: { got: JSON.stringify(ref), hint: expect.stringMatching(hint) },
    })
  })

  it('is not blank, and not a book', async () => {
    await expect(query.resolve('  ')).rejects.toMatchObject({ code: 'bad-request' })
    await expect(query.resolve('a'.repeat(201))).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('is told by the parameter it was in', async () => {
    const where = async (asked: Promise<unknown>) => asked.catch((error) => error.detail.where)
    expect(await where(query.actor('Rusia'))).toBe('actor')
    expect(await where(query.neighborhood({ actor: 'Rusia' }))).toBe('actor')
    expect(await where(query.paths({ from: 'Rusia', to: 'Syria' }))).toBe('from')
    expect(await where(query.paths({ from: 'Syria', to: 'Rusia' }))).toBe('to')
    expect(await where(query.paths({ from: 'Syria', to: 'Russia', avoid: ['Tukey'] }))).toBe('avoid')
    expect(await where(query.claims({ speaker: 'Rusia' }))).toBe('speaker')
    expect(await where(query.claims({ about: 'Rusia' }))).toBe('about')
  })
})
