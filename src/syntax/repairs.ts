import type { TreeToken } from '../model/index.ts'

/**
 * Arcs that no English tree has, put right: the network scores each arc for itself, and at times two of its choices do
 * not go together.
 * @param passes how often it is looked over at the most
 */
export function repaired(tokens: readonly TreeToken[], passes = 3): readonly TreeToken[] {
  const odd = tokens.flatMap((token) => [...prepositionOnTitle(token, tokens), ...subjectOfParticiple(token, tokens)])
  if (odd.length === 0) return tokens
  const changed = new Map(odd.map((token) => [token.index, token]))
  const mended = tokens.map((token) => changed.get(token.index) ?? token)
  // one may show another
  return passes > 1 ? repaired(mended, passes - 1) : mended
}

/** "to Julian Assange": a preposition leads to the whole name, never to its first part. */
function prepositionOnTitle(token: TreeToken, tokens: readonly TreeToken[]): readonly TreeToken[] {
  const { deprel, head, index, xpos } = token
  if (deprel !== 'case' || xpos === 'POS' || head < index) return []
  let up = head
  while (/^(?:nmod:desc|compound|flat)$/.test(tokens[up]!.deprel) && tokens[up]!.head > up) up = tokens[up]!.head
  return up === head ? [] : [{ ...token, head: up }]
}

/** "strikes on fighters holding out": what a preposition leads to is no subject, and the participle hangs on it. */
function subjectOfParticiple(token: TreeToken, tokens: readonly TreeToken[]): readonly TreeToken[] {
  const { deprel, head, index } = token
  const verb = tokens[head]
  if (deprel !== 'nsubj' || !verb || verb.index < index || verb.xpos !== 'VBG' || verb.head < 0) return []
  if (!/^(?:advcl|acl|ccomp|xcomp)$/.test(verb.deprel) || verb.head > index) return []
  const marker = tokens.find((other) => other.head === index && other.deprel === 'case' && other.index < index)
  // "with fighters holding out" is a clause of its own, and so is one with an auxiliary
  if (!marker || marker.xpos === 'POS' || marker.text.toLowerCase() === 'with') return []
  if (tokens.some((other) => other.head === head && /^(?:aux|cop)/.test(other.deprel))) return []
  const isNoun = /^(?:NOUN|PROPN|PRON)$/.test(tokens[verb.head]!.upos)
  return [
    { ...token, head: verb.head, deprel: isNoun ? 'nmod' : 'obl' },
    { ...verb, head: index, deprel: 'acl' },
  ]
}
