import { foldName } from '../model/index.ts'

/** Parts of a name that may stand or go: "Bashar al-Assad", "Bashar Assad". */
const PARTICLES = /^(?:al|el|ad|as|ar|ash|at|an|the|jr|sr|ii|iii)$/u

/**
 * The words of a name, spelt so that the usual ways of writing a foreign name meet: "Sergei" and "Sergey", "Mohammed" and
 * "Muhammad", "Zelensky" and "Zelenskyy". Articles and "Jr." are left out.
 */
export function nameWords(name: string): readonly string[] {
  const known = remembered.get(name)
  if (known) return known
  const spelt = spell(name)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(name, spelt)
  return spelt
}

/** An article says the same names again and again. */
const REMEMBERED = 2_000
const remembered = new Map<string, readonly string[]>()

function spell(name: string): readonly string[] {
  const words = foldName(name)
    .split('-')
    .filter((word) => word !== '')
  const kept = words.filter((word) => !PARTICLES.test(word))
  return (kept.length > 0 ? kept : words).map(respelt)
}

const respelt = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/ks/g, 'x')
    .replace(/ou|oo/g, 'u')
    .replace(/[yj]/g, 'i')
    .replace(/o/g, 'u')
    .replace(/e/g, 'a')
    .replace(/ai/g, 'i')
    .replace(/(.)\1+/g, '$1')

/** A key under which spellings of one full name meet: all of its words. */
export const nameKey = (name: string): string => nameWords(name).join(' ')

/** The same by the first and the last word alone; "J. F. Kennedy" is not "John Kennedy". */
export function endsKey(name: string): string {
  const words = nameWords(name)
  return words.length < 2 ? '' : `${words[0]} ${words.at(-1)}`
}

/** The first letters of the words of a name that are written with a capital: "FSA" of "Free Syrian Army". */
export const initials = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
