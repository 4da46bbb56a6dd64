import type { Lexicon } from '../lexicon/index.ts'
import type { Article, Clause, Phrase, Tree, TreeToken } from '../model/index.ts'
import { conjuncts, dependents, type Grammar, grammarOf, markerOf, plain } from '../syntax/index.ts'
import { type Frame, type Frames, framesOf, isPredicate, type Slot } from './frames.ts'
import { moodOf } from './moods.ts'
import { nominals, nounFrame } from './nouns.ts'
import { firstOf, phraseOf } from './phrases.ts'
import { deedNouns } from './words.ts'

/**
 * The deeds of a sentence with who takes part in them: verbs, what "be" says of a subject, appositions, nouns of deeds
 * that the tables know, and participles such as "US-backed". Passives are turned round.
 */
export function clausesOf(article: Article, tree: Tree, lexicon: Lexicon): readonly Clause[] {
  const grammar = grammarOf(tree)
  const frames = framesOf(grammar)
  const make = maker(article, grammar, lexicon)
  const isDeed = ({ index, upos, lemma }: TreeToken): boolean =>
    (upos === 'NOUN' || (upos === 'PROPN' && !isInName(grammar, index))) && deedNouns(lexicon).has(lemma.toLowerCase())
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
      const copular = make(said, 'copular', { ...frame, obliques })
      // "is under attack"
      if (markerOf(grammar, index) === null || !isDeed(token)) return [copular]
      return [copular, make(token, 'noun', nounFrame(grammar, frames, lexicon, index))]
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

/** "Islamic State", "New York Stock Exchange": a name's own words, not a deed's; a headline has capitals for all. */
function isInName({ tokens, children }: Grammar, at: number): boolean {
  const { head, deprel } = tokens[at]!
  if (/^(?:compound|flat)$/.test(deprel) && tokens[head]?.upos === 'PROPN') return true
  return children[at]!.some(({ upos, deprel: own }) => upos === 'PROPN' && /^(?:compound|flat|amod)$/.test(own))
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
  const before = conjuncts(grammar, firstOf(grammar, head)).filter((at) => at < index)
  // "Turkey, Russia and Iran, an ally": of the last alone
  const nearest = before.length > 1 ? before.slice(-1) : [head]
  return say(token, token.xpos === 'NNS' && before.length > 1 ? before : nearest)
}

/** To whom a noun relates: "an ally of Iran", "Iran's ally", "the Iranian ally". */
function related(grammar: Grammar, at: number): readonly Slot[] {
  const owners = dependents(grammar, at, 'nmod:poss', 'compound', 'amod').filter(
    ({ deprel, upos, text }) => deprel === 'nmod:poss' || (upos !== 'NOUN' && /^\p{Lu}/u.test(text)),
  )
  const of = owners.flatMap(({ index }) => conjuncts(grammar, index)).map((word) => ({ at: word, marker: 'of' }))
  return [...of, ...nominals(grammar, at)]
}

/** "US-backed rebels": a participle with who does it before its hyphen, and to whom behind. */
function compoundOf(grammar: Grammar, { index, deprel, head, upos }: TreeToken): Frame | null {
  const { tokens } = grammar
  const before = tokens[index - 2]
  if (deprel !== 'amod' || !/^(?:VERB|ADJ)$/.test(upos) || tokens[index - 1]?.text !== '-' || !before) return null
  const agents = before.head === index ? [before.index] : []
  return agents.length > 0 ? { agents, objects: [head], obliques: [], passive: true } : null
}
