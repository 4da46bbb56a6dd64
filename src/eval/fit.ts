import { familyOf } from '../claims/index.ts'
import type { Judged, JudgedSet } from './judged.ts'
import { AGREEMENT, type Told } from './reliability.ts'

/** Shares right by family, in whole per cents, as `src/claims/confidence.ts` holds them. */
export type Shares = Readonly<Record<string, number>>

/** A family starts from the share of the wider one as if so many claims had shown it, so that small ones don't jump. */
const PRIOR = 20
/** Below so many claims a family is not told. */
const FEW = 10
/** What a claim of `plv_train` counts beside one of the sets that label all, of which there are far fewer. */
const PARTLY = 0.15
const FOLDS = 5

interface Sample {
  /** Names of its families, from the widest. */
  readonly names: readonly string[]
  readonly weight: number
  /** May be more than 1, where the gold has less than there is. */
  readonly right: number
}

/**
 * The share of right claims in each family, drawn towards that of the wider family (add-m smoothing, m = 20). Claims of
 * `seeds-claims` and `conflibert_cameo_r7` count whole, and what is right as a part of what another reader reaches. In
 * `plv_train` one relation a sentence is labelled: how many of its claims are right says nothing there, and is taken to
 * be as many as in the other sets; only by how much the families differ counts, and that little.
 */
export function fitShares(judged: readonly Judged[]): Shares {
  const whole = judged.flatMap(({ set, claim, right }): readonly Sample[] =>
    set === 'plv_train' ? [] : [{ names: namesOf(claim), weight: 1, right: right ? 1 / AGREEMENT[set] : 0 }],
  )
  if (whole.length === 0) return {}
  const level = Math.min(1, mean(whole.map(({ right }) => right)))
  const labelled = judged.filter(({ set }) => set === 'plv_train')
  const hits = mean(labelled.map(({ right }) => Number(right)))
  const partly = labelled.map(({ claim, right }): Sample => {
    return { names: namesOf(claim), weight: PARTLY, right: right ? level / hits : 0 }
  })
  return rounded(smoothed([...whole, ...partly], level))
}

function smoothed(samples: readonly Sample[], level: number): Shares {
  const counts = new Map<string, { weight: number; right: number; wider: string }>()
  for (const { names, weight, right } of samples) {
    for (const [at, name] of names.entries()) {
      const before = counts.get(name) ?? { weight: 0, right: 0, wider: names[at - 1] ?? '' }
      counts.set(name, { ...before, weight: before.weight + weight, right: before.right + weight * right })
    }
  }
  const shares: Record<string, number> = { '': level }
  // a wider family has fewer words, and comes first
  for (const [name, { weight, right, wider }] of [...counts].sort(
    ([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1),
  )) {
    if (name === '' || weight < FEW) continue
    shares[name] = (right + PRIOR * shares[wider]!) / (weight + PRIOR)
  }
  return shares
}

const depth = (name: string): number => (name === '' ? 0 : name.split(' ').length)

function namesOf(claim: Judged['claim']): readonly string[] {
  const family = familyOf(claim)
  return ['', ...family.map((_, at) => family.slice(0, at + 1).join(' '))]
}

/** The share of the narrowest family that is told. */
const shareIn = (shares: Shares, claim: Judged['claim']): number =>
  shares[namesOf(claim).findLast((name) => name in shares)!]!

const rounded = (shares: Shares): Shares =>
  Object.fromEntries(
    Object.entries(shares).map(([name, share]) => [
      name,
      Math.min(0.98, Math.max(0.02, Math.round(share * 100) / 100)),
    ]),
  )

/** A claim told by what was fitted on other articles and sentences than its own. */
export interface Tried extends Told {
  readonly set: JudgedSet
}

/** The claims of the sets that label all, each by shares that were fitted on four fifths of the groups, without its own. */
export function crossValidated(judged: readonly Judged[]): readonly Tried[] {
  const groups = [...new Set(judged.map(keyOf))]
  const fold = new Map(groups.map((group, at) => [group, at % FOLDS]))
  return Array.from({ length: FOLDS }, (_, at) => at).flatMap((at) => {
    const shares = fitShares(judged.filter((one) => fold.get(keyOf(one)) !== at))
    return judged
      .filter((one) => one.set !== 'plv_train' && fold.get(keyOf(one)) === at && '' in shares)
      .map(({ set, claim, right }) => ({ set, right, confidence: shareIn(shares, claim) }))
  })
}

const keyOf = ({ set, group }: Judged): string => `${set} ${group}`

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
