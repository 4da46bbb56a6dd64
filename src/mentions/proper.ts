import type { Lexicon } from '../lexicon/index.ts'
import { dependents } from '../syntax/index.ts'
import { type Grammar, isCapital } from './placed.ts'
import { isTitle } from './titles.ts'

/** The words of a name, by their indices, `last` included. */
export interface Words {
  readonly first: number
  readonly last: number
}

/**
 * The words of a person's name around its head, without titles: "Igor Konashenkov" of "Lieutenant General Igor
 * Konashenkov"; null where titles are all there is.
 */
export function personName(grammar: Grammar, head: number, lexicon: Lexicon): Words | null {
  const { tokens } = grammar
  const parts = flatBelow(grammar, head)
    .filter((at) => at >= head)
    .toSorted((a, b) => a - b)
  let last = head
  for (const at of parts) if (tokens.slice(last + 1, at).every(({ upos }) => upos === 'PUNCT')) last = at
  let first = head
  for (const { index } of dependents(grammar, head, 'compound', 'flat').toReversed()) {
    const { upos, text } = tokens[index]!
    const isPart = upos === 'PROPN' && !isTitle(lexicon, text) && grammar.children[index]!.length === 0
    if (index === first - 1 && isPart && /^\p{Lu}\p{Ll}/u.test(text)) first = index
  }
  const isNoName = (at: number): boolean =>
    tokens[at]!.upos === 'PUNCT' || !/^\p{L}/u.test(tokens[at]!.text) || isTitle(lexicon, tokens[at]!.text)
  while (first <= last && (isNoName(first) || (first < last && tokens[first]!.upos === 'NOUN'))) first++
  while (last > first && tokens[last]!.xpos === 'POS') last--
  return first <= last && tokens.slice(first, last + 1).some(isCapital) ? { first, last } : null
}

/** A word and those that hang flat below it, however deep. */
const flatBelow = (grammar: Grammar, at: number): readonly number[] => [
  at,
  ...dependents(grammar, at, 'flat').flatMap(({ index }) => flatBelow(grammar, index)),
]

/** The words of another name: capitalized words around its head, and what follows by "of", "for" or "on". */
export function properName(grammar: Grammar, head: number, isInner = false): Words {
  const { tokens, children } = grammar
  let [first, last] = [head, head]
  const reaches = (from: number, to: number): boolean =>
    tokens.slice(from, to).every(({ text }) => /^(?:-|–|&|'|’|"|“|”|\.)$/u.test(text))
  for (const { index, deprel } of children[head]!.toReversed()) {
    if (index > head || !/^(?:amod|compound|flat|nummod|nmod:desc)$/u.test(deprel)) continue
    const inner = properName(grammar, index)
    if (isCapital(tokens[inner.first]!) && reaches(inner.last + 1, first)) first = inner.first
  }
  for (const { index, deprel } of children[head]!) {
    if (index < head || !isCapital(tokens[index]!)) continue
    const inner = properName(grammar, index, true)
    const between = tokens.slice(last + 1, inner.first).map(({ text }) => text.toLowerCase())
    const isFlat = /^(?:flat|compound)$/u.test(deprel) && reaches(last + 1, inner.first)
    const isOf = deprel === 'nmod' && /^(?:of|for|on)(?: the)?$/u.test(between.join(' '))
    const isAnd = isInner && deprel === 'conj' && /^(?:and|&)$/u.test(between.join(' '))
    if (isFlat || isOf || isAnd) last = inner.last
  }
  return { first, last }
}
