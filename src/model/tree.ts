import type { TextSpan } from './span.ts'

/** The universal part-of-speech tags (Universal Dependencies 2). */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

/** A word of a sentence, in Universal Dependencies terms. */
export interface TreeToken extends TextSpan {
  /** Zero-based, within the sentence. */
  readonly index: number
  readonly upos: Upos
  /** Penn tag, as the English treebanks use it. */
  readonly xpos: string
  readonly lemma: string
  /** Index of the head; -1 for the root. */
  readonly head: number
  /** Relation to the head with its subtype ("nsubj:pass"). */
  readonly deprel: string
}

/** The dependency tree of a sentence: one root, every word below it. */
export interface Tree {
  /** Index of the sentence in its article. */
  readonly sentence: number
  readonly tokens: readonly TreeToken[]
}
