import { type Counts, type EntityId, join, STATUSES, stands, type Tie } from '../model/index.ts'

/** The shown ties from one to another, which make one edge where a format takes no parallel ones. */
export interface Bundle {
  readonly source: EntityId
  readonly target: EntityId
  /** Strongest first: by status, then claims, then id. */
  readonly ties: readonly [Tie, ...Tie[]]
}

/** What the ties of a bundle say together. */
export interface BundleSum extends Counts, Pick<Tie, 'status' | 'first' | 'last'> {}

/** Whether a tie is shown. */
export const shown = (tie: Tie, all: boolean): boolean => all || stands(tie.status)

/**
 * One bundle for each ordered pair, out of ties in order of id. Ids start with their source and a `~` that no source
 * holds, so that the ties of a source follow each other and no more than those are held in memory.
 */
export function* bundles(ties: readonly Tie[], all: boolean): Generator<Bundle> {
  let source: EntityId | null = null
  let targets = new Map<EntityId, [Tie, ...Tie[]]>()
  for (const tie of ties) {
    if (!shown(tie, all)) continue
    if (source !== null && tie.source !== source) {
      yield* ofSource(source, targets)
      targets = new Map()
    }
    source = tie.source
    const sofar = targets.get(tie.target)
    if (sofar === undefined) targets.set(tie.target, [tie])
    else sofar.push(tie)
  }
  if (source !== null) yield* ofSource(source, targets)
}

function* ofSource(source: EntityId, targets: ReadonlyMap<EntityId, [Tie, ...Tie[]]>): Generator<Bundle> {
  for (const target of [...targets.keys()].sort()) {
    const ties = targets.get(target)
    if (ties !== undefined) yield { source, target, ties: ties.length === 1 ? ties : ties.sort(strongestFirst) }
  }
}

const strongestFirst = (a: Tie, b: Tie): number =>
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || b.claims - a.claims || (a.id < b.id ? -1 : 1)

/**
 * Claims are summed and statuses joined. Articles and publishers are those of the tie that has most: ties of a pair
 * share them, so that a sum would count some twice and let a deed look better supported than it is.
 */
export function sumOf({ ties: [strongest, ...others] }: Bundle): BundleSum {
  if (others.length === 0) return strongest
  let { status, claims, asserted, attributed, denied, unrealized, articles, publishers, first, last } = strongest
  for (const tie of others) {
    status = join(status, tie.status)
    claims += tie.claims
    asserted += tie.asserted
    attributed += tie.attributed
    denied += tie.denied
    unrealized += tie.unrealized
    articles = Math.max(articles, tie.articles)
    publishers = Math.max(publishers, tie.publishers)
    first = earlier(first, tie.first)
    last = later(last, tie.last)
  }
  return { status, claims, asserted, attributed, denied, unrealized, articles, publishers, first, last }
}

/** The earlier of two days, the known one where only one is. */
export const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a

/** The later of two days, the known one where only one is. */
export const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a
