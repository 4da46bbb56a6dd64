import { parseNot, parseTypedExample } from './examples.ts'
import type { ModalityTable } from './lexicon.ts'
import { parsePhrase } from './phrases.ts'
import { line, listOf, mapping, parsed, readYaml, someOf } from './yaml.ts'

/** The lists of modality.yaml. */
export const MODALITY_LISTS = [
  'negation',
  'planned',
  'demanded',
  'possible',
  'conditional',
  'light',
  'converse',
  'means',
] as const
export type ModalityKey = (typeof MODALITY_LISTS)[number]

/** A list with its examples, so that an overlay replaces both. */
export interface ModalityList extends Pick<ModalityTable, 'examples' | 'not'> {
  readonly key: ModalityKey
  readonly words: readonly (readonly string[])[]
}

const list = mapping({
  says: line.optional(),
  words: someOf(parsed((text) => parsePhrase(text, null))),
  examples: listOf(parsed(parseTypedExample)).default([]),
  not: listOf(parsed(parseNot)).default([]),
}).optional()

const schema = mapping(Object.fromEntries(MODALITY_LISTS.map((key) => [key, list])) as Record<ModalityKey, typeof list>)

/**
 * Reads modality.yaml, with as many of its lists as stand there.
 * @throws WiregraphError `bad-table`
 */
export function readModality(file: string, text: string): readonly ModalityList[] {
  const { value, at } = readYaml(file, text, schema)
  return MODALITY_LISTS.flatMap((key): readonly ModalityList[] => {
    const found = value[key]
    if (found === undefined) return []
    const examples = found.examples.map((example, i) => ({ ...example, at: at(key, 'examples', i) }))
    return [{ key, words: found.words.flat(), examples, not: found.not }]
  })
}

/** The lists as one table; one that no layer has is empty. */
export function joinModality(lists: readonly ModalityList[]): ModalityTable {
  const inOrder = MODALITY_LISTS.flatMap((key) => lists.filter((list) => list.key === key))
  const words = (key: ModalityKey) => inOrder.find((list) => list.key === key)?.words ?? []
  return {
    negation: words('negation'),
    planned: words('planned'),
    demanded: words('demanded'),
    possible: words('possible'),
    conditional: words('conditional'),
    light: words('light'),
    converse: words('converse'),
    means: words('means'),
    examples: inOrder.flatMap(({ examples }) => examples),
    not: inOrder.flatMap(({ not }) => not),
  }
}
