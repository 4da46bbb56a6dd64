import { describe, expect, it } from 'vitest'
import { believed } from '../../src/clauses/believed.ts'
import type { ReportSignals } from '../../src/encoder/index.ts'
import type { Tree, TreeToken } from '../../src/model/index.ts'
import { tools } from '../tools.ts'

/** A sentence whose words, `word/TAG` each, all hang on the first. */
function treeOf(text: string): Tree {
  let at = 0
  const tokens = text.split(' ').map((tagged, index) => {
    const [word = '', tag] = tagged.split('/')
    const upos = tag as TreeToken['upos']
    const start = at
    at += word.length + 1
    const [head, deprel] = index === 0 ? [-1, 'root'] : [0, 'dep']
    return { text: word, start, end: start + word.length, index, upos, xpos: 'FW', lemma: word, head, deprel } as const
  })
  return { sentence: 0, tokens }
}

/** A cue of some words that reports those marked with `+`. */
const signal = (first: number, last: number, probability: number, content: string): ReportSignals => ({
  sentence: 0,
  first,
  last,
  probability,
  scores: [
    {
      sentence: 0,
      from: 0,
      source: new Float32Array(content.length).fill(-5),
      content: Float32Array.from(content, (mark) => (mark === '+' ? 5 : -5)),
    },
  ],
})

const TREE = treeOf('Iran/PROPN often/ADV say/VERB it/PRON will/AUX stay/VERB and/CCONJ paint/VERB walls/NOUN')
const cues = (...signals: readonly ReportSignals[]) =>
  believed(signals, [TREE], tools.lexicon).map(({ signal }) => [signal.first, signal.last])

describe('a cue is believed', () => {
  it('at a lower probability where a word of it stands in the tables', () => {
    expect(cues(signal(2, 2, 0.45, '...+++...'))).toEqual([[2, 2]])
    expect(cues(signal(7, 7, 0.45, '........+'))).toEqual([])
    expect(cues(signal(7, 7, 0.55, '........+'))).toEqual([[7, 7]])
  })

  it('at a higher one where it reports nothing', () => {
    expect(cues(signal(2, 2, 0.55, '.........'))).toEqual([])
    expect(cues(signal(2, 2, 0.7, '.........'))).toEqual([[2, 2]])
  })

  it('at a higher one where another reports the same words', () => {
    expect(cues(signal(2, 2, 0.95, '...+++...'), signal(7, 7, 0.6, '...+++...'))).toEqual([[2, 2]])
    expect(cues(signal(2, 2, 0.95, '...+++...'), signal(7, 7, 0.6, '........+'))).toEqual([
      [2, 2],
      [7, 7],
    ])
  })

  it('at a higher one within the words of another', () => {
    expect(cues(signal(2, 2, 0.95, '...++++++'), signal(7, 7, 0.6, '........+'))).toEqual([[2, 2]])
  })

  it('as one with what touches it, which is read as its likelier part is', () => {
    const found = believed([signal(1, 1, 0.6, '........+'), signal(2, 2, 0.9, '...+++...')], [TREE], tools.lexicon)
    expect(found.map(({ signal: { first, last, probability } }) => [first, last, probability])).toEqual([[1, 2, 0.9]])
    expect(found[0]!.content).toEqual([{ start: TREE.tokens[3]!.start, end: TREE.tokens[5]!.end }])
  })
})
