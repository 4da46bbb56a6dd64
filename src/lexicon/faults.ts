import { type ErrorDetail, WiregraphError } from '../model/index.ts'
import type { RowPlace } from './lexicon.ts'

/** The longest stretch of a faulty line that an error shows, in characters. */
const SHOWN = 80

/** What stands in a table, as errors show it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  const text = JSON.stringify(value)
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** A fault of a cell or line whose place its reader does not know; {@link placed} adds the place. */
export const fault = (expected: string, got: unknown, hint?: string): WiregraphError =>
  new WiregraphError('bad-table', { expected, got: shown(got), ...(hint === undefined ? {} : { hint }) })

/** A fault at a place. `got` is plain words here. */
export const faultAt = (where: RowPlace, detail: Omit<ErrorDetail, 'where'>): WiregraphError =>
  new WiregraphError('bad-table', { where, ...detail })

/** Runs the reader of a cell or line, and adds the place to its fault. */
export function placed<T>(where: RowPlace, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof WiregraphError) || error.detail.where !== undefined) throw error
    throw faultAt(where, error.detail)
  }
}
