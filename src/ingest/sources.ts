import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, join, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Skip } from '../model/index.ts'
import { isSkip, skip, skipOf } from './format.ts'
import { FORMATS, formatOfExtension } from './formats.ts'
import { isUrl, withoutUser, withUser } from './url.ts'

/** Something that articles can be read from. Plain data, so that it can be handed to a worker. */
export type Source =
  | { readonly kind: 'file'; readonly origin: string; readonly path: string }
  | { readonly kind: 'url'; readonly origin: string }
  | { readonly kind: 'stdin'; readonly origin: '-' }

/** Lies in folders of articles without being one: kinds of file, and names that speak of the folder itself. */
const FURNITURE =
  /(^\.)|^(readme|licen[cs]e|copying|changelog|makefile|desktop\.ini|thumbs\.db)(\.|$)|\.(jpe?g|png|gif|svg|webp|avif|ico|bmp|css|js|mjs|map|woff2?|ttf|mp[34]|m4a|wav|ogg|webm|mov|lock|bak|tmp|db|sqlite|db-wal|db-shm)$/i

const isFurniture = (path: string) => FURNITURE.test(basename(path))
const slashes = (path: string) => path.split(sep).join('/')
const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The skip that tells why a path can't be read. */
export function pathSkip(origin: string, error: unknown): Skip {
  const { code } = error as NodeJS.ErrnoException
  if (typeof code !== 'string' || !(error instanceof Error && 'syscall' in error)) return skipOf(origin, error)
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? skip(origin, 'not-found', { where: origin })
    : skip(origin, 'not-readable', { where: origin, got: code })
}

const unknownFormat = (origin: string, got: string) =>
  skip(origin, 'unknown-format', {
    where: origin,
    expected: FORMATS.flatMap(({ extensions }) => extensions).join(', '),
    got,
  })

interface Found {
  /** Relative to what the user named. */
  readonly origin: string
  /** As the user could have typed it. */
  readonly typed: string
  readonly path: string
  /** Why it is not read, told under the origin that it gets in the end; null where it is. */
  readonly refuse: ((origin: string) => Skip) | null
}

interface Below {
  readonly path: string
  /** What kept a folder from being read; null for files. */
  readonly error: unknown
}

/** Every file below a folder, hidden ones and links back into it left out, and the folders that can't be read. */
async function filesBelow(folder: string, seen: Set<string> = new Set()): Promise<readonly Below[]> {
  const found: Below[] = []
  try {
    const real = await realpath(folder)
    if (seen.has(real)) return []
    seen.add(real)
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const what = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
      if (what?.isDirectory()) for (const below of await filesBelow(path, seen)) found.push(below)
      // A link that leads nowhere is told when it is opened; pipes and devices are not files.
      else if (what === null || what.isFile()) found.push({ path, error: null })
    }
  } catch (error) {
    found.push({ path: folder, error })
  }
  return found
}

/** Files out of a folder or a pattern: those of a known kind, in code-unit order; strange ones are told. */
function* chosen(files: readonly Found[]): Iterable<Found> {
  for (const file of [...files].sort((a, b) => byCodeUnits(a.origin, b.origin))) {
    const extension = extname(file.path)
    if (file.refuse !== null) yield file
    else if (isFurniture(file.path)) continue
    else if (formatOfExtension(extension) !== null) yield file
    else yield { ...file, refuse: (origin) => unknownFormat(origin, extension || 'a name without extension') }
  }
}

/** What stands before the first part of a pattern that is one. */
function patternBase(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  return parts.slice(0, first).join('/')
}

async function expand(input: string, forced: boolean): Promise<readonly Found[]> {
  const typed = slashes(input)
  const whole = (refuse: Found['refuse']): readonly Found[] => [{ origin: typed, typed, path: input, refuse }]
  let info: Awaited<ReturnType<typeof stat>>
  try {
    info = await stat(input)
  } catch (error) {
    if (!isDynamicPattern(typed)) return whole((where) => pathSkip(where, error))
    const paths = await glob(typed, { expandDirectories: false, onlyFiles: true })
    const base = patternBase(typed)
    const files = paths.map((path) => {
      const origin = slashes(relative(base, path))
      return { origin, typed: base === '' ? origin : `${base}/${origin}`, path, refuse: null }
    })
    const found = [...chosen(files)]
    return found.length > 0
      ? found
      : whole((where) => skip(where, 'not-found', { where, expected: 'a pattern that files match' }))
  }
  if (info.isDirectory()) {
    const files = (await filesBelow(input)).map(({ path, error }) => ({
      origin: slashes(relative(input, path)) || typed,
      typed: slashes(path),
      path,
      refuse: error === null ? null : (origin: string) => pathSkip(origin, error),
    }))
    const found = [...chosen(files)]
    if (found.length > 0) return found
    return whole((where) =>
      skip(where, 'empty-input', { where, expected: 'a folder with articles in it', got: 'none' }),
    )
  }
  const extension = extname(input)
  const isStrange = !forced && extension !== '' && formatOfExtension(extension) === null
  const refuse = isStrange ? (origin: string) => unknownFormat(origin, extension) : null
  return [{ origin: basename(typed), typed, path: input, refuse }]
}

/**
 * What the inputs name, in the order they were named: files, folders (searched to the bottom), glob patterns, `-` for
 * standard input, `http` and `https` URLs. Within a folder or a pattern files come in code-unit order of their paths;
 * one that was named before does not come again. Folders give files of a known extension only: hidden ones, README
 * and the like, pictures and styles are left out, and any others are told as skipped. What can't be found is a skip.
 *
 * Origins are relative to what was named, those of skips likewise. Where that would give two files the same one, both
 * keep the path as it was typed. URLs with a user name or a password are skips that name them without.
 */
export async function* sources(
  inputs: readonly string[],
  options: { readonly format?: string } = {},
): AsyncIterable<Source | Skip> {
  const found = new Map<string, Source | Skip | Found>()
  const add = (key: string, item: Source | Skip | Found) => {
    const before = found.get(key)
    if (before === undefined) found.set(key, item)
    // What a folder leaves out for want of an extension may be named by itself.
    else if ('refuse' in before && before.refuse !== null && 'refuse' in item && item.refuse === null) {
      found.delete(key)
      found.set(key, item)
    }
  }
  for (const input of inputs) {
    if (input === '-') add('-', { kind: 'stdin', origin: '-' })
    else if (isUrl(input)) {
      const bare = withoutUser(input)
      if (bare === input) add(input, { kind: 'url', origin: input })
      else add(`refused ${bare}`, skipOf(bare, withUser(bare)))
    } else {
      for (const item of await expand(input, options.format !== undefined)) {
        add(await realpath(item.path).catch(() => resolve(item.path)), item)
      }
    }
  }
  const uses = new Map<string, number>()
  for (const { origin } of found.values()) uses.set(origin, (uses.get(origin) ?? 0) + 1)
  for (const item of found.values()) {
    if (isSkip(item) || !('typed' in item)) {
      yield item
      continue
    }
    const origin = uses.get(item.origin) === 1 ? item.origin : item.typed
    yield item.refuse === null ? { kind: 'file', origin, path: item.path } : item.refuse(origin)
  }
}
