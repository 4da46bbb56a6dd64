import type { SentenceSignals } from '../encoder/index.ts'
import { type Sentence, type Tree, type TreeToken, UPOS, type Upos } from '../model/index.ts'
import { lemmaOf } from './lemmas.ts'
import { repaired } from './repairs.ts'
import { spanner, type TreeFinder } from './spanning.ts'

const isUpos = (tag: string): tag is Upos => (UPOS as readonly string[]).includes(tag)

/**
 * The dependency trees of sentences: the best tree over the encoder's scores, with the best relation for each of its
 * arcs, and lemmas by the tags. Every sentence has exactly one root.
 */
export function treesOf(
  sentences: readonly Pick<Sentence, 'index' | 'tokens'>[],
  signals: readonly SentenceSignals[],
): readonly Tree[] {
  const find = spanner()
  return sentences.map((sentence, at) => treeOf(sentence, signals[at]!, find))
}

function treeOf(
  { index, tokens }: Pick<Sentence, 'index' | 'tokens'>,
  signals: SentenceSignals,
  find: TreeFinder,
): Tree {
  const heads = new Int32Array(tokens.length)
  find(signals.arcs, tokens.length, heads)
  return {
    sentence: index,
    tokens: repaired(
      tokens.map(({ text, start, end }, at): TreeToken => {
        const [tag, xpos, head] = [signals.upos[at]!, signals.xpos[at]!, heads[at]!]
        const upos = isUpos(tag) ? tag : 'X'
        const deprel = head < 0 ? 'root' : signals.relation(at, head)
        const lemma = lemmaOf(text, upos, xpos)
        return { text, start, end, index: at, upos, xpos, lemma, head, deprel }
      }),
    ),
  }
}
