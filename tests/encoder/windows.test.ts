import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Words, windowsOf } from '../../src/encoder/windows.ts'

const [CLS, SEP] = [101, 102]

/** As many pieces as the word has letters, six at most; the id tells the letter. */
const cut = (word: string): readonly number[] => [...word.slice(0, 6)].map((letter) => letter.charCodeAt(0))

const sentence = (words: readonly string[]): Words => ({
  tokens: words.map((text) => ({ text, start: 0, end: text.length })),
})

/** Sentences in paragraphs: `a b|c` is two sentences of one paragraph, a space parts words. */
function made(paragraphs: readonly string[]) {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.split('|').map((one) => sentence(one.split(' '))))
  const starts = paragraphs.flatMap((paragraph) => paragraph.split('|').map((_, at) => at === 0))
  return { sentences, starts }
}

/** Windows as `0 1:2-5` for sentence 0 as a whole and words 2 to 5 of sentence 1. */
function told(paragraphs: readonly string[], size: number): readonly string[] {
  const { sentences, starts } = made(paragraphs)
  return windowsOf(sentences, starts, cut, size).map(({ stretches }) =>
    stretches
      .map((stretch) => {
        const isWhole = stretch.length === sentences[stretch.sentence]!.tokens.length
        return `${stretch.sentence}${isWhole ? '' : `:${stretch.from}-${stretch.from + stretch.length - 1}`}`
      })
      .join(' '),
  )
}

describe('windows', { timeout: 30_000 }, () => {
  it.each([
    ['nothing', [], []],
    ['one sentence', ['a b'], ['0']],
    ['paragraphs that fit together', ['a b', 'c d|e'], ['0 1 2']],
    ['paragraphs that just fit', ['a b c|d e', 'f g h'], ['0 1 2']],
    ['one word more', ['a b c|d e', 'f g h i'], ['0 1', '2']],
    ['a paragraph that is kept whole', ['a b c', 'd e|f g|h'], ['0', '1 2 3']],
    ['a paragraph too long for a window', ['a b', 'c d e|f g h|i j k'], ['0', '1 2', '3']],
    ['what follows a paragraph too long', ['a b c|d e f|g h i', 'j k l'], ['0 1', '2 3']],
    ['a sentence that fills a window', ['a b c d e f g h i j', 'k'], ['0', '1']],
    ['a sentence too long', ['a b c d e f g h i j k'], ['0:0-9', '0:4-10']],
    ['a sentence far too long', ['aa bb cc dd ee ff gg hh ii'], ['0:0-4', '0:2-6', '0:4-8']],
    ['what stands around a long sentence', ['a', 'b c d e f g h i j k l', 'm'], ['0', '1:0-9', '1:4-10 2']],
  ])('of %s', (_, paragraphs, expected) => {
    expect(told(paragraphs, 12)).toEqual(expected)
  })

  it('hold the pieces and cases of each word between [CLS] and [SEP]', () => {
    const { sentences, starts } = made(['Idlib fell', 'On 30'])
    const codes = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
    const [window] = windowsOf(sentences, starts, cut, 40)
    expect({ ...window, pieces: [...window!.pieces], cases: [...window!.cases].join('') }).toEqual({
      stretches: [
        { sentence: 0, from: 0, length: 2, at: 0 },
        { sentence: 1, from: 0, length: 2, at: 2 },
      ],
      pieces: [CLS, ...codes('Idlib'), ...codes('fell'), SEP, ...codes('On'), ...codes('30'), SEP],
      cases: '0222221111022660',
      first: Int32Array.of(1, 6, 11, 13),
      last: Int32Array.of(5, 9, 12, 14),
    })
  })

  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 })
  const texts = fc.array(fc.record({ words: fc.array(word, { minLength: 1, maxLength: 40 }), start: fc.boolean() }), {
    maxLength: 12,
  })
  // in a smaller window, half of it may be too little to make room for a word of six pieces
  const sizes = fc.integer({ min: 26, max: 60 })

  it('cover every word, each sentence in order, and are never too large', () => {
    fc.assert(
      fc.property(texts, sizes, (text, size) => {
        const sentences = text.map(({ words }) => sentence(words))
        const windows = windowsOf(
          sentences,
          text.map(({ start }) => start),
          cut,
          size,
        )
        const reached = sentences.map(() => 0)
        let before = 0
        for (const { stretches, pieces, cases, first, last } of windows) {
          expect(pieces.length).toBeLessThanOrEqual(size)
          expect(cases.length).toBe(pieces.length)
          for (const { sentence: index, from, length, at } of stretches) {
            const { tokens } = sentences[index]!
            expect(index).toBeGreaterThanOrEqual(before)
            before = index
            expect(length).toBeGreaterThan(0)
            // no gap, and never back to the beginning
            expect(from).toBeLessThanOrEqual(reached[index]!)
            expect(from + length).toBeGreaterThan(reached[index]!)
            reached[index] = from + length
            for (let word = 0; word < length; word++) {
              const own = [...pieces.subarray(first[at + word]!, last[at + word]! + 1)]
              expect(own).toEqual(cut(tokens[from + word]!.text))
            }
          }
        }
        expect(reached).toEqual(sentences.map(({ tokens }) => tokens.length))
      }),
    )
  })

  it('part a paragraph, or a sentence, only where it is too long for one', () => {
    fc.assert(
      fc.property(texts, sizes, (text, size) => {
        const sentences = text.map(({ words }) => sentence(words))
        const starts = text.map(({ start }) => start)
        const windows = windowsOf(sentences, starts, cut, size)
        const pieces = sentences.map(({ tokens }) => tokens.reduce((sum, one) => sum + cut(one.text).length, 1))
        const within = sentences.map((_, index) =>
          windows.flatMap(({ stretches }, at) => (stretches.some((one) => one.sentence === index) ? [at] : [])),
        )
        for (const [index, own] of within.entries()) expect(own.length > 1).toBe(pieces[index]! + 1 > size)
        for (let from = 0; from < sentences.length; ) {
          let to = from + 1
          while (to < sentences.length && !starts[to]) to++
          const fits = 1 + pieces.slice(from, to).reduce((sum, one) => sum + one, 0) <= size
          if (fits) expect(new Set(within.slice(from, to).flat()).size).toBe(1)
          from = to
        }
      }),
    )
  })

  it('overlap by half where a sentence is too long', () => {
    const sizeOf = (words: readonly string[]) => words.reduce((sum, one) => sum + cut(one).length, 0)
    const long = fc.array(word, { minLength: 40, maxLength: 120 })
    fc.assert(
      fc.property(long, fc.integer({ min: 20, max: 39 }), (words, size) => {
        const stretches = windowsOf([sentence(words)], [true], cut, size).flatMap((window) => window.stretches)
        expect(stretches.length).toBeGreaterThan(1)
        for (const [at, { from }] of stretches.entries()) {
          const before = stretches[at - 1]
          if (!before) continue
          const shared = sizeOf(words.slice(from, before.from + before.length))
          // a word of six pieces may lie across the middle, another may not fit in the end
          expect(Math.abs(shared - (size - 2) / 2)).toBeLessThanOrEqual(7)
        }
      }),
    )
  })

  it('depend on nothing but the sentences', () => {
    fc.assert(
      fc.property(texts, texts, sizes, (text, other, size) => {
        const read = (each: typeof text) =>
          windowsOf(
            each.map(({ words }) => sentence(words)),
            each.map(({ start }) => start),
            cut,
            size,
          )
        const alone = read(text)
        read(other)
        expect(read(text)).toEqual(alone)
      }),
    )
  })
})
