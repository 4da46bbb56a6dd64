import type { Clause, Party } from '../model/index.ts'
import { conjuncts, dependents, markerOf } from '../syntax/index.ts'
import type { Desk, Found } from './desk.ts'

const PLACE = /^(?:in|at|near|over|around|across|inside|outside|throughout|within)$/

/** Where a deed happened: by the phrases on its predicate, on the nouns of its pattern, and on whom it befell. */
export function placesOf({ grammar, namer }: Desk, clause: Clause, { match, objects }: Found): readonly Party[] {
  const own = clause.obliques
    .filter(({ marker }) => marker !== null && PLACE.test(marker))
    .map(({ head }) => grammar.tokens.find(({ start }) => start === head)!.index)
  const words = [...new Set([...(match?.used ?? []), ...(match?.target ?? []), ...objects])].sort((a, b) => a - b)
  const further = words
    .flatMap((word) => dependents(grammar, word, 'nmod'))
    .filter(({ index }) => PLACE.test(markerOf(grammar, index) ?? ''))
    .flatMap(({ index }) => conjuncts(grammar, index))
  const places = [...own, ...further].filter(namer.namesPlace).flatMap(namer.partiesOf)
  return [...new Map(places.map((place) => [place.start, place])).values()]
}
