import type { TreeToken } from '../model/index.ts'
import { conjuncts, dependents, type Grammar, markerOf, plain } from '../syntax/index.ts'

/** A phrase of a deed by its head word, and what leads to it. */
export interface Slot {
  readonly at: number
  readonly marker: string | null
}

/** Who takes part in a deed, as the grammar has it: passives turned round, subjects that are only understood put in. */
export interface Frame {
  readonly agents: readonly number[]
  readonly objects: readonly number[]
  readonly obliques: readonly Slot[]
  readonly passive: boolean
}

/** Verbs whose subject, not whose object, is to do what follows: "Russia promised Syria to help". */
const SUBJECT_CONTROL = /^(?:promise|vow|threaten|swear|pledge|use|cost|guarantee|commit)$/
/** Verbs whose phrase with a preposition is to do what follows: "called on Turkey to leave". */
const OBLIQUE_CONTROL: Readonly<Record<string, RegExp>> = {
  call: /^(?:on|upon|for)$/,
  appeal: /^to$/,
  plead: /^with$/,
  rely: /^(?:on|upon)$/,
  count: /^(?:on|upon)$/,
  prevail: /^(?:on|upon)$/,
  press: /^for$/,
  push: /^for$/,
  wait: /^for$/,
  ask: /^for$/,
  arrange: /^for$/,
  shout: /^at$/,
  signal: /^to$/,
}
/** What leads from an object to its deed: "accused Russia of bombing", "kept Turkey from leaving". */
const OBJECT_MARKS = /^(?:of|from|into|against|for|with|over|as)$/

/** Verbs whose object is seen or left doing something. */
const PERCEIVES = /^(?:see|hear|watch|catch|find|spot|keep|leave|get|have|send|show|picture|film|photograph|want)$/
/** "Sent troops to invade": what is sent and nobody else's does what the sender does. */
const SENDS = /^(?:send|deploy|dispatch|order|use|mobilize|mobilise)$/
const FORCES =
  /^(?:troop|soldier|force|jet|warplane|plane|tank|warship|ship|missile|drone|police|army|unit|helicopter|bomber|gunship)s?$/
/** Nouns for what is said to somebody who is to act on it. */
const MESSAGE = /^(?:message|letter|signal|call|appeal|warning|order|note|instruction|ultimatum|request|word)$/
/** What somebody says, writes or sends, so that what it does is theirs. */
const OWNED =
  /^(?:airstrike|strike|attack|raid|offensive|operation|campaign|assault|bombardment|protest|rally|statement|report|letter|resolution|bill|law|lawsuit|suit|petition|communiqu[eé]|declaration|speech|video|message|tweet|post|ruling|decree|motion|memo|memorandum|note|article|editorial|complaint|indictment|appeal|press|release|document|paper|brief|filing|email|e-mail|address|measure|amendment|verdict|decision|order|agreement|pact|deal|treaty)$/
/** Nouns for what others are asked or told to do. */
const ASKS = /^(?:call|demand|request|appeal|pressure|invitation|order|ultimatum|instruction|plea|pressure)$/

/** Whether a word is the predicate of a clause: a verb, or what a form of "be" says of its subject. */
export const isPredicate = (grammar: Grammar, { index, upos, deprel }: TreeToken): boolean =>
  (upos === 'VERB' && !/^(?:case|mark|fixed|compound|amod|aux|cop|cc|advmod|flat)(?::|$)/.test(deprel)) ||
  (upos === 'AUX' && /^(?:root|ccomp|advcl|acl|parataxis|conj|xcomp)/.test(deprel)) ||
  dependents(grammar, index, 'cop').length > 0

/** Frames of predicates, each made once. */
export interface Frames {
  readonly frameOf: (at: number) => Frame
  /** The subject as it stands, or as it is understood: "to leave" has that of "Turkey wants". */
  readonly subjectOf: (at: number) => readonly number[]
}

export function framesOf(grammar: Grammar): Frames {
  const { tokens, children } = grammar
  const subjects = new Map<number, readonly number[]>()
  const frames = new Map<number, Frame>()

  function subjectOf(at: number): readonly number[] {
    const known = subjects.get(at)
    if (known) return known
    subjects.set(at, [])
    const own = dependents(grammar, at, 'nsubj', 'nsubj:pass', 'nsubj:outer')
    const found = own.length > 0 ? own.flatMap(({ index }) => named(index)) : hasSubject(at) ? [] : understood(at)
    subjects.set(at, found)
    return found
  }

  /** Subjects that are no phrase: "that he left is true", "there is". */
  const hasSubject = (at: number): boolean => children[at]!.some(({ deprel }) => /^(?:csubj|expl)/.test(deprel))

  /** The words that a subject names: all that are joined; for a relative pronoun, what it stands for. */
  function named(at: number): readonly number[] {
    const token = tokens[at]!
    if (!/^W(?:P|DT)$/.test(token.xpos)) return conjuncts(grammar, at)
    const meant = meantBy(at)
    if (meant >= 0) return conjuncts(grammar, meant)
    const antecedent = antecedentOf(at)
    return [antecedent < 0 ? at : antecedent]
  }

  /** "What it called terrorists", "what it said were bases": the noun that a "what" stands for by somebody's words; -1 for none. */
  function meantBy(at: number): number {
    const [relative] = dependents(grammar, at, 'acl:relcl')
    if (!relative) return -1
    const isNoun = ({ upos }: TreeToken): boolean => upos === 'NOUN' || upos === 'PROPN'
    const [said] = dependents(grammar, relative.index, 'ccomp').filter(
      (one) => isNoun(one) && dependents(grammar, one.index, 'cop').length > 0,
    )
    const [called] = dependents(grammar, relative.index, 'xcomp', 'obj', 'obl').filter(isNoun)
    const isNaming = /^(?:call|describe|term|consider|see|regard|label|brand|deem|dub|denounce)$/.test(relative.lemma)
    return said?.index ?? (isNaming ? called?.index : undefined) ?? -1
  }

  /** The noun that the relative clause of a pronoun hangs on; -1 where there is none. */
  function antecedentOf(at: number): number {
    for (let up = at; up >= 0; up = tokens[up]!.head) {
      if (/^(?:acl|advcl):relcl$/.test(tokens[up]!.deprel)) return tokens[up]!.head
      if (/^(?:ccomp|root)$/.test(tokens[up]!.deprel)) return -1
    }
    return -1
  }

  function understood(at: number): readonly number[] {
    const { deprel, head, xpos, text } = tokens[at]!
    if (head < 0) return []
    const governor = tokens[head]!
    const marks = dependents(grammar, at, 'mark').map(({ text }) => text.toLowerCase())
    switch (plain(deprel)) {
      case 'conj':
        return isPredicate(grammar, governor) ? subjectOf(head) : []
      case 'xcomp':
        return controllers(head, governor)
      case 'ccomp':
        // “Attack Iran,” she said: an order to somebody
        return marks.includes('that') || xpos === 'VBD' || (xpos === 'VB' && marks.length === 0)
          ? []
          : marks.includes('to')
            ? controllers(head, governor)
            : subjectOf(head)
      case 'advcl': {
        const objects = objectsOf(head)
        const isOfObject = marks.some((mark) => OBJECT_MARKS.test(mark)) && (xpos === 'VBG' || text.endsWith('ing'))
        if (isOfObject && objects.length > 0) return objects
        // "saw the West dealing with him"
        if (xpos === 'VBG' && marks.length === 0 && objects.length > 0 && PERCEIVES.test(governor.lemma)) return objects
        if (marks.includes('to')) return controllers(head, governor, true)
        // "was bombed by Russia, killing 12": who did the one did the other
        const agents = dependents(grammar, head, 'obl:agent')
        return agents.length > 0 && marks.length === 0 ? agents.flatMap(({ index }) => named(index)) : subjectOf(head)
      }
      case 'acl':
        if (deprel === 'acl:relcl') return []
        if (xpos === 'VBG' || xpos === 'VBN') {
          const isOwn = marks.length === 0
          // "issued a statement condemning Turkey": who issued it condemns
          const authors = isOwn && xpos === 'VBG' && OWNED.test(governor.lemma) ? ownerOf(head) : []
          if (authors.length > 0) return authors
          return isOwn ? conjuncts(grammar, head).slice(0, 1) : ownerOf(head)
        }
        return marks.includes('to') ? ownerOf(head) : []
      default:
        return []
    }
  }

  const objectsOf = (at: number): readonly number[] =>
    dependents(grammar, at, 'obj', 'iobj').flatMap(({ index }) => named(index))

  /** Who is to do what an infinitive says; a purpose ("used gas to kill") is the subject's. */
  function controllers(at: number, { lemma }: TreeToken, isAdverbial = false): readonly number[] {
    // "sent a message to Turkey to leave"
    const isTold = dependents(grammar, at, 'obj').some((object) => MESSAGE.test(object.lemma))
    const led = isTold ? /^(?:to|on|for)$/ : OBLIQUE_CONTROL[lemma]
    const oblique = led
      ? dependents(grammar, at, 'obl').filter(({ index }) => led.test(markerOf(grammar, index) ?? ''))
      : []
    if (oblique.length > 0) return oblique.flatMap(({ index }) => named(index))
    const isSent =
      SENDS.test(lemma) && dependents(grammar, at, 'obj').some((one) => FORCES.test(one.lemma) && !isOwned(one.index))
    const objects = isSent || (isAdverbial && !REQUESTS.test(lemma)) ? [] : objectsOf(at)
    return objects.length > 0 && !SUBJECT_CONTROL.test(lemma) ? objects : subjectOf(at)
  }

  /** Whether a noun says whose it is: "French troops". */
  const isOwned = (noun: number): boolean =>
    dependents(grammar, noun, 'nmod:poss', 'amod', 'compound').some(
      ({ deprel, text }) => deprel === 'nmod:poss' || /^\p{Lu}/u.test(text),
    )

  /** Whose plan, decision or attempt a noun is: its possessor, else the subject of the verb that it is the object of. */
  function ownerOf(noun: number): readonly number[] {
    const owner = dependents(grammar, noun, 'nmod:poss', 'compound', 'amod').filter(
      ({ deprel, upos, text }) => deprel === 'nmod:poss' || (upos !== 'NOUN' && /^\p{Lu}/u.test(text)),
    )
    const { head, deprel, lemma } = tokens[noun]!
    // what is asked for is for others to do: "US calls on Turkey to leave"
    if (ASKS.test(lemma)) {
      const asked = dependents(grammar, noun, 'nmod').filter(({ index }) =>
        /^(?:on|to|for|upon|from)$/.test(markerOf(grammar, index) ?? ''),
      )
      return asked.flatMap(({ index }) => named(index))
    }
    if (owner.length > 0) return owner.flatMap(({ index }) => named(index))
    if (/^(?:obj|obl|xcomp)$/.test(deprel) && head >= 0) return subjectOf(head)
    const by = dependents(grammar, noun, 'nmod').filter(({ index }) =>
      /^(?:by|of)$/.test(markerOf(grammar, index) ?? ''),
    )
    return by.flatMap(({ index }) => named(index))
  }

  function frameOf(at: number): Frame {
    const known = frames.get(at) ?? framed(at)
    frames.set(at, known)
    return known
  }

  function framed(at: number): Frame {
    const { xpos, deprel, head } = tokens[at]!
    const kids = children[at]!
    const isReduced =
      plain(deprel) === 'acl' &&
      deprel !== 'acl:relcl' &&
      xpos === 'VBN' &&
      !kids.some(({ deprel }) => deprel === 'obj')
    const inherits =
      deprel === 'conj' && xpos === 'VBN' && !kids.some(({ deprel }) => /^(?:aux|nsubj|obj)/.test(deprel))
    const passive =
      kids.some(({ deprel }) => deprel === 'nsubj:pass' || deprel === 'aux:pass') ||
      isReduced ||
      (inherits && head >= 0 && frameOf(head).passive)
    const surface = subjectOf(at)
    const direct = dependents(grammar, at, 'obj').flatMap(({ index }) => named(index))
    const indirect = dependents(grammar, at, 'iobj').flatMap(({ index }) => named(index))
    // a lone indirect object is the object
    const given = direct.length > 0 ? indirect : []
    const objects = direct.length > 0 ? direct : indirect
    const doers = dependents(grammar, at, 'obl:agent')
    // the tree may take "by Germany" for any other phrase
    const others = dependents(grammar, at, 'obl').filter(
      ({ index, upos, text }) => upos === 'PROPN' && markerOf(grammar, index) === 'by' && !DATES.test(text),
    )
    const agents = (doers.length > 0 || !passive ? doers : others).flatMap(({ index }) => named(index))
    const obliques = kids.flatMap(({ index, deprel }): readonly Slot[] => {
      if (deprel !== 'obl' && deprel !== 'obl:unmarked' && !(deprel === 'obl:agent' && !passive)) return []
      const marker = markerOf(grammar, index)
      return named(index).map((word) => ({ at: word, marker }))
    })
    const later = objects.length === 0 && !passive ? laterObjects(at) : []
    const shared =
      deprel === 'conj' && head >= 0 && isPredicate(grammar, tokens[head]!) && objects.length === 0
        ? sharedObjects(head, at)
        : []
    return {
      passive,
      agents: passive ? agents : surface,
      objects: passive ? [...surface, ...objects] : [...objects, ...shared, ...later, ...relativeObject(at, surface)],
      obliques: [...obliques, ...given.map((word) => ({ at: word, marker: 'to' }))],
    }
  }

  /** "bombed and shelled Idlib": an object after the last of several verbs, or after the first, is of both. */
  function sharedObjects(first: number, second: number): readonly number[] {
    const objects = dependents(grammar, first, 'obj').filter(({ index }) => index > second)
    return objects.flatMap(({ index }) => named(index))
  }

  /** "shelled and captured Mariupol": the object of the last of several verbs that stand side by side. */
  function laterObjects(at: number): readonly number[] {
    const joined = dependents(grammar, at, 'conj').filter(({ upos }) => upos === 'VERB')
    const last = joined.at(-1)
    if (!last || children[last.index]!.some(({ deprel }) => /^(?:nsubj|aux|mark)/.test(deprel))) return []
    const between = tokens.slice(at + 1, last.index)
    if (!between.every(({ upos }) => /^(?:CCONJ|ADV|PUNCT|VERB)$/.test(upos))) return []
    return dependents(grammar, last.index, 'obj').flatMap(({ index }) => named(index))
  }

  /** The object that a relative clause leaves out: "the rebels Russia bombed". */
  function relativeObject(at: number, surface: readonly number[]): readonly number[] {
    const { deprel, head } = tokens[at]!
    const isFull = children[at]!.some(
      ({ xpos, deprel }) => xpos.startsWith('W') || /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(deprel),
    )
    return deprel !== 'acl:relcl' || isFull || surface.length === 0 ? [] : [head]
  }

  return { frameOf, subjectOf }
}

const DATES = /(?:day|uary|March|April|May|June|July|August|ember|October)$/

/** Verbs that send their object to do something, though the parser may take the infinitive for a purpose. */
const REQUESTS =
  /^(?:ask|urge|tell|order|want|allow|permit|force|press|pressure|push|call|invite|help|encourage|persuade|convince|warn|expect|require|authorize|authorise|command|direct|instruct|compel|lead|cause|enable|get|beg|advise|appoint|send|challenge)$/
