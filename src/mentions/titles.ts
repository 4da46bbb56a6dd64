import type { Gender, Lexicon } from '../lexicon/index.ts'
import { foldName } from '../model/index.ts'

export type { Gender }

const plainWord = (word: string): string => word.toLowerCase().replaceAll('.', '')

/** Whether a word before a name is no part of it: "Mrs", "General". */
export const isTitle = ({ titles }: Lexicon, word: string): boolean => titles.has(plainWord(word))

/** The gender that a word before or beside a name tells: "Mrs", "spokesman", "wife". */
export function genderOfWord({ titles }: Lexicon, word: string): Gender | null {
  const plain = plainWord(word)
  const own = titles.get(plain)
  if (own !== undefined) return own
  return endingsOf(titles).find(([ending]) => plain.endsWith(ending))?.[1] ?? null
}

type Endings = readonly (readonly [ending: string, gender: Gender | null])[]

const made = new WeakMap<Lexicon['titles'], Endings>()

/** The words of the table that stand for all that end so; the longest first, since "spokeswoman" ends on "-man" too. */
function endingsOf(titles: Lexicon['titles']): Endings {
  const known = made.get(titles)
  if (known) return known
  const endings = [...titles].flatMap(([word, gender]) =>
    word.startsWith('-') ? [[word.slice(1), gender] as const] : [],
  )
  endings.sort(([a], [b]) => b.length - a.length)
  made.set(titles, endings)
  return endings
}

/** The gender that the first word of a full name tells, null where it may be either. */
export const genderOfName = ({ givenNames }: Lexicon, label: string): Gender | null =>
  givenNames.get(foldName(label.split(/[\s-]/u, 1)[0]!)) ?? null
