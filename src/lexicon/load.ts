import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CLAIM_TYPES, digest } from '../model/index.ts'
import { checkCues } from './cues.ts'
import { joinEntities } from './entities.ts'
import { faultAt } from './faults.ts'
import type { Lexicon, RowPlace } from './lexicon.ts'
import { joinModality } from './modality.ts'
import { layOver, readTables, TABLE_FILES, type Tables } from './tables.ts'
import { checkAcross } from './types.ts'

export interface LexiconOptions {
  /** Folders whose rows are laid over the tables, in order: the last one wins. */
  readonly overlays?: readonly string[]
  /** A folder to read in place of the tables that come with the program; it may lack some of them. */
  readonly dir?: string
}

/**
 * Reads the tables and lays the overlays over them. A row with the id of an earlier one takes its place; other rows are
 * added. Types, lists and references are checked once all layers are joined.
 * @throws WiregraphError `bad-table` naming the file and line, what was expected and what stands there
 */
export function loadLexicon({ overlays = [], dir }: LexiconOptions = {}): Lexicon {
  const named = (file: string) => (dir === undefined ? file : join(dir, file))
  const base = readTables(dir ?? fileURLToPath(new URL('.', import.meta.url)), named, false)
  if (dir === undefined) checkComplete(base)
  const tables = overlays.map((folder) => readTables(folder, (file) => join(folder, file), true)).reduce(layOver, base)
  checkAcross(tables.rows)
  checkCues(tables.cues)
  const { rows, cues, boilerplate } = tables
  return {
    digest: digestOf(tables),
    ...joinEntities(tables.actors, tables.places, tables.roles),
    groups: new Map(tables.groups.map(({ noun, kind }) => [noun, kind])),
    titles: new Map(tables.titles.map(({ word, gender }) => [word, gender])),
    givenNames: new Map(tables.givenNames.map(({ name, gender }) => [name, gender])),
    nouns: new Map(tables.nouns.map(({ word, kinds, uses }) => [word, { kinds, uses: new Set(uses) }])),
    types: new Map(
      CLAIM_TYPES.flatMap((type) => tables.types.filter((info) => info.type === type)).map((info) => [info.type, info]),
    ),
    rows,
    cues,
    modality: joinModality(tables.modality),
    boilerplate,
  }
}

/** Where a row stands is no part of what it says, and neither are comments or the names of overlays. */
function digestOf(tables: Tables): string {
  const { actors, places, roles, groups, titles, givenNames, nouns, types, rows, cues, modality, boilerplate } = tables
  const placeless = <T extends { readonly at: RowPlace }>(all: readonly T[]) => all.map(({ at: _, ...rest }) => rest)
  const parts = [
    placeless(actors),
    placeless(places),
    placeless(roles),
    placeless(groups),
    placeless(titles),
    placeless(givenNames),
    placeless(nouns),
    types,
    placeless(rows).map(({ patterns, examples, ...row }) => [
      row,
      patterns.map(({ line }) => line),
      placeless(examples),
    ]),
    placeless(cues).map(({ examples, ...group }) => [group, placeless(examples)]),
    modality.map(({ examples, ...list }) => [list, placeless(examples)]),
    boilerplate,
  ]
  return digest(...parts.map((part) => JSON.stringify(part)))
}

function checkComplete(tables: Tables): void {
  const missing = CLAIM_TYPES.filter((type) => !tables.types.some((info) => info.type === type))
  if (missing.length > 0) {
    const got = `none for ${missing.join(', ')}`
    throw faultAt('types', { expected: `a file for each of the ${CLAIM_TYPES.length} claim types`, got })
  }
  const filled = {
    'actors.tsv': tables.actors,
    'places.tsv': tables.places,
    'roles.tsv': tables.roles,
    'groups.tsv': tables.groups,
    'titles.tsv': tables.titles,
    'given-names.tsv': tables.givenNames,
    'nouns.tsv': tables.nouns,
    'cues.yaml': tables.cues,
    'modality.yaml': tables.modality,
    'boilerplate.yaml': tables.boilerplate,
  }
  const empty = TABLE_FILES.find((file) => filled[file].length === 0)
  if (empty !== undefined) throw faultAt(empty, { expected: 'rows', got: 'none' })
}
