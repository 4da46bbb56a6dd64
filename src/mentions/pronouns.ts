import type { MentionSignals } from '../encoder/index.ts'
import type { EntityId, TreeToken } from '../model/index.ts'
import { dependents, isBelow } from '../syntax/index.ts'
import { type Actors, isStranger } from './actors.ts'
import { type Candidate, partyAt, placeOf, weightOf } from './memory.ts'
import { type Grammar, isBody } from './placed.ts'
import type { Gender } from './titles.ts'

const PRONOUNS: Readonly<Record<string, 'he' | 'she' | 'it' | 'they'>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
}

/** Which person a pronoun is, null for one that is not looked up: "we", "who", and "it" in "it is clear that". */
export const pronounOf = ({ text, upos, deprel }: TreeToken): 'he' | 'she' | 'it' | 'they' | null =>
  upos === 'PRON' && deprel !== 'expl' ? (PRONOUNS[text.toLowerCase()] ?? null) : null

/** How many sentences back a pronoun may reach. */
const REACH = 5
/** What is left of a candidate's weight one sentence on. */
const FADE = 0.55

/** What bears on one pronoun, beside the candidates. */
export interface Look {
  readonly grammar: Grammar
  readonly sentence: number
  readonly at: number
  readonly actors: Actors
  /** What the encoder says of the pronoun. */
  readonly seen: MentionSignals | undefined
  /** Who can't be meant: the speaker of the words in which the pronoun stands. */
  readonly barred: ReadonlySet<EntityId>
  /** Whether the pronoun is the subject of a word that reports. */
  readonly speaks: boolean
  /** Whether the pronoun stands in quoted words. */
  readonly quoted: boolean
}

/**
 * What a pronoun means: of what was spoken of last, what agrees with it and stands in the best place. Null where that
 * is nobody, or the pronoun stands for nothing.
 */
export function antecedentOf(
  which: 'he' | 'she' | 'it' | 'they',
  look: Look,
  memory: readonly Candidate[],
): Candidate | null {
  const { grammar, sentence, at } = look
  if (which === 'it' && !look.seen) return null
  const { text } = grammar.tokens[at]!
  if (/sel(?:f|ves)$/iu.test(text)) return reflexive(which, look, memory)
  let best: Candidate | null = null
  let score = 0
  for (let i = memory.length - 1; i >= 0 && memory[i]!.sentence >= sentence - REACH; i--) {
    const candidate = memory[i]!
    const value = scoreOf(which, candidate, look)
    if (value > score) [best, score] = [candidate, value]
  }
  return best
}

function scoreOf(which: 'he' | 'she' | 'it' | 'they', candidate: Candidate, look: Look): number {
  const agreement = agreementOf(which, candidate, look)
  if (agreement === 0 || !isOpen(candidate, look)) return 0
  const { sentence, at, grammar, seen } = look
  const back = sentence - candidate.sentence
  const near = back === 0 ? 0.1 * (1 - (at - candidate.head) / (grammar.tokens.length + 1)) : 0
  const speech = look.speaks && candidate.speaks ? 1.5 : 1
  const voice = candidate.quoted && !look.quoted ? 0.5 : 1
  const often = 1 + 0.08 * Math.log2(1 + countOf(candidate, look))
  const same = placeOf(grammar, at).deprel === 'nsubj' && candidate.weight === 1 ? 1.1 : 1
  return (
    agreement *
    kindness(seen, candidate) *
    speech *
    same *
    often *
    voice *
    (weightFor(candidate, look) * FADE ** back + near)
  )
}

/** Within "Kerry, who told Assad that he", Kerry is as good as the subject. */
function weightFor({ sentence, head, weight }: Candidate, { grammar, sentence: here, at }: Look): number {
  const clauses = sentence === here ? dependents(grammar, head, 'acl:relcl') : []
  const isSubject = clauses.some(
    ({ index }) => dependents(grammar, index, 'nsubj').some(({ xpos }) => xpos === 'WP') && isBelow(grammar, at, index),
  )
  return isSubject ? 1 : weight
}

/** How often the article has spoken of somebody. */
const countOf = ({ entities }: Candidate, { actors }: Look): number => actors.counts.get(entities.join()) ?? 0

/** Whether the encoder holds the pronoun for the same sort of thing. */
function kindness(seen: MentionSignals | undefined, { kind }: Candidate): number {
  if (!seen) return 1
  const isThing = !/^(?:person|organization|place)$/u.test(seen.kind)
  if (isThing !== (kind === 'thing')) return 0.5
  return (seen.kind === 'person') === (kind === 'person') || kind === 'armed-group' ? 1.1 : 1
}

/** How well a candidate agrees in kind, number and gender; 0 where it does not. */
function agreementOf(which: 'he' | 'she' | 'it' | 'they', candidate: Candidate, { actors }: Look): number {
  const { kind, plural, form, entities } = candidate
  if (which === 'he' || which === 'she') {
    const gender: Gender = which === 'he' ? 'm' : 'f'
    const own = entities.length === 1 ? (actors.genders.get(entities[0]!) ?? candidate.gender) : candidate.gender
    if (kind !== 'person' || plural || (own !== null && own !== gender)) return 0
    return own === gender ? 1.3 : entities.some((id) => !isStranger(id)) ? 1.05 : 0.7
  }
  if (which === 'it') {
    if (plural || kind === 'person' || kind === 'people') return 0
    return form === 'demonym' ? 0.7 : kind === 'place' ? 0.8 : 1
  }
  if (form === 'joined') return 1.3
  if (plural) return kind === 'thing' ? 0.8 : 1
  if (kind === 'armed-group' || kind === 'people' || kind === 'military') return 0.8
  if (kind === 'state') return 0.4
  return kind !== 'thing' && isBody(kind) ? 0.6 : 0
}

/** Whether grammar lets a candidate be meant: not within its own phrase, not beside the pronoun under one verb, not the speaker. */
function isOpen(candidate: Candidate, { grammar, sentence, at, barred }: Look): boolean {
  if (candidate.entities.some((entity) => barred.has(entity))) return false
  if (candidate.sentence !== sentence) return true
  if (isWithin(grammar, at, candidate.head)) return false
  const own = placeOf(grammar, at)
  const other = placeOf(grammar, candidate.head)
  if (candidate.head > at) return isFronted(grammar, at, candidate.head)
  if (own.deprel === 'nmod:poss') return own.above !== candidate.head
  if (other.above < 0 || !isArgument(own.deprel) || !isArgument(other.deprel)) return true
  // in "Kerry refused to thank him" Kerry thanks
  const doer =
    other.deprel.startsWith('nsubj') && !own.deprel.startsWith('nsubj') ? controller(grammar, own.above) : own.above
  return own.above !== other.above && doer !== other.above
}

/** The verb whose subject does what an infinitive says. */
function controller({ tokens }: Grammar, at: number): number {
  let verb = at
  while (verb >= 0 && tokens[verb]!.deprel === 'xcomp') verb = tokens[verb]!.head
  return verb
}

/** Whether a word is a part of another's phrase: "its" of "its ally Syria", not "his" of "Obama and his wife" or "Obama, who said his". */
function isWithin({ tokens }: Grammar, at: number, above: number): boolean {
  let word = tokens[at]!
  const owned = tokens[word.head]
  if (word.deprel === 'nmod:poss' && owned?.deprel === 'appos' && owned.head === above) return true
  while (word.head >= 0 && word.index !== above) {
    if (/^(?:conj|appos|acl|parataxis)/u.test(word.deprel) || /^(?:VERB|AUX|ADJ)$/u.test(word.upos)) return false
    word = tokens[word.head]!
  }
  return word.index === above
}

const isArgument = (deprel: string): boolean => /^(?:nsubj|obj|iobj|obl)/u.test(deprel)

/** "In his speech, Putin said": a phrase before the subject may point ahead to it. */
function isFronted(grammar: Grammar, at: number, subject: number): boolean {
  const { deprel, above } = placeOf(grammar, subject)
  if (!deprel.startsWith('nsubj') || above < 0) return false
  const front = dependents(grammar, above, 'obl', 'advcl', 'obl:unmarked').filter(({ index }) => index < subject)
  return front.some(({ index }) => isBelow(grammar, at, index))
}

/** "Putin himself", "defended itself": the word beside it, or the subject. */
function reflexive(which: 'he' | 'she' | 'it' | 'they', look: Look, memory: readonly Candidate[]): Candidate | null {
  const { grammar, sentence, at } = look
  const { tokens } = grammar
  const here = memory.filter((candidate) => candidate.sentence === sentence && agreementOf(which, candidate, look) > 0)
  for (let above = tokens[at]!.head; above >= 0; above = tokens[above]!.head) {
    const subjects = [above, ...dependents(grammar, above, 'nsubj', 'nsubj:pass').map(({ index }) => index)]
    const found = here.findLast(({ head }) => subjects.includes(head))
    if (found) return found
  }
  return null
}

/** The pronoun as a candidate for those that follow. */
export const asCandidate = (meant: Candidate, { grammar, sentence, at, speaks, quoted }: Look): Candidate => ({
  ...meant,
  sentence,
  head: at,
  weight: weightOf(grammar, at),
  speaks,
  quoted,
  form: meant.entities.length > 1 ? 'joined' : 'pronoun',
  ...partyAt(grammar, at),
})
