import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asArticleId, asEntityId, type ClaimKey, claimId, digest, foldName, tieId } from '../../src/model/index.ts'

describe('a folded name', () => {
  it.each([
    ['Bashar al-Assad', 'bashar-al-assad'],
    ['Recep Tayyip Erdoğan', 'recep-tayyip-erdogan'],
    ["Da'esh", 'daesh'],
    ['Da’esh', 'daesh'],
    ['  U.S.  Army ', 'u-s-army'],
    ['Ель-Асад', 'ель-асад'],
    ['—', ''],
  ])('of %j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  it('folds no further, and holds no mark that ids are parted by', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
        expect(foldName(name)).not.toMatch(/[~\s/]/u)
      }),
    )
  })
})

describe('a digest', () => {
  it('tells lists of parts from one another', () => {
    expect(digest('ab', 'c')).not.toBe(digest('a', 'bc'))
    expect(digest('a')).not.toBe(digest('a', ''))
    expect(digest('a', 'b')).toMatch(/^[0-9a-f]{16}$/u)
  })
})

describe('the id of a claim', () => {
  const key: ClaimKey = {
    article: asArticleId('a'),
    sentence: 'Russia bombed Idlib and Aleppo.',
    occurrence: 0,
    type: 'ASSAULT',
    predicate: 7,
    sources: [0],
    targets: [14, 24],
  }

  it('does not depend on the order in which parties are named', () => {
    expect(claimId({ ...key, targets: [24, 14, 14] })).toBe(claimId(key))
  })

  it.each([
    ['article', { article: asArticleId('b') }],
    ['sentence', { sentence: 'Russia bombed Idlib and Aleppo!' }],
    ['occurrence', { occurrence: 1 }],
    ['type', { type: 'AID' }],
    ['predicate', { predicate: 8 }],
    ['sources', { sources: [1] }],
    ['targets', { targets: [14] }],
    ['sides', { sources: [14, 24], targets: [0] }],
  ])('is another for another %s', (_, other) => {
    expect(claimId({ ...key, ...other })).not.toBe(claimId(key))
  })

  it('names both ends of a tie', () => {
    expect(tieId(asEntityId('russia'), 'ASSAULT', asEntityId('idlib'))).toBe('russia~ASSAULT~idlib')
    expect(tieId(asEntityId('a'), null, asEntityId('b'))).toBe('a~OPEN~b')
  })
})
