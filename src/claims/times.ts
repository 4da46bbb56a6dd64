import { type Article, textSpan, type When } from '../model/index.ts'
import { dependents, extent, type Grammar, isBelow, markerOf, plain } from '../syntax/index.ts'
import { isPoint, type Time, timesOf } from './anchors.ts'
import { resolve, type Tense } from './dates.ts'

/** Prepositions without which the words would tell another time: "since 2015". */
const KEPT = /^(?:since|until|till|by|before|after|from)$/

/**
 * When a deed happened, by the time words on its predicate, else on the verb that it hangs on; null where none are.
 * `at` is the index of the predicate, a verb or a noun of a deed. The time at which somebody speaks ("said Wednesday")
 * is taken for that of what they report where the sentence tells no other.
 */
export function whenOf(article: Article, grammar: Grammar, at: number): When | null {
  const time = timeOf(grammar, at, { points: false, reported: true })
  if (!time) return null
  const { tokens } = grammar
  const { marker, first, last } = time
  const words = tokens.slice(first, last + 1).map(({ text }) => text.toLowerCase())
  const from = marker !== null && KEPT.test(marker) ? first - 1 : first
  const resolved = resolve(words, { marker, tense: tenseOf(grammar, time.onto), published: article.published })
  return { ...textSpan(article.text, tokens[from]!.start, tokens[last]!.end), ...resolved }
}

/** Which times of other words a deed may take over. */
interface Reach {
  /** Only those that tell a date: a stretch ("for decades") belongs to its own verb. */
  readonly points: boolean
  /** Also that of whoever reports it. */
  readonly reported: boolean
}

const timeOf = (grammar: Grammar, at: number, reach: Reach): Time | null =>
  ownTime(grammar, at, reach) ??
  timeBeside(grammar, at) ??
  timeWithin(grammar, at) ??
  sharedTime(grammar, at, reach) ??
  timeAbove(grammar, at, reach)

/** The time words on a word itself: those that tell a date first, then the nearest. */
function ownTime(grammar: Grammar, at: number, { points }: Reach): Time | null {
  const here = timesOf(grammar).on.get(at) ?? []
  const away = ({ first, last }: Time): number => (last < at ? at - last : first - at)
  const [best] = here
    .filter((time) => !points || isPoint(time))
    .toSorted((a, b) => weight(a) - weight(b) || away(a) - away(b))
  return best ?? null
}

const weight = (time: Time): number =>
  !isPoint(time) ? 3 : KEPT.test(time.marker ?? '') ? 2 : time.kind === 'bare' ? 1 : 0

/** The time that stands before "when" ("the era when Assad ruled") or right behind an infinitive ("a chance to meet today"). */
function timeBeside(grammar: Grammar, at: number): Time | null {
  const { all } = timesOf(grammar)
  const [when] = dependents(grammar, at, 'advmod', 'mark').filter(({ lemma }) => lemma.toLowerCase() === 'when')
  if (when) return all.find(({ last, onto }) => last === when.index - 1 && onto !== at) ?? null
  if (!isInfinitive(grammar, at)) return null
  const [, end] = extent(grammar, at)
  const isNext = ({ first, marker, kind }: Time): boolean => kind === 'point' && first === end + (marker ? 2 : 1)
  return all.find((time) => isNext(time) && isBelow(grammar, at, time.onto)) ?? null
}

const isInfinitive = (grammar: Grammar, at: number): boolean =>
  dependents(grammar, at, 'mark').some(({ text }) => text.toLowerCase() === 'to')

/** Phrases on a verb whose time is the verb's: "said at a briefing on Friday", "in a Friday statement". */
const IN_TIME = /^(?:in|at|on|during|with|by|to|from|into|against|according to)$/

/** The time words on what a verb governs: "carried out an attack on Friday", and "the attack on Friday killed". */
function timeWithin(grammar: Grammar, at: number): Time | null {
  const { tokens, children } = grammar
  const { on } = timesOf(grammar)
  const isVerb = tokens[at]!.upos === 'VERB'
  for (const { index, deprel, upos } of isVerb ? children[at]! : []) {
    if (!/^(?:obj|obl|obl:agent|nsubj|nsubj:pass)$/.test(deprel) || upos === 'PRON') continue
    const marker = markerOf(grammar, index)
    if (marker !== null && !IN_TIME.test(marker)) continue
    const isHost = deprel === 'nsubj' || (deprel === 'obl' && /^(?:in|at|during)$/.test(marker ?? ''))
    const deeper = dependents(grammar, index, 'nmod').map((word) => word.index)
    for (const noun of [index, ...deeper]) {
      const time = on
        .get(noun)
        ?.find((one) => one.kind === 'point' && (one.isBefore ? isHost : one.marker === null || one.marker === 'on'))
      if (time) return time
    }
  }
  if (isVerb) return null
  // "airstrikes launched on Friday"
  const made = dependents(grammar, at, 'acl').filter(({ xpos }) => xpos === 'VBN')
  for (const { index } of made) {
    const time = ownTime(grammar, index, { points: true, reported: false })
    if (time) return time
  }
  return null
}

const hasSubject = (grammar: Grammar, at: number): boolean =>
  dependents(grammar, at, 'nsubj', 'nsubj:pass', 'expl').length > 0

/** Verbs joined by "and" share what stands before or behind both. */
function sharedTime(grammar: Grammar, at: number, reach: Reach): Time | null {
  const { tokens } = grammar
  const { upos, deprel, head } = tokens[at]!
  if (upos !== 'VERB') return null
  if (deprel === 'conj' && tokens[head]!.upos === 'VERB' && !hasSubject(grammar, at)) {
    const time = timeOf(grammar, head, reach)
    return time && time.last < head ? time : null
  }
  if (dependents(grammar, at, 'obj', 'obl', 'xcomp', 'ccomp').length > 0) return null
  const [joined] = dependents(grammar, at, 'conj').filter(
    (other) => other.upos === 'VERB' && !hasSubject(grammar, other.index),
  )
  const time = joined ? ownTime(grammar, joined.index, reach) : null
  return time && time.first > joined!.index ? time : null
}

/** Verbs that bring about, with their infinitive, what it says: "began to bomb", "managed to seize", "used it to mock". */
const ENACTS =
  /^(?:begin|start|continue|resume|proceed|stop|cease|manage|fail|try|attempt|use|help|go|come|force|compel|lead|cause|make|let|see|appear|seem)$/
/** The time words on what a deed hangs on. */
function timeAbove(grammar: Grammar, at: number, reach: Reach): Time | null {
  const { tokens } = grammar
  const { head, deprel, xpos, upos } = tokens[at]!
  const above = tokens[head]
  if (!above) return quotingTime(grammar, at, reach)
  const relation = plain(deprel)
  const points = { ...reach, points: true }
  if (upos === 'NOUN' || upos === 'PROPN') {
    if (dependents(grammar, at, 'cop').length > 0)
      return relation === 'ccomp' ? reportingTime(grammar, at, reach) : null
    if (relation === 'conj') return timeAbove(grammar, head, points)
    const marker = markerOf(grammar, at)
    if (relation === 'obj' || deprel === 'nsubj:pass') return timeOf(grammar, head, points)
    if (relation === 'nsubj') return timeOf(grammar, head, { points: true, reported: false })
    if (relation === 'obl') return marker === null || CARRIED.test(marker) ? timeOf(grammar, head, points) : null
    if (relation !== 'nmod' || marker !== 'of') return null
    // "one of the allies", "a wave of airstrikes"
    return timeOf(grammar, head, /^(?:NUM|DET|ADJ|PRON)$/.test(above.upos) ? reach : points)
  }
  if (upos !== 'VERB') return relation === 'ccomp' ? reportingTime(grammar, at, reach) : null
  const isParticiple = /^VB[GN]$/.test(xpos) && dependents(grammar, at, 'mark').length === 0
  if (relation === 'xcomp')
    return !isInfinitive(grammar, at) || ENACTS.test(above.lemma.toLowerCase()) ? timeOf(grammar, head, reach) : null
  if (relation === 'advcl' || deprel === 'acl') {
    if (isParticiple) return timeOf(grammar, head, points)
    const carrier = deprel === 'acl' ? tokens[above.head] : above
    return isInfinitive(grammar, at) && carrier?.lemma === 'use' ? timeOf(grammar, carrier.index, points) : null
  }
  return relation === 'ccomp' ? reportingTime(grammar, at, reach) : null
}

/** How a noun of a deed may hang on the verb whose time is its own. */
const CARRIED = /^(?:in|with|by|during|through|following|at|on)$/

/** "Russia began airstrikes, officials said Wednesday". */
function reportingTime(grammar: Grammar, at: number, { reported }: Reach): Time | null {
  if (!reported || isModal(grammar, at) || timesOf(grammar).all.length > 1) return null
  const { head } = grammar.tokens[at]!
  return datedOnly(ownTime(grammar, head, DATES) ?? timeWithin(grammar, head))
}

/** The same, where the report was read as an aside. */
function quotingTime(grammar: Grammar, at: number, { reported }: Reach): Time | null {
  if (!reported || isModal(grammar, at) || timesOf(grammar).all.length > 1) return null
  const [saying] = dependents(grammar, at, 'parataxis').filter(
    ({ upos, index }) => upos === 'VERB' && hasSubject(grammar, index),
  )
  return saying ? datedOnly(ownTime(grammar, saying.index, DATES) ?? timeWithin(grammar, saying.index)) : null
}

const DATES: Reach = { points: true, reported: false }
const datedOnly = (time: Time | null): Time | null => (time?.kind === 'point' ? time : null)

const MODAL = /^(?:will|shall|'ll|’ll|wo|would|may|might|must|should|can|could)$/

/** Whether a deed has not happened by its auxiliary or by "has to"; "may have bombed" lies in the past. */
function isModal(grammar: Grammar, at: number): boolean {
  const isBound = /^(?:have|need)$/.test(grammar.tokens[at]!.lemma)
  if (isBound && dependents(grammar, at, 'xcomp').length > 0) return true
  const auxiliaries = dependents(grammar, at, 'aux').map(({ text }) => text.toLowerCase())
  return auxiliaries.some((word) => MODAL.test(word)) && !auxiliaries.includes('have')
}

/** Verbs and adjectives for what is still to come. */
const PLANS =
  /^(?:plan|schedule|set|due|expect|slate|intend|hope|prepare|agree|promise|pledge|vow|threaten|likely|poise|want|going|ready)$/

/** The tense of the clause that a word stands in. */
function tenseOf(grammar: Grammar, from: number): Tense {
  const { tokens } = grammar
  for (let at = from; at >= 0; at = tokens[at]!.head) {
    const { lemma, text, deprel, upos, xpos } = tokens[at]!
    const auxiliaries = dependents(grammar, at, 'aux')
    const words = auxiliaries.map((word) => word.text.toLowerCase())
    // "could" tells of the past as well
    const isToCome = isModal(grammar, at) && !words.some((word) => /^(?:can|could)$/.test(word))
    if (isToCome || PLANS.test(lemma.toLowerCase()) || text.toLowerCase() === 'going') return 'future'
    if (/^VB[PZ]$/.test(xpos) && upos === 'VERB') return 'present'
    if (xpos === 'VBG' && auxiliaries.some((word) => /^VB[PZ]$/.test(word.xpos) && word.lemma === 'be'))
      return 'present'
    const isFree = /^(?:root|ccomp|advcl|acl:relcl|parataxis|conj)$/.test(deprel)
    if (isFree && upos === 'VERB' && !isInfinitive(grammar, at)) break
  }
  return 'past'
}
