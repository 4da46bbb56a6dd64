import type { Lexicon, PatternWord } from '../lexicon/index.ts'
import type { Article, Clause, Phrase, Tree, TreeToken } from '../model/index.ts'
import { conjuncts, dependents, type Grammar, gathererOf, grammarOf, markerOf, plain } from '../syntax/index.ts'
import { type Frame, type Frames, framesOf, isPredicate, type Slot } from './frames.ts'
import { isAspect, isConverse, isLight, moodOf } from './moods.ts'
import { phraseOf } from './phrases.ts'

/**
 * The deeds of a sentence with who takes part in them: verbs, what "be" says of a subject, appositions, nouns of deeds
 * that the tables know, and participles such as "US-backed". Passives are turned round.
 */
export function clausesOf(article: Article, tree: Tree, lexicon: Lexicon): readonly Clause[] {
  const grammar = grammarOf(tree)
  const frames = framesOf(grammar)
  const make = maker(article, grammar, lexicon)
  const isDeed = ({ upos, lemma }: TreeToken): boolean =>
    /^(?:NOUN|PROPN)$/.test(upos) && deedNouns(lexicon).has(lemma.toLowerCase())
  return tree.tokens.flatMap((token): readonly Clause[] => {
    const { index } = token
    if (isPredicate(grammar, token)) {
      const frame = frames.frameOf(index)
      if (token.upos === 'VERB') return [make(token, 'verb', frame)]
      // "the strikes are against Turkey" is told of the strikes
      const [subject] = dependents(grammar, index, 'nsubj')
      const isOfDeed = subject && markerOf(grammar, index) !== null && isDeed(subject)
      if (isOfDeed) return []
      const said = oneOf(grammar, token)
      const obliques = [...frame.obliques, ...related(grammar, said.index)]
      return [make(said, 'copular', { ...frame, obliques })]
    }
    const found: Clause[] = []
    const aside = besides(grammar, frames, token)
    if (aside) found.push(make(aside.said, 'apposition', aside.frame))
    const compound = compoundOf(grammar, token)
    if (compound) found.push(make(token, 'compound', compound))
    if (isDeed(token)) found.push(make(token, 'noun', nounFrame(grammar, frames, lexicon, index)))
    return found
  })
}

function maker(article: Article, grammar: Grammar, lexicon: Lexicon) {
  const { tokens } = grammar
  const phrase = (at: number): Phrase => ({ ...phraseOf(article.text, grammar, at), marker: null })
  const led = ({ at, marker }: Slot): Phrase => ({ ...phraseOf(article.text, grammar, at), marker })
  const inOrder = (a: Slot, b: Slot) => a.at - b.at
  return ({ index, text, start, end, lemma }: TreeToken, shape: Clause['shape'], frame: Frame): Clause => ({
    sentence: grammar.sentence,
    shape,
    predicate: { text, start, end, lemma: lemma.toLowerCase(), index },
    subject: unique(frame.agents)
      .filter((at) => isArgument(tokens[at]!))
      .map(phrase),
    objects: unique(frame.objects)
      .filter((at) => isArgument(tokens[at]!))
      .map(phrase),
    obliques: frame.obliques
      .toSorted(inOrder)
      .filter(({ at }) => isArgument(tokens[at]!))
      .map(led),
    passive: frame.passive,
    ...moodOf(lexicon, grammar, index),
    confidence: shape === 'verb' ? 0.6 : 0.5,
  })
}

const unique = (list: readonly number[]): readonly number[] => [...new Set(list)]

/** Whether a word can be the head of a phrase. */
const isArgument = ({ upos }: TreeToken): boolean => /^(?:NOUN|PROPN|PRON|NUM|ADJ|DET|SYM|X|VERB|ADV)$/.test(upos)

/** "is one of Syria's allies": what is said is "allies". */
function oneOf(grammar: Grammar, token: TreeToken): TreeToken {
  if (!/^(?:one|two|three|some|many|most|among|part)$/.test(token.lemma)) return token
  const [of] = dependents(grammar, token.index, 'nmod').filter(
    ({ index, upos }) => upos === 'NOUN' && markerOf(grammar, index) === 'of',
  )
  return of ?? token
}

/** What is set beside a name: "Hezbollah, an ally of Iran", "Iran's ally, Hezbollah", "Iran's ally Hezbollah". */
function besides(
  grammar: Grammar,
  frames: Frames,
  token: TreeToken,
): { readonly said: TreeToken; readonly frame: Frame } | null {
  const { tokens } = grammar
  const { index, head, deprel, upos } = token
  const other = tokens[head]
  if (!other) return null
  const say = (said: TreeToken, of: readonly number[]) => {
    return { said, frame: { agents: of, objects: [], obliques: related(grammar, said.index), passive: false } }
  }
  if (deprel === 'nmod:desc' && upos === 'NOUN' && other.upos === 'PROPN') {
    const { said, frame } = say(token, conjuncts(grammar, head))
    // "Russia supports its ally Assad", "Russia supports longtime ally Assad": the subject's
    const isOpen = frame.obliques.length === 0 && /^(?:obj|iobj|obl)$/.test(other.deprel)
    const owners = isOpen ? frames.subjectOf(other.head).map((at) => ({ at, marker: 'of' })) : []
    return { said, frame: { ...frame, obliques: [...frame.obliques, ...owners] } }
  }
  // "groups opposed to Assad"
  if (deprel === 'acl' && upos === 'ADJ') {
    return {
      said: token,
      frame: { agents: [head], objects: [], obliques: frames.frameOf(index).obliques, passive: false },
    }
  }
  if (plain(deprel) !== 'appos') return null
  if (upos === 'PROPN' && other.upos === 'NOUN') return say(other, conjuncts(grammar, index))
  // "Turkey and Russia, allies in Syria": of all that stand before it
  const before = conjuncts(grammar, first(grammar, head)).filter((at) => at < index)
  return say(token, token.xpos === 'NNS' && before.length > 1 ? before : [head])
}

/** To whom a noun relates: "an ally of Iran", "Iran's ally", "the Iranian ally". */
function related(grammar: Grammar, at: number): readonly Slot[] {
  const owners = dependents(grammar, at, 'nmod:poss', 'compound', 'amod').filter(
    ({ deprel, upos, text }) => deprel === 'nmod:poss' || (upos !== 'NOUN' && /^\p{Lu}/u.test(text)),
  )
  const of = owners.flatMap(({ index }) => conjuncts(grammar, index)).map((word) => ({ at: word, marker: 'of' }))
  return [...of, ...nominals(grammar, at)]
}

/** The phrases with a preposition on a noun. */
const nominals = (grammar: Grammar, at: number): readonly Slot[] =>
  dependents(grammar, at, 'nmod').flatMap(({ index }) => {
    const marker = markerOf(grammar, index)
    return conjuncts(grammar, index).map((word) => ({ at: word, marker }))
  })

/** "US-backed rebels": a participle with who does it before its hyphen, and to whom behind. */
function compoundOf(grammar: Grammar, { index, deprel, head, upos }: TreeToken): Frame | null {
  const { tokens } = grammar
  const before = tokens[index - 2]
  if (deprel !== 'amod' || !/^(?:VERB|ADJ)$/.test(upos) || tokens[index - 1]?.text !== '-' || !before) return null
  const agents = before.head === index ? [before.index] : []
  return agents.length > 0 ? { agents, objects: [head], obliques: [], passive: true } : null
}

/**
 * A noun of a deed: "Russia's airstrikes on Idlib", "airstrikes by Russia", "Russian airstrikes", "clashes between A and
 * B", "Russia launched airstrikes", where the verb only carries it, and "Idlib came under attack from Russia", where
 * the verb turns it round.
 */
function nounFrame(grammar: Grammar, frames: Frames, lexicon: Lexicon, at: number): Frame {
  const gatherer = gathererOf(grammar, at)
  const further = gatherer === at ? [] : nominals(grammar, gatherer).filter((slot) => slot.at !== at)
  const own = [...nominals(grammar, at), ...further, ...aims(grammar, at), ...saidOf(grammar, at)]
  const owners = dependents(grammar, at, 'nmod:poss').flatMap(({ index }) => conjuncts(grammar, index))
  const isBy = givenBy(lexicon).has(grammar.tokens[at]!.lemma.toLowerCase()) ? /^(?:by|from)$/ : /^by$/
  const by = own.filter(({ marker }) => isBy.test(marker ?? '')).map((slot) => slot.at)
  const between = own.filter(({ marker }) => marker === 'between' || marker === 'among').map((slot) => slot.at)
  const qualifiers = dependents(grammar, at, 'amod', 'compound', 'nmod:desc')
    .filter(({ text, upos }) => /^\p{Lu}/u.test(text) && /^(?:ADJ|PROPN)$/.test(upos))
    .flatMap(({ index }) => [index, ...dependents(grammar, index, 'conj').map((word) => word.index)])
  const carrier = carrierOf(grammar, lexicon, at)
  const frame = carrier.verb < 0 ? null : frames.frameOf(carrier.verb)
  // "intensified its bombardment": whose it is, is told by the subject
  const { head, deprel } = grammar.tokens[first(grammar, at)]!
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
  if (helped.length > 0) return { agents, objects: helped, obliques: others, passive: false }
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
  const { deprel, head, lemma } = grammar.tokens[at]!
  const marker = markerOf(grammar, at)
  if (deprel !== 'obl' || head < 0 || !benefits(lexicon).has(lemma.toLowerCase())) return []
  if (!/^(?:with|because of|thanks to|due to|without|despite|under|amid)$/.test(marker ?? '')) return []
  const { agents, objects, passive } = frames.frameOf(head)
  return passive ? objects.slice(0, 1) : agents
}

const benefited = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Nouns of deeds that are for somebody: "support for Y", "aid to Y". */
function benefits(lexicon: Lexicon): ReadonlySet<string> {
  const known = benefited.get(lexicon)
  if (known) return known
  const isFor = (word: PatternWord): boolean => 'words' in word && word.words.includes('for')
  const found = new Set(
    lexicon.rows.flatMap(({ patterns }) =>
      patterns.flatMap(({ shape, head, before, rest }) =>
        shape === 'noun' && before.length === 0 && rest.length === 2 && rest.some(isFor) ? head : [],
      ),
    ),
  )
  benefited.set(lexicon, found)
  return found
}

/** "Airstrikes aimed at the rebels": the phrases of a participle that tells where a deed is meant to go. */
const AIMED = /^(?:aim|direct|target|focus|level)$/
function aims(grammar: Grammar, at: number): readonly Slot[] {
  const last = first(grammar, at)
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

interface Carrier {
  /** -1 for none. */
  readonly verb: number
  /** Whether its subject is whom the deed befalls. */
  readonly isConverse: boolean
}

const NO_CARRIER: Carrier = { verb: -1, isConverse: false }

/** The verb whose subject does what a noun tells, or undergoes it: "launched airstrikes", "responded with airstrikes", "faced airstrikes". */
function carrierOf(grammar: Grammar, lexicon: Lexicon, at: number): Carrier {
  const noun = first(grammar, gathererOf(grammar, at))
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

/** The first of the nouns that a noun is joined to. */
function first({ tokens }: Grammar, at: number): number {
  let up = at
  while (tokens[up]!.deprel === 'conj' && tokens[up]!.head >= 0) up = tokens[up]!.head
  return up
}

const given = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Nouns of deeds that come "from" who does them: "support from Iran"; not those that lead away from somewhere. */
function givenBy(lexicon: Lexicon): ReadonlySet<string> {
  const known = given.get(lexicon)
  if (known) return known
  const patterns = lexicon.rows.flatMap((row) => row.patterns).filter(({ shape }) => shape === 'noun')
  const away = new Set(patterns.filter(({ rest }) => rest.some(isFrom)).flatMap(({ head }) => head))
  const found = new Set(patterns.flatMap(({ head }) => head).filter((word) => !away.has(word)))
  given.set(lexicon, found)
  return found
}

const isFrom = (word: PatternWord): boolean => 'words' in word && word.words.includes('from')

const nouns = new WeakMap<Lexicon, ReadonlySet<string>>()

/** The nouns of the tables that name deeds. */
function deedNouns(lexicon: Lexicon): ReadonlySet<string> {
  const known = nouns.get(lexicon)
  if (known) return known
  const found = new Set(
    lexicon.rows.flatMap(({ patterns }) => patterns.flatMap(({ shape, head }) => (shape === 'noun' ? head : []))),
  )
  nouns.set(lexicon, found)
  return found
}
