import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tree } from '../../src/model/index.ts'
import { functionOf, treesOf } from '../../src/syntax/index.ts'
import { sentencesOf } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'
import { tools } from '../tools.ts'

async function trees(text: string): Promise<readonly Tree[]> {
  const sentences = sentencesOf(articleOf(text))
  const starts = sentences.map(() => true)
  return treesOf(sentences, (await tools.encoder.read(sentences, starts)).sentences)
}

/** Each word with its tag, relation and head. */
const told = ({ tokens }: Tree) =>
  tokens.map(({ text, upos, deprel, head }) => `${text}/${upos}/${deprel}/${tokens[head]?.text ?? '-'}`).join(' ')

/** Whether every word leads up to the one root. */
function isTree({ tokens }: Tree): boolean {
  const leads = tokens.map(({ index }) => {
    let [at, steps] = [index, 0]
    while (at >= 0 && steps++ <= tokens.length) at = tokens[at]!.head
    return at === -1
  })
  return leads.every(Boolean) && tokens.filter(({ head }) => head === -1).length === 1
}

describe('trees', () => {
  it.each([
    [
      'Idlib was struck by Russian jets.',
      'Idlib/PROPN/nsubj:pass/struck was/AUX/aux:pass/struck struck/VERB/root/- by/ADP/case/jets Russian/ADJ/amod/jets jets/NOUN/obl:agent/struck ./PUNCT/punct/struck',
    ],
    [
      'Russian warplanes hit seven targets.',
      'Russian/ADJ/amod/warplanes warplanes/NOUN/nsubj/hit hit/VERB/root/- seven/NUM/nummod/targets targets/NOUN/obj/hit ./PUNCT/punct/hit',
    ],
    [
      'Kerry said Russia denied it.',
      'Kerry/PROPN/nsubj/said said/VERB/root/- Russia/PROPN/nsubj/denied denied/VERB/ccomp/said it/PRON/obj/denied ./PUNCT/punct/said',
    ],
  ])('of %s', async (text, expected) => {
    expect((await trees(text)).map(told)).toEqual([expected])
  })

  it('tell what a conjunct is in its clause', async () => {
    const [tree] = await trees('Russia, Syria and Iran bombed Idlib.')
    const named = tree!.tokens.filter(({ upos }) => upos === 'PROPN')
    expect(named.map(({ index }) => functionOf(tree!.tokens, index))).toEqual(['nsubj', 'nsubj', 'nsubj', 'obj'])
  })

  it('have one root, and the words of their sentence, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), async (text) => {
        const sentences = sentencesOf(articleOf(text))
        for (const [at, tree] of (await trees(text)).entries()) {
          expect(tree.tokens.map((token) => token.text)).toEqual(sentences[at]!.tokens.map((token) => token.text))
          expect(isTree(tree)).toBe(true)
          for (const { start, end, text: word } of tree.tokens) expect(text.slice(start, end)).toBe(word)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['emoji', '👩‍👩‍👧‍👦🇸🇾 '.repeat(300)],
    ['ten thousand words', 'Russia bombed Idlib and '.repeat(2500)],
    ['capitals', 'RUSSIAN WARPLANES HIT IDLIB'],
    ['a headline without a verb', 'Fresh clashes in Aleppo'],
    ['one letter, a million times', 'a'.repeat(1_000_000)],
    ['marks', '?!…—“”()'.repeat(500)],
    ['a word of hyphens', 'a-'.repeat(20_000)],
    ['white space', ' \n\u00a0\t\u2028 '],
  ])('are trees for %s', async (_, text) => {
    for (const tree of await trees(text)) expect(isTree(tree)).toBe(true)
  })
})
