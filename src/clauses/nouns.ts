import type { Lexicon } from '../lexicon/index.ts'
import { conjuncts, dependents, type Grammar, gathererOf, markerOf } from '../syntax/index.ts'
import { carrierOf, isAspect } from './carriers.ts'
import type { Frame, Frames, Slot } from './frames.ts'
import { firstOf } from './phrases.ts'
import { harmfulVerbs, nounsFor, nounsFrom } from './words.ts'

/** The phrases with a preposition on a noun. */
export const nominals = (grammar: Grammar, at: number): readonly Slot[] =>
  dependents(grammar, at, 'nmod').flatMap(({ index }) => {
    const marker = markerOf(grammar, index)
    return conjuncts(grammar, index).map((word) => ({ at: word, marker }))
  })

/**
 * A noun of a deed: "Russia's airstrikes on Idlib", "airstrikes by Russia", "Russian airstrikes", "clashes between A and
 * B", "Russia launched airstrikes", where the verb only carries it, and "Idlib came under attack from Russia", where
 * the verb turns it round.
 */
export function nounFrame(grammar: Grammar, frames: Frames, lexicon: Lexicon, at: number): Frame {
  const gatherer = gathererOf(grammar, at)
  const further = gatherer === at ? [] : nominals(grammar, gatherer).filter((slot) => slot.at !== at)
  const own = [...nominals(grammar, at), ...further, ...aims(grammar, at), ...saidOf(grammar, at)]
  const owners = dependents(grammar, at, 'nmod:poss').flatMap(({ index }) => conjuncts(grammar, index))
  const isBy = nounsFrom(lexicon).has(grammar.tokens[at]!.lemma.toLowerCase()) ? /^(?:by|from)$/ : /^by$/
  const by = own.filter(({ marker }) => isBy.test(marker ?? '')).map((slot) => slot.at)
  const between = own.filter(({ marker }) => marker === 'between' || marker === 'among').map((slot) => slot.at)
  const qualifiers = dependents(grammar, at, 'amod', 'compound', 'nmod:desc')
    .filter(({ lemma, upos }) => /^\p{Lu}/u.test(lemma) && /^(?:ADJ|PROPN)$/.test(upos))
    .flatMap(({ index }) => [index, ...dependents(grammar, index, 'conj').map((word) => word.index)])
  const carrier = carrierOf(grammar, lexicon, at)
  const frame = carrier.verb < 0 ? null : frames.frameOf(carrier.verb)
  // "intensified its bombardment": whose it is, is told by the subject
  const { head, deprel } = grammar.tokens[firstOf(grammar, at)]!
  const isOwn =
    deprel === 'obj' &&
    owners.length === 1 &&
    /^(?:its|their|his|her)$/iu.test(grammar.tokens[owners[0]!]!.text) &&
    isAspect(lexicon, grammar, head)
  const doers = isOwn ? frames.frameOf(head).agents : []
  const pair = between.length > 1 ? between : []
  const carried = frame?.obliques.filter((slot) => slot.at !== at) ?? []
  if (carrier.isConverse) {
    const from = carried.filter(({ marker }) => marker === 'from' || marker === 'by').map((slot) => slot.at)
    const agents = [owners, by, qualifiers, from].find((list) => list.length > 0) ?? []
    const undergone = [...(frame?.agents ?? []), ...(frame?.passive ? frame.objects : [])]
    return {
      agents,
      objects: undergone,
      obliques: [...own, ...carried].filter((slot) => !agents.includes(slot.at)),
      passive: false,
    }
  }
  const agents = [doers, pair, owners, by, qualifiers, frame?.agents ?? []].find((list) => list.length > 0) ?? []
  const others = own.filter((slot) => !agents.includes(slot.at))
  // "won with support from Iran", "in power because of Iran's support": the subject's
  const helped =
    agents.length > 0 && others.every(({ marker }) => !/^(?:for|to|of)$/.test(marker ?? ''))
      ? helpedBy(grammar, frames, lexicon, at)
      : []
  if (helped.length > 0)
    return {
      agents,
      objects: [],
      obliques: [...others, ...helped.map((word) => ({ at: word, marker: 'for' }))],
      passive: false,
    }
  // what stands by "intervened in Syria's war" is no part of Syria's war
  if (agents !== doers && agents !== frame?.agents) return { agents, objects: [], obliques: others, passive: false }
  return {
    agents,
    objects: [],
    obliques: [...others, ...carried.filter((slot) => !agents.includes(slot.at))],
    passive: false,
  }
}

/** Whom a noun of help is for where a clause was possible by it: its subject, or of a passive what it is done to. */
function helpedBy(grammar: Grammar, frames: Frames, lexicon: Lexicon, at: number): readonly number[] {
  const { tokens } = grammar
  const { deprel, lemma } = tokens[at]!
  if (tokens[at]!.head < 0 || !nounsFor(lexicon).has(lemma.toLowerCase())) return []
  const marker = markerOf(grammar, at)
  // the tree may take "thanks to" for thanks
  const isThanks = deprel === 'nmod' && marker === 'to' && tokens[tokens[at]!.head]!.lemma.startsWith('thank')
  const isBy = deprel === 'obl' && HELPS.test(marker ?? '')
  if (!isThanks && !isBy) return []
  const verb = isThanks ? tokens[tokens[at]!.head]!.head : tokens[at]!.head
  if (verb < 0) return []
  const { agents, objects, passive } = frames.frameOf(verb)
  // "was toppled with help from NATO" helped somebody else
  if (passive) return harmfulVerbs(lexicon).has(tokens[verb]!.lemma.toLowerCase()) ? [] : objects.slice(0, 1)
  return agents
}

const HELPS = /^(?:with|because of|thanks to|due to|without|despite|under|amid)$/

/** "Airstrikes aimed at the rebels": the phrases of a participle that tells where a deed is meant to go. */
const AIMED = /^(?:aim|direct|target|focus|level)$/
function aims(grammar: Grammar, at: number): readonly Slot[] {
  const last = firstOf(grammar, at)
  const own = dependents(grammar, at, 'acl')
  // on "troops and airstrikes aimed at Y", the tree hangs it on the first
  const shared = last === at ? [] : dependents(grammar, last, 'acl').filter(({ index }) => index > at)
  return [...own, ...shared]
    .filter(({ lemma, xpos }) => AIMED.test(lemma) && xpos === 'VBN')
    .flatMap(({ index }) => dependents(grammar, index, 'obl'))
    .flatMap(({ index }) => {
      const marker = markerOf(grammar, index)
      return conjuncts(grammar, index).map((word) => ({ at: word, marker: marker === 'at' ? 'against' : marker }))
    })
}

/** "The strikes are against Islamic State": what "be" says of a deed, where a preposition leads to it. */
function saidOf(grammar: Grammar, at: number): readonly Slot[] {
  const { deprel, head } = grammar.tokens[at]!
  if (deprel !== 'nsubj' || head < 0 || dependents(grammar, head, 'cop').length === 0) return []
  const marker = markerOf(grammar, head)
  return marker === null ? [] : conjuncts(grammar, head).map((word) => ({ at: word, marker }))
}
