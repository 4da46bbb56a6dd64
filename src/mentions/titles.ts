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
  // the longest ending wins: "spokeswoman" ends on "-man" too
  const endings = [...titles].filter(([ending]) => ending.startsWith('-') && plain.endsWith(ending.slice(1)))
  return endings.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? null
}

/** The gender that the first word of a full name tells, null where it may be either. */
export const genderOfName = ({ givenNames }: Lexicon, label: string): Gender | null =>
  givenNames.get(foldName(label.split(/[\s-]/u, 1)[0]!)) ?? null
