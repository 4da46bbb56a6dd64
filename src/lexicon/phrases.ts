import { fault } from './faults.ts'

/** Marks that no word of a sentence holds. */
const MARK = /["()[\]{}<>|,;:!?=]/

/**
 * The alternatives of a token of a pattern or phrase: `a/b` means either word.
 * @throws WiregraphError `bad-table`, without a place
 */
export function parseWords(token: string): readonly string[] {
  if (/^[a-z'-]+$/.test(token)) return [token]
  const alternatives = token.split('/')
  for (const [i, word] of alternatives.entries()) {
    if (word === '') throw fault('a word on both sides of "/"', token)
    if (MARK.test(word) || word !== word.toLowerCase()) throw fault('a word in lower case', word)
    if (alternatives.indexOf(word) !== i) throw fault('different words around "/"', token)
  }
  return alternatives
}

/**
 * Every way to spell a phrase, as words in lower case; `slot` is the one capital letter that may stand in it, once.
 * `X's` is two words.
 * @throws WiregraphError `bad-table`, without a place
 */
export function parsePhrase(text: string, slot: 'X' | 'Y' | null): readonly (readonly string[])[] {
  const tokens = text
    .trim()
    .split(/\s+/)
    .flatMap((token) => (token === `${slot}'s` ? [`${slot}`, "'s"] : [token]))
  if (tokens.filter((token) => token === slot).length > 1) throw fault(`${slot} once at most`, text)
  return spell(tokens.map((token) => (token === slot ? [token] : parseWords(token))))
}

/** One word out of each place, in every combination. */
export function spell(places: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let spelt: (readonly string[])[] = [[]]
  for (const words of places) spelt = spelt.flatMap((before) => words.map((word) => [...before, word]))
  return spelt
}
