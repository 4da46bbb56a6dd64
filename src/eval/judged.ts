import { type Claim, type ClaimType, foldName, isReciprocal, type Party, type Reading } from '../model/index.ts'
import { meansSame, shareWord } from './agreement.ts'

/** The sets whose claims can be told right from wrong. */
export type JudgedSet = 'seeds-claims' | 'plv_train' | 'conflibert_cameo_r7'

/** A claim of ours, and whether the gold has it. */
export interface Judged {
  readonly set: JudgedSet
  /** The article or sentence that it was read from: what is fitted on some is tried on others. */
  readonly group: string
  /** The sentence by itself. */
  readonly sentence: string
  readonly claim: Claim
  readonly right: boolean
}

/** The confidence that a claim was given, and whether it is right. */
export const toldOf = ({ set, claim, right }: Judged) => ({ set, right, confidence: claim.confidence })

/** A sentence of `seeds-claims.jsonl`. */
export interface SentenceOfClaims {
  readonly id: string
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly claims: readonly GoldClaim[]
}

interface GoldClaim extends Sides {
  readonly type: string
  readonly trigger: string
  readonly polarity: string
  readonly modality: string
  readonly unsure?: boolean
}

interface Sides {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly source_actor?: readonly string[]
  readonly target_actor?: readonly string[]
}

/**
 * Which claims a gold of every claim has: of the same parties, type, polarity and modality, one to one; of an open
 * claim the parties alone. What the gold is unsure of is neither right nor wrong, and left out.
 */
export function judgedClaims(gold: readonly SentenceOfClaims[], readings: readonly Reading[]): readonly Judged[] {
  const byId = new Map(readings.map((reading) => [String(reading.article.id), reading.claims]))
  return gold.flatMap(({ id, doc, start, end, claims }): readonly Judged[] => {
    const ours = (byId.get(doc) ?? []).filter(({ predicate }) => predicate.start >= start && predicate.start < end)
    const matched = pairsOf(claims, ours)
    return ours
      .filter((claim) => !matched.get(claim)?.unsure)
      .map((claim) => ({ set: 'seeds-claims', group: doc, sentence: id, claim, right: matched.has(claim) }))
  })
}

/** Pairs claims one to one, those first whose words of the deed agree and that the gold is sure of. */
function pairsOf(gold: readonly GoldClaim[], ours: readonly Claim[]): ReadonlyMap<Claim, GoldClaim> {
  const candidates = gold.flatMap((one) =>
    ours
      .filter((claim) => agree(one, claim))
      .map((claim) => {
        const rank = (shareWord(one.trigger, claim.predicate.text) ? 2 : 0) + (one.unsure ? 0 : 1)
        return { one, claim, rank }
      }),
  )
  const pairs = new Map<Claim, GoldClaim>()
  const taken = new Set<GoldClaim>()
  for (const { one, claim } of candidates.toSorted((a, b) => b.rank - a.rank)) {
    if (taken.has(one) || pairs.has(claim)) continue
    taken.add(one)
    pairs.set(claim, one)
  }
  return pairs
}

function agree(gold: GoldClaim, { type, polarity, modality, source, target, predicate }: Claim): boolean {
  const isSame =
    type === null || (classOf(gold.type) === classOf(type) && gold.polarity === polarity && gold.modality === modality)
  const isDeed = shareWord(gold.trigger, predicate.text)
  const [hasSource, hasTarget] = [
    sideAgrees(gold.source, gold.source_actor, source),
    sideAgrees(gold.target, gold.target_actor, target),
  ]
  // a side that the gold leaves open is forgiven where the other one and the deed agree
  const s = hasSource || (gold.source.length === 0 && hasTarget && isDeed)
  const t = hasTarget || (gold.target.length === 0 && hasSource && isDeed)
  return isSame && s && t && (gold.source.length + gold.target.length > 0 || isDeed)
}

function sideAgrees(texts: readonly string[], actors: readonly string[] = [], parties: readonly Party[]): boolean {
  if (texts.length === 0) return parties.length === 0
  return texts.some((text, at) =>
    parties.some((party) => {
      const [actor, label] = [foldName(actors[at] ?? ''), foldName(party.label ?? '')]
      return meansSame(text, party.text) || (actor !== '' && actor === label)
    }),
  )
}

/** A sentence of a set of events. */
export interface SentenceOfEvents {
  readonly id: string
  readonly events: readonly GoldEvent[]
}

interface GoldEvent {
  readonly source_text?: readonly string[]
  readonly target_text?: readonly string[]
  readonly plover: string | null
}

/** The PLOVER class nearest to a relation that it does not have; those that have none are no events. */
const NEAREST: Partial<Record<ClaimType, string | null>> = {
  OPPOSE: 'ACCUSE',
  ALLY: 'SUPPORT',
  CONTROL: null,
  MEMBER: null,
}

/** Which claims a gold of events has: of the same source, target and class. Only what is told as done or planned is an event. */
export function judgedEvents(
  set: JudgedSet,
  gold: readonly SentenceOfEvents[],
  readings: readonly Reading[],
): readonly Judged[] {
  const byId = new Map(readings.map((reading) => [String(reading.article.id), reading.claims]))
  return gold.flatMap(({ id, events }) =>
    (byId.get(id) ?? []).flatMap((claim): readonly Judged[] => {
      const { type, polarity, modality } = claim
      const kind = type === null ? null : NEAREST[type] === undefined ? type : NEAREST[type]
      if (kind === null || polarity === 'negated' || !/^(?:actual|planned)$/.test(modality)) return []
      const wanted = events.filter(({ source_text = [], plover }) => {
        return source_text.length > 0 && classOf(plover ?? 'SAY') === classOf(kind)
      })
      const right = partiesOf(claim).some(([source, target]) =>
        wanted.some((one) => isOne(one.source_text, source) && isOne(one.target_text, target)),
      )
      return [{ set, group: id, sentence: id, claim, right }]
    }),
  )
}

/** Whether words are one of those that the gold takes; none must be none. */
const isOne = (texts: readonly string[] = [], ours: string | null): boolean =>
  texts.length === 0 ? ours === null : ours !== null && texts.some((text) => meansSame(text, ours))

/** Each source with each target; of a deed that several share, each two of them. */
function partiesOf(claim: Claim): readonly (readonly [source: string | null, target: string | null])[] {
  const words = (parties: readonly Party[]): readonly (string | null)[] =>
    parties.length === 0 ? [null] : parties.map(({ text }) => text)
  const [sources, targets] = [words(claim.source), words(claim.target)]
  if (isReciprocal(claim)) return sources.flatMap((a, at) => sources.slice(at + 1).map((b) => [a, b] as const))
  return sources.flatMap((source) => targets.map((target) => [source, target] as const))
}

/** The sets know one class for those who yield in words and in deeds. */
const classOf = (type: string): string => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type)
