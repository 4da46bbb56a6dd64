import { fault, faultAt, shown } from './faults.ts'
import type { RowPlace } from './lexicon.ts'

/** The cells of a row by column name, without blanks around them; empty cells are ''. */
export type Cells<Column extends string> = Readonly<Record<Column, string>>

/**
 * Reads a tab-separated table. The first line that is neither empty nor a comment (`#`) holds the names of the columns,
 * in any order; every row after it has as many cells.
 * @param file the name that errors show
 * @param read makes something of a row
 * @throws WiregraphError `bad-table`
 */
export function readTsv<Column extends string, Row>(
  file: string,
  text: string,
  columns: readonly Column[],
  read: (cells: Cells<Column>, at: RowPlace) => Row,
): readonly Row[] {
  let order: readonly Column[] | undefined
  const rows: Row[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('#') || line.trim() === '') continue
    const at = `${file}:${index + 1}`
    const cells = line.split('\t').map((cell) => cell.trim())
    if (order === undefined) order = readHeader(cells, at, columns)
    else rows.push(read(byColumn(cells, order, at), at))
  }
  if (order === undefined) throw faultAt(`${file}:1`, { expected: header(columns), got: 'nothing' })
  return rows
}

function byColumn<Column extends string>(
  cells: readonly string[],
  order: readonly Column[],
  at: RowPlace,
): Cells<Column> {
  if (cells.length !== order.length) {
    const expected = `${order.length} cells separated by tabs`
    throw faultAt(at, { expected, got: `${cells.length}`, hint: `The columns are ${order.join(', ')}.` })
  }
  const named: Partial<Record<Column, string>> = {}
  for (const [i, column] of order.entries()) named[column] = cells[i] ?? ''
  return named as Cells<Column>
}

const header = (columns: readonly string[]): string => `a header line with the columns ${columns.join(', ')}`

function readHeader<Column extends string>(
  names: readonly string[],
  at: RowPlace,
  columns: readonly Column[],
): readonly Column[] {
  const odd = names.find((name, i) => !columns.some((column) => column === name) || names.indexOf(name) !== i)
  if (odd !== undefined) throw faultAt(at, { expected: header(columns), got: shown(odd) })
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0) throw faultAt(at, { expected: header(columns), got: `none named ${missing.join(', ')}` })
  return names as readonly Column[]
}

/**
 * The items of a list cell, separated by `;`. An empty cell is an empty list.
 * @throws WiregraphError `bad-table`, without a place, for an item that is empty or stands twice
 */
export function splitList(cell: string): readonly string[] {
  if (cell === '') return []
  const items = cell.split(';').map((item) => item.trim())
  for (const [i, item] of items.entries()) {
    if (item === '') throw fault('a list separated by "; " without empty items', cell)
    if (items.indexOf(item) !== i) throw fault('a list that holds each item once', item)
  }
  return items
}
