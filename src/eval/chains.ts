import { bestAssignment } from './assignment.ts'

/** Mentions of one actor or thing, each by a name of its own ("12-17"); no mention stands in two chains of a side. */
export type Chain = ReadonlySet<string>

/** The chains of one article: those of the gold, and ours. */
export interface Chained {
  readonly gold: readonly Chain[]
  readonly ours: readonly Chain[]
}

/** Precision, recall and their harmonic mean, 0 to 1; 0 where there is nothing to divide by. */
export interface Rates {
  readonly p: number
  readonly r: number
  readonly f1: number
}

/** A part of a whole. */
type Ratio = readonly [part: number, whole: number]

/** How well chains agree, over all articles together. */
export interface ChainScores {
  readonly muc: Rates
  readonly b3: Rates
  readonly ceafe: Rates
  /** Mean of the three F1, the measure of the CoNLL shared task (Pradhan et al. 2012). */
  readonly conll: number
}

/**
 * Scores chains by MUC, B³ and CEAF-e. As in the CoNLL shared task, chains of a single mention are left out on both
 * sides, sums are taken over all articles before anything is divided, and a mention that only one side has counts
 * against that side (Pradhan et al. 2014).
 */
export function scoreChains(articles: readonly Chained[]): ChainScores {
  const pairs = articles.map(({ gold, ours }) => ({ gold: gold.filter(isChain), ours: ours.filter(isChain) }))
  const over = (recall: (a: readonly Chain[], b: readonly Chain[]) => Ratio): Rates =>
    ratesOf(
      sum(pairs.map(({ gold, ours }) => recall(ours, gold))),
      sum(pairs.map(({ gold, ours }) => recall(gold, ours))),
    )
  const [muc, b3, ceafe] = [over(links), over(mentions), over(entities)]
  return { muc, b3, ceafe, conll: (muc.f1 + b3.f1 + ceafe.f1) / 3 }
}

const isChain = ({ size }: Chain): boolean => size > 1

export function ratesOf(precision: Ratio, recall: Ratio): Rates {
  const [p, r] = [share(precision), share(recall)]
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

const share = ([part, whole]: Ratio): number => (whole === 0 ? 0 : part / whole)
const sum = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce<Ratio>(([a, b], [part, whole]) => [a + part, b + whole], [0, 0])

/** How many mentions two chains share. */
const shared = (a: Chain, b: Chain): number => [...a].filter((mention) => b.has(mention)).length

/**
 * MUC recall (Vilain et al. 1995): of the links that hold each chain of `key` together, one less than its mentions, those
 * that `response` has as well. A mention that the response lacks is a part of the chain by itself.
 */
function links(key: readonly Chain[], response: readonly Chain[]): Ratio {
  const of = new Map(response.flatMap((chain, number) => [...chain].map((mention) => [mention, number] as const)))
  return sum(
    key.map((chain): Ratio => {
      const parts = new Set([...chain].map((mention) => of.get(mention) ?? mention))
      return [chain.size - parts.size, chain.size - 1]
    }),
  )
}

/** B³ recall (Bagga & Baldwin 1998): for each mention, the share of its chain in `key` that stands in its own in `response`. */
function mentions(key: readonly Chain[], response: readonly Chain[]): Ratio {
  return sum(
    key.map((chain): Ratio => {
      const kept = response.map((other) => shared(chain, other) ** 2)
      return [kept.reduce((a, b) => a + b, 0) / chain.size, chain.size]
    }),
  )
}

/** CEAF-e recall (Luo 2005, with φ4): the likeness of the chains that are assigned to each other at best, a chain of `key`. */
function entities(key: readonly Chain[], response: readonly Chain[]): Ratio {
  const likeness = key.map((chain) => response.map((other) => (2 * shared(chain, other)) / (chain.size + other.size)))
  const chosen = response.length === 0 ? [] : bestAssignment(likeness)
  return [chosen.reduce((all, column, row) => all + (column < 0 ? 0 : likeness[row]![column]!), 0), key.length]
}
