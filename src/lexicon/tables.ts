import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BoilerplateRule, TypeInfo } from '../model/index.ts'
import { readBoilerplate } from './boilerplate.ts'
import { readCues } from './cues.ts'
import { faultAt, shown } from './faults.ts'
import type { CueGroup, TypeRow } from './lexicon.ts'
import { type ModalityList, readModality } from './modality.ts'
import {
  type ActorRow,
  type GroupRow,
  type PlaceRow,
  type RoleRow,
  readActors,
  readGroups,
  readPlaces,
  readRoles,
  roleKey,
} from './rows.ts'
import { readType, typeOfFile } from './types.ts'
import { type GivenNameRow, type NounRow, readGivenNames, readNouns, readTitles, type TitleRow } from './words.ts'

/** The rows of one folder, or of several laid over each other. */
export interface Tables {
  readonly actors: readonly ActorRow[]
  readonly places: readonly PlaceRow[]
  readonly roles: readonly RoleRow[]
  readonly groups: readonly GroupRow[]
  readonly titles: readonly TitleRow[]
  readonly givenNames: readonly GivenNameRow[]
  readonly nouns: readonly NounRow[]
  readonly types: readonly TypeInfo[]
  readonly rows: readonly TypeRow[]
  readonly cues: readonly CueGroup[]
  readonly modality: readonly ModalityList[]
  readonly boilerplate: readonly BoilerplateRule[]
}

/** The files of a folder of tables, beside `types/`, in the order in which they are read. */
export const TABLE_FILES = [
  'actors.tsv',
  'places.tsv',
  'roles.tsv',
  'groups.tsv',
  'titles.tsv',
  'given-names.tsv',
  'nouns.tsv',
  'cues.yaml',
  'modality.yaml',
  'boilerplate.yaml',
] as const
type TableFile = (typeof TABLE_FILES)[number]

/**
 * Reads the tables that stand in a folder.
 * @param named how errors name a file of it
 * @param overlay whether it is laid over other tables: then its type files hold rows alone, and it holds nothing but tables
 * @throws WiregraphError `bad-table`
 */
export function readTables(dir: string, named: (file: string) => string, overlay: boolean): Tables {
  const found = filesOf(dir, named)
  if (overlay) checkKnown(found, named)
  const read = <T>(file: TableFile, reader: (named: string, text: string) => readonly T[]): readonly T[] =>
    found.includes(file) ? reader(named(file), readText(dir, file, named)) : []
  const top = {
    actors: read('actors.tsv', readActors),
    places: read('places.tsv', readPlaces),
    roles: read('roles.tsv', readRoles),
    groups: read('groups.tsv', readGroups),
    titles: read('titles.tsv', readTitles),
    givenNames: read('given-names.tsv', readGivenNames),
    nouns: read('nouns.tsv', readNouns),
    cues: read('cues.yaml', readCues),
    modality: read('modality.yaml', readModality),
    boilerplate: read('boilerplate.yaml', readBoilerplate),
  }
  const types = found
    .filter((file) => file.startsWith('types/'))
    .map((file) => {
      const type = typeOfFile(file.slice('types/'.length))
      if (type === undefined) {
        throw faultAt(named(file), { expected: 'a file named by a claim type, such as assault.yaml', got: shown(file) })
      }
      return readType(named(file), readText(dir, file, named), type, !overlay)
    })
  return {
    ...top,
    types: types.flatMap(({ info }) => (info === null ? [] : [info])),
    rows: types.flatMap(({ rows }) => rows),
  }
}

/** Lays rows over others: one with the key of an earlier row takes its place, the others follow. */
export function layOver(below: Tables, above: Tables): Tables {
  return {
    actors: lay(below.actors, above.actors, ({ id }) => id),
    places: lay(below.places, above.places, ({ id }) => id),
    roles: lay(below.roles, above.roles, roleKey),
    groups: lay(below.groups, above.groups, ({ noun }) => noun),
    titles: lay(below.titles, above.titles, ({ word }) => word),
    givenNames: lay(below.givenNames, above.givenNames, ({ name }) => name),
    nouns: lay(below.nouns, above.nouns, ({ word }) => word),
    types: lay(below.types, above.types, ({ type }) => type),
    rows: lay(below.rows, above.rows, ({ id }) => id),
    cues: lay(below.cues, above.cues, ({ id }) => id),
    modality: lay(below.modality, above.modality, ({ key }) => key),
    boilerplate: lay(below.boilerplate, above.boilerplate, ({ id }) => id),
  }
}

function lay<T>(below: readonly T[], above: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...new Map([...below, ...above].map((row) => [keyOf(row), row])).values()]
}

/** The files of a folder and of its `types/`, in the order of their names; files whose names begin with a dot aside. */
function filesOf(dir: string, named: (file: string) => string): readonly string[] {
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  if (!isFolder(dir)) throw faultAt(named(''), { expected: 'a folder of tables', got: 'no such folder' })
  const types = join(dir, 'types')
  const top = readdirSync(dir).filter((file) => file !== 'types' || !isFolder(types))
  const below = isFolder(types) ? readdirSync(types) : []
  const visible = (files: readonly string[]) => files.filter((file) => !file.startsWith('.')).sort()
  return [...visible(top), ...visible(below).map((file) => `types/${file}`)]
}

function checkKnown(files: readonly string[], named: (file: string) => string): void {
  const known = `${TABLE_FILES.join(', ')}, types/*.yaml`
  const odd = files.find((file) => !TABLE_FILES.some((name) => name === file) && !file.startsWith('types/'))
  if (odd !== undefined) throw faultAt(named(odd), { expected: `one of the tables ${known}`, got: shown(odd) })
  if (files.length === 0) throw faultAt(named(''), { expected: `a table: ${known}`, got: 'none' })
}

function readText(dir: string, file: string, named: (file: string) => string): string {
  const bytes = readFileSync(join(dir, file))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const line = new TextDecoder().decode(bytes).split('\ufffd')[0]?.split('\n').length ?? 1
    throw faultAt(`${named(file)}:${line}`, { expected: 'UTF-8', got: 'bytes that are none' })
  }
}
