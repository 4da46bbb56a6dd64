import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codebook, type Lexicon, loadLexicon } from '../../src/lexicon/index.ts'
import { printPattern } from '../../src/lexicon/patterns.ts'
import { TABLE_FILES } from '../../src/lexicon/tables.ts'
import { CLAIM_TYPES } from '../../src/model/index.ts'

const dir = fileURLToPath(new URL('../../src/lexicon/', import.meta.url))
const hasAll =
  TABLE_FILES.every((file) => existsSync(`${dir}${file}`)) && readdirSync(`${dir}types`).length === CLAIM_TYPES.length

describe('the tables that come with the program', () => {
  it('load, whichever are there', () => {
    const { rows } = loadLexicon({ dir })
    expect(rows.length).toBeGreaterThan(0)
    for (const { patterns } of rows) {
      for (const pattern of patterns) expect(printPattern(pattern)).toBe(pattern.line)
    }
  })

  it.skipIf(!hasAll)('are complete', () => {
    const lexicon = loadLexicon()
    expect([...lexicon.types.keys()]).toEqual(CLAIM_TYPES)
    expect(lexicon.digest).toBe(loadLexicon().digest)
    expect(codebook(lexicon)).toBe(codebook(loadLexicon()))
    expect(strangers(lexicon)).toEqual([])
    expect(sharedCodes(lexicon)).toEqual([])
  })
})

/** Names in examples that are neither in the tables nor in their own sentence. */
function strangers({ entities, rows, cues, modality }: Lexicon): readonly string[] {
  const labels = new Set([...entities.values()].map(({ label }) => label))
  const examples = [
    ...rows.flatMap((row) => row.examples),
    ...cues.flatMap((group) => group.examples),
    ...modality.examples,
  ]
  return examples.flatMap(({ at, sentence, sources, targets, place, speaker }) =>
    [...sources, ...targets, place, speaker]
      .filter((name) => name !== null)
      .filter((name) => !labels.has(name) && !sentence.toLowerCase().includes(name.toLowerCase()))
      .map((name) => `${at}: ${name}`),
  )
}

/** Codes that should name one thing and name two. */
function sharedCodes({ entities }: Lexicon): readonly string[] {
  const holders = new Map<string, string>()
  return [...entities.values()].flatMap(({ id, codes }) =>
    Object.entries(codes).flatMap(([scheme, value]) => {
      if (scheme === 'cameo') return []
      const code = `${scheme}=${value}`
      const holder = holders.get(code)
      holders.set(code, id)
      return holder === undefined ? [] : [`${code}: ${holder}, ${id}`]
    }),
  )
}
