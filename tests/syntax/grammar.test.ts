import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conjuncts, dependents, extent, grammarOf, isBelow, markerOf, plain } from '../../src/syntax/index.ts'
import { anyTree, madeTree } from './made.ts'

const TAGS = ['NN', 'NNP', 'IN', 'VBD']
const RELATIONS = ['case', 'conj', 'nsubj', 'nmod', 'obl', 'fixed']

const grammar = (words: string) => grammarOf(madeTree(words))

describe('what leads to a phrase', () => {
  it.each([
    ['of one word', 'on/IN/case>1 Idlib/NNP/root', 1, 'on'],
    ['of two', 'because/IN/case>2 of/IN/fixed>0 Idlib/NNP/root', 2, 'because of'],
    ['of two that both hang on it', 'out/IN/case>2 of/IN/case>2 Idlib/NNP/root', 2, 'out of'],
    ['in small letters', 'On/IN/case>1 Monday/NNP/root', 1, 'on'],
    ['which is no possessive', "Syria/NNP/root 's/POS/case>0", 0, null],
    ['nor what stands behind', 'Syria/NNP/root ago/IN/case>0', 0, null],
    ['nor an article', 'the/DT/det>1 army/NN/root', 1, null],
  ])('%s', (_, words, at, marker) => {
    expect(markerOf(grammar(words), at)).toBe(marker)
    expect(markerOf(grammar(words), at)).toBe(marker)
  })
})

describe('the words that are joined', () => {
  it.each([
    ['to the first', 'Russia/NNP/root Iran/NNP/conj>0 Syria/NNP/conj>0', 0, [0, 1, 2]],
    ['each to the one before', 'Russia/NNP/root Iran/NNP/conj>0 Syria/NNP/conj>1', 0, [0, 1, 2]],
    ['are those behind it', 'Russia/NNP/root Iran/NNP/conj>0 Syria/NNP/conj>0', 1, [1]],
    ['are no verbs', 'Russia/NNP/root fled/VBD/conj>0', 0, [0]],
  ])('%s', (_, words, at, expected) => {
    expect(conjuncts(grammar(words), at)).toEqual(expected)
  })
})

describe('a tree', () => {
  it('tells the words on a word by their relations, whole', () => {
    const made = grammar('Idlib/NNP/nsubj:pass>2 was/VBD/aux:pass>2 hit/VBN/root Monday/NNP/obl>2')
    const found = (...relations: readonly string[]) => dependents(made, 2, ...relations).map(({ text }) => text)
    expect(found('nsubj:pass')).toEqual(['Idlib'])
    expect(found('nsubj')).toEqual([])
    expect(found('obl', 'nsubj:pass')).toEqual(['Idlib', 'Monday'])
    expect(['nsubj:pass', 'nsubj', 'acl:relcl'].map(plain)).toEqual(['nsubj', 'nsubj', 'acl'])
  })

  it('reaches over all words below one, and no further', () => {
    fc.assert(
      fc.property(anyTree(TAGS, RELATIONS), (tree) => {
        const made = grammarOf(tree)
        for (const { index } of tree.tokens) {
          const below = tree.tokens.map((token) => token.index).filter((word) => isBelow(made, word, index))
          expect(extent(made, index)).toEqual([Math.min(...below), Math.max(...below)])
        }
      }),
    )
  })

  it('has a word below itself, below its head, and below the root', () => {
    fc.assert(
      fc.property(anyTree(TAGS, RELATIONS), (tree) => {
        const made = grammarOf(tree)
        const root = tree.tokens.findIndex(({ head }) => head < 0)
        for (const { index, head } of tree.tokens) {
          expect(isBelow(made, index, index) && isBelow(made, index, root)).toBe(true)
          if (head >= 0) expect([isBelow(made, index, head), isBelow(made, head, index)]).toEqual([true, false])
        }
      }),
    )
  })
})
