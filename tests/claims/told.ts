import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/claims/index.ts'
import type { Claim, Party } from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'
import { tools } from '../tools.ts'

const names = (parties: readonly Party[]): string => parties.map(({ label, text }) => label ?? `“${text}”`).join(', ')

/** A claim in one line: "Russia ASSAULT Idlib, negated, planned, said by John Kerry". */
function told({ type, source, target, place, polarity, modality, attribution }: Claim): string {
  const words = [`${names(source) || '–'} ${type} ${names(target) || '–'}`]
  if (place.length > 0) words.push(`in ${names(place)}`)
  if (polarity === 'negated') words.push(polarity)
  if (modality !== 'actual') words.push(modality)
  for (const { speaker } of attribution) words.push(`said by ${speaker ? names([speaker]) : 'somebody'}`)
  return words.join(', ')
}

/** The claims of a text, each in one line. */
export const read = async (text: string): Promise<readonly string[]> =>
  (await readArticle(articleOf(text), tools)).claims.map(told)

/** A sentence with claims that must be among those read from it; behind "≠" words that none may hold. */
export type Row = readonly [sentence: string, ...claims: string[]]

/** The network reads a sentence in so many wrongly that no rule is to blame. */
const MISREAD = 1 / 8

const holds = (claims: readonly string[], wanted: string): boolean =>
  wanted.startsWith('≠ ') ? !claims.some((claim) => claim.includes(wanted.slice(2))) : claims.includes(wanted)

/** Reads each sentence of each construction; of eight sentences one may be misread. */
export function expectRead(constructions: Readonly<Record<string, readonly Row[]>>): void {
  describe.each(Object.entries(constructions))('%s', (_title, rows) => {
    it('are read', async () => {
      const missed: string[] = []
      for (const [sentence, ...wanted] of rows) {
        const claims = await read(sentence)
        const [first] = wanted.filter((claim) => !holds(claims, claim))
        if (first !== undefined) missed.push(`${sentence} · ${first} · ${claims.join(' · ') || 'nothing'}`)
      }
      expect(missed.length > rows.length * MISREAD ? missed : []).toEqual([])
    })
  })
}
