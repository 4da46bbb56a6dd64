import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columns, drawTree, wrapped } from '../../src/cli/drawing.ts'
import type { Tree, Upos } from '../../src/model/index.ts'

/** A tree of rows "word lemma UPOS XPOS head deprel". */
function treeOf(rows: readonly string[]): Tree {
  const tokens = rows.map((row, index) => {
    const [text = '', lemma = '', upos, xpos = '', head, deprel = ''] = row.split(' ')
    return { text, lemma, upos: upos as Upos, xpos, head: Number(head), deprel, index, start: 0, end: 0 }
  })
  return { sentence: 0, tokens }
}

const bare = (heads: readonly number[]): Tree => treeOf(heads.map((head, at) => `w${at} w${at} X X ${head} dep`))

/** Reads back from a drawing which word hangs on which: follows the bar that a word's line comes from. */
function headsIn(drawing: readonly string[]): readonly number[] {
  const sign = (row: number, column: number) => drawing[row]![column]!
  return drawing.map((line, row) => {
    const column = line.search(/[╭├╰]/u)
    if (column < 0) return line.startsWith('─') ? -1 : Number.NaN
    let [first, last] = [row, row]
    while (!'╭┮'.includes(sign(first, column))) first--
    while (!'╰┶'.includes(sign(last, column))) last++
    const found = drawing
      .slice(first, last + 1)
      .flatMap((_, at) => ('┮┾┶'.includes(sign(first + at, column)) ? [first + at] : []))
    return found.length === 1 ? found[0]! : Number.NaN
  })
}

/** Every tree, mostly with crossing arcs: in some order, each word hangs on one before it. */
const anyTree = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 }).map((picks) => {
  const order = picks.map((_, at) => at).sort((a, b) => picks[a]![0] - picks[b]![0] || a - b)
  const heads = picks.map(() => -1)
  for (const [at, word] of order.entries()) if (at > 0) heads[word] = order[picks[word]![1] % at]!
  return heads
})

/** Trees without crossing arcs: each stretch of words has one top, and each side of it is cut into stretches. */
const projectiveTree = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((picks) => {
  const heads = picks.map(() => -1)
  const grow = (from: number, to: number, head: number): void => {
    const top = from + (picks[from]! % (to - from))
    heads[top] = head
    for (const [start, end] of [
      [from, top],
      [top + 1, to],
    ] as const) {
      const cut = start + (picks[top]! % (end - start + 1))
      if (cut > start) grow(start, cut, top)
      if (end > cut) grow(cut, end, top)
    }
  }
  grow(0, picks.length, -1)
  return heads
})

const chain = (length: number) => Array.from({ length }, (_, at) => at - 1)

describe('a tree is drawn', () => {
  it.each([
    ['of one word', ['Yes yes INTJ UH -1 root'], ['─╼ Yes  yes  INTJ/UH  root']],
    [
      'whose arcs do not cross',
      [
        'Russian Russian ADJ JJ 1 amod',
        'warplanes warplane NOUN NNS 2 nsubj',
        'hit hit VERB VBD -1 root',
        'seven seven NUM CD 4 nummod',
        'targets target NOUN NNS 2 obj',
        'near near ADP IN 6 case',
        'Idlib Idlib PROPN NNP 4 nmod',
        '. . PUNCT . 2 punct',
      ],
      [
        '     ╭─╼ Russian    Russian   ADJ/JJ     amod',
        ' ╭───┶━━ warplanes  warplane  NOUN/NNS   nsubj',
        '─┾━━━━━━ hit        hit       VERB/VBD   root',
        ' │ ╭───╼ seven      seven     NUM/CD     nummod',
        ' ├─┾━━━━ targets    target    NOUN/NNS   obj',
        ' │ │ ╭─╼ near       near      ADP/IN     case',
        ' │ ╰─┶━━ Idlib      Idlib     PROPN/NNP  nmod',
        ' ╰─────╼ .          .         PUNCT/.    punct',
      ],
    ],
    [
      'whose arcs cross',
      [
        'A a DET DT 1 det',
        'hearing hearing NOUN NN 2 nsubj:pass',
        'scheduled schedule VERB VBN -1 root',
        'on on ADP IN 4 case',
        'sanctions sanction NOUN NNS 1 nmod',
        'today today NOUN NN 2 obl:unmarked',
      ],
      [
        '   ╭───╼ A          a         DET/DT    det',
        ' ╭─┾━━━━ hearing    hearing   NOUN/NN   nsubj:pass',
        '─┾━│━━━━ scheduled  schedule  VERB/VBN  root',
        ' │ │ ╭─╼ on         on        ADP/IN    case',
        ' │ ╰─┶━━ sanctions  sanction  NOUN/NNS  nmod',
        ' ╰─────╼ today      today     NOUN/NN   obl:unmarked',
      ],
    ],
    [
      'with wide letters',
      ['北京 北京 PROPN NNP 1 nsubj', 'said say VERB VBD -1 root', 'no no INTJ UH 1 obj'],
      [' ╭─╼ 北京  北京  PROPN/NNP  nsubj', '─┾━━ said  say   VERB/VBD   root', ' ╰─╼ no    no    INTJ/UH    obj'],
    ],
  ])('%s', (_, rows, drawing) => {
    expect(drawTree(treeOf(rows))).toEqual(drawing)
    expect(headsIn(drawing)).toEqual(treeOf(rows).tokens.map(({ head }) => head))
  })

  it('so that the drawing tells every head, each word on a line of its own', () => {
    fc.assert(
      fc.property(fc.oneof(anyTree, projectiveTree), (heads) => {
        const drawing = drawTree(bare(heads))
        expect(headsIn(drawing)).toEqual(heads)
        expect(drawing.map((line) => /[╼━] (\S+)/u.exec(line)?.[1])).toEqual(heads.map((_, at) => `w${at}`))
      }),
      { numRuns: 300 },
    )
  })

  it('with no line under a bar where no arcs cross, and no wider than it is deep', () => {
    fc.assert(
      fc.property(projectiveTree, (heads) => {
        const drawing = drawTree(bare(heads))
        for (const line of drawing) expect(line).not.toMatch(/[─━]│/u)
        const depth = (word: number): number => (heads[word] === -1 ? 0 : 1 + depth(heads[word]!))
        const levels = Math.max(...heads.map((_, word) => depth(word)))
        for (const line of drawing) expect(line.search(/ w\d/u)).toBe(2 * levels + 2)
      }),
    )
  })

  it('however deep or long', () => {
    for (const heads of [chain(200), chain(200).map((head) => Math.min(head, 0))]) {
      expect(headsIn(drawTree(bare(heads)))).toEqual(heads)
    }
  })

  it('on one line a word, whatever the words are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (words) => {
        const { tokens } = bare(chain(words.length))
        const drawing = drawTree({ sentence: 0, tokens: tokens.map((token, at) => ({ ...token, text: words[at]! })) })
        expect(drawing).toHaveLength(words.length)
        for (const line of drawing) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })

  it('with columns that one long word leaves where they are', () => {
    const address = `https://example.org/${'a'.repeat(60)}`
    const drawing = drawTree(treeOf([`${address} x X ADD 1 dep`, 'is be AUX VBZ -1 root']))
    expect(drawing).toEqual([` ╭─╼ ${address}  x   X/ADD    dep`, `─┶━━ is${' '.repeat(22)}  be  AUX/VBZ  root`])
  })
})

describe('text', () => {
  it.each([
    ['Idlib', 5],
    ['', 0],
    ['Da‘esh – “no”', 13],
    ['北京', 4],
    ['カタ', 4],
    ['ｶﾀ', 2],
    ['한국', 4],
    ['e\u0301', 1],
    ['👩‍🚀', 2],
    ['🇺🇸', 2],
    ['✈️', 2],
    ['a\u200bb', 2],
  ])('%j takes %i columns', (text, width) => {
    expect(columns(text)).toBe(width)
  })

  it('is broken into lines of at most 80 columns that keep its words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z北]{1,30}$/u), { minLength: 1, maxLength: 60 }), (words) => {
        const lines = wrapped(words.join(' '), 'cue: ', '  ')
        expect(lines[0]).toMatch(/^cue: \S/u)
        expect(lines.join(' ').replace('cue: ', '').trim().split(/ +/u)).toEqual(words)
        for (const [at, line] of lines.entries()) {
          expect(columns(line)).toBeLessThanOrEqual(80)
          if (at > 0) expect(line).toMatch(/^ {2}\S/u)
          // the next word had no room
          const next = lines[at + 1]?.trim().split(' ')[0]
          if (next !== undefined) expect(columns(`${line} ${next}`)).toBeGreaterThan(80)
        }
      }),
    )
  })

  it('that has no room to be broken stays whole', () => {
    const long = 'a'.repeat(100)
    expect(wrapped(`see ${long} there`, '  ')).toEqual(['  see', `  ${long}`, '  there'])
  })
})
