import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, join, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Skip } from '../model/index.ts'
import { skip, skipOf } from './format.ts'
import { FORMATS, formatOfExtension } from './formats.ts'

/** Something that articles can be read from. Plain data, so that it can be handed to a worker. */
export type Source =
  | { readonly kind: 'file'; readonly origin: string; readonly path: string }
  | { readonly kind: 'url'; readonly origin: string }
  | { readonly kind: 'stdin'; readonly origin: '-' }

/** Lies in folders of articles without being one: kinds of file, and names that speak of the folder itself. */
const FURNITURE =
  /(^\.)|^(readme|licen[cs]e|copying|changelog|makefile|desktop\.ini|thumbs\.db)(\.|$)|\.(jpe?g|png|gif|svg|webp|avif|ico|bmp|css|js|mjs|map|woff2?|ttf|mp[34]|m4a|wav|ogg|webm|mov|lock|bak|tmp|db|sqlite|db-wal|db-shm)$/i

const isFurniture = (path: string) => FURNITURE.test(basename(path))
const isUrl = (input: string) => /^[a-z][a-z\d+.-]*:\/\//i.test(input)
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
}

/** Every file below a folder, hidden ones and links back into it left out. */
async function filesBelow(folder: string, seen: Set<string> = new Set()): Promise<readonly string[]> {
  const real = await realpath(folder)
  if (seen.has(real)) return []
  seen.add(real)
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const what = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
    if (what?.isDirectory()) files.push(...(await filesBelow(path, seen)))
    // A link that leads nowhere is told when it is opened; pipes and devices are not files.
    else if (what === null || what.isFile()) files.push(path)
  }
  return files
}

/** Files out of a folder or a pattern: those of a known kind, in code-unit order; strange ones are told. */
function* chosen(files: readonly Found[]): Iterable<Found | Skip> {
  for (const file of [...files].sort((a, b) => byCodeUnits(a.origin, b.origin))) {
    if (isFurniture(file.path)) continue
    if (formatOfExtension(extname(file.path)) === null) {
      yield unknownFormat(file.origin, extname(file.path) || 'a name without extension')
    } else yield file
  }
}

/** What stands before the first part of a pattern that is one. */
function patternBase(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  return parts.slice(0, first).join('/')
}

async function expand(input: string, forced: boolean): Promise<readonly (Found | Skip)[]> {
  const typed = slashes(input)
  let info: Awaited<ReturnType<typeof stat>>
  try {
    info = await stat(input)
  } catch (error) {
    if (!isDynamicPattern(typed)) return [pathSkip(typed, error)]
    const paths = await glob(typed, { expandDirectories: false, onlyFiles: true })
    const base = patternBase(typed)
    const files = paths.map((path) => {
      const origin = slashes(relative(base, path))
      return { origin, typed: base === '' ? origin : `${base}/${origin}`, path }
    })
    const found = [...chosen(files)]
    return found.length > 0
      ? found
      : [skip(typed, 'not-found', { where: typed, expected: 'a pattern that files match' })]
  }
  if (info.isDirectory()) {
    let files: readonly string[]
    try {
      files = await filesBelow(input)
    } catch (error) {
      return [pathSkip(typed, error)]
    }
    const found = [
      ...chosen(files.map((path) => ({ origin: slashes(relative(input, path)), typed: slashes(path), path }))),
    ]
    if (found.length > 0) return found
    return [skip(typed, 'empty-input', { where: typed, expected: 'a folder with articles in it', got: 'none' })]
  }
  const extension = extname(input)
  if (!forced && extension !== '' && formatOfExtension(extension) === null)
    return [unknownFormat(basename(typed), extension)]
  return [{ origin: basename(typed), typed, path: input }]
}

/**
 * What the inputs name, in the order they were named: files, folders (searched to the bottom), glob patterns, `-` for
 * standard input, `http` and `https` URLs. Within a folder or a pattern files come in code-unit order of their paths;
 * one that was named before does not come again. Folders give files of a known extension only: hidden ones, README
 * and the like, pictures and styles are left out, and any others are told as skipped. What can't be found is a skip.
 *
 * Origins are relative to what was named. Where that would give two files the same one, both keep the path as it was
 * typed.
 */
export async function* sources(
  inputs: readonly string[],
  options: { readonly format?: string } = {},
): AsyncIterable<Source | Skip> {
  const found: (Source | Skip | Found)[] = []
  const named = new Set<string>()
  const add = (item: Source | Skip | Found, key: string) => {
    if (!named.has(key)) found.push(item)
    named.add(key)
  }
  for (const input of inputs) {
    if (input === '-') add({ kind: 'stdin', origin: '-' }, '-')
    else if (isUrl(input)) add({ kind: 'url', origin: input }, input)
    else {
      for (const item of await expand(input, options.format !== undefined)) {
        add(item, 'path' in item ? await realpath(item.path).catch(() => resolve(item.path)) : `skip ${item.origin}`)
      }
    }
  }
  const uses = new Map<string, number>()
  for (const { origin } of found) uses.set(origin, (uses.get(origin) ?? 0) + 1)
  for (const item of found) {
    if (!('typed' in item)) yield item
    else yield { kind: 'file', origin: uses.get(item.origin) === 1 ? item.origin : item.typed, path: item.path }
  }
}
