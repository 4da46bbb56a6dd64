import { type BoilerplateRule, PARTS } from '../model/index.ts'
import { faultAt } from './faults.ts'
import { decimal, flag, line, listOf, mapOf, mapping, oneOf, readYaml } from './yaml.ts'

const phrases = listOf(line).default([])

const schema = mapOf(
  mapping({
    says: line,
    part: oneOf(PARTS).default('boilerplate'),
    where: oneOf(['line', 'start', 'end']).default('line'),
    starts: phrases,
    contains: phrases,
    equals: phrases,
    ends: phrases,
    maxWords: decimal(1, 1000).optional(),
    cutsRest: flag.default(false),
    example: line.optional(),
    not: phrases,
  }),
)

/**
 * Reads boilerplate.yaml: rules by id.
 * @throws WiregraphError `bad-table`
 */
export function readBoilerplate(file: string, text: string): readonly BoilerplateRule[] {
  const { value, at } = readYaml(file, text, schema)
  return Object.entries(value).map(([id, { example: _, not: __, maxWords, ...rule }]) => {
    if (rule.starts.length + rule.contains.length + rule.equals.length + rule.ends.length === 0) {
      throw faultAt(at(id), { expected: 'phrases under one of starts, contains, equals, ends', got: 'none' })
    }
    return { ...rule, id, maxWords: maxWords ?? null }
  })
}
