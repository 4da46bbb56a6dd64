import type { CueGroup, Lexicon, PatternWord } from '../lexicon/index.ts'
import { dependents, extent, type Grammar, markerOf, plain } from '../syntax/index.ts'
import { fitting, type Parts } from './match.ts'

/** A verb of the cue tables with what it governs: "accused Russia of bombing Aleppo". */
export interface Saying {
  readonly group: CueGroup
  /** The index of the verb. */
  readonly at: number
  /** Heads of the phrases that stand for `Y`: to whom or of whom it is said. */
  readonly addressee: readonly number[]
  /** The head of the clause that is said; -1 where it is a phrase. */
  readonly said: number
  /** First and last words of what is said, wanted or denied. */
  readonly content: readonly (readonly [first: number, last: number])[]
}

/** Relations in which a verb holds what it reports. */
const CONTENT = /^(?:ccomp|xcomp|csubj:pass|parataxis)$/

/**
 * The cue that a verb is, with its longest entry in the tables; null for a verb that is none, or governs nothing.
 * `nouns` are the words that tell of deeds as nouns.
 */
export function sayingOf(parts: Parts, lexicon: Lexicon, nouns: ReadonlySet<number>): Saying | null {
  const { grammar, clause } = parts
  if (clause.shape !== 'verb' && clause.shape !== 'copular') return null
  const { index, lemma } = clause.predicate
  const entries = clause.shape === 'verb' ? (cuesOf(lexicon).get(lemma) ?? []) : (cuesOf(lexicon).get('be') ?? [])
  for (const { group, items, link } of entries) {
    const found = fitting(items, parts)
    const content = found && contentOf(grammar, index, link, new Set(found.slot), nouns)
    if (!content) continue
    const said = content.find((word) => /^(?:ccomp|xcomp|advcl|parataxis)/.test(grammar.tokens[word]!.deprel)) ?? -1
    const extents = content.map((word) => extent(grammar, word))
    return { group, at: index, addressee: found.slot, said, content: extents }
  }
  return null
}

/** What a cue governs: by its last word ("to", "of", "for"), or by the grammar alone. */
function contentOf(
  grammar: Grammar,
  at: number,
  link: string | null,
  taken: ReadonlySet<number>,
  nouns: ReadonlySet<number>,
): readonly number[] | null {
  const { children } = grammar
  const marks = (index: number): readonly string[] =>
    dependents(grammar, index, 'mark').map(({ text }) => text.toLowerCase())
  const content = children[at]!.filter(({ index, deprel }) => {
    if (taken.has(index)) return false
    const relation = plain(deprel)
    // a noun is content where it tells of a deed: "denied the airstrikes", not "denied Russia"
    if (link === null) return CONTENT.test(deprel) || (/^(?:obj|nsubj:pass)$/.test(deprel) && nouns.has(index))
    if (/^(?:ccomp|xcomp|advcl)$/.test(relation)) return marks(index).includes(link)
    return /^(?:obl|nmod)$/.test(relation) && nouns.has(index) && markerOf(grammar, index) === link
  })
  return content.length === 0 ? null : content.map(({ index }) => index)
}

interface Entry {
  readonly group: CueGroup
  readonly items: readonly PatternWord[]
  /** What leads to the content. */
  readonly link: string | null
}

const LINK = /^(?:to|of|for|from|with|about|against|on|over|at|as|in|that|if|whether|why|how)$/
const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly Entry[]>>()

/** The cues of the tables by their verb, longest first. */
function cuesOf(lexicon: Lexicon): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(lexicon)
  if (known) return known
  const index = new Map<string, Entry[]>()
  for (const group of lexicon.cues) {
    for (const [verb = '', ...rest] of group.cues) {
      const last = rest.at(-1)
      const link = last !== undefined && LINK.test(last) ? last : null
      const words = link === null ? rest : rest.slice(0, -1)
      const items = words.map((word): PatternWord => (word === 'Y' ? { slot: 'Y' } : { words: [word] }))
      index.set(verb, [...(index.get(verb) ?? []), { group, items, link }])
    }
  }
  for (const entries of index.values()) {
    const length = ({ items, link }: Entry) => 2 * items.length + (link === null ? 0 : 1)
    entries.sort((a, b) => length(b) - length(a))
  }
  indexes.set(lexicon, index)
  return index
}
