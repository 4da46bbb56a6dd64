import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repaired } from '../../src/syntax/repairs.ts'
import { anyTree, arcsOf, isTree, madeTree } from './made.ts'

const TAGS = ['NN', 'NNP', 'IN', 'POS', 'VBG', 'VBD', 'PRP']
const RELATIONS = ['case', 'nsubj', 'nmod:desc', 'compound', 'flat', 'advcl', 'acl', 'ccomp', 'xcomp', 'aux', 'obl']

describe('a repair', () => {
  it.each([
    [
      'leads a preposition to the whole name',
      'spoke/VBD/root to/IN/case>2 President/NNP/nmod:desc>3 Macron/NNP/obl>0',
      'spoke/root to/case>3 President/nmod:desc>3 Macron/obl>0',
    ],
    [
      'leads it up a chain of parts',
      'to/IN/case>1 Prime/NNP/compound>2 Minister/NNP/nmod:desc>3 Modi/NNP/root',
      'to/case>3 Prime/compound>2 Minister/nmod:desc>3 Modi/root',
    ],
    [
      'hangs a participle on what a preposition leads to, beside a noun',
      'strikes/NNS/root on/IN/case>2 fighters/NNS/nsubj>3 holding/VBG/acl>0 out/RP/compound:prt>3',
      'strikes/root on/case>2 fighters/nmod>0 holding/acl>2 out/compound:prt>3',
    ],
    [
      'hangs a participle on what a preposition leads to, beside a verb',
      'fired/VBD/root at/IN/case>2 men/NNS/nsubj>3 fleeing/VBG/advcl>0',
      'fired/root at/case>2 men/obl>0 fleeing/acl>2',
    ],
  ])('%s', (_, words, arcs) => {
    expect(arcsOf(repaired(madeTree(words).tokens))).toBe(arcs)
  })

  it.each([
    ['of a preposition on its noun', 'spoke/VBD/root to/IN/case>2 Macron/NNP/obl>0'],
    ['of what is behind a name', 'Macron/NNP/nmod:desc>2 of/IN/case>0 France/NNP/root'],
    ['of a title that stands behind', 'to/IN/case>1 Macron/NNP/root president/NN/nmod:desc>1'],
    ['of a possessive', "Macron/NNP/nmod:desc>2 's/POS/case>0 jets/NNS/root"],
    ['of "with", whose clause is its own', 'left/VBD/root with/IN/case>2 men/NNS/nsubj>3 fleeing/VBG/advcl>0'],
    ['of a subject without a preposition', 'saw/VBD/root men/NNS/nsubj>2 fleeing/VBG/ccomp>0'],
    ['of a clause with an auxiliary', 'at/IN/case>1 men/NNS/nsubj>3 are/VBP/aux>3 fleeing/VBG/advcl>4 fired/VBD/root'],
    ['of a tensed verb', 'fired/VBD/root at/IN/case>2 men/NNS/nsubj>3 fled/VBD/advcl>0'],
    ['of a clause that comes first', 'at/IN/case>1 men/NNS/nsubj>2 fleeing/VBG/advcl>3 fired/VBD/root'],
  ])('changes nothing %s', (_, words) => {
    const { tokens } = madeTree(words)
    expect(repaired(tokens)).toBe(tokens)
  })

  it('keeps every word, one root and no cycle, whatever the tree', () => {
    fc.assert(
      fc.property(anyTree(TAGS, RELATIONS), ({ tokens }) => {
        const found = repaired(tokens)
        expect(isTree(found)).toBe(true)
        expect(found.map(({ text, index, xpos }) => [text, index, xpos])).toEqual(
          tokens.map(({ text, index, xpos }) => [text, index, xpos]),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
