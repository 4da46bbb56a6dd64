import { readArticle, readerOf } from '../claims/index.ts'
import { articlesOf, type IngestOptions, type Source, sources } from '../ingest/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import {
  type Article,
  type ArticleId,
  digest,
  type Reader,
  type Reading,
  type Skip,
  WiregraphError,
} from '../model/index.ts'
import type { Store } from '../store/index.ts'
import type { Progress } from './progress.ts'

export { readerOf }

/** What reads, and how the input is to be taken. */
export interface Desk {
  readonly lexicon: Lexicon
  readonly reader: Reader
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
  readonly words: number
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

export const isSkip = (item: Article | Skip): item is Skip => 'code' in item

/** Reads what the store does not have yet, one transaction an article. */
export async function buildInto(store: Store, inputs: readonly string[], desk: Desk): Promise<BuildReport> {
  const count = { added: 0, replaced: 0, unchanged: 0 }
  const skips: Skip[] = []
  const met = new Map<ArticleId, Article>()
  let words = 0
  const skip = (reason: Skip): void => {
    skips.push(reason)
    store.skip(reason)
  }
  for await (const item of articlesFrom(inputs, desk)) {
    if (isSkip(item)) {
      skip(item)
      continue
    }
    const rival = met.get(item.id)
    const isRivalled = rival !== undefined && rank(rival) !== rank(item)
    if (isRivalled && rank(rival) > rank(item)) {
      skip(doubled(item, rival))
      continue
    }
    met.set(item.id, item)
    if (store.has(item, desk.reader)) count.unchanged++
    else {
      const reading = readArticle(item, desk.lexicon, desk.reader)
      words += reading.ledger.tokens
      const applied = store.put(reading)
      if (!isRivalled) count[applied]++
    }
    if (isRivalled) skip(doubled(rival, item))
  }
  return { ...count, skips, words, stopped: desk.signal.aborted }
}

/** Of two texts under one id, the later one counts, whichever was met first; among equals, one that does not depend on order. */
const rank = ({ published, text, title, publisher, url }: Article): string =>
  `${published ?? ''} ${digest(text, title ?? '', publisher ?? '', url ?? '')}`

function doubled(loser: Article, winner: Article): Skip {
  const detail = {
    where: loser.origin,
    expected: 'an id of its own',
    got: `${loser.id}, which ${winner.origin} has with other words`,
  }
  return { origin: loser.origin, code: 'bad-record', detail, message: new WiregraphError('bad-record', detail).message }
}

/** Reads one article at a time, in input order; for `extract`. Skips are handed to `onSkip`. */
export async function* readings(
  inputs: readonly string[],
  desk: Desk,
  onSkip: (skip: Skip) => void,
): AsyncGenerator<Reading> {
  for await (const item of articlesFrom(inputs, desk)) {
    if (isSkip(item)) onSkip(item)
    else yield readArticle(item, desk.lexicon, desk.reader)
  }
}

/** The error of a command that found nothing at all to read. */
export const nothingRead = (inputs: readonly string[], skips: readonly Skip[]): WiregraphError =>
  new WiregraphError('empty-input', {
    where: inputs.join(', '),
    expected: 'at least one article',
    got: skips.length === 0 ? 'none' : `none, and ${skips.length} skipped`,
  })
