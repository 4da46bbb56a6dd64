import { createWriteStream } from 'node:fs'
import { mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { WiregraphError } from '../model/index.ts'
import type { ExportFormat, ExportInput } from './format.ts'

/**
 * Writes an export to a file, whole or not at all: until it is finished it grows in a folder of its own beside the
 * place, and an earlier file of the name stays as it was. Pieces are made no faster than the disk takes them.
 * @throws WiregraphError `write-failed` when the file can't be written
 */
export async function writeExport(
  format: ExportFormat,
  input: ExportInput,
  path: string,
  report: (note: string) => void = () => {},
): Promise<void> {
  // A link to a file stays a link: what it leads to is replaced.
  const place = await realpath(path).catch(() => path)
  const there = await stat(place).catch(() => null)
  if (there !== null && !there.isFile()) {
    const got = there.isDirectory() ? 'a folder' : 'a device or pipe'
    throw new WiregraphError('write-failed', { where: path, expected: 'a file', got, hint: 'Name a file.' })
  }
  try {
    await writeWhole(format.write(input, report), place)
  } catch (cause) {
    throw failure(cause, path)
  }
}

async function writeWhole(pieces: Iterable<string>, place: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(place), '.wiregraph-'))
  try {
    const part = join(folder, 'part')
    await pipeline(pieces, createWriteStream(part, { flush: true }))
    await rename(part, place)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const FAILURES: Readonly<Record<string, readonly [got: string, hint: string]>> = {
  ENOENT: ['a folder that does not exist', 'Make the folder first, or name another.'],
  ENOTDIR: ['a path that leads through a file', 'Name another folder.'],
  EACCES: ['no permission', 'See that you may write to the folder, or name another.'],
  EPERM: ['no permission', 'See that you may write to the folder, or name another.'],
  EROFS: ['a disk that can only be read', 'Name a folder on another disk.'],
  ENOSPC: ['a full disk', 'Make room and try again.'],
  EDQUOT: ['no room left for this user', 'Make room and try again.'],
  ENAMETOOLONG: ['a name that is too long', 'Name it more briefly.'],
}

/** What the system threw, told in the words of this program. What is no error of the system is a defect and stays as it is. */
function failure(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause)) return cause
  const [got, hint] = FAILURES[String(cause.code)] ?? [String(cause.code), 'See that the disk is there and in order.']
  return new WiregraphError('write-failed', { where: path, got, hint }, { cause })
}
