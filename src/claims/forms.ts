import type { PatternWord } from '../lexicon/index.ts'
import type { Grammar } from '../syntax/index.ts'

/** A clause's sentence, and what leads to its phrases. */
interface Around {
  readonly grammar: Grammar
  readonly obliques: readonly { readonly marker: string | null }[]
}

const made = new WeakMap<Grammar, ReadonlySet<string>>()

/** Whatever form a pattern may name the words of a sentence by: as they stand, in their dictionary form, without an "s". */
function formsOf(grammar: Grammar): ReadonlySet<string> {
  const known = made.get(grammar)
  if (known) return known
  const forms = new Set<string>()
  for (const { text, lemma } of grammar.tokens) {
    const form = text.toLowerCase()
    forms.add(form)
    forms.add(lemma.toLowerCase())
    const other = otherSpelling(lemma.toLowerCase())
    if (other !== null) forms.add(other)
    if (form.endsWith('s')) forms.add(form.slice(0, -1))
  }
  made.set(grammar, forms)
  return forms
}

/**
 * Whether each word of a pattern stands somewhere in the sentence of a clause, or leads to one of its phrases: "of" is
 * understood in "Syria's president". Most patterns of a verb fail at this, and to look here first costs a fiftieth of
 * walking the tree for them.
 */
export function namesAll(items: readonly PatternWord[], { grammar, obliques }: Around): boolean {
  const forms = formsOf(grammar)
  const isNamed = (word: string): boolean => forms.has(word) || obliques.some(({ marker }) => marker === word)
  return items.every((item) => 'slot' in item || isAnything(item.words) || item.words.some(isNamed))
}

/** Whether a word of a pattern stands for whatever is no party: "X return something to Y". */
export const isAnything = (words: readonly string[]): boolean => words.length === 1 && words[0] === 'something'

const ENDINGS: readonly (readonly [ending: RegExp, other: string])[] = [
  [/(?<=..)ise$/, 'ize'],
  [/(?<=..)ize$/, 'ise'],
  [/(?<=..)isation$/, 'ization'],
  [/(?<=..)ization$/, 'isation'],
  [/yse$/, 'yze'],
  [/yze$/, 'yse'],
  [/(?<=def|off|pret)ence$/, 'ense'],
  [/(?<=def|off|pret)ense$/, 'ence'],
  [/(?<=lab|hon|neighb|fav|harb|arm|col|rum|endeav|sav|vig)our$/, 'or'],
  [/(?<=lab|hon|neighb|fav|harb|arm|col|rum|endeav|sav|vig)or$/, 'our'],
]

/** The British spelling of an American word and the other way round ("mobilise", "mobilize"); null for most words. */
export function otherSpelling(word: string): string | null {
  if (!/[szou](?:e|r|ation)$/.test(word)) return null
  const found = ENDINGS.find(([ending]) => ending.test(word))
  return found ? word.replace(found[0], found[1]) : null
}
