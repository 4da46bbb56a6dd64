import type { Reading } from '../model/index.ts'

/** What of a reading the scorers are given, as `wiregraph extract` prints it. */
export type Shape = 'claims' | 'entities' | 'quotes' | 'short clauses' | 'long clauses' | 'conllu'

/** What is measured: the program's own reading, handed in by whoever puts it together. */
export interface Bench {
  /** The articles of a file of JSON Lines, read in order. */
  readonly read: (file: string) => AsyncIterable<Reading>
  /** A reading as `wiregraph extract` prints it, with its line feed. */
  readonly print: (reading: Reading, shape: Shape) => string
  /** A CoNLL-U file with trees of our own over its words, document by document. */
  readonly parse: (file: string) => AsyncIterable<string>
  /** Told after each text with how many words it had. */
  readonly step: (words: number) => void
  readonly signal: AbortSignal
}
