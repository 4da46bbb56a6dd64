import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/claims/index.ts'
import type { Example } from '../../src/lexicon/index.ts'
import { type Claim, foldName, type Party } from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'
import { linesApart } from '../near.ts'
import { tools } from '../tools.ts'

const { lexicon } = tools
const read = async (sentence: string) => (await readArticle(articleOf(sentence), tools)).claims

/** The items that a slow question is true of, in order. */
async function those<T>(items: readonly T[], ask: (item: T) => Promise<boolean>): Promise<readonly T[]> {
  const found: T[] = []
  for (const item of items) if (await ask(item)) found.push(item)
  return found
}

/** Whether one of the parties bears the name, as its label or among its words. */
const names = (parties: readonly Party[], wanted: string): boolean =>
  parties.some(({ label, text }) => [label ?? '', text].some((name) => foldName(name).includes(foldName(wanted))))

const isAs = (example: Example) => (claim: Claim) =>
  claim.type === example.type &&
  claim.polarity === example.polarity &&
  claim.modality === example.modality &&
  example.sources.every((name) => names(claim.source, name)) &&
  example.targets.every((name) => names(claim.target, name)) &&
  (example.sources.length > 0 || claim.source.length === 0) &&
  (example.targets.length > 0 || claim.target.length === 0) &&
  (example.place === null || names(claim.place, example.place)) &&
  (example.speaker === null ||
    claim.attribution.some(({ speaker }) => speaker && names([speaker], example.speaker ?? '')))

const EXAMPLES = [...lexicon.rows, ...lexicon.cues, lexicon.modality].flatMap(({ examples }) => examples)
const told = ({ type, sentence }: Example) => `${type} ${sentence}`

/**
 * Examples of the tables that the present reader does not read yet: for the most part sentences that the network parses
 * wrongly. The list only shrinks: an example that is read must leave it, and one that is not may not join it without being seen.
 */
const LIST = 'tests/claims/unread.txt'

describe('the examples of the tables', async () => {
  const isUnread = async (example: Example) => !(await read(example.sentence)).some(isAs(example))
  const unread = (await those(EXAMPLES, isUnread)).map(told)
  if (process.env.UPDATE === '1') writeFileSync(LIST, `${unread.join('\n')}\n`)

  it('are read, but for those on the list, give or take one in twenty-five', () => {
    expect(linesApart(unread.join('\n'), readFileSync(LIST, 'utf8').trim())).toBeLessThan(unread.length / 25)
  })

  it('are read in nine of ten cases', () => {
    expect(1 - unread.length / EXAMPLES.length).toBeGreaterThan(0.9)
  })
})

describe('the sentences in which a row must stay silent', () => {
  const rows = [...lexicon.rows, ...lexicon.cues.map((group) => ({ ...group, id: `cue.${group.id}` }))]
  const sentences = rows.flatMap(({ id, not }) => not.map((sentence) => ({ id, sentence })))

  it('give no claim by it', async () => {
    const broken = await those(sentences, async ({ id, sentence }) =>
      (await read(sentence)).some(({ rule }) => rule === id),
    )
    expect(broken.map(({ sentence }) => sentence)).toEqual([])
  })
})
