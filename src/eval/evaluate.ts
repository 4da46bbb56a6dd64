import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WiregraphError } from '../model/index.ts'
import type { Bench } from './bench.ts'
import { crossValidated, fitShares, type Shares } from './fit.ts'
import { type GoldFolder, goldFolder } from './folder.ts'
import { type Judged, type JudgedSet, toldOf } from './judged.ts'
import { type Figure, figuresOf, SET_NAMES, type SetName } from './measures.ts'
import { AGREEMENT, type Reliability, reliabilityOf, type Told } from './reliability.ts'
import { checkScorers } from './scorers.ts'
import { SETS } from './sets.ts'

/** What was measured. */
export interface Evaluation {
  readonly figures: readonly Figure[]
  readonly notes: Readonly<Partial<Record<SetName, string>>>
  /** Of the claims as they are given, by the sets that label all claims. */
  readonly reliability: Readonly<Partial<Record<JudgedSet, Reliability>>>
  /** The shares fitted anew, and how they do on articles and sentences that they were not fitted on; null where not asked for. */
  readonly fit: {
    readonly shares: Shares
    readonly reliability: Readonly<Partial<Record<JudgedSet, Reliability>>>
  } | null
}

/** Sets by which confidence is fitted. */
export const FITTING: readonly SetName[] = ['seeds-claims', 'plv_train', 'conflibert_cameo_r7']

/** What will be measured: which sets, and how many texts that takes. */
export interface Plan {
  readonly folder: GoldFolder
  readonly sets: readonly SetName[]
  readonly texts: number
  /** Sets that the folder does not have. */
  readonly absent: readonly SetName[]
}

/**
 * Looks what a folder holds. Sets that are not there are left out, but for those asked for.
 * @throws WiregraphError `not-found` when there is no folder, no scorers in it, no set, or not one that is asked for;
 *   `no-python` when nothing can run the scorers
 */
export async function planOf(dir: string, only: readonly SetName[] = []): Promise<Plan> {
  const folder = goldFolder(dir)
  const [sets, absent]: [SetName[], SetName[]] = [[], []]
  for (const set of SET_NAMES) {
    if (only.length > 0 && !only.includes(set)) continue
    const { file, needs } = SETS[set]
    const missing = [file, ...(needs === undefined ? [] : [[needs]])].find((parts) => !folder.has(...parts))
    if (missing && only.includes(set)) throw new WiregraphError('not-found', { where: folder.path(...missing) })
    if (missing) absent.push(set)
    else sets.push(set)
  }
  if (sets.length === 0)
    throw new WiregraphError('not-found', { where: dir, expected: `one of ${SET_NAMES.join(', ')}` })
  await checkScorers(folder, new Set(sets.flatMap((set) => SETS[set].scripts)))
  return { folder, sets, absent, texts: sets.reduce((sum, set) => sum + SETS[set].size(folder), 0) }
}

/**
 * Measures the program on the sets of a plan, one after the other, with the folder's own scorers.
 * @throws WiregraphError as `python` does; the signal's reason when it is stopped
 */
export async function evaluate({ folder, sets }: Plan, bench: Bench, fits = false): Promise<Evaluation> {
  const scratch = mkdtempSync(join(tmpdir(), 'wiregraph-eval-'))
  try {
    const figures: Figure[] = []
    const judged: Judged[] = []
    for (const set of sets) {
      const measured = await SETS[set].measure({ folder, bench, scratch })
      figures.push(...figuresOf(set, measured.values))
      judged.push(...(measured.judged ?? []))
    }
    const notes = Object.fromEntries(sets.flatMap((set) => (SETS[set].note ? [[set, SETS[set].note] as const] : [])))
    const fit = fits ? { shares: fitShares(judged), reliability: bySet(crossValidated(judged)) } : null
    return { figures, notes, reliability: bySet(judged.map(toldOf)), fit }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function bySet(told: readonly (Told & { readonly set: JudgedSet })[]): Evaluation['reliability'] {
  const sets = (Object.keys(AGREEMENT) as (keyof typeof AGREEMENT)[]).flatMap((set) => {
    const own = told.filter((one) => one.set === set)
    return own.length === 0 ? [] : [[set, reliabilityOf(own, AGREEMENT[set])] as const]
  })
  return Object.fromEntries(sets)
}
