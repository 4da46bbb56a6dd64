import type { ActorKind, EntityId } from '../model/index.ts'
import { readCodes, readDay, readDegrees, readFeature, readId, readKind, readLabel, readRef } from './cells.ts'
import { fault, faultAt, placed } from './faults.ts'
import type { RowPlace } from './lexicon.ts'
import { type Cells, readTsv, splitList } from './tsv.ts'

/** A row of actors.tsv. */
export interface ActorRow {
  readonly at: RowPlace
  readonly id: EntityId
  readonly label: string
  readonly kind: ActorKind
  readonly aliases: readonly string[]
  /** Adjectives and nouns. */
  readonly demonyms: readonly string[]
  /** Nouns alone, which the table marks with `=`. */
  readonly people: readonly string[]
  readonly rulers: readonly string[]
  readonly codes: Readonly<Record<string, string>>
}

/** A row of places.tsv. */
export interface PlaceRow {
  readonly at: RowPlace
  readonly id: EntityId
  readonly label: string
  readonly aliases: readonly string[]
  readonly feature: string | null
  readonly within: EntityId | null
  readonly point: { readonly lat: number; readonly lon: number } | null
  readonly codes: Readonly<Record<string, string>>
}

/** A row of roles.tsv. */
export interface RoleRow {
  readonly at: RowPlace
  readonly actor: EntityId
  readonly role: string
  readonly also: readonly string[]
  readonly actsFor: EntityId
  readonly from: string | null
  readonly until: string | null
}

/** A row of groups.tsv. */
export interface GroupRow {
  readonly at: RowPlace
  readonly noun: string
  readonly kind: ActorKind
}

/** What a role is known by, here and in overlays. */
export const roleKey = ({ actor, role, actsFor, from }: RoleRow): string => [actor, role, actsFor, from].join('\t')

export function readActors(file: string, text: string): readonly ActorRow[] {
  const columns = ['id', 'label', 'kind', 'aliases', 'demonyms', 'rulers', 'codes'] as const
  return rowsOf(
    file,
    text,
    columns,
    ({ id }) => id,
    (cells, at) => {
      const demonyms = splitList(cells.demonyms)
      const label = readLabel(cells.label)
      return {
        at,
        id: readId(cells.id, label),
        label,
        kind: readKind(cells.kind),
        aliases: readAliases(cells.aliases, label),
        demonyms: demonyms.filter((name) => !name.startsWith('=')),
        people: demonyms.filter((name) => name.startsWith('=')).map((name) => readLabel(name.slice(1).trim())),
        rulers: splitList(cells.rulers),
        codes: readCodes(cells.codes),
      }
    },
  )
}

export function readPlaces(file: string, text: string): readonly PlaceRow[] {
  const columns = ['id', 'label', 'aliases', 'feature', 'within', 'lat', 'lon', 'geonames'] as const
  return rowsOf(
    file,
    text,
    columns,
    ({ id }) => id,
    (cells, at) => {
      const label = readLabel(cells.label)
      const [lat, lon] = [readDegrees(cells.lat, 90), readDegrees(cells.lon, 180)]
      if ((lat === null) !== (lon === null))
        throw fault('both lat and lon, or neither', `${cells.lat} ${cells.lon}`.trim())
      return {
        at,
        id: readId(cells.id, label),
        label,
        aliases: readAliases(cells.aliases, label),
        feature: readFeature(cells.feature),
        within: cells.within === '' ? null : readRef(cells.within),
        point: lat === null || lon === null ? null : { lat, lon },
        codes: readCodes(cells.geonames === '' ? '' : `geonames=${cells.geonames}`),
      }
    },
  )
}

export function readRoles(file: string, text: string): readonly RoleRow[] {
  const columns = ['actor', 'role', 'also', 'for', 'from', 'until'] as const
  return rowsOf(file, text, columns, roleKey, (cells, at) => {
    const [from, until] = [readDay(cells.from), readDay(cells.until)]
    if (from !== null && until !== null && until < from) throw fault(`a day from ${from} on as "until"`, until)
    return {
      at,
      actor: readRef(cells.actor),
      role: readOffice(cells.role),
      also: readAliases(cells.also, cells.role),
      actsFor: readRef(cells.for),
      from,
      until,
    }
  })
}

export function readGroups(file: string, text: string): readonly GroupRow[] {
  return rowsOf(
    file,
    text,
    ['noun', 'kind'],
    ({ noun }) => noun,
    (cells, at) => {
      if (cells.noun === '' || cells.noun !== cells.noun.toLowerCase()) throw fault('a noun in lower case', cells.noun)
      return { at, noun: cells.noun, kind: readKind(cells.kind) }
    },
  )
}

/** Reads a table whose rows differ by their keys. */
export function rowsOf<Column extends string, Row>(
  file: string,
  text: string,
  columns: readonly Column[],
  keyOf: (row: Row) => string,
  read: (cells: Cells<Column>, at: RowPlace) => Row,
): readonly Row[] {
  const first = new Map<string, RowPlace>()
  return readTsv(file, text, columns, (cells, at) => {
    const row = placed(at, () => read(cells, at))
    const key = keyOf(row)
    const before = first.get(key)
    if (before !== undefined) {
      throw faultAt(at, {
        expected: 'a row of its own',
        got: `${key.replaceAll('\t', ', ')}, which stands in ${before}`,
      })
    }
    first.set(key, at)
    return row
  })
}

function readAliases(cell: string, label: string): readonly string[] {
  const aliases = splitList(cell)
  if (aliases.includes(label)) throw fault('other names than the first', label)
  return aliases
}

function readOffice(cell: string): string {
  if (cell === '') throw fault('an office such as "foreign minister"', cell)
  return cell
}
