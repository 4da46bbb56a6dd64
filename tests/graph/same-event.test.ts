import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/claims/index.ts'
import { eventsOf, mergeEntities, tellingsFrom } from '../../src/graph/index.ts'
import { ingest } from '../../src/ingest/index.ts'
import type { Article, Claim, ClaimId, EventId } from '../../src/model/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { tools } from '../tools.ts'

/** A deed of a seed: words that stand once in the article, and the word among them, or the words, that name the deed. */
interface Deed {
  readonly article: string
  readonly words: string
  readonly predicate: readonly string[]
}

/** Two deeds of the seeds, and whether a reader takes them for one happening. */
interface Pair {
  readonly same: boolean
  readonly deeds: readonly [Deed, Deed]
}

const PAIRS: readonly Pair[] = readFileSync('tests/graph/same-event.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [same, ...cells] = row.split('\t') as [string, string, string, string, string, string, string, string]
    const deed = (at: number) => ({
      article: cells[at]!,
      words: cells[at + 1]!,
      predicate: cells[at + 2]!.split('|'),
    })
    return { same: same === 'yes', deeds: [deed(0), deed(3)] }
  })

const articles = new Map<string, Article>()
const claims: Claim[] = []
const store = memoryStore()
for await (const item of ingest(['seeds'], { boilerplate: tools.lexicon.boilerplate })) {
  if (!('text' in item)) continue
  articles.set(item.origin, item)
  const reading = await readArticle(item, tools)
  claims.push(...reading.claims)
  store.put(reading)
}
const eventOf = new Map<ClaimId, EventId>()
for (const { event, facts } of eventsOf(tellingsFrom(store), mergeEntities(store.entities()))) {
  for (const { claim } of facts) eventOf.set(claim, event.id)
}

/** The claims that were read from a deed. */
function claimsAt({ article, words, predicate }: Deed): readonly Claim[] {
  const { id, text } = articles.get(article)!
  const start = text.indexOf(words)
  return claims.filter(
    (claim) =>
      claim.article === id &&
      claim.predicate.start >= start &&
      claim.predicate.end <= start + words.length &&
      predicate.some((word) => claim.predicate.text.split(' ').includes(word)),
  )
}

const eventsAt = (deed: Deed): readonly EventId[] => claimsAt(deed).flatMap(({ id }) => eventOf.get(id) ?? [])

/** Whether some claim of the one deed and some of the other are of one event. */
function answer({ deeds: [a, b] }: Pair): boolean {
  const events = new Set(eventsAt(a))
  return eventsAt(b).some((event) => events.has(event))
}

function score(pairs: readonly Pair[]) {
  const yes = pairs.filter(answer)
  const right = yes.filter(({ same }) => same).length
  const precision = right / yes.length
  const recall = right / pairs.filter(({ same }) => same).length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

describe('a hundred pairs of deeds of the seeds, labelled before the program was asked', () => {
  it('are found in the seeds, each by words that stand there once', () => {
    expect(PAIRS.map(({ same }) => same).filter(Boolean)).toHaveLength(45)
    expect(PAIRS).toHaveLength(100)
    for (const { deeds } of PAIRS) {
      for (const { article, words, predicate } of deeds) {
        expect(articles.get(article)?.text.split(words), words).toHaveLength(2)
        expect(predicate.filter((word) => !words.includes(word))).toEqual([])
      }
    }
  })

  it('are told to be one event or two', () => {
    const { precision, f1 } = score(PAIRS)
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(f1).toBeGreaterThanOrEqual(0.58)
  })

  it('are told apart or together better where both deeds were read', () => {
    const read = PAIRS.filter(({ deeds }) => deeds.every((deed) => claimsAt(deed).length > 0))
    expect(score(read).f1).toBeGreaterThanOrEqual(0.75)
  })
})
