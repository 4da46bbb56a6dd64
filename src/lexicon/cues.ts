import { CLAIM_TYPES, MODALITIES, POLARITIES } from '../model/index.ts'
import { parseNot, parseTypedExample } from './examples.ts'
import { fault, faultAt } from './faults.ts'
import type { CueGroup } from './lexicon.ts'
import { parsePhrase } from './phrases.ts'
import { flag, line, listOf, mapOf, mapping, oneOf, parsed, readYaml, someOf } from './yaml.ts'

const NO_ACT = 'null'

const schema = mapOf(
  mapping({
    says: line,
    cues: listOf(parsed((text) => parsePhrase(text, 'Y'))).default([]),
    phrases: listOf(parsed(parseFrame)).default([]),
    act: oneOf([...CLAIM_TYPES, NO_ACT]),
    reciprocal: flag.default(false),
    content: mapping({ polarity: oneOf(POLARITIES).optional(), modality: oneOf(MODALITIES).optional() }).default({}),
    examples: someOf(parsed(parseTypedExample)),
    not: listOf(parsed(parseNot)).default([]),
  }),
)

function parseFrame(text: string): readonly (readonly string[])[] {
  const phrases = parsePhrase(text, 'X')
  if (phrases.some((words) => !words.includes('X'))) throw fault('a phrase around X, the speaker', text)
  return phrases
}

/**
 * Reads cues.yaml: groups of reporting words that mean the same, by id. Each line stands in one group.
 * @throws WiregraphError `bad-table`
 */
export function readCues(file: string, text: string): readonly CueGroup[] {
  const { value, at } = readYaml(file, text, schema)
  const groups = Object.entries(value).map(([id, { cues, phrases, content, examples, ...group }]): CueGroup => {
    if (cues.length + phrases.length === 0) {
      throw faultAt(at(id), { expected: 'a list of cues or of phrases', got: 'neither' })
    }
    return {
      ...group,
      id,
      act: group.act === NO_ACT ? null : group.act,
      cues: cues.flat(),
      phrases: phrases.flat(),
      polarity: content.polarity ?? null,
      modality: content.modality ?? null,
      examples: examples.map((example, i) => ({ ...example, at: at(id, 'examples', i) })),
      at: at(id),
    }
  })
  return groups
}

/**
 * Checks all groups together: a cue has one meaning.
 * @throws WiregraphError `bad-table`
 */
export function checkCues(groups: readonly CueGroup[]): void {
  const seen = new Map<string, CueGroup>()
  for (const group of groups) {
    for (const words of [...group.cues, ...group.phrases]) {
      const cue = words.join(' ')
      const before = seen.get(cue)
      if (before !== undefined) {
        const got = `"${cue}", which ${before.id} has in ${before.at}`
        throw faultAt(group.at, { expected: 'cues that stand once', got })
      }
      seen.set(cue, group)
    }
  }
}
