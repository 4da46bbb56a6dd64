import type { Lexicon } from '../lexicon/index.ts'
import type { Modality } from '../model/index.ts'

export type Meaning = 'negation' | Exclude<Modality, 'actual'>

/** Which modality wins where several words speak. */
export const MOODS = ['demanded', 'conditional', 'possible', 'planned'] as const

/** Words of the tables that change polarity or modality. */
export interface Entry {
  readonly meaning: Meaning
  /** The words after the first. */
  readonly rest: readonly string[]
}

const lists = new WeakMap<Lexicon, ReadonlyMap<string, readonly Entry[]>>()

/** The lists of the tables by first word, longest entries first. */
export function meaningsOf(lexicon: Lexicon): ReadonlyMap<string, readonly Entry[]> {
  const known = lists.get(lexicon)
  if (known) return known
  const index = new Map<string, Entry[]>()
  for (const meaning of ['negation', ...MOODS] as const) {
    for (const [first = '', ...rest] of lexicon.modality[meaning].map((words) =>
      words.map((word) => (word === "n't" ? 'not' : word)),
    ))
      index.set(first, [...(index.get(first) ?? []), { meaning, rest }])
  }
  for (const entries of index.values()) entries.sort((a, b) => b.rest.length - a.rest.length)
  lists.set(lexicon, index)
  return index
}
