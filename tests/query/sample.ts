import { openQuery, type Page, type PageParams } from '../../src/query/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { type Line, reading } from '../graph/make.ts'

const strike: Line = { source: ['Russia'], type: 'ASSAULT', target: ['Idlib'], verb: 'bombed' }

/** Three articles of the autumn of 2015 and after, two publishers and one unnamed. */
export function sampleStore() {
  const store = memoryStore()
  store.put(
    reading(
      'a',
      [
        strike,
        { ...strike, verb: 'shelled', by: ['John Kerry'] },
        { source: ['John Kerry'], type: 'OPPOSE', target: ['Bashar al-Assad'] },
        { source: ['Russia', 'Turkey'], type: 'CONSULT', place: ['Geneva'] },
      ],
      { publisher: 'Sample Wire', published: '2015-10-01' },
    ),
  )
  store.put(
    reading(
      'b',
      [
        { ...strike, polarity: 'negated', by: ['Sergey Lavrov'] },
        { ...strike, when: { date: '2016-02', precision: 'month' } },
        { source: ['Turkey'], type: 'ACCUSE', target: ['Russia'], modality: 'planned' },
        { source: ['Iran'], type: 'SUPPORT', target: ['Syria'] },
      ],
      { publisher: 'Example Times', published: '2016-03-15' },
    ),
  )
  store.put(
    reading(
      'c',
      [
        { source: ['Russia'], type: 'SUPPORT', target: ['Syria'], confidence: 0.5 },
        { source: ['Hezbollah'], type: null, target: ['Syria'], verb: 'eyed' },
      ],
      { publisher: null, published: null },
    ),
  )
  return store
}

export const sample = () => openQuery(sampleStore())

/** Everything a list holds, page by page. */
export async function everyPage<T>(limit: number, ask: (params: PageParams) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await ask(cursor === null ? { limit } : { limit, cursor })
    if (page.items.length > limit) throw new RangeError('a page is longer than its limit')
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return all
}
