import type { TreeToken } from '../model/index.ts'

/**
 * What a word is in its clause: its relation, or for a conjunct that of the first of its chain. In "Russia and Syria
 * bombed Idlib", "Syria" is a `conj` of "Russia" and both are `nsubj`.
 */
export function functionOf(tokens: readonly TreeToken[], index: number): string {
  let at = index
  while (tokens[at]!.deprel === 'conj' && tokens[at]!.head >= 0) at = tokens[at]!.head
  return tokens[at]!.deprel
}
