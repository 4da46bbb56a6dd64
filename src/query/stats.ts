import { type ClaimType, isPlace, stands } from '../model/index.ts'
import type { Stats } from './port.ts'
import type { Snapshot } from './snapshot.ts'

/** What there is, in numbers. Ties are those of the graph without a filter. */
export function statsOf({ version, counts, facts, nodes, view }: Snapshot): Stats {
  const types = new Map<ClaimType | null, number>()
  let first: string | null = null
  let last: string | null = null
  for (const { type, date } of facts) {
    types.set(type, (types.get(type) ?? 0) + 1)
    if (date === null) continue
    if (first === null || date < first) first = date
    if (last === null || date > last) last = date
  }
  const { ties } = view({})
  const places = nodes.filter(isPlace).length
  return {
    ...counts,
    version,
    actors: nodes.length - places,
    places,
    ties: ties.length,
    standing: ties.filter(({ status }) => stands(status)).length,
    types: [...types].map(([type, claims]) => ({ type, claims })).sort(byClaims),
    first,
    last,
  }
}

type TypeCount = Stats['types'][number]

/** Most claims first, then by name, the open type last. */
const byClaims = (a: TypeCount, b: TypeCount): number =>
  b.claims - a.claims || ((a.type ?? '~') < (b.type ?? '~') ? -1 : 1)
