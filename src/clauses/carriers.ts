import type { Lexicon } from '../lexicon/index.ts'
import { dependents, type Grammar, gathererOf, markerOf } from '../syntax/index.ts'
import { meaningsOf } from './meanings.ts'
import { firstOf } from './phrases.ts'

/** The verb that carries a noun of a deed. */
export interface Carrier {
  /** -1 for none. */
  readonly verb: number
  /** Whether its subject is whom the deed befalls. */
  readonly isConverse: boolean
}

const NO_CARRIER: Carrier = { verb: -1, isConverse: false }

/** The verb whose subject does what a noun tells, or undergoes it: "launched airstrikes", "responded with airstrikes", "faced airstrikes". */
export function carrierOf(grammar: Grammar, lexicon: Lexicon, at: number): Carrier {
  const noun = firstOf(grammar, gathererOf(grammar, at))
  const { head, deprel } = grammar.tokens[noun]!
  const marker = markerOf(grammar, noun)
  // "is at war", "are in talks": the subject's
  if (marker !== null && dependents(grammar, noun, 'cop').length > 0)
    return { verb: noun, isConverse: marker === 'under' }
  if (head < 0) return NO_CARRIER
  const above = grammar.tokens[head]!
  // "on the brink of war"
  if (deprel === 'nmod' && marker === 'of' && BRINK.test(above.lemma) && dependents(grammar, head, 'cop').length > 0)
    return { verb: head, isConverse: false }
  const lead = /^(?:obj|nsubj:pass)$/.test(deprel) ? '' : deprel === 'obl' ? marker : null
  if (lead === null) return NO_CARRIER
  if (isConverse(lexicon, grammar, head, lead)) return { verb: head, isConverse: true }
  const isMeans = /^(?:with|through|via)$/.test(lead)
  return isMeans || isLight(lexicon, grammar, head, lead) ? { verb: head, isConverse: false } : NO_CARRIER
}

const BRINK = /^(?:brink|verge|edge|cusp)$/

/**
 * Whether a verb only carries a noun of a deed: "launched airstrikes".
 * @param lead the preposition between them ("engaged in"), empty where there is none
 */
export const isLight = (lexicon: Lexicon, grammar: Grammar, at: number, lead = ''): boolean =>
  carryingWords(grammar, at, lead).some((words) => lightOf(lexicon).has(words))

/** Whether a verb turns a noun of a deed round: "faced airstrikes", "came under fire". */
export const isConverse = (lexicon: Lexicon, grammar: Grammar, at: number, lead: string): boolean =>
  carryingWords(grammar, at, lead).some((words) => converseOf(lexicon).has(words))

/** Whether a verb says how far a deed of its subject has come: "intensified its attacks", "halted its attacks". */
export const isAspect = (lexicon: Lexicon, grammar: Grammar, at: number): boolean =>
  isLight(lexicon, grammar, at) || meaningsOf(lexicon).has(grammar.tokens[at]!.lemma.toLowerCase())

/** What the tables may call a verb: "engage in", "take part in", "be involved in". */
function carryingWords(grammar: Grammar, at: number, lead: string): readonly string[] {
  const { lemma, text } = grammar.tokens[at]!
  const particles = dependents(grammar, at, 'compound:prt').map((token) => token.lemma)
  const joined = (...words: readonly string[]): string =>
    words
      .filter((word) => word !== '')
      .join(' ')
      .toLowerCase()
  const plain = joined(lemma, ...particles, lead)
  if (lead === '') return [plain]
  const taken = dependents(grammar, at, 'obj').map((object) => joined(lemma, object.lemma, lead))
  const isBe = dependents(grammar, at, 'cop', 'aux:pass').length > 0
  return [plain, ...taken, ...(isBe ? [joined('be', text, lead)] : [])]
}

const lights = new WeakMap<Lexicon, ReadonlySet<string>>()
const converses = new WeakMap<Lexicon, ReadonlySet<string>>()

const joined = (words: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(words.map((parts) => parts.join(' ')))

function lightOf(lexicon: Lexicon): ReadonlySet<string> {
  const set = lights.get(lexicon) ?? joined(lexicon.modality.light)
  lights.set(lexicon, set)
  return set
}

function converseOf(lexicon: Lexicon): ReadonlySet<string> {
  const set = converses.get(lexicon) ?? joined(lexicon.modality.converse)
  converses.set(lexicon, set)
  return set
}
