import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { ingest } from '../../src/ingest/index.ts'
import type { Article, BoilerplateRule } from '../../src/model/index.ts'
import { all } from './folder.ts'

const TABLE = parse(readFileSync('src/lexicon/boilerplate.yaml', 'utf8')) as Record<string, Partial<BoilerplateRule>>
const NONE = {
  says: '',
  part: 'boilerplate',
  where: 'line',
  starts: [],
  contains: [],
  equals: [],
  ends: [],
  maxWords: null,
  cutsRest: false,
} as const
const boilerplate = Object.entries(TABLE).map(([id, facts]): BoilerplateRule => ({ id, ...NONE, ...facts }))

it('every seed is read, with a title, and most of it as body', async () => {
  const results = await all(ingest(['seeds'], { boilerplate }))
  expect(results.length).toBeGreaterThan(10)
  for (const result of results) {
    expect(result).toHaveProperty('text')
    const { origin, text, title, regions, published, basis } = result as Article
    expect([origin, title]).not.toEqual([origin, null])
    expect([origin, published === null]).toEqual([origin, basis === 'unknown'])
    const cut = regions.flatMap(({ part, start, end }) => (part === 'boilerplate' ? [end - start] : []))
    expect([origin, cut.reduce((a, b) => a + b, 0) < text.length * 0.15]).toEqual([origin, true])
  }
})

it('the order of the inputs changes the order of the articles, and nothing else', async () => {
  const inputs = ['seeds/2016-aleppo.rss', 'seeds/idlib-ceasefire.txt', 'seeds/2015-2016-truce.jsonl']
  const read = async (paths: readonly string[]) =>
    (await all(ingest(paths, { boilerplate }))).map((x) => JSON.stringify(x)).sort()
  expect(await read(inputs)).toEqual(await read([...inputs].reverse()))
})
