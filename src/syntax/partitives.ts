import type { TreeToken } from '../model/index.ts'
import { dependents, type Grammar, markerOf } from './grammar.ts'

/** Words that count or gather what follows their "of": "most of the strikes", "dozens of militants", "a series of attacks". */
const GATHERS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|both|some|any|many|most|several|few|all|each|half|none|much|majority|rest|part|portion|number|lot|handful|couple|dozen|hundred|thousand|million|billion|score|series|string|wave|spate|kind|sort|type|third|quarter|two-thirds|percent|%|bulk|plenty|pair|batch|total|flurry|round|amount|act|bout)s?$/u

/** What money and measures are told in: "$2 million in aid", "tonnes of food". */
const MEASURES =
  /^(?:[$£€¥]|dollar|euro|pound|yen|yuan|rouble|ruble|rupee|million|billion|ton|tonne|worth|shipment|package|increase|boost|rise|cut|reduction)s?$/u

/** Whether a word gathers what follows its "of". */
export const isPartitive = ({ lemma }: TreeToken): boolean => GATHERS.test(lemma.toLowerCase())

/** The word that a noun is gathered or measured by, as high up as it goes: "series" of "a series of airstrikes", "$" of "$2 million in aid"; the noun itself where there is none. */
export function gathererOf(grammar: Grammar, at: number): number {
  const { deprel, head } = grammar.tokens[at]!
  if (deprel !== 'nmod' || head < 0) return at
  const above = grammar.tokens[head]!
  const marker = markerOf(grammar, at)
  const isGathered = marker === 'of' && (isPartitive(above) || MEASURES.test(above.lemma.toLowerCase()))
  const isMeasured = marker === 'in' && MEASURES.test(above.lemma.toLowerCase())
  return isGathered || isMeasured ? gathererOf(grammar, head) : at
}

/** What a word counts or gathers: "strikes" of "most of the strikes"; the word itself where it gathers nothing. */
export function gatheredBy(grammar: Grammar, at: number): number {
  if (!isPartitive(grammar.tokens[at]!)) return at
  const [of] = dependents(grammar, at, 'nmod').filter(({ index }) => markerOf(grammar, index) === 'of')
  return of ? gatheredBy(grammar, of.index) : at
}
