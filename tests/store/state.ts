import fc from 'fast-check'
import { asArticleId, type Reading, type Skip } from '../../src/model/index.ts'
import type { Store } from '../../src/store/index.ts'
import { IDS, readings, skips, WORDS } from './readings.ts'

/** Every search that the generated sentences can tell apart. */
const SEARCHES = [...WORDS, 'russia IDLIB', 'koln said', 'daesh', "da'esh the", 'u s', 'λογοσ', 'o', 'nothing', '']

/** All that can be seen of a store. */
export const stateOf = (store: Store) => ({
  articles: [...store.articles()],
  claims: [...store.claims()],
  entities: [...store.entities()],
  skips: store.skips(),
  counts: store.counts(),
  version: store.version(),
  one: IDS.map((id) => [store.article(asArticleId(id)), store.claimsOf(asArticleId(id))]),
  found: SEARCHES.map((words) => store.search(words, 100)),
})

/** Something done to a store. */
export type Step =
  | { readonly do: 'put'; readonly reading: Reading }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'skip'; readonly skip: Skip }

/** A script: mostly puts. */
export const scripts: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), reading: readings }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), id: fc.constantFrom(...IDS) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('skip' as const), skip: skips }) },
  ),
  { maxLength: 12 },
)

/** Does a step and gives what the store answered. */
export function take(store: Store, step: Step): unknown {
  if (step.do === 'put') return [store.has(step.reading.article, step.reading.reader), store.put(step.reading)]
  return step.do === 'remove' ? store.remove(asArticleId(step.id)) : store.skip(step.skip)
}

/** Opens a store for one piece of work and closes it. */
export function using<T>(open: () => Store, work: (store: Store) => T): T {
  const store = open()
  try {
    return work(store)
  } finally {
    store.close()
  }
}
