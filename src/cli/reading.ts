import { readArticle } from '../claims/index.ts'
import { articlesOf, type IngestOptions, type Source, sources } from '../ingest/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import { type Article, type Reader, type Reading, type Skip, WiregraphError } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import type { Progress } from './progress.ts'

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
  let words = 0
  for await (const item of articlesFrom(inputs, desk)) {
    if (isSkip(item)) {
      skips.push(item)
      store.skip(item)
      continue
    }
    if (store.has(item, desk.reader)) {
      count.unchanged++
      continue
    }
    const reading = readArticle(item, desk.lexicon, desk.reader)
    words += reading.ledger.tokens
    count[store.put(reading)]++
  }
  return { ...count, skips, words, stopped: desk.signal.aborted }
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
