import { digest } from '../model/index.ts'
import { BOUNDS, refused, whole } from './params.ts'
import type { Page, PageParams } from './port.ts'

/** Where a page starts and ends within a list. */
export interface Slot {
  readonly offset: number
  readonly limit: number
  /** Makes the page of what stands there; `more` tells whether anything follows. */
  page<T>(items: readonly T[], more: boolean): Page<T>
}

/**
 * Reads the page parameters of a question. Cursors carry a digest of the version and the question, so that one of
 * another question, or of a graph that has changed since, is refused and never answered with the wrong rows.
 * @param question its name and every parameter that shapes the list
 * @throws WiregraphError `bad-request` for a limit out of bounds, or a cursor that is not of this list
 */
export function slot(params: PageParams, version: string, question: readonly unknown[]): Slot {
  const limit = whole('limit', params.limit, BOUNDS.page)
  const key = digest(version, JSON.stringify(question))
  const offset = params.cursor === undefined ? 0 : offsetOf(params.cursor, key)
  return {
    offset,
    limit,
    page: (items, more) => ({ items, next: more ? cursor(key, offset + items.length) : null }),
  }
}

/** The page of a list that is at hand as a whole. */
export function pageOf<T, U>(all: readonly T[], { offset, limit, page }: Slot, show: (item: T) => U): Page<U> {
  return page(all.slice(offset, offset + limit).map(show), all.length > offset + limit)
}

const cursor = (key: string, offset: number): string => Buffer.from(`${key}.${offset}`).toString('base64url')

function offsetOf(given: string, key: string): number {
  const [, of, offset] = /^([0-9a-f]{16})\.(\d{1,15})$/.exec(Buffer.from(given, 'base64url').toString('latin1')) ?? []
  if (of === key && given === cursor(key, Number(offset))) return Number(offset)
  throw refused('cursor', 'what an earlier page of this very list gave as next; start again without a cursor', given)
}
