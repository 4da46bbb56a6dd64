import { LOWER_ONLY, SPLITS } from './words.ts'

/** Endings that are words of their own: "isn't", "Assad's", "they've". */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu

/** Longer words are not looked up, since none of the tables is as long. */
const LONGEST = 40

/** Where the parts of a word end, the end of the word included: "wouldn't've" gives 5, 8 and 11. */
export function partsOf(word: string): readonly number[] {
  if (word.length > LONGEST) return [word.length]
  const plain = word.toLowerCase().replace('’', "'")
  const splits = LOWER_ONLY.has(plain) && word !== plain ? undefined : SPLITS.get(plain)
  if (splits) return [...splits, word.length]
  const clitic = CLITIC.exec(word)
  if (!clitic || clitic.index === 0) return [word.length]
  return [...partsOf(word.slice(0, clitic.index)), word.length]
}
