import type { Lexicon, Pattern, TypeRow } from '../lexicon/index.ts'
import type { Clause, Phrase } from '../model/index.ts'

/** A row whose pattern fits a clause, and the phrases in its slot `Y`. */
export interface Match {
  readonly row: TypeRow
  readonly target: readonly Phrase[]
}

/** The row that fits a clause best: the one whose verb pattern has most words, and whose kind of target stands there. */
export function matchRow(
  text: string,
  clause: Clause,
  lexicon: Lexicon,
  isPlace: (phrase: Phrase) => boolean,
): Match | null {
  let best: (Match & { readonly length: number }) | null = null
  for (const { row, rest } of patternsOf(lexicon).get(clause.predicate.lemma) ?? []) {
    if (rest.length <= (best?.length ?? -1)) continue
    const target = slots(text, clause, rest)
    const isWrongKind =
      row.target === 'place' ? !target?.some(isPlace) : row.target === 'people' && target?.some(isPlace)
    if (target && !isWrongKind) best = { row, target, length: rest.length }
  }
  return best
}

type VerbPattern = Pick<Pattern, 'rest'> & Pick<Match, 'row'>

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly VerbPattern[]>>()

/** The verb patterns of the tables by their verb. */
function patternsOf(lexicon: Lexicon): ReadonlyMap<string, readonly VerbPattern[]> {
  const known = indexes.get(lexicon)
  if (known) return known
  const index = new Map<string, VerbPattern[]>()
  for (const row of lexicon.rows) {
    for (const { head, rest } of row.patterns.filter(({ shape }) => shape === 'verb')) {
      for (const verb of head) index.set(verb, [...(index.get(verb) ?? []), { row, rest }])
    }
  }
  indexes.set(lexicon, index)
  return index
}

/** The phrases in the slot after the head; null where the pattern's words do not stand there. */
function slots(text: string, clause: Clause, rest: Pattern['rest']): readonly Phrase[] | null {
  // "went to Cuba": a verb that leads somewhere is not the bare verb
  if (rest.length === 0 && clause.obliques.some(({ marker }) => marker === 'to')) return null
  const phrases = [...clause.objects, ...clause.obliques]
  let next = 0
  let marker: string | null = null
  let target: readonly Phrase[] = []
  for (const item of rest) {
    if ('slot' in item) {
      target = phrases.slice(next).filter((phrase) => phrase.marker === marker)
      if (target.length === 0) return null
      continue
    }
    const led = phrases.slice(next).find((phrase) => phrase.marker !== null && item.words.includes(phrase.marker))
    const noun = phrases[next]?.text.split(/\s/u).at(-1)?.toLowerCase() ?? ''
    const following = /^\s+(\p{L}+)/u.exec(text.slice(clause.predicate.end))?.[1]?.toLowerCase() ?? ''
    if (led) marker = led.marker
    else if (item.words.some((word) => noun === word || noun === `${word}s`)) next++
    else if (!item.words.includes(following)) return null
  }
  // an object that the pattern does not speak of makes it another deed
  const isUsed = clause.objects.length === 0 || next > 0 || target.includes(clause.objects[0]!)
  return isUsed ? target : null
}
