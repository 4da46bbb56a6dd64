import { readArticle, type Tools, toolsOf } from '../claims/index.ts'
import { openEncoder } from '../encoder/index.ts'
import { articlesOf, type IngestOptions, type Source, sources } from '../ingest/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import {
  type Article,
  type ArticleId,
  type DateBasis,
  digest,
  type Reading,
  type Skip,
  WiregraphError,
} from '../model/index.ts'
import type { Applied, Store } from '../store/index.ts'
import type { Progress } from './progress.ts'

/** What reads, and how the input is to be taken. */
export interface Desk {
  readonly tools: Tools
  readonly ingest: IngestOptions
  readonly signal: AbortSignal
  readonly progress?: Progress
}

/** What a build did. */
export interface BuildReport {
  readonly added: number
  readonly replaced: number
  /** Articles that the same reader had read before. */
  readonly unchanged: number
  readonly skips: readonly Skip[]
  /** Whether it was stopped before its end; the same command carries on. */
  readonly stopped: boolean
}

/** English words with the space after them, in UTF-16 units; for rates alone. */
const UNITS_A_WORD = 6

/** Articles of the inputs in order, with what could not be made one. */
export async function* articlesFrom(
  inputs: readonly string[],
  { ingest, signal, progress }: Desk,
): AsyncGenerator<Article | Skip> {
  const found: (Source | Skip)[] = []
  for await (const source of sources(inputs, ingest)) found.push(source)
  let words = 0
  for (const [done, source] of found.entries()) {
    const items = 'code' in source ? [source] : articlesOf(source, ingest)
    for await (const item of items) {
      if (signal.aborted) return
      yield item
      if (!isSkip(item)) words += item.text.length / UNITS_A_WORD
      progress?.update(done, found.length, words)
    }
  }
  progress?.update(found.length, found.length, words)
}

/** Loads what reads besides the tables. */
export const toolsWith = async (lexicon: Lexicon, program: string): Promise<Tools> =>
  toolsOf(lexicon, await openEncoder(), program)

export const isSkip = (item: Article | Skip): item is Skip => 'code' in item

/** Reads what the store does not have yet, one transaction an article. */
export async function buildInto(store: Store, inputs: readonly string[], desk: Desk): Promise<BuildReport> {
  const count = { added: 0, replaced: 0, unchanged: 0 }
  const skips: Skip[] = []
  const met = new Map<ArticleId, Article>()
  const skip = (reason: Skip): void => {
    skips.push(reason)
    store.skip(reason)
  }
  for await (const item of articlesFrom(inputs, desk)) {
    if (isSkip(item)) {
      skip(item)
      continue
    }
    const rival = met.get(item.id) ?? stored(store, item)
    const isRivalled = rival !== undefined && rank(rival) !== rank(item)
    if (isRivalled && rank(rival) > rank(item)) {
      skip(doubled(item, rival))
      continue
    }
    met.set(item.id, item)
    if (store.has(item, desk.tools.reader)) count.unchanged++
    else {
      const reading = await readArticle(item, desk.tools)
      const applied = kept(store, reading)
      if (typeof applied !== 'string') {
        skip(applied)
        continue
      }
      if (!isRivalled) count[applied]++
    }
    if (isRivalled) skip(doubled(rival, item))
  }
  return { ...count, skips, stopped: desk.signal.aborted }
}

/** What the store refuses to keep is told like any other input that is no article; a failing store stops the build. */
function kept(store: Store, reading: Reading): Applied | Skip {
  try {
    return store.put(reading)
  } catch (error) {
    const isRefusal = error instanceof WiregraphError && (error.code === 'evidence' || error.code === 'bad-record')
    if (!isRefusal) throw error
    return { origin: reading.article.origin, code: error.code, message: error.message, detail: error.detail }
  }
}

/** The article of this id that was read from elsewhere. One from the same place is not a rival but an earlier state. */
function stored(store: Store, { id, origin }: Article): Article | undefined {
  const known = store.article(id)?.article
  return known === undefined || known.origin === origin ? undefined : known
}

/** How much a date is worth; a better founded one beats a later one. */
const WORTH: Readonly<Record<DateBasis, number>> = { given: 3, dateline: 2, inferred: 1, unknown: 0 }

/** Of two texts under one id, the later counts, whichever was met first; among equals, one that does not depend on order. */
const rank = ({ published, basis, text, title, publisher, url }: Article): string =>
  `${WORTH[basis]} ${published ?? ''} ${digest(text, title ?? '', publisher ?? '', url ?? '')}`

function doubled(loser: Article, winner: Article): Skip {
  const difference = loser.text === winner.text ? 'dated or titled otherwise' : 'with other words'
  const got = `${loser.id}, which ${winner.origin} has too, ${difference}`
  const detail = { where: loser.origin, expected: 'an id of its own', got }
  return { origin: loser.origin, code: 'doubled', detail, message: new WiregraphError('doubled', detail).message }
}

/** Reads one article at a time, in input order; for `extract`. Skips are handed to `onSkip`. */
export async function* readings(
  inputs: readonly string[],
  desk: Desk,
  onSkip: (skip: Skip) => void,
): AsyncGenerator<Reading> {
  for await (const item of articlesFrom(inputs, desk)) {
    if (isSkip(item)) onSkip(item)
    else yield await readArticle(item, desk.tools)
  }
}

/** The error of a command that found nothing at all to read. */
export const nothingRead = (inputs: readonly string[], skips: readonly Skip[]): WiregraphError =>
  new WiregraphError('empty-input', {
    where: inputs.length > 3 ? `${inputs.slice(0, 3).join(', ')} and ${inputs.length - 3} more` : inputs.join(', '),
    expected: 'at least one article',
    got: skips.length === 0 ? 'none' : `none, and ${skips.length} skipped`,
  })
