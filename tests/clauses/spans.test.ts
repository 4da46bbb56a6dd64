import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentSpans, sourceRun } from '../../src/clauses/spans.ts'
import type { ReportSignals } from '../../src/encoder/index.ts'
import type { Tree } from '../../src/model/index.ts'

const TEXT = 'We will stay , Kerry said , until it ends .'

/** A sentence whose words all hang on the first. */
function treeOf(text: string): Tree {
  let at = 0
  const tokens = text.split(' ').map((word, index) => {
    const start = at
    at += word.length + 1
    const [head, deprel] = index === 0 ? [-1, 'root'] : [0, 'dep']
    return {
      text: word,
      start,
      end: start + word.length,
      index,
      upos: 'X',
      xpos: 'FW',
      lemma: word,
      head,
      deprel,
    } as const
  })
  return { sentence: 0, tokens }
}

const tree = treeOf(TEXT)
const signal = (source: readonly number[], content: readonly number[]): ReportSignals => ({
  sentence: 0,
  first: 5,
  last: 5,
  probability: 1,
  scores: [{ sentence: 0, from: 0, source: Float32Array.from(source), content: Float32Array.from(content) }],
})
const words = (content: readonly number[]) =>
  contentSpans(signal([], content), [tree]).map(({ start, end }) => TEXT.slice(start, end))

/** A score above 0 for each `+`. */
const marks = (line: string, weight = 5): readonly number[] =>
  [...line].map((mark) => (mark === '+' ? weight : -weight))

describe('what is said', () => {
  it.each([
    ['+++........', ['We will stay']],
    ['+++....+++.', ['We will stay', 'until it ends']],
    ['.......+++.', ['until it ends']],
    ['+.+........', ['We will stay']],
    ['...........', []],
  ])('by %s', (line, expected) => {
    expect(words(marks(line))).toEqual(expected)
  })

  it('has no scraps: parts that weigh little beside another', () => {
    expect(words([5, 5, 5, -5, -5, -5, -5, -5, -5, 0, -5])).toEqual(['We will stay'])
  })

  it('is never joined over its cue', () => {
    expect(words([-5, -5, 5, 5, 5, -5, 5, 5, -5, -5, -5])).toEqual(['stay , Kerry', ', until'])
  })

  it('lies in order, within the text, and never touches', () => {
    const scores = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(scores, (content) => {
        const spans = contentSpans(signal([], content), [tree])
        for (const [at, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThan(spans[at - 1]?.end ?? -1)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })
})

describe('who says it', () => {
  it.each([
    ['....+......', 'Kerry'],
    ['+++.+......', 'We will stay'],
    ['...........', null],
  ])('by %s', (line, expected) => {
    const run = sourceRun(signal(marks(line), []), [tree])
    expect(run && TEXT.slice(run.tokens[run.from]!.start, run.tokens[run.to]!.end)).toBe(expected)
  })
})
