import type { Upos } from '../model/index.ts'

/** From compromise's tags to universal ones; the first that a word carries decides. */
const UPOS_OF: readonly (readonly [tag: string, upos: Upos])[] = [
  ['Determiner', 'DET'],
  ['Negative', 'PART'],
  ['Modal', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Pronoun', 'PRON'],
  ['QuestionWord', 'PRON'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Particle', 'ADP'],
  ['Value', 'NUM'],
  ['Demonym', 'ADJ'],
  ['ProperNoun', 'PROPN'],
  ['Verb', 'VERB'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Noun', 'NOUN'],
]

/** From compromise's tags to Penn ones, for those that tell more than the universal tag. */
const XPOS_OF: readonly (readonly [tag: string, xpos: string])[] = [
  ['Modal', 'MD'],
  ['Gerund', 'VBG'],
  ['Participle', 'VBN'],
  ['PastTense', 'VBD'],
  ['Infinitive', 'VB'],
  ['PresentTense', 'VBZ'],
  ['Plural', 'NNS'],
  ['ProperNoun', 'NNP'],
]

export const uposOf = (tags: ReadonlySet<string>): Upos => UPOS_OF.find(([tag]) => tags.has(tag))?.[1] ?? 'X'

/** A past form after a form of "be" is a participle. */
export function xposOf(tags: ReadonlySet<string>): string | null {
  if (tags.has('Passive') && tags.has('PastTense')) return 'VBN'
  return XPOS_OF.find(([tag]) => tags.has(tag))?.[1] ?? null
}
