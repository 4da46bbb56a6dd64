import fc from 'fast-check'
import type { Tree, TreeToken, Upos } from '../../src/model/index.ts'

const UPOS_OF: Readonly<Record<string, Upos>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  WDT: 'PRON',
  JJ: 'ADJ',
  JJS: 'ADJ',
  RB: 'ADV',
  IN: 'ADP',
  RP: 'ADP',
  TO: 'PART',
  POS: 'PART',
  DT: 'DET',
  CD: 'NUM',
  CC: 'CCONJ',
  MD: 'AUX',
  $: 'SYM',
  ',': 'PUNCT',
  '.': 'PUNCT',
  HYPH: 'PUNCT',
}

/** Forms of "be" and "have" are auxiliaries by their relation. */
const uposOf = (xpos: string, deprel: string): Upos => {
  if (/^(?:aux|cop)/.test(deprel)) return 'AUX'
  return UPOS_OF[xpos] ?? (xpos.startsWith('VB') ? 'VERB' : 'X')
}

/** A tree as `word/tag/relation>head …`, `word~lemma` where the two are not the same; the root has no head. */
export function madeTree(words: string): Tree {
  let start = 0
  const tokens = words.split(' ').map((word, index): TreeToken => {
    const [form = '', xpos = '', arc = ''] = word.split('/')
    const [text = '', lemma = text.toLowerCase()] = form.split('~')
    const [deprel = '', head] = arc.split('>')
    const token = { text, start, end: start + text.length, index, upos: uposOf(xpos, deprel), xpos, lemma }
    start += text.length + 1
    return { ...token, head: head === undefined ? -1 : Number(head), deprel }
  })
  return { sentence: 0, tokens }
}

/** The words of a made tree, as the article has them. */
export const textOf = ({ tokens }: Tree): string => tokens.map(({ text }) => text).join(' ')

/** Each word of a tree with its relation and head. */
export const arcsOf = (tokens: readonly TreeToken[]): string =>
  tokens.map(({ text, deprel, head }) => (head < 0 ? `${text}/${deprel}` : `${text}/${deprel}>${head}`)).join(' ')

/** Whether one word has no head, and every other leads up to it. */
export function isTree(tokens: readonly TreeToken[]): boolean {
  const leads = tokens.every(({ index }) => {
    let [at, steps] = [index, 0]
    while (at >= 0 && steps++ <= tokens.length) at = tokens[at]!.head
    return at === -1
  })
  return leads && tokens.filter(({ head }) => head === -1).length === 1
}

/** Any tree over words with these tags and relations: each word hangs on one that was there before it, in any order. */
export const anyTree = (tags: readonly string[], relations: readonly string[]): fc.Arbitrary<Tree> =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((size) =>
      fc.tuple(
        fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...tags), fc.constantFrom(...relations)), {
          minLength: size,
          maxLength: size,
        }),
      ),
    )
    .map(([order, facts]) => {
      const words = new Array<string>(order.length)
      for (const [k, at] of order.entries()) {
        const [pick, tag, relation] = facts[k]!
        words[at] = k === 0 ? `w${at}/${tag}/root` : `w${at}/${tag}/${relation}>${order[pick % k]}`
      }
      return madeTree(words.join(' '))
    })
