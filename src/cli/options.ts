import { InvalidArgumentError, Option } from 'commander'
import type { IngestOptions } from '../ingest/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import { CLAIM_TYPES, type ClaimType, isDay } from '../model/index.ts'
import { ROLLUPS } from '../query/index.ts'
import type { Context } from './context.ts'

/** Options that several commands share, so that they read the same everywhere. */
export const dbOption = () =>
  new Option('--db <file>', 'the database').default('wiregraph.db').env('WIREGRAPH_DB').argParser(file)

export const lexiconOption = () =>
  new Option('--lexicon <dir>', 'lay your own tables over the built-in ones (repeatable)')
    .argParser(collect)
    .default([])

export const rollupOption = () =>
  new Option('--rollup <how>', 'show what is done by those who act for a state as done by the state')
    .choices(ROLLUPS)
    .default('none')

export const typesOption = () =>
  new Option('--types <list>', 'claim types, separated by commas').argParser((value) => value.split(',').map(claimType))

export const sinceOption = () => new Option('--since <date>', 'first day that counts, YYYY-MM-DD').argParser(day)
export const untilOption = () => new Option('--until <date>', 'last day that counts, YYYY-MM-DD').argParser(day)
export const dateOption = () =>
  new Option('--date <date>', 'publication date where none is given, YYYY-MM-DD').argParser(day)
export const limitOption = (most: number) => new Option('--limit <n>', 'at most so many').argParser(whole).default(most)

/** How articles are read: from which dates, publishers and formats. */
export const ingestOptions = () => [
  dateOption(),
  new Option('--publisher <name>', 'publisher of articles that name none'),
  new Option('--format <name>', 'read everything as this format, whatever its name'),
  new Option('--allow-private', 'fetch URLs that lead to private addresses'),
]

export interface IngestFlags {
  readonly date?: string
  readonly publisher?: string
  readonly format?: string
  readonly allowPrivate?: true
  readonly lexicon: readonly string[]
}

/** What `ingest` is told by these flags. */
export function ingestFrom(flags: IngestFlags, lexicon: Lexicon, { stdin, version }: Context): IngestOptions {
  const { date, publisher, format, allowPrivate } = flags
  return {
    boilerplate: lexicon.boilerplate,
    stdin,
    userAgent: `wiregraph/${version}`,
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(format === undefined ? {} : { format }),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
  }
}

/** The tables, with the overlays of these flags. Rooms that take long to load are loaded when a command needs them. */
export async function lexiconFrom(flags: { readonly lexicon: readonly string[] }): Promise<Lexicon> {
  const { loadLexicon } = await import('../lexicon/index.ts')
  return loadLexicon({ overlays: flags.lexicon })
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export function whole(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(value)
}

/** A TCP port; 0 stands for any that is free. */
export function port(value: string): number {
  const number = whole(value)
  if (number > 65_535) throw new InvalidArgumentError('Expected a port from 0 to 65535.')
  return number
}

function file(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Expected the name of a file.')
  return value
}

function day(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('Expected a day as YYYY-MM-DD.')
  return value
}

function claimType(value: string): ClaimType {
  const type = CLAIM_TYPES.find((known) => known === value.trim().toUpperCase())
  if (!type) throw new InvalidArgumentError(`Expected one of ${CLAIM_TYPES.join(', ')}.`)
  return type
}
