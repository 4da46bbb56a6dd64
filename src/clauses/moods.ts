import type { Lexicon } from '../lexicon/index.ts'
import type { Clause, Modality, TreeToken } from '../model/index.ts'
import { dependents, type Grammar, gathererOf, markerOf, plain } from '../syntax/index.ts'
import { isLight } from './carriers.ts'
import { isPredicate } from './frames.ts'
import { type Meaning, MOODS, meaningsOf } from './meanings.ts'

type Mood = Pick<Clause, 'polarity' | 'modality'>

const IN_CHAIN = /^(?:aux|advmod|mark|cc:preconj|amod|det|case|discourse)/
/** Nothing is denied of what comes after "not only". */
const NOT_ALONE = /^(?:only|just|merely|simply|solely|least)$/

/**
 * Whether a deed happened, by the words that govern its predicate: its auxiliaries and adverbs, the verbs, nouns and
 * adjectives that it is the complement of ("failed to", "plan to", "threat of"), and the noun or verb that carries it.
 */
export function moodOf(lexicon: Lexicon, grammar: Grammar, at: number): Mood {
  const words = chainOf(lexicon, grammar, at)
  const found = new Set<Meaning>()
  let negations = (deniedBySubject(grammar, at) ? 1 : 0) + (isKeptFrom(grammar, at) ? 1 : 0)
  const entries = meaningsOf(lexicon)
  for (let from = 0; from < words.length; ) {
    const { lemma, form } = words[from]!
    const known = entries.get(lemma) ?? entries.get(form)
    const fitting = known?.filter(({ rest }) => rest.every((word, k) => isAs(words[from + 1 + k], word)))
    const longest = fitting?.[0]
    if (!longest || (longest.meaning === 'negation' && NOT_ALONE.test(words[from + 1]?.lemma ?? ''))) {
      from++
      continue
    }
    // "unlikely to" stands in two lists
    const meant = fitting.filter(({ rest }) => rest.length === longest.rest.length)
    for (const meaning of new Set(meant.map((entry) => entry.meaning))) {
      if (meaning === 'negation') negations++
      else found.add(meaning)
    }
    // "failed to stop": a "to" may end one phrase and none begins with it
    from += 1 + longest.rest.length
  }
  const above = inherited(lexicon, grammar, at)
  if (above !== 'actual') found.add(above)
  if (isOrder(grammar, at)) found.add('demanded')
  const isIf = isConditional(grammar, at)
  if (isIf) found.add('conditional')
  // "said it would leave" is "it will leave" in the past; "will likely leave" is still a plan
  if (!isIf && found.has('conditional') && isBackshifted(grammar, at)) replace(found, 'conditional', 'planned')
  if (found.has('possible') && found.has('planned') && hasWill(grammar, at)) found.delete('possible')
  const modality = MOODS.find((kind) => found.has(kind)) ?? 'actual'
  return { polarity: negations % 2 === 1 ? 'negated' : 'affirmed', modality }
}

function replace(found: Set<Meaning>, old: Meaning, other: Meaning): void {
  found.delete(old)
  found.add(other)
}

/** Verbs that bring about what their purpose says: "used the campaign to mock". */
const ENACTS = /^(?:use|employ|exploit|combine|join|unite|go|return|wait|continue|proceed|serve|act|move|rush)$/

/**
 * The modality that a deed has from the one above it: a purpose is a plan, or as open as what is done for it ("must go to
 * see him"); what is ended or tried is as open as the ending ("should halt its attacks", "will focus its efforts on …").
 */
function inherited(lexicon: Lexicon, grammar: Grammar, at: number): Modality {
  const { tokens } = grammar
  const { deprel, head, upos, xpos } = tokens[at]!
  if (head < 0) return 'actual'
  const governor = tokens[head]!
  const isInfinitive = xpos === 'VB' && dependents(grammar, at, 'mark').some(({ lemma }) => lemma === 'to')
  if (deprel === 'advcl' && isInfinitive && governor.upos === 'VERB') {
    const { modality } = moodOf(lexicon, grammar, head)
    return modality === 'actual' && !ENACTS.test(governor.lemma) ? 'planned' : modality
  }
  const isObject = (index: number): boolean => /^(?:obj|nsubj:pass)$/.test(tokens[index]!.deprel)
  const isNoun = upos === 'NOUN' || upos === 'PROPN'
  if (isNoun && isObject(at) && meaningsOf(lexicon).has(governor.lemma.toLowerCase()))
    return moodOf(lexicon, grammar, head).modality
  if (deprel === 'acl' && governor.upos === 'NOUN' && isObject(head) && governor.head >= 0)
    return moodOf(lexicon, grammar, governor.head).modality
  return 'actual'
}

/** Whether a verb tells of something past, without a modal verb. */
const isPast = (grammar: Grammar, at: number): boolean => {
  const { xpos, upos } = grammar.tokens[at]!
  const auxiliaries = dependents(grammar, at, 'aux')
  return upos === 'VERB' && /^VB[DN]$/.test(xpos) && !auxiliaries.some((word) => word.xpos === 'MD')
}

/** "“Leave Syria,” he said": a bare verb without anybody who does it. */
function isOrder({ tokens, children }: Grammar, at: number): boolean {
  const { xpos, upos, deprel } = tokens[at]!
  const isFree = /^(?:root|ccomp|parataxis)$/.test(deprel)
  return (
    upos === 'VERB' &&
    xpos === 'VB' &&
    isFree &&
    !children[at]!.some((kid) => /^(?:nsubj|aux|mark|csubj|expl)/.test(kid.deprel))
  )
}

/** Whether a "would" stands in what somebody said: "said on Friday that it would leave". */
function isBackshifted(grammar: Grammar, at: number): boolean {
  const { tokens } = grammar
  let up = at
  while (/^(?:xcomp|conj)$/.test(tokens[up]!.deprel) && tokens[up]!.head >= 0) up = tokens[up]!.head
  const { deprel, head } = tokens[up]!
  return deprel === 'ccomp' && head >= 0 && /^VB[DNG]$/.test(tokens[head]!.xpos)
}

const hasWill = (grammar: Grammar, at: number): boolean =>
  dependents(grammar, at, 'aux').some(
    ({ lemma, text }) => /^(?:will|shall|'ll|’ll)$/i.test(lemma) && !/would/i.test(text),
  )

/** A word that governs a predicate, in its dictionary form and as it stands ("no longer", "going to"). */
interface Word {
  readonly lemma: string
  readonly form: string
}

/** The words that govern a predicate, and its own, in order; "be" is left out, as in the tables. */
function chainOf(lexicon: Lexicon, grammar: Grammar, at: number): readonly Word[] {
  const indices = new Set<number>()
  gather(lexicon, grammar, at, indices)
  return (
    [...indices]
      .sort((a, b) => a - b)
      .map((index) => grammar.tokens[index]!)
      .filter(({ lemma }) => lemma !== 'be')
      // the deed says nothing of itself: "stopped" is no stop to a stop
      .map((token) => (token.index === at ? SILENT : wordOf(token)))
  )
}

const SILENT: Word = { lemma: '', form: '' }

const wordOf = ({ lemma, text }: TreeToken): Word => {
  const [word, form] = [lemma.toLowerCase(), text.toLowerCase()]
  return { lemma: word === "n't" || word === 'n’t' ? 'not' : word === '' ? form : word, form }
}

const isAs = (word: Word | undefined, wanted: string): boolean =>
  word !== undefined && (word.lemma === wanted || word.form === wanted)

function gather(lexicon: Lexicon, grammar: Grammar, at: number, into: Set<number>): void {
  const { tokens, children } = grammar
  const { deprel, head, upos } = tokens[at]!
  into.add(at)
  for (const { index, deprel: own } of children[at]!) {
    if (!IN_CHAIN.test(own) || (own === 'case' && upos === 'VERB')) continue
    into.add(index)
    // "no longer"
    for (const inner of dependents(grammar, index, 'fixed', 'advmod')) into.add(inner.index)
  }
  // "by no means", "under no circumstances"
  for (const { index } of dependents(grammar, at, 'obl')) {
    if (!dependents(grammar, index, 'det').some(({ lemma }) => lemma === 'no')) continue
    for (const inner of dependents(grammar, index, 'case', 'det')) into.add(inner.index)
    into.add(index)
  }
  if (head < 0) return
  const governor = tokens[head]!
  if (deprel === 'conj') {
    // "will bomb and shell", but not "did not bomb but shelled"
    // "would leave, he said, and wanted to talk"
    const isTold = /^VB[DZ]$/.test(tokens[at]!.xpos) && /^VB[P]?$/.test(governor.xpos)
    const hasOwn = isTold || children[at]!.some(({ deprel: own }) => /^(?:aux|nsubj)/.test(own))
    const isBut = dependents(grammar, at, 'cc').some(({ lemma }) => lemma === 'but')
    if (!hasOwn && !isBut && isPredicate(grammar, governor) === isPredicate(grammar, tokens[at]!)) {
      gather(lexicon, grammar, head, into)
      into.delete(head)
    }
    return
  }
  const marks = dependents(grammar, at, 'mark').map(({ text }) => text.toLowerCase())
  const isInfinitive = marks.includes('to')
  const isNoun = upos === 'NOUN' || upos === 'PROPN'
  const relation = plain(deprel)
  const governs =
    relation === 'xcomp' ||
    (relation === 'ccomp' && (isInfinitive || marks.length === 0) && tokens[at]!.xpos !== 'VBD') ||
    (relation === 'acl' && deprel !== 'acl:relcl' && marks.length > 0) ||
    (relation === 'advcl' && isInfinitive && governor.upos === 'ADJ')
  if (governs) gather(lexicon, grammar, head, into)
  else if (isNoun && gathererOf(grammar, at) !== at) gather(lexicon, grammar, gathererOf(grammar, at), into)
  else if (isNoun && relation === 'nmod' && markerOf(grammar, at) !== null) into.add(head)
  else if (isNoun && relation === 'obl') {
    // "will not turn it into a war", "did not respond with airstrikes"; what is only the occasion stands by itself
    const lead = markerOf(grammar, at) ?? ''
    if (lead === 'into' || isLight(lexicon, grammar, head, lead)) gather(lexicon, grammar, head, into)
  } else if (isNoun && /^(?:obj|nsubj:pass)$/.test(deprel)) {
    // what carries a deed brings its own words; another verb only itself: "would condemn airstrikes", "halted airstrikes"
    if (isLight(lexicon, grammar, head)) gather(lexicon, grammar, head, into)
    else into.add(head)
  }
}

/** "No Russian jet bombed Idlib", "nobody was killed", "posed no threat". */
function deniedBySubject(grammar: Grammar, at: number): boolean {
  return dependents(grammar, at, 'nsubj', 'nsubj:pass', 'obj').some(
    ({ index, lemma }) =>
      /^(?:nobody|none|nothing|neither|no-one)$/i.test(lemma) ||
      dependents(grammar, index, 'det', 'cc:preconj').some(({ lemma: word }) => /^(?:no|neither)$/i.test(word)),
  )
}

/** "Stopped Russia from attacking", "kept the rebels from leaving". */
function isKeptFrom(grammar: Grammar, at: number): boolean {
  const { deprel, head } = grammar.tokens[at]!
  const hasFrom = dependents(grammar, at, 'mark').some(({ text }) => text.toLowerCase() === 'from')
  return deprel === 'advcl' && hasFrom && head >= 0 && dependents(grammar, head, 'obj', 'iobj', 'nsubj:pass').length > 0
}

const IF = /^(?:if|unless|provided|lest)$/

/** "If Russia attacks, NATO will help": both, and what either governs. */
function isConditional(grammar: Grammar, at: number): boolean {
  const hasIf = (index: number): boolean =>
    dependents(grammar, index, 'mark').some(({ lemma }) => IF.test(lemma.toLowerCase()))
  for (let up = at; up >= 0; ) {
    // "threatened to leave if …" has threatened all the same
    const isTold = up === at && isPast(grammar, at)
    if (hasIf(up) || (!isTold && dependents(grammar, up, 'advcl').some(({ index }) => hasIf(index)))) return true
    const { deprel, head } = grammar.tokens[up]!
    up = /^(?:xcomp|conj|advcl)$/.test(deprel) ? head : -1
  }
  return false
}
