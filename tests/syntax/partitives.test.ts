import { describe, expect, it } from 'vitest'
import { gatheredBy, gathererOf, grammarOf } from '../../src/syntax/index.ts'
import { isPartitive } from '../../src/syntax/partitives.ts'
import { madeTree } from './made.ts'

/** The word that another is gathered by, and the one that it gathers. */
function told(words: string, of: string) {
  const grammar = grammarOf(madeTree(words))
  const { index } = grammar.tokens.find(({ text }) => text === of)!
  const gatherer = gathererOf(grammar, index)
  return [grammar.tokens[gatherer]!.text, grammar.tokens[gatheredBy(grammar, gatherer)]!.text]
}

describe('what gathers a noun', () => {
  it.each([
    ['a/DT/det>1 series/NN/root of/IN/case>3 strikes/NNS/nmod>1', 'series'],
    ['most/JJS/root of/IN/case>3 the/DT/det>3 strikes/NNS/nmod>0', 'most'],
    ['dozens~dozen/NNS/root of/IN/case>2 strikes/NNS/nmod>0', 'dozens'],
    ['some/DT/root of/IN/case>2 dozens~dozen/NNS/nmod>0 of/IN/case>4 strikes/NNS/nmod>2', 'some'],
    ['a/DT/det>1 wave/NN/root of/IN/case>3 strikes/NNS/nmod>1', 'wave'],
  ])('by "of", in %s', (words, gatherer) => {
    expect(told(words, 'strikes')).toEqual([gatherer, 'strikes'])
  })

  it.each([
    ['$/$/root 2/CD/nummod>0 in/IN/case>3 aid/NN/nmod>0', '$'],
    ['tonnes~tonne/NNS/root of/IN/case>2 aid/NN/nmod>0', 'tonnes'],
    ['a/DT/det>1 package/NN/root of/IN/case>3 aid/NN/nmod>1', 'package'],
    ['an/DT/det>1 increase/NN/root in/IN/case>3 aid/NN/nmod>1', 'increase'],
    ['millions~million/NNS/root of/IN/case>2 dollars~dollar/NNS/nmod>0 in/IN/case>4 aid/NN/nmod>2', 'millions'],
  ])('as a measure, in %s', (words, measure) => {
    expect(told(words, 'aid')[0]).toBe(measure)
  })

  it.each([
    ['the/DT/det>1 day/NN/root of/IN/case>3 strikes/NNS/nmod>1'],
    ['a/DT/det>1 series/NN/root on/IN/case>3 strikes/NNS/nmod>1'],
    ['a/DT/det>1 series/NN/root in/IN/case>3 strikes/NNS/nmod>1'],
    ['series/NN/nsubj>1 led/VBD/root of/IN/case>3 strikes/NNS/obl>1'],
    ['strikes/NNS/root'],
  ])('is nothing, in %s', (words) => {
    expect(told(words, 'strikes')).toEqual(['strikes', 'strikes'])
  })

  it('is a word that gathers nothing where no "of" follows', () => {
    const grammar = grammarOf(madeTree('both/DT/nsubj>1 fled/VBD/root to/IN/case>3 Idlib/NNP/nmod>0'))
    expect(gatheredBy(grammar, 0)).toBe(0)
  })

  it.each(['one', 'dozens', 'Half', 'majority', 'two-thirds', '%', 'flurry', 'acts'])('may be %j', (lemma) => {
    expect(isPartitive({ ...madeTree('x/NN/root').tokens[0]!, lemma })).toBe(true)
  })

  it.each(['friend', 'only', 'day', 'somebody', 'oneness', 'army'])('is never %j', (lemma) => {
    expect(isPartitive({ ...madeTree('x/NN/root').tokens[0]!, lemma })).toBe(false)
  })
})
