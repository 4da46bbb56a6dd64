import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import { type IngestOptions, ingest } from '../../src/ingest/index.ts'
import type { Article, Skip } from '../../src/model/index.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files in it, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'))
  made.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

export async function* chunked(content: string | Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const isSkip = (x: Article | Skip): x is Skip => 'code' in x

/** What `ingest` makes of one file of this name and content. */
export async function ingestFile(name: string, content: string | Uint8Array, options: Partial<IngestOptions> = {}) {
  const results = await all(ingest([folderOf({ [name]: content })], { boilerplate: [], ...options }))
  return { articles: results.filter((x) => !isSkip(x)) as Article[], skips: results.filter(isSkip) }
}

/** The only article in a file. */
export async function onlyArticle(name: string, content: string | Uint8Array, options: Partial<IngestOptions> = {}) {
  const { articles, skips } = await ingestFile(name, content, options)
  const [article] = articles
  if (article === undefined || articles.length + skips.length !== 1) {
    throw new Error(
      `expected one article, got ${articles.length} and ${skips.map(({ message }) => message).join('; ')}`,
    )
  }
  return article
}

/** The regions of an article as `part rule: words`. */
export const toldIn = ({ text, regions }: Pick<Article, 'text' | 'regions'>): string[] =>
  regions.map(({ part, rule, start, end }) => `${part} ${rule}: ${text.slice(start, end)}`)
