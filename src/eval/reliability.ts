import type { JudgedSet } from './judged.ts'

/** A claim by its confidence, and whether it is right. */
export interface Told {
  readonly confidence: number
  readonly right: boolean
}

/** Claims of about one confidence. */
export interface Bin {
  /** Inclusive, in tenths of 1. */
  readonly from: number
  /** Exclusive, but for the last. */
  readonly to: number
  readonly claims: number
  /** Mean of what they are given. */
  readonly confidence: number
  /** What share of them is right. */
  readonly right: number
}

/** Whether confidence keeps its word. */
export interface Reliability {
  readonly bins: readonly Bin[]
  readonly claims: number
  /** Expected calibration error: how far confidence and share right lie apart in a bin, by the mean over claims (Naeini et al. 2015). */
  readonly error: number
}

/**
 * What share of the claims of another reader the gold of a set has: what is told right is told as a part of that, since
 * nobody can be asked to agree with it more. Coders of `conflibert_cameo_r7` agree on source, target and class with an F1
 * of .43 between any two of them; on `seeds-claims` readers agree nearly always. In `plv_train` one relation a sentence is
 * labelled, so how many claims of the others are right isn't known.
 */
export const AGREEMENT: Readonly<Record<Exclude<JudgedSet, 'plv_train'>, number>> = {
  'seeds-claims': 1,
  conflibert_cameo_r7: 0.43,
}

const BINS = 10

/** @param agreement see {@link AGREEMENT} */
export function reliabilityOf(told: readonly Told[], agreement: number): Reliability {
  const bins = Array.from({ length: BINS }, (_, at): Bin => {
    const inside = told.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9)) === at)
    const hits = inside.filter(({ right }) => right).length / agreement
    return {
      from: at / BINS,
      to: (at + 1) / BINS,
      claims: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: inside.length === 0 ? 0 : Math.min(1, hits / inside.length),
    }
  }).filter(({ claims }) => claims > 0)
  const apart = bins.map(({ claims, confidence, right }) => claims * Math.abs(confidence - right))
  return { bins, claims: told.length, error: told.length === 0 ? 0 : sum(apart) / told.length }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)
