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
    if (form.endsWith('es')) forms.add(form.slice(0, -2))
    if (form.endsWith('ies')) forms.add(`${form.slice(0, -3)}y`)
  }
  made.set(grammar, forms)
  return forms
}

const around = new WeakMap<Around, ReadonlySet<string>>()

/** The forms of a clause's sentence, and what leads to its phrases, which may be more than a word or only understood. */
export function wordsAround(parts: Around): ReadonlySet<string> {
  const known = around.get(parts)
  if (known) return known
  const forms = formsOf(parts.grammar)
  const markers = parts.obliques.flatMap(({ marker }) => (marker !== null && !forms.has(marker) ? [marker] : []))
  const words = markers.length === 0 ? forms : new Set([...forms, ...markers])
  around.set(parts, words)
  return words
}

/**
 * Whether each word of a pattern stands somewhere in the sentence of a clause, or leads to one of its phrases: "of" is
 * understood in "Syria's president". Most patterns of a verb fail at this, and to look here first costs a fiftieth of
 * walking the tree for them.
 */
export function namesAll(items: readonly PatternWord[], parts: Around): boolean {
  const there = wordsAround(parts)
  // plain loops: this runs for every pattern of every verb
  for (const item of items) {
    if ('slot' in item) continue
    const { words } = item
    let isThere = isAnything(words)
    for (let at = 0; !isThere && at < words.length; at++) isThere = words[at] === 'of' || there.has(words[at]!)
    if (!isThere) return false
  }
  return true
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
  [/(?<=lab|hon|neighb|fav|harb|arm|col|rum|endeav|sav|vig|rig|behavi|val|hum|clam|ferv|cand|od)our$/, 'or'],
  [/(?<=lab|hon|neighb|fav|harb|arm|col|rum|endeav|sav|vig|rig|behavi|val|hum|clam|ferv|cand|od)or$/, 'our'],
]

/** The British spelling of an American word and the other way round ("mobilise", "mobilize"); null for most words. */
export function otherSpelling(word: string): string | null {
  if (!/[cszou](?:e|r|ation)$/.test(word)) return null
  const found = ENDINGS.find(([ending]) => ending.test(word))
  return found ? word.replace(found[0], found[1]) : null
}
