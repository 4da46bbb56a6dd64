import type { Lexicon, Pattern, TypeRow } from '../lexicon/index.ts'
import type { Clause } from '../model/index.ts'
import { isAnything, otherSpelling } from './forms.ts'

/** A pattern that a clause may fit, by its head. */
export interface Candidate {
  readonly row: TypeRow
  readonly pattern: Pattern
  /** How much it says: longer ones go first. */
  readonly length: number
  /** Where it stands among all patterns of the tables. */
  readonly order: number
}

/**
 * The patterns of one word: those that name nothing else but prepositions, and the others by the first word that they
 * name. A common verb has hundreds, of which a sentence holds the words of a few.
 */
interface Shelf {
  readonly free: readonly Candidate[]
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>
}

/**
 * The patterns that a clause may fit, those that say most first.
 * @param words what the sentence of the clause holds
 */
export function candidatesOf(lexicon: Lexicon, clause: Clause, words: ReadonlySet<string>): readonly Candidate[] {
  const found = new Set<Candidate>()
  for (const { free, byWord } of shelvesOf(lexicon, clause)) {
    for (const one of free) found.add(one)
    if (byWord.size > 0) for (const word of words) for (const one of byWord.get(word) ?? []) found.add(one)
  }
  return [...found].sort((a, b) => b.length - a.length || a.order - b.order)
}

function shelvesOf(lexicon: Lexicon, { shape, predicate, passive }: Clause): readonly Shelf[] {
  const { verb, active, stative, noun, compound } = indexesOf(lexicon)
  const one = (index: Index, word: string): readonly Shelf[] => {
    const shelf = index.get(word)
    return shelf ? [shelf] : []
  }
  if (shape === 'noun') return one(noun, predicate.lemma)
  if (shape === 'compound') return one(compound, predicate.text.toLowerCase())
  if (shape !== 'verb') return one(verb, 'be')
  if (!passive) return one(active, predicate.lemma)
  return [...one(verb, predicate.lemma), ...one(stative, predicate.text.toLowerCase())]
}

/** How much a pattern says: its items, of which "something" says least. */
const lengthOf = ({ rest, before }: Pattern): number =>
  before.length + rest.reduce((sum, item) => sum + ('words' in item && isAnything(item.words) ? 0.5 : 1), 0)

type Index = ReadonlyMap<string, Shelf>
/** `active`: the verbs' without what "be" says; `stative`: what "be" says, by its first word ("be opposed to Y"). */
type Indexes = Readonly<Record<Pattern['shape'] | 'active' | 'stative', Index>>
const indexes = new WeakMap<Lexicon, Indexes>()

/** The patterns of the tables by shape and word. */
function indexesOf(lexicon: Lexicon): Indexes {
  const known = indexes.get(lexicon)
  if (known) return known
  const lists: Record<keyof Indexes, Map<string, Candidate[]>> = {
    verb: new Map(),
    active: new Map(),
    stative: new Map(),
    noun: new Map(),
    compound: new Map(),
  }
  const put = (index: Map<string, Candidate[]>, words: readonly string[], candidate: Candidate): void => {
    for (const word of new Set(words.flatMap((one) => [one, otherSpelling(one) ?? one]))) {
      const list = index.get(word)
      if (list) list.push(candidate)
      else index.set(word, [candidate])
    }
  }
  let order = 0
  for (const row of lexicon.rows) {
    for (const pattern of row.patterns) {
      const candidate = { row, pattern, length: lengthOf(pattern), order: order++ }
      put(lists[pattern.shape], pattern.head, candidate)
      if (pattern.shape !== 'verb') continue
      const [first] = pattern.rest
      if (!pattern.head.includes('be')) put(lists.active, pattern.head, candidate)
      else if (first && 'words' in first) put(lists.stative, first.words, candidate)
    }
  }
  const shelved = (index: ReadonlyMap<string, readonly Candidate[]>): Index =>
    new Map([...index].map(([word, list]) => [word, shelfOf(list)]))
  const made = {
    verb: shelved(lists.verb),
    active: shelved(lists.active),
    stative: shelved(lists.stative),
    noun: shelved(lists.noun),
    compound: shelved(lists.compound),
  }
  indexes.set(lexicon, made)
  return made
}

function shelfOf(list: readonly Candidate[]): Shelf {
  const free: Candidate[] = []
  const byWord = new Map<string, Candidate[]>()
  for (const candidate of list) {
    const named = candidate.pattern.rest.find(
      (item) => 'words' in item && !isAnything(item.words) && !item.words.some((word) => LEADS.has(word)),
    )
    if (!named || !('words' in named)) free.push(candidate)
    else {
      for (const word of named.words) {
        const known = byWord.get(word)
        if (known) known.push(candidate)
        else byWord.set(word, [candidate])
      }
    }
  }
  return { free, byWord }
}

/** What may lead to a phrase without standing in the sentence: a verb turned round, or an owner, makes it understood. */
const LEADS: ReadonlySet<string> = new Set(
  (
    'of on upon onto against in into inside within at to toward towards for from off by with without over about around ' +
    "near along across through throughout outside between among behind after before during under as up out down away back 's"
  ).split(' '),
)
