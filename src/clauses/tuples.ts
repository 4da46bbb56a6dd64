import type { Clause, Tree } from '../model/index.ts'
import { conjuncts, dependents, extent, type Grammar, grammarOf, plain } from '../syntax/index.ts'
import { nounPhrase } from './phrases.ts'

/** How much of an argument is shown: its noun phrase with what hangs on it by "of", or all that hangs on it. */
export const LENGTHS = ['short', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** An open tuple: words of the sentence as they stand there, parted by one space where they stand apart. */
export interface Tuple {
  readonly subject: string
  readonly predicate: string
  readonly arguments: readonly string[]
}

interface Argument {
  readonly at: number
  /** The words that lead to it. */
  readonly from: readonly number[]
  readonly isObject: boolean
}

/** What belongs to a verb's own words. */
const OWN = /^(?:aux|aux:pass|cop|compound:prt|expl)$/
const NEVER = /^(?:not|never|n't|n’t)$/iu
const ARGUMENT = /^(?:obj|iobj|xcomp|ccomp|obl|obl:unmarked|obl:agent)$/

/**
 * A clause as open tuples. Short: one for each subject and argument, where the predicate takes up the object and the
 * preposition before it ("handed the keys to" | "Poland"), and a verb all that govern it ("wants to leave" | "Syria").
 * Long: one for each subject, with all its arguments whole.
 */
export function tuplesOf(tree: Tree, clause: Clause, length: Length): readonly Tuple[] {
  if (clause.shape !== 'verb' && clause.shape !== 'copular') return []
  const grammar = grammarOf(tree)
  const index = new Map(tree.tokens.map((token) => [token.start, token.index]))
  // the subject of a passive is the object of its deed
  const { passive, objects, predicate } = clause
  const phrases = passive
    ? objects.filter(({ start }) => start < predicate.start || objects.length === 1)
    : clause.subject
  const subjects = phrases.map(({ head }) => index.get(head)!)
  const args = argumentsOf(grammar, clause)
  const own = governedPredicate(grammar, predicate.index, clause.shape)
  const write = (words: readonly number[]): string => written(grammar, words)
  if (args.length === 0) return []
  if (length === 'long') {
    const list = args.map(({ at, from }, number) => write([...(number === 0 ? [] : from), ...wholeOf(grammar, at)]))
    const words = write([...own, ...(args[0]?.from ?? [])])
    return subjects.map((subject) => ({ subject: write(shortOf(grammar, subject)), predicate: words, arguments: list }))
  }
  const object = args.find(({ isObject }) => isObject)
  const apart = [...args, ...(object ? nominals(grammar, object.at) : [])].flatMap((arg) =>
    conjuncts(grammar, arg.at).map((at) => ({ ...arg, at })),
  )
  return subjects.flatMap((subject) =>
    apart.map((arg) => {
      const isFurther = object !== undefined && !arg.isObject
      const words = [...own, ...(isFurther ? bareOf(grammar, object.at) : []), ...arg.from]
      return {
        subject: write(shortOf(grammar, subject)),
        predicate: write(words),
        arguments: [write(shortOf(grammar, arg.at))],
      }
    }),
  )
}

/** Objects, complements and phrases with a preposition, in order of the text. */
function argumentsOf(grammar: Grammar, { predicate, shape }: Clause): readonly Argument[] {
  const at = predicate.index
  const said: readonly Argument[] = shape === 'verb' ? [] : [{ at, from: leading(grammar, at), isObject: true }]
  const kids = grammar.children[at]!.flatMap(({ index, deprel, upos, xpos }): readonly Argument[] => {
    const from = leading(grammar, index)
    // "wants to leave Syria" is told where "leave" is
    if (deprel === 'xcomp' && upos === 'VERB') return []
    const isPhrase = deprel === 'advmod' && grammar.children[index]!.length > 0
    const isGerund = deprel === 'advcl' && xpos === 'VBG' && from.length > 0
    return ARGUMENT.test(deprel) || isPhrase || isGerund ? [{ at: index, from, isObject: deprel === 'obj' }] : []
  })
  // what opens the sentence comes after the rest: "In 1717 Lady Mary observed the practice"
  const inOrder = [...said, ...kids].sort((a, b) => a.at - b.at)
  return [
    ...inOrder.filter((arg) => arg.at >= at || arg.isObject),
    ...inOrder.filter((arg) => arg.at < at && !arg.isObject),
  ]
}

/** The phrases with a preposition on a noun. */
const nominals = (grammar: Grammar, at: number): readonly Argument[] =>
  dependents(grammar, at, 'nmod').map(({ index }) => ({ at: index, from: leading(grammar, index), isObject: false }))

/** The words that lead to a phrase or a clause: "because of", "to". */
const leading = (grammar: Grammar, at: number): readonly number[] =>
  grammar.children[at]!.filter(
    ({ deprel, index, xpos }) => index < at && /^(?:case|mark)$/.test(deprel) && xpos !== 'POS',
  ).flatMap(({ index }) => [index, ...dependents(grammar, index, 'fixed').map((word) => word.index)])

/** The words of a predicate with those of the verbs that govern it: "were said to have made". */
function governedPredicate(grammar: Grammar, at: number, shape: Clause['shape']): readonly number[] {
  const own = predicateOf(grammar, at, shape)
  const { deprel, head, upos } = grammar.tokens[at]!
  if (deprel !== 'xcomp' || upos !== 'VERB' || head < 0 || grammar.tokens[head]!.upos === 'ADJ') return own
  const objects = dependents(grammar, head, 'obj')
  if (objects.length > 0) return own
  return [...governedPredicate(grammar, head, 'verb'), ...leading(grammar, at), ...own]
}

/** The verb, its auxiliaries, particles and negation; of what "be" says, the "be". */
function predicateOf(grammar: Grammar, at: number, shape: Clause['shape']): readonly number[] {
  const own = grammar.children[at]!.filter(
    ({ index, deprel, text, xpos }) =>
      OWN.test(deprel) ||
      (deprel === 'advmod' &&
        (NEVER.test(text) || (index < at && xpos.startsWith('RB') && isNear(grammar, index, at)))),
  ).map(({ index }) => index)
  return (shape === 'verb' ? [...own, at] : own).sort((a, b) => a - b)
}

/** Whether only words of the predicate stand between an adverb and it: "are generally known". */
function isNear({ tokens, children }: Grammar, adverb: number, at: number): boolean {
  if (children[adverb]!.length > 0) return false
  return tokens.slice(adverb + 1, at).every(({ head, deprel }) => head === at && /^(?:aux|advmod|cop)/.test(deprel))
}

/** A noun phrase alone. */
function bareOf(grammar: Grammar, at: number): readonly number[] {
  const [from, to] = nounPhrase(grammar, at)
  return Array.from({ length: to - from + 1 }, (_, k) => from + k)
}

/** A noun phrase and what hangs on it by "of"; of a clause, all of it. */
function shortOf(grammar: Grammar, at: number): readonly number[] {
  const { upos, deprel } = grammar.tokens[at]!
  if (upos === 'VERB' || plain(deprel) === 'ccomp') return wholeOf(grammar, at)
  const of = nominals(grammar, at).filter(({ from }) => from.length === 1 && grammar.tokens[from[0]!]!.text === 'of')
  return [...bareOf(grammar, at), ...of.flatMap(({ at, from }) => [...from, ...shortOf(grammar, at)])]
}

/** All that hangs on a word, without what leads to it, marks at its ends, and, of what "be" says, its subject. */
function wholeOf(grammar: Grammar, at: number): readonly number[] {
  const { tokens, children } = grammar
  const isSaid = dependents(grammar, at, 'cop').length > 0 && plain(tokens[at]!.deprel) !== 'ccomp'
  const skip = new Set<number>(leading(grammar, at))
  for (const { index, deprel } of children[at]!) {
    const isOff = isSaid && /^(?:parataxis|cop|aux|nsubj|advcl|punct|conj|cc|advmod|mark|obl)/.test(deprel)
    if (!isOff && !(deprel === 'cc' && index < at)) continue
    const [from, to] = extent(grammar, index)
    for (let word = from; word <= to; word++) skip.add(word)
  }
  const [from, to] = extent(grammar, at)
  const words: number[] = []
  for (let word = from; word <= to; word++) if (!skip.has(word)) words.push(word)
  const isMark = (word: number | undefined): boolean => word !== undefined && /^[,;:.–—-]$/u.test(tokens[word]!.text)
  while (isMark(words[0])) words.shift()
  while (isMark(words.at(-1))) words.pop()
  return words
}

/** Words as they stand: what was one between white space stays one. */
function written({ tokens }: Grammar, words: readonly number[]): string {
  let text = ''
  for (const [number, word] of words.entries()) {
    const before = words[number - 1]
    const isJoined = before === word - 1 && tokens[before]!.end === tokens[word]!.start
    text += `${number === 0 || isJoined ? '' : ' '}${tokens[word]!.text}`
  }
  return text
}
