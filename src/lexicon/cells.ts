import { ACTOR_KINDS, type ActorKind, asEntityId, type EntityId, foldName } from '../model/index.ts'
import { fault } from './faults.ts'
import { FEATURES, type Feature } from './lexicon.ts'
import { splitList } from './tsv.ts'

/** The schemes of codes, and what a value looks like. */
const SCHEMES: Readonly<Record<string, { readonly form: RegExp; readonly says: string }>> = {
  iso2: { form: /^[A-Z]{2}$/, says: 'two capital letters' },
  iso3: { form: /^[A-Z]{3}$/, says: 'three capital letters' },
  cameo: { form: /^([A-Z]{3})+$/, says: 'groups of three capital letters' },
  wikidata: { form: /^Q[1-9]\d*$/, says: 'Q and a number' },
  geonames: { form: /^[1-9]\d*$/, says: 'a number' },
}

/** An id as it stands in a row; an empty cell gives the folded label. */
export function readId(cell: string, label: string): EntityId {
  const id = cell === '' ? foldName(label) : cell
  if (!/^[a-z0-9-]+$/.test(id) && foldName(id) !== id) throw fault('an id of small letters, digits and "-"', cell)
  return asEntityId(id)
}

export function readLabel(cell: string): string {
  if (!/[\p{L}\p{N}]/u.test(cell)) throw fault('a label', cell)
  return cell
}

/** A reference to the id of another row; whether that is there is seen once all tables are read. */
export function readRef(cell: string): EntityId {
  if (cell === '') throw fault('an id', cell)
  return asEntityId(cell)
}

export function readKind(cell: string): ActorKind {
  const kind = ACTOR_KINDS.find((known) => known === cell)
  if (kind === undefined) throw fault(`one of the kinds ${ACTOR_KINDS.join(', ')}`, cell)
  return kind
}

export function readFeature(cell: string): Feature | null {
  const feature = FEATURES.find((known) => known === cell)
  if (feature === undefined && cell !== '') throw fault(`one of the features ${FEATURES.join(', ')}`, cell)
  return feature ?? null
}

/** Codes by scheme, always in the same order. */
export function readCodes(cell: string): Readonly<Record<string, string>> {
  if (cell === '') return {}
  const codes = new Map<string, string>()
  for (const item of splitList(cell)) {
    const [scheme = '', value, ...more] = item.split('=').map((part) => part.trim())
    const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined
    if (known === undefined || value === undefined || more.length > 0) {
      throw fault(`scheme=value with one of the schemes ${Object.keys(SCHEMES).join(', ')}`, item)
    }
    if (!known.form.test(value)) throw fault(`${known.says} as ${scheme}`, value)
    if (codes.has(scheme)) throw fault(`one code of the scheme ${scheme}`, item)
    codes.set(scheme, value)
  }
  return Object.fromEntries(
    Object.keys(SCHEMES).flatMap((scheme) => (codes.has(scheme) ? [[scheme, codes.get(scheme)!]] : [])),
  )
}

/** A day that is in the calendar; null for an empty cell. */
export function readDay(cell: string): string | null {
  if (cell === '') return null
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell.split('-').map(Number) : []
  const date = new Date(Date.UTC(year, month - 1, day))
  if (month === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    throw fault('a day, YYYY-MM-DD', cell)
  return cell
}

/** Decimal degrees from `-limit` to `limit`; null for an empty cell. */
export function readDegrees(cell: string, limit: 90 | 180): number | null {
  if (cell === '') return null
  const degrees = /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN
  if (!(Math.abs(degrees) <= limit)) throw fault(`decimal degrees from -${limit} to ${limit}`, cell)
  return degrees
}
