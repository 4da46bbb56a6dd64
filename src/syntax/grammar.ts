import type { Tree, TreeToken } from '../model/index.ts'

/** A tree with what hangs on each word at hand. Words are told by their index in the sentence. */
export interface Grammar {
  readonly sentence: number
  readonly tokens: readonly TreeToken[]
  /** The words that hang on each word, in order. */
  readonly children: readonly (readonly TreeToken[])[]
}

const made = new WeakMap<Tree, Grammar>()

/** The same tree, to be walked downwards. */
export function grammarOf(tree: Tree): Grammar {
  const known = made.get(tree)
  if (known) return known
  const children: TreeToken[][] = tree.tokens.map(() => [])
  for (const token of tree.tokens) if (token.head >= 0) children[token.head]!.push(token)
  const grammar = { sentence: tree.sentence, tokens: tree.tokens, children }
  made.set(tree, grammar)
  return grammar
}

/** A relation without its subtype: "nsubj" of "nsubj:pass". */
export const plain = (deprel: string): string => {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** The words that hang on a word by one of some relations. */
export const dependents = ({ children }: Grammar, at: number, ...relations: readonly string[]): readonly TreeToken[] =>
  children[at]!.filter(({ deprel }) => relations.includes(deprel))

/** A word and those joined to it by "and" and the like: "Russia, Syria and Iran". */
export function conjuncts(grammar: Grammar, at: number): readonly number[] {
  const joined = dependents(grammar, at, 'conj').filter(({ upos }) => upos !== 'VERB' && upos !== 'AUX')
  return [at, ...joined.flatMap(({ index }) => conjuncts(grammar, index))]
}

/** The words that lead to a phrase, as one: "because of", "on behalf of" up to its noun; null where there are none. */
export function markerOf(grammar: Grammar, at: number): string | null {
  const cases = dependents(grammar, at, 'case').filter(({ index, xpos }) => index < at && xpos !== 'POS')
  if (cases.length === 0) return null
  const words = cases.flatMap(({ index }) => [index, ...dependents(grammar, index, 'fixed').map((word) => word.index)])
  return words
    .sort((a, b) => a - b)
    .map((index) => grammar.tokens[index]!.text.toLowerCase())
    .join(' ')
}

/** From the first to the last word of all that hangs on a word, both included. */
export function extent({ children }: Grammar, at: number): readonly [first: number, last: number] {
  let [first, last] = [at, at]
  const open = [at]
  while (open.length > 0) {
    for (const { index } of children[open.pop()!]!) {
      first = Math.min(first, index)
      last = Math.max(last, index)
      open.push(index)
    }
  }
  return [first, last]
}

/** Whether a word stands somewhere below another, or is the same. */
export function isBelow({ tokens }: Grammar, word: number, above: number): boolean {
  let at = word
  while (at >= 0 && at !== above) at = tokens[at]!.head
  return at === above
}
