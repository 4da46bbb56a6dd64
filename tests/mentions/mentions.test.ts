import { describe, expect, it } from 'vitest'
import type { MentionSignals, SentenceSignals } from '../../src/encoder/index.ts'
import { loadLexicon } from '../../src/lexicon/index.ts'
import { mentionsOf } from '../../src/mentions/index.ts'
import type { Tree, Upos } from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'

const lexicon = loadLexicon()

/** A sentence of words with their tags, as "Russia/PROPN bombed/VERB"; heads do not matter to names. */
function treeOf(line: string): { readonly text: string; readonly tree: Tree } {
  let at = 0
  const tokens = line.split(' ').map((entry, index) => {
    const [word = '', upos] = entry.split('/')
    const start = at
    at += word.length + 1
    const xpos = upos === 'PART' ? 'POS' : upos!
    const place = { text: word, start, end: start + word.length, index }
    return { ...place, upos: upos as Upos, xpos, lemma: word.toLowerCase(), head: index - 1, deprel: 'dep' }
  })
  return { text: tokens.map(({ text }) => text).join(' '), tree: { sentence: 0, tokens } }
}

/** What is found where the encoder sees these mentions, as `text kind form entity`. */
function found(line: string, ...seen: readonly (readonly [first: number, last: number, head: number, kind: string])[]) {
  const { text, tree } = treeOf(line)
  const mentions = seen.map(
    ([first, last, head, kind]): MentionSignals => ({ first, last, head, kind, probability: 1 }),
  )
  const signals = { mentions } as unknown as SentenceSignals
  return mentionsOf(articleOf(text), [tree], [signals], lexicon).mentions.map(({ text, kind, form, entity }) =>
    [text, kind, form, entity ?? '-'].join(' | '),
  )
}

describe('names', () => {
  it.each<[string, Parameters<typeof found>, readonly string[]]>([
    [
      'that tables and encoder know have the span of the encoder and the entity of the tables',
      ['President/PROPN Vladimir/PROPN Putin/PROPN spoke/VERB', [0, 2, 2, 'person']],
      ['President Vladimir Putin | person | name | vladimir-putin'],
    ],
    [
      'that only the tables know are names all the same',
      ['Russia/PROPN bombed/VERB Idlib/PROPN'],
      ['Russia | state | name | russia', 'Idlib | place | name | idlib'],
    ],
    [
      'that only the encoder knows are places of nobody’s',
      ['Qzor/PROPN Vblatt/PROPN fell/VERB', [0, 1, 0, 'place']],
      ['Qzor Vblatt | place | name | -'],
    ],
    [
      'within a description are names of their own',
      ['Idlib/PROPN ’s/PART mayor/NOUN spoke/VERB', [0, 1, 0, 'place'], [0, 2, 2, 'person']],
      ['Idlib ’s mayor | person | description | -', 'Idlib | place | name | idlib'],
    ],
    [
      'are no times and no common nouns',
      ['Friday/PROPN rebels/NOUN left/VERB', [0, 0, 0, 'time'], [1, 1, 1, 'person']],
      [],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(found(...sentence)).toEqual(expected)
  })
})
