import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SET_NAMES } from '../../src/eval/index.ts'
import { wiregraph } from './console.ts'

/**
 * A folder with treebanks (`ud`), annotated news (`gold`, `seeds`) and their scorers (`eval`), which may not be passed
 * on; named by those who have it. The floors stand in src/eval/measures.ts.
 */
const GOLD = process.env.WIREGRAPH_GOLD ?? ''
const isThere = GOLD !== '' && existsSync(join(GOLD, 'eval'))
if (!isThere) afterAll(() => process.stderr.write('skipped: WIREGRAPH_GOLD names no folder of treebanks and gold\n'))

interface Measured {
  readonly figures: readonly { readonly measure: string; readonly value: number; readonly holds: boolean | null }[]
}

describe.skipIf(!isThere)('accuracy', { timeout: 600_000 }, () => {
  it.each(SET_NAMES)('on %s holds its floors', async (set) => {
    const { code, out } = await wiregraph(['eval', '--gold', GOLD, '--only', set, '--json'])
    expect(code).toBe(0)
    const { figures } = JSON.parse(out) as Measured
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.filter(({ holds }) => holds === false)).toEqual([])
  })
})
