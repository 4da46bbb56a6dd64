import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/claims/index.ts'
import { articleOf } from '../articles.ts'
import { tools } from '../tools.ts'

/** Claims of a type as `source polarity modality`. */
const moods = async (text: string, type: string) =>
  (await readArticle(articleOf(text), tools)).claims
    .filter((claim) => claim.type === type)
    .map(({ source, polarity, modality }) => [source[0]?.label ?? null, polarity, modality])

describe('what did not happen', () => {
  it.each([
    ['Turkey bombed Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'actual'],
    ['Turkey did not bomb Idlib.', 'ASSAULT', 'Turkey', 'negated', 'actual'],
    ['Turkey never bombed Idlib.', 'ASSAULT', 'Turkey', 'negated', 'actual'],
    ['Turkey sent no troops to Syria.', 'MOBILIZE', 'Turkey', 'negated', 'actual'],
    ['No Turkish jets bombed Idlib.', 'ASSAULT', 'Turkey', 'negated', 'actual'],
    ['Turkey denies bombing civilians.', 'ASSAULT', 'Turkey', 'negated', 'actual'],
    ['Turkey will bomb Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'planned'],
    ['Turkey plans to bomb Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'planned'],
    ['Turkey may bomb Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'possible'],
    ['Turkey must bomb Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'demanded'],
    ['If Turkey bombs Idlib, Iran will respond.', 'ASSAULT', 'Turkey', 'affirmed', 'conditional'],
    ['Iran urged Turkey to bomb Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'demanded'],
    ['Iran called on Turkey to bomb Idlib.', 'ASSAULT', 'Turkey', 'affirmed', 'demanded'],
    ['Iran wants Turkey to stop bombing Idlib.', 'ASSAULT', 'Turkey', 'negated', 'demanded'],
    ['Turkey refused to arm Iran.', 'AID', 'Turkey', 'negated', 'actual'],
  ])('in %j is told', async (text, type, ...mood) => {
    expect(await moods(text, type)).toEqual([mood])
  })
})

describe('who says so', () => {
  it.each([
    ['Iran said Turkey bombed Idlib.', 'Iran'],
    ['Turkey bombed Idlib, Iran said.', 'Iran'],
    ['According to Iran, Turkish jets bombed Idlib.', 'Iran'],
    ['Turkish jets bombed Idlib, according to Iran.', 'Iran'],
    ['Turkey bombed Idlib.', null],
  ])('in %j is heard', async (text, speaker) => {
    const { claims } = await readArticle(articleOf(text), tools)
    const strike = claims.find(({ type }) => type === 'ASSAULT')
    expect(strike?.attribution[0]?.speaker?.label ?? null).toBe(speaker)
  })
})

describe('a deed of two without a target', () => {
  it.each([
    ['Russian and Syrian troops withdrew.', 'Russia: Russian', 'Syria: Syrian troops'],
    ['Russian and Turkish troops withdrew.', 'Russia: Russian', 'Turkey: Turkish troops'],
  ])('in %j is a claim of each, and none among themselves', async (text, ...parties) => {
    const { claims } = await readArticle(articleOf(text), tools)
    expect(claims.map(({ target }) => target)).toEqual([[], []])
    expect(claims.map(({ source }) => source.map(({ label, text }) => `${label}: ${text}`))).toEqual(
      parties.map((party) => [party]),
    )
  })
})
