import type { z } from 'zod'
import { CLAIM_TYPES, type ClaimType, QUADS, type TypeInfo } from '../model/index.ts'
import { parseExample, parseNot } from './examples.ts'
import { faultAt, shown } from './faults.ts'
import type { Pattern, RowPlace, TypeRow } from './lexicon.ts'
import { overlap, parsePattern } from './patterns.ts'
import { decimal, flag, line, listOf, mapOf, mapping, oneOf, parsed, readYaml, someOf } from './yaml.ts'

/** What a row says its `Y` must be. */
export const TARGETS = ['people', 'actor', 'place', 'any'] as const satisfies readonly TypeRow['target'][]

/** What a file of a claim type holds; an overlay's says nothing of the type itself. */
export interface TypeTable {
  readonly info: TypeInfo | null
  readonly rows: readonly TypeRow[]
}

const rowSchema = mapping({
  says: line,
  mode: line.regex(/^[a-z]+(-[a-z]+)*$/, { error: 'a mode in lower case, such as "heavy-weapons"' }).optional(),
  reciprocal: flag.default(false),
  demanded: oneOf(CLAIM_TYPES).optional(),
  only: oneOf(['demanded']).optional(),
  target: oneOf(TARGETS).default('any'),
  patterns: someOf(parsed(parsePattern)),
  examples: someOf(parsed(parseExample)),
  not: listOf(parsed(parseNot)).default([]),
})

const body = { type: oneOf(CLAIM_TYPES), rows: mapOf(rowSchema) }

const headed = mapping({
  ...body,
  says: line,
  quad: oneOf(QUADS),
  cameo: line.regex(/^(0[1-9]|1\d|20)$/, { error: 'a CAMEO root code, 01 to 20' }),
  score: decimal(-10, 10),
  verb: line,
  source: line.optional(),
}).transform(({ rows, source: _, ...info }) => ({ rows, info }))

const headless = mapping(body).transform(({ rows, type }) => ({ rows, info: { type } }))

/** The claim type that a file is named by; undefined where it is none. */
export const typeOfFile = (file: string): ClaimType | undefined =>
  CLAIM_TYPES.find((type) => `${type.toLowerCase()}.yaml` === file)

/**
 * Reads a file of `types/`.
 * @param type the one that the file is named by
 * @param whole whether it says what the type is; in an overlay it holds `type` and `rows` alone
 * @throws WiregraphError `bad-table`
 */
export function readType(file: string, text: string, type: ClaimType, whole: boolean): TypeTable {
  const { value, at } = readYaml<RawTable>(file, text, whole ? headed : headless)
  if (value.info.type !== type)
    throw faultAt(at('type'), { expected: `"${type}" for "type"`, got: shown(value.info.type) })
  const prefix = `${type.toLowerCase()}.`
  const rows = Object.entries(value.rows).map(([id, row]): TypeRow => {
    if (!id.startsWith(prefix) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.slice(prefix.length))) {
      throw faultAt(at('rows', id), { expected: `a row id such as "${prefix}some-name"`, got: shown(id) })
    }
    return {
      ...row,
      id,
      type,
      mode: row.mode ?? null,
      demanded: row.demanded ?? null,
      only: row.only ?? null,
      examples: row.examples.map((example, i) => ({
        ...example,
        type: example.type ?? type,
        at: at('rows', id, 'examples', i),
      })),
      at: at('rows', id),
    }
  })
  checkLines(rows, (row, i) => at('rows', row, 'patterns', i))
  return { info: 'verb' in value.info ? value.info : null, rows }
}

interface RawTable {
  readonly info: TypeInfo | Pick<TypeInfo, 'type'>
  readonly rows: Readonly<Record<string, z.output<typeof rowSchema>>>
}

/** Within a file, no line may stand twice. */
function checkLines(rows: readonly TypeRow[], at: (row: string, index: number) => RowPlace): void {
  const seen = new Map<string, readonly [row: string, index: number]>()
  for (const row of rows) {
    for (const [i, { line }] of row.patterns.entries()) {
      const before = seen.get(line)
      if (before !== undefined) {
        const got = `"${line}", which stands in ${at(...before)}`
        throw faultAt(at(row.id, i), { expected: 'a pattern of its own', got })
      }
      seen.set(line, [row.id, i])
    }
  }
}

/**
 * Checks the rows of all types together: whichever of its words are taken, a pattern means one thing, unless it stands in
 * two types whose rows ask for different targets.
 * @throws WiregraphError `bad-table` for the first fault in order of rows
 */
export function checkAcross(rows: readonly TypeRow[]): void {
  const byHead = new Map<string, { readonly row: TypeRow; readonly pattern: Pattern }[]>()
  for (const row of rows) {
    for (const pattern of row.patterns) {
      for (const word of pattern.head) {
        const others = byHead.get(word) ?? []
        const twin = others.find(
          (other) =>
            (other.row.type === row.type || other.row.target === row.target) && overlap(other.pattern, pattern),
        )
        if (twin !== undefined) {
          const isWithin = twin.row.type === row.type
          const expected = isWithin
            ? 'a pattern of its own'
            : `a pattern of its own, or another target than ${row.target}`
          throw faultAt(row.at, { expected, got: `"${pattern.line}", which ${twin.row.id} has in ${twin.row.at}` })
        }
        others.push({ row, pattern })
        byHead.set(word, others)
      }
    }
  }
}
