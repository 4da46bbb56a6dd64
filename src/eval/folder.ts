import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WiregraphError } from '../model/index.ts'

/** Where the gold lies: a folder with `gold`, `ud`, `seeds`, and `eval`, whose scorers are Python. */
export interface GoldFolder {
  readonly path: (...parts: readonly string[]) => string
  readonly has: (...parts: readonly string[]) => boolean
}

/** @throws WiregraphError `not-found` when the folder or its scorers are not there */
export function goldFolder(dir: string): GoldFolder {
  const path = (...parts: readonly string[]): string => join(dir, ...parts)
  const has = (...parts: readonly string[]): boolean => existsSync(path(...parts))
  if (!has()) throw new WiregraphError('not-found', { where: dir, expected: 'a folder with gold and its scorers' })
  if (!has('eval')) {
    throw new WiregraphError('not-found', { where: path('eval'), expected: 'a folder of scorers beside the gold' })
  }
  return { path, has }
}

/** The rows of a file of JSON Lines. @throws WiregraphError `bad-json` with the line */
export function rowsOf<Row>(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at): readonly Row[] => {
      if (line.trim() === '') return []
      try {
        return [JSON.parse(line) as Row]
      } catch (cause) {
        throw new WiregraphError('bad-json', { where: `${file} line ${at + 1}` }, { cause })
      }
    })
}

export const linesFrom = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

/** A sentence of `seeds-claims.jsonl` names its article by the first three characters of a file in `seeds`. */
const NAME = 3

/** The articles that a gold file of sentences speaks of, as rows that can be read. */
export function seedsOf(folder: GoldFolder, documents: ReadonlySet<string>): readonly object[] {
  return readdirSync(folder.path('seeds'))
    .filter((file) => file.endsWith('.txt') && documents.has(file.slice(0, NAME)))
    .sort()
    .map((file) => ({ id: file.slice(0, NAME), text: readFileSync(folder.path('seeds', file), 'utf8') }))
}
