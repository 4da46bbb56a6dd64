import type { Claim } from '../model/index.ts'
import type { Grammar } from '../syntax/index.ts'

/** What a claim is judged by. */
type Facts = Pick<Claim, 'type' | 'rule' | 'source' | 'target' | 'polarity' | 'modality'>

/**
 * The family of a claim, from the widest to the narrowest:
 * how it came: by a row of the tables, as what a cue does, as a bare statement, or open;
 * its mood: told as done, held or demanded; or hedged, that is denied, planned, possible or conditional;
 * its parties: both sides named or described, or one left open. Who do a thing among themselves need no other side.
 *
 * Shape of the clause, attribution, and whether the parties are known do not tell right from wrong beyond these.
 */
export type Family = readonly [how: string, mood: string, parties: string]

export function familyOf({ type, rule, source, target, polarity, modality }: Facts): Family {
  const how = type === null ? 'open' : type === 'SAY' ? 'statement' : rule.startsWith('cue.') ? 'cue' : 'row'
  const isTold = polarity === 'affirmed' && (modality === 'actual' || modality === 'demanded')
  const isWhole = source.length > 0 && (target.length > 0 || source.length > 1)
  return [how, isTold ? 'told' : 'hedged', isWhole ? 'whole' : 'one-sided']
}

/**
 * How many of a hundred claims of a family are right, as `wiregraph eval --fit-confidence` prints them. A family that is
 * not listed has too few claims to tell, and takes the number of the wider one.
 */
export const CONFIDENCE: Readonly<Record<string, number>> = {
  '': 0.61,
  cue: 0.47,
  'cue told': 0.4,
  'cue told one-sided': 0.3,
  'cue told whole': 0.46,
  row: 0.64,
  'row hedged': 0.46,
  'row hedged whole': 0.41,
  'row told': 0.68,
  'row told one-sided': 0.28,
  'row told whole': 0.79,
  statement: 0.44,
  'statement told': 0.34,
  'statement told whole': 0.28,
}

/** What puts the higher of two deeds of a sentence first, where their families are equal. */
const STEP = 0.01

/**
 * The share of claims like this one that are right, 0 to 1 in whole per cents.
 * @param height how many words stand above the predicate in its tree; see {@link heightOf}
 */
export function confidenceOf(facts: Facts, height: number): number {
  const [how, mood, parties] = familyOf(facts)
  const names = [`${how} ${mood} ${parties}`, `${how} ${mood}`, how]
  const share = CONFIDENCE[names.find((name) => name in CONFIDENCE) ?? '']!
  return Math.round((share + STEP * (1 - Math.min(2, height))) * 100) / 100
}

/** How many words stand above one in its tree: none above the root, which most often tells the news of a sentence. */
export function heightOf({ tokens }: Grammar, at: number): number {
  let height = 0
  for (let up = tokens[at]!.head; up >= 0; up = tokens[up]!.head) height++
  return height
}
