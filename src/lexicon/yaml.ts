import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type ErrorDetail, WiregraphError } from '../model/index.ts'
import { fault, faultAt, shown } from './faults.ts'
import type { RowPlace } from './lexicon.ts'
import { type Parts, type Path, readPlain } from './plain.ts'

/** A YAML file, read and checked, and where each part of it stands. */
export interface YamlFile<T> {
  readonly value: T
  readonly at: (...path: Path) => RowPlace
}

/**
 * Reads a YAML file of the tables.
 * @param file the name that errors show
 * @throws WiregraphError `bad-table` for the first fault in order of lines
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const { value: found, lineOf } = readPlain(text) ?? readWhole(file, text)
  const result = schema.safeParse(found)
  if (result.success) return { value: result.data, at: (...path) => `${file}:${lineOf(path)}` }
  const faults = result.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
    return { line: lineOf(path), path, issue, isMissing: partAt(found, path) === undefined }
  })
  // What is missing stands nowhere, and may be missing because its key is misspelt further on.
  const [first] = faults.sort((a, b) => Number(a.isMissing) - Number(b.isMissing) || a.line - b.line)
  if (first === undefined) throw result.error
  throw faultAt(`${file}:${first.line}`, describe(first.issue, first.path, found))
}

const partAt = (found: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], found)

/** Reads any YAML. Scalars stay text: "no", "1e3" and "null" are words like others. */
function readWhole(file: string, text: string): Parts {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' })
  const broken = document.errors[0]
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line
    throw faultAt(`${file}:${line}`, { expected: 'YAML', got: broken.message.replace(/\s+/g, ' ') })
  }
  return { value: document.toJS(), lineOf: (path) => Math.max(1, lines.linePos(offsetOf(document, path)).line) }
}

function describe(issue: z.core.$ZodIssue, path: Path, found: unknown): Omit<ErrorDetail, 'where'> {
  if (issue.code === 'custom' && issue.params !== undefined) return issue.params
  const key = path.findLast((part) => typeof part === 'string')
  if (issue.code === 'unrecognized_keys') return { expected: issue.message, got: shown(key) }
  const got = partAt(found, path)
  const hint = issue.message === LINE && typeof got === 'object' && got !== null
  return {
    expected: key === undefined ? issue.message : `${issue.message} for "${String(key)}"`,
    got: shown(got),
    ...(hint ? { hint: 'A line that holds ": " stands in double quotes.' } : {}),
  }
}

/** Where the part at this path begins; a part that is not there, where the nearest part around it does. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part))
      if (pair === undefined) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      if (isNode(node)) offset = node.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

const LINE = 'a line of text'

/** A line of text that is not empty. */
export const line = z.string({ error: LINE }).regex(/\S/, { error: LINE })

/** A list of what `item` reads. */
export const listOf = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(item, { error: 'a list' })

/** A list of what `item` reads that holds something. */
export const someOf = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z.array(item, { error: 'a list' }).min(1, { error: 'a list that is not empty' })

export const oneOf = <const T extends string>(values: readonly T[]) =>
  z.enum(values, { error: `one of ${values.join(', ')}` })

/** A mapping with these keys and no others. */
export const mapping = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `one of the keys ${Object.keys(shape).join(', ')}` : 'a mapping',
  })

/** A mapping whose keys the table makes up. */
export const mapOf = <T>(item: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> =>
  z.record(z.string(), item, { error: 'a mapping' })

/** A line that `parse` takes apart; its fault becomes the fault of the line. */
export const parsed = <T>(parse: (text: string) => T) =>
  line.transform((text, context): T => {
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof WiregraphError)) throw error
      context.addIssue({ code: 'custom', params: { ...error.detail }, message: error.message })
      return z.NEVER
    }
  })

/** `true` or `false`. */
export const flag = z.enum(['true', 'false'], { error: 'true or false' }).transform((word) => word === 'true')

/** A decimal number within bounds. */
export const decimal = (least: number, most: number) =>
  parsed((text) => {
    const number = /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
    if (!(number >= least && number <= most)) throw fault(`a number from ${least} to ${most}`, text)
    return number
  })
