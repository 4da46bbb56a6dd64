import type { CueGroup, Lexicon } from '../lexicon/index.ts'
import type { TreeToken } from '../model/index.ts'

/**
 * The group of the tables that a cue belongs to: the longest entry whose verb stands in it and whose other words follow
 * in the sentence, an addressee between; else a phrase that the cue itself is. Null where the tables know none.
 */
export function cueGroup(lexicon: Lexicon, cue: readonly TreeToken[], sentence: readonly TreeToken[]): string | null {
  const { verbs, phrases } = cuesOf(lexicon)
  for (const { lemma, index, upos } of cue) {
    // "direct efforts" directs nobody
    if (upos === 'ADJ' || upos === 'ADV') continue
    const entries = verbs.get(lemma.toLowerCase())
    const after = entries ? sentence.slice(index + 1).map(({ text }) => text.toLowerCase()) : []
    const found = entries?.find(({ rest }) => follow(rest, after))
    if (found) return found.group.id
  }
  return phrases.get(cue.map(({ text }) => text.toLowerCase()).join(' '))?.id ?? null
}

/** Whether a verb, noun or adjective of these words stands in the cues of the tables, light verbs aside. */
export function isTold(lexicon: Lexicon, words: readonly TreeToken[]): boolean {
  const { told } = cuesOf(lexicon)
  return words.some(({ upos, lemma }) => /^(?:VERB|NOUN|PROPN|ADJ)$/.test(upos) && told.has(lemma.toLowerCase()))
}

interface Cue {
  readonly group: CueGroup
  /** The words after the verb. */
  readonly rest: readonly string[]
}

interface Cues {
  /** By their verb, longest first. */
  readonly verbs: ReadonlyMap<string, readonly Cue[]>
  /** Phrases without their speaker. */
  readonly phrases: ReadonlyMap<string, CueGroup>
  /** All their words, light verbs aside. */
  readonly told: ReadonlySet<string>
}

const indexes = new WeakMap<Lexicon, Cues>()

function cuesOf(lexicon: Lexicon): Cues {
  const known = indexes.get(lexicon)
  if (known) return known
  const verbs = new Map<string, Cue[]>()
  const phrases = new Map<string, CueGroup>()
  for (const group of lexicon.cues) {
    for (const [verb = '', ...rest] of group.cues) verbs.set(verb, [...(verbs.get(verb) ?? []), { group, rest }])
    for (const phrase of group.phrases) phrases.set(phrase.filter((word) => word !== 'X').join(' '), group)
  }
  for (const cues of verbs.values()) cues.sort((a, b) => b.rest.length - a.rest.length)
  const light = new Set(lexicon.modality.light.flat())
  // "declare" by itself, "make" only in "make clear"
  const words = lexicon.cues.flatMap(({ cues, phrases }) => [...cues, ...phrases])
  const told = new Set(words.flatMap((entry) => entry.filter((word) => entry.length === 1 || !light.has(word))))
  const cues = { verbs, phrases, told }
  indexes.set(lexicon, cues)
  return cues
}

/** How many words an addressee or an adverb may take up within a cue. */
const NEAR = 6

/** Whether these words stand among the others in this order; `Y` stands for any. */
function follow(cue: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of cue) {
    const found = word === 'Y' ? at : words.indexOf(word, at) + 1
    if (found === 0 && word !== 'Y') return false
    if (found - at > NEAR) return false
    at = found
  }
  return true
}
