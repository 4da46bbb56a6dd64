import type { Tree, TreeToken } from '../model/index.ts'

/** A tree with what hangs on each word at hand. Words are told by their index in the sentence. */
export interface Grammar {
  readonly sentence: number
  readonly tokens: readonly TreeToken[]
  /** The words that hang on each word, in order. */
  readonly children: readonly (readonly TreeToken[])[]
}

/** What is asked of a tree again and again, found once. */
interface Asked {
  readonly grammar: Grammar
  /** What leads to each word's phrase; undefined until it is asked for. */
  readonly markers: (string | null | undefined)[]
  /** Each word with those joined to it; undefined until it is asked for. */
  readonly joined: (readonly number[] | undefined)[]
  /** The first and last word of all that hangs on each word; null until one is asked for. */
  extents: readonly (readonly [first: number, last: number])[] | null
}

const made = new WeakMap<Tree, Grammar>()
const asked = new WeakMap<Grammar, Asked>()
/** What the last question was about: most go to the same sentence as the one before. */
let latest: Asked | null = null

function askedOf(grammar: Grammar): Asked {
  if (latest?.grammar === grammar) return latest
  const size = grammar.tokens.length
  const known = asked.get(grammar) ?? { grammar, markers: new Array(size), joined: new Array(size), extents: null }
  asked.set(grammar, known)
  latest = known
  return known
}

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

const NONE: readonly never[] = []

/** The words that hang on a word by one of some relations. */
export function dependents({ children }: Grammar, at: number, ...relations: readonly string[]): readonly TreeToken[] {
  let found: TreeToken[] | null = null
  for (const kid of children[at]!) {
    if (!relations.includes(kid.deprel)) continue
    if (found) found.push(kid)
    else found = [kid]
  }
  return found ?? NONE
}

/** A word and those joined to it by "and" and the like: "Russia, Syria and Iran". */
export function conjuncts(grammar: Grammar, at: number): readonly number[] {
  const joined = dependents(grammar, at, 'conj')
  if (joined.length === 0) return [at]
  // kept, since each word of a long list may hang on the one before
  const known = askedOf(grammar).joined
  const found = known[at]
  if (found) return found
  const names = joined.filter(({ upos }) => upos !== 'VERB' && upos !== 'AUX')
  const all = [at, ...names.flatMap(({ index }) => conjuncts(grammar, index))]
  known[at] = all
  return all
}

/** The words that lead to a phrase, as one: "because of", "on behalf of" up to its noun; null where there are none. */
export function markerOf(grammar: Grammar, at: number): string | null {
  const { markers } = askedOf(grammar)
  const known = markers[at]
  if (known !== undefined) return known
  const marker = leading(grammar, at)
  markers[at] = marker
  return marker
}

function leading(grammar: Grammar, at: number): string | null {
  const cases = dependents(grammar, at, 'case').filter(({ index, xpos }) => index < at && xpos !== 'POS')
  if (cases.length === 0) return null
  const words = cases.flatMap(({ index }) => [index, ...dependents(grammar, index, 'fixed').map((word) => word.index)])
  return words
    .sort((a, b) => a - b)
    .map((index) => grammar.tokens[index]!.text.toLowerCase())
    .join(' ')
}

/** From the first to the last word of all that hangs on a word, both included. */
export function extent(grammar: Grammar, at: number): readonly [first: number, last: number] {
  const known = askedOf(grammar)
  const extents = known.extents ?? extentsOf(grammar)
  known.extents = extents
  return extents[at]!
}

/** The extents of all words, those below before those above, so that a long sentence is walked once. */
function extentsOf({ tokens, children }: Grammar): NonNullable<Asked['extents']> {
  const order = tokens.filter(({ head }) => head < 0)
  for (const { index } of order) order.push(...children[index]!)
  const extents = tokens.map(({ index }): [number, number] => [index, index])
  for (let k = order.length - 1; k >= 0; k--) {
    const { index, head } = order[k]!
    const above = extents[head]
    if (!above) continue
    above[0] = Math.min(above[0], extents[index]![0])
    above[1] = Math.max(above[1], extents[index]![1])
  }
  return extents
}

/** Whether a word stands somewhere below another, or is the same. */
export function isBelow({ tokens }: Grammar, word: number, above: number): boolean {
  let at = word
  while (at >= 0 && at !== above) at = tokens[at]!.head
  return at === above
}
