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
  /** Penn tag; null where the reader has none. */
  readonly xpos: string | null
  readonly lemma: string
  /** Index of the head; -1 for the root; null where the reader gives tags alone. */
  readonly head: number | null
  /** Relation to the head with its subtype ("nsubj:pass"); null where the reader gives tags alone. */
  readonly deprel: string | null
}

/** The dependency tree of a sentence; a reader that gives tags alone leaves every head null. */
export interface Tree {
  /** Index of the sentence in its article. */
  readonly sentence: number
  readonly tokens: readonly TreeToken[]
}
