import type { Pattern, PatternWord } from '../lexicon/index.ts'
import type { Clause, TreeToken } from '../model/index.ts'
import { conjuncts, dependents, functionOf, type Grammar, gatheredBy, markerOf } from '../syntax/index.ts'
import { isAnything, namesAll, otherSpelling } from './forms.ts'

/** What a pattern takes of a tree: the heads of the phrases in its slot, and the words that it speaks of. */
export interface Fit {
  /** Empty where the pattern has no slot, or nothing stands in it. */
  readonly slot: readonly number[]
  readonly used: ReadonlySet<number>
}

/** The parts of a clause by the index of their heads. */
export interface Parts {
  readonly grammar: Grammar
  readonly clause: Clause
  readonly objects: readonly number[]
  readonly obliques: readonly { readonly at: number; readonly marker: string | null }[]
  /** Words that tell a time, which fill no slot. */
  readonly times: ReadonlySet<number>
  /** Whether those who do it are more than one: "France and Germany", "the two countries", "their meeting". */
  readonly isShared: boolean
  /** Whether a phrase stands for somebody, and for no place. */
  readonly isParty: (head: number) => boolean
  /** Whether a phrase stands for somebody or somewhere. */
  readonly isSomebody: (head: number) => boolean
}

/** How far a pattern has come. */
interface Step {
  /** The next item of the pattern. */
  readonly next: number
  /** The words whose phrases can come next: the predicate, then each noun or verb of the pattern below it. */
  readonly open: readonly number[]
  /** A preposition of the pattern whose phrase is still to come. */
  readonly marker: string | null
  readonly used: readonly number[]
  readonly slot: readonly number[]
  /** Whether an owner may stand for what "of" leads to. */
  readonly isOwned?: boolean
}

/**
 * Tries what follows the head of a pattern on the words around a predicate. Each item is a particle, a noun or verb of the
 * pattern ("strikes" of "carry out strikes on Y"), a preposition, or the slot.
 */
export function fitting(items: Pattern['rest'], parts: Parts): Fit | null {
  const { clause, grammar } = parts
  if (!namesAll(items, parts)) return null
  const at = clause.predicate.index
  const isNominal = clause.shape === 'copular' || clause.shape === 'apposition'
  // "is against Turkey": what is said is the slot itself
  const [first, second] = items
  if (isNominal && items.length === 2 && first && 'words' in first && second && 'slot' in second) {
    const isLed = first.words.includes(markerOf(grammar, at) ?? '')
    if (isLed) return { slot: conjuncts(grammar, at), used: new Set([at]) }
  }
  const start = isNominal ? nominalStart(items, grammar, at) : 0
  if (start < 0) return null
  return walk(items, parts, { next: start, open: [at], marker: null, used: [at], slot: [] })
}

/** After "be": its preposition ("at war"), and the words before and in the predicate ("close ally"). */
function nominalStart(items: Pattern['rest'], grammar: Grammar, at: number): number {
  // "one of Syria's allies": its "of" leads from the "one"
  const led = grammar.tokens[at]!.deprel === 'nmod' ? null : markerOf(grammar, at)
  // "is among Syria's allies" is one of them
  const marker = led === 'among' ? null : led
  const first = items[0]
  const isLed = marker !== null && first !== undefined && 'words' in first && first.words.includes(marker)
  if (marker !== null && !isLed) return -1
  return nounAt(items, isLed ? 1 : 0, grammar, at)
}

/** The item after those that a noun with what stands before it takes up; -1 if they do not name it. */
function nounAt(items: Pattern['rest'], from: number, grammar: Grammar, at: number): number {
  const { tokens } = grammar
  for (let next = from; next < items.length; next++) {
    const item = items[next]!
    if ('slot' in item) return -1
    if (isWord(item.words, tokens[at]!)) return next + 1
    // "dozens of artifacts" are artifacts
    const gathered = gatheredBy(grammar, at)
    if (gathered !== at && isWord(item.words, tokens[gathered]!)) return next + 1
    const before = dependents(grammar, at, 'amod', 'compound', 'det', 'nmod:poss', 'nummod')
    if (!before.some((token) => isWord(item.words, token))) return -1
  }
  return -1
}

/** Whether a word is one of the tables': as it stands, in its dictionary form, or in the singular ("troops" has none). */
const isWord = (words: readonly string[], { lemma, text }: TreeToken): boolean => {
  const form = text.toLowerCase()
  const word = lemma.toLowerCase()
  if (words.includes(word) || words.includes(form)) return true
  const other = otherSpelling(word)
  return (other !== null && words.includes(other)) || words.some((one) => isPlural(form, one))
}

/** "troops" of "troop", "supplies" of "supply", which the lemma may keep as it stands. */
const isPlural = (form: string, word: string): boolean =>
  form.endsWith('s') && (form === `${word}s` || form === `${word}es` || form === `${word.replace(/y$/, 'ie')}s`)

/** What "something" in a pattern may stand for. */
const THING = /^(?:NOUN|PROPN|NUM|SYM)$/

function walk(items: readonly PatternWord[], parts: Parts, step: Step): Fit | null {
  const item = items[step.next]
  if (!item) return step.marker === null ? { slot: step.slot, used: new Set(step.used) } : null
  if ('slot' in item) return filled(items, parts, step)
  const { words } = item
  const { grammar } = parts
  for (const at of step.open.toReversed()) {
    const outer =
      at === parts.clause.predicate.index ? parts.objects.filter((object) => grammar.tokens[object]!.head !== at) : []
    // "the deal that they struck": the object that a relative clause hangs on
    for (const kid of [...reached(grammar, at), ...outer.map((object) => grammar.tokens[object]!)]) {
      if (step.used.includes(kid.index)) continue
      const isParticle =
        /^(?:compound:prt|advmod)$/.test(kid.deprel) ||
        (kid.deprel === 'mark' && kid.text === 'to' && at !== parts.clause.predicate.index)
      if (step.marker === null && isParticle && isWord(words, kid)) {
        const found = walk(items, parts, { ...step, next: step.next + 1, used: [...step.used, kid.index] })
        if (found) return found
      }
      // "promised not to attack" is no promise to attack
      if (kid.upos === 'VERB' && dependents(grammar, kid.index, 'advmod').some(({ lemma }) => lemma === 'not')) continue
      const isArgument =
        (step.marker === null && outer.includes(kid.index)) ||
        (step.marker === null
          ? /^(?:obj|iobj|xcomp|nsubj:pass|obl:unmarked|ccomp)$/.test(functionOf(grammar.tokens, kid.index)) &&
            markerOf(grammar, kid.index) === null
          : /^(?:obl|nmod|advcl|xcomp)/.test(kid.deprel) && leadOf(grammar, kid.index) === step.marker)
      const isThing = isAnything(words) && step.marker === null && THING.test(kid.upos) && !parts.isParty(kid.index)
      const next = isArgument ? (isThing ? step.next + 1 : nounAt(items, step.next, grammar, kid.index)) : -1
      if (next < 0) continue
      const found = walk(items, parts, {
        ...step,
        next,
        open: [...step.open, kid.index],
        marker: null,
        used: [...step.used, kid.index],
      })
      if (found) return found
    }
  }
  if (step.marker !== null) return null
  // "filed a lawsuit in Paris against Turkey": who is named goes before what is not, and a place comes last
  let first: Fit | null = null
  for (const marker of words.length > 1
    ? words.toSorted((a, b) => Number(WITHIN.test(a)) - Number(WITHIN.test(b)))
    : words) {
    const found = walk(items, parts, { ...step, next: step.next + 1, marker })
    if (found && (found.slot.length === 0 || found.slot.some(parts.isSomebody))) return found
    first ??= found
  }
  // "sought Assange's extradition": the owner is what "of" would lead to
  if (!first && words.includes('of') && !step.isOwned)
    first = walk(items, parts, { ...step, next: step.next + 1, marker: 'of', isOwned: true })
  if (first) return first
  // "pull out of Y": two words of the pattern are one preposition of the tree
  const following = items[step.next + 1]
  if (!following || !('words' in following)) return null
  for (const marker of words.flatMap((word) => following.words.map((other) => `${word} ${other}`))) {
    const found = walk(items, parts, { ...step, next: step.next + 2, marker })
    if (found) return found
  }
  return null
}

/** What hangs on a word, and the nouns joined to it: "training" of "provided weapons and training". */
const reached = (grammar: Grammar, at: number): readonly TreeToken[] =>
  grammar.children[at]!.flatMap((kid) =>
    /^(?:obj|nsubj:pass)$/.test(kid.deprel)
      ? conjuncts(grammar, kid.index).map((index) => grammar.tokens[index]!)
      : [kid],
  )

/** Whose a noun is: "Assange's extradition", "a French proposal". */
const ownersOf = (grammar: Grammar, at: number): readonly TreeToken[] =>
  dependents(grammar, at, 'nmod:poss', 'amod', 'compound').filter(
    ({ deprel, lemma }) => deprel === 'nmod:poss' || /^\p{Lu}/u.test(lemma),
  )

/** Prepositions of place: "a ceasefire in Syria", not "in a broadcast". */
const WITHIN = /^(?:in|at|near|within|inside|around|across|throughout)$/

/** Puts a phrase into the slot: one led to by the preposition before it, else an object. */
function filled(items: readonly PatternWord[], parts: Parts, step: Step): Fit | null {
  const { grammar, clause, objects, obliques, times, isSomebody } = parts
  const { marker, used } = step
  const free = (at: number): boolean => !used.includes(at) && !times.has(at)
  const goOn = (slot: readonly number[]): Fit | null => {
    const unique = [...new Set(slot)]
    return walk(items, parts, { ...step, next: step.next + 1, marker: null, used: [...used, ...unique], slot: unique })
  }
  for (const at of step.open.toReversed()) {
    const isPredicate = at === clause.predicate.index
    const own = isPredicate ? obliques : []
    const slot =
      marker === null
        ? isPredicate
          ? objects.filter(free)
          : directObjects(grammar, at).filter(free)
        : [
            ...own.filter((one) => one.marker === marker).map((one) => one.at),
            ...phrasesOf(grammar, at, marker),
          ].filter((head) => free(head) && (!WITHIN.test(marker) || isSomebody(head)))
    if (slot.length > 0) return goOn(slot)
  }
  if (!step.isOwned) return null
  const owners = step.open.flatMap((at) => (at === clause.predicate.index ? [] : ownersOf(grammar, at)))
  const slot = owners.flatMap(({ index }) => conjuncts(grammar, index)).filter(free)
  return slot.length > 0 ? goOn(slot) : null
}

/** The objects of a verb below the predicate: "vow to help Y". */
const directObjects = (grammar: Grammar, at: number): readonly number[] =>
  dependents(grammar, at, 'obj').flatMap(({ index }) => conjuncts(grammar, index))

const phrasesOf = (grammar: Grammar, at: number, marker: string): readonly number[] =>
  conjuncts(grammar, at)
    .flatMap((word) => dependents(grammar, word, 'obl', 'nmod'))
    .filter(({ index }) => markerOf(grammar, index) === marker)
    .flatMap(({ index }) => conjuncts(grammar, index))

/** What leads to a phrase, or to an infinitive. */
const leadOf = (grammar: Grammar, at: number): string | null =>
  markerOf(grammar, at) ?? dependents(grammar, at, 'mark')[0]?.text.toLowerCase() ?? null
