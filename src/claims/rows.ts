import type { Lexicon, Pattern, TypeRow } from '../lexicon/index.ts'
import type { Clause } from '../model/index.ts'
import { dependents, type Grammar } from '../syntax/index.ts'
import { isAnything, otherSpelling } from './forms.ts'
import { fitting, type Parts } from './match.ts'

/** A row whose pattern fits a clause. */
export interface Match {
  readonly row: TypeRow
  /** Heads of the phrases in its slot `Y`. */
  readonly target: readonly number[]
  /** Heads of who does it, where the pattern turns the clause round ("be opposed to Y"). */
  readonly source: readonly number[] | null
  /** What leads to the slot in the pattern: "of" in "X's ouster of Y". */
  readonly marker: string | null
  /** Set where the slot is left open, and only a place can stand for it: "airstrikes in Syria". */
  readonly isPlaced?: boolean
  /** The words of the tree that the pattern speaks of. */
  readonly used: ReadonlySet<number>
}

/** The row that fits a clause best: whose pattern has most words, and whose kind of target stands there. */
export function matchRow(
  parts: Parts,
  lexicon: Lexicon,
  isTarget: (row: TypeRow, target: readonly number[]) => boolean,
): Match | null {
  const { clause, grammar } = parts
  // longest first
  for (const { row, pattern } of candidates(lexicon, clause)) {
    const found = matched(pattern, parts, grammar) ?? (row.reciprocal ? among(pattern, parts, grammar) : null)
    if (found && isTarget(row, found.target)) return { ...found, marker: leading(pattern), row }
  }
  return null
}

/** How much a pattern says: its items, of which "something" says least. */
const lengthOf = ({ rest, before }: Pattern): number =>
  before.length + rest.reduce((sum, item) => sum + ('words' in item && isAnything(item.words) ? 0.5 : 1), 0)

type Taken = Pick<Match, 'target' | 'source' | 'used' | 'isPlaced'>

/** The preposition before the slot. */
function leading({ rest }: Pattern): string | null {
  const slot = rest.findIndex((item) => 'slot' in item)
  const before = rest[slot - 1]
  return before && 'words' in before ? (before.words[0] ?? null) : null
}

interface Candidate {
  readonly row: TypeRow
  readonly pattern: Pattern
  /** How many words and slots it has beside its head. */
  readonly length: number
}

function candidates(lexicon: Lexicon, { shape, predicate, passive }: Clause): readonly Candidate[] {
  const { verb, active, stative: states, noun, compound } = patternsOf(lexicon)
  if (shape === 'noun') return noun.get(predicate.lemma) ?? []
  if (shape === 'compound') return compound.get(predicate.text.toLowerCase()) ?? []
  if (shape === 'verb' && !passive) return active.get(predicate.lemma) ?? []
  if (shape !== 'verb') return verb.get('be') ?? []
  const own = verb.get(predicate.lemma) ?? []
  const be = states.get(predicate.text.toLowerCase())
  return be ? [...own, ...be].sort((a, b) => b.length - a.length) : own
}

function matched(pattern: Pattern, parts: Parts, grammar: Grammar): Taken | null {
  const { clause, objects } = parts
  const { shape, predicate, passive } = clause
  if (pattern.shape === 'noun') return nounMatched(pattern, parts, grammar)
  if (pattern.shape === 'compound') return { target: objects, source: null, used: new Set([predicate.index]) }
  if (shape === 'verb' && passive && pattern.head.includes('be')) return stative(pattern, parts)
  // "took off" is not "took", and "went to Cuba" is not "went"
  const found = fitting(pattern.rest, parts)
  if (!found) return null
  if (shape === 'verb' && !accountsFor(parts, found.used, pattern)) return null
  return { target: found.slot, source: null, used: found.used }
}

/** "Ethiopia and Eritrea fought", "their talks": a deed that several share needs no other party. */
function among(pattern: Pattern, parts: Parts, grammar: Grammar): Taken | null {
  const slot = pattern.rest.findIndex((item) => 'slot' in item)
  if (slot < 0 || !parts.isShared) return null
  const [before, last] = [pattern.rest.slice(0, slot), pattern.rest[slot - 1]]
  const rest = last && slot > 1 && 'words' in last ? before.slice(0, -1) : slot === 1 ? [] : before
  return matched({ ...pattern, rest }, parts, grammar)
}

/** Whether nothing stands by a verb that makes it another one: a particle, an object, a complement, or where it leads. */
function accountsFor(
  { grammar, clause, objects, obliques }: Parts,
  used: ReadonlySet<number>,
  { rest }: Pattern,
): boolean {
  const at = clause.predicate.index
  if (dependents(grammar, at, 'compound:prt').some(({ index }) => !used.has(index))) return false
  if (objects.length > 0 && !objects.some((object) => used.has(object))) return false
  // "called him a liar", "left them homeless"
  const isNamed = dependents(grammar, at, 'xcomp').some(
    ({ index, upos }) => /^(?:NOUN|PROPN|ADJ)$/.test(upos) && !used.has(index),
  )
  if (isNamed && objects.length > 0) return false
  const hasComplement = dependents(grammar, at, 'xcomp', 'ccomp').some(({ index }) => !used.has(index))
  return rest.length > 0 || !(hasComplement || obliques.some(({ marker }) => marker === 'to'))
}

/** "is opposed to Y", "are allied with Y": a participle that says how somebody stands. */
function stative({ rest }: Pattern, parts: Parts): Taken | null {
  const [first, ...others] = rest
  const { predicate, subject } = parts.clause
  if (!first || !('words' in first) || !first.words.includes(predicate.text.toLowerCase())) return null
  const found = fitting(others, { ...parts, objects: [] })
  if (!found || subject.length > 0) return null
  return { target: found.slot, source: parts.objects, used: found.used }
}

function nounMatched({ before, rest }: Pattern, parts: Parts, grammar: Grammar): Taken | null {
  const at = parts.clause.predicate.index
  const qualifiers = dependents(grammar, at, 'compound', 'amod')
  const hasAll = before.every((words) =>
    qualifiers.some(({ lemma, text }) => words.includes(lemma.toLowerCase()) || words.includes(text.toLowerCase())),
  )
  // "came under attack": whom the deed befalls is told by the verb
  const [lead, slot] = rest
  const isTurned = parts.objects.length > 0 && rest.length === 2 && lead && 'words' in lead && slot && 'slot' in slot
  if (hasAll && isTurned) return { target: parts.objects, source: null, used: new Set([at]) }
  const found = hasAll ? fitting(rest, parts) : null
  if (found) return { target: found.slot, source: null, used: found.used }
  // "airstrikes in Syria": on whom is left open
  const isPlaced = hasAll && parts.clause.subject.length > 0 && parts.obliques.some(({ marker }) => marker === 'in')
  return isPlaced ? { target: [], source: null, used: new Set([at]), isPlaced } : null
}

type Index = ReadonlyMap<string, readonly Candidate[]>
/** `active`: the verbs' without what "be" says; `stative`: what "be" says, by its first word ("be opposed to Y"). */
type Indexes = Readonly<Record<Pattern['shape'] | 'active' | 'stative', Index>>
const indexes = new WeakMap<Lexicon, Indexes>()

/** The patterns of the tables by shape and word. */
function patternsOf(lexicon: Lexicon): Indexes {
  const known = indexes.get(lexicon)
  if (known) return known
  const made = {
    verb: new Map<string, Candidate[]>(),
    active: new Map<string, Candidate[]>(),
    stative: new Map<string, Candidate[]>(),
    noun: new Map<string, Candidate[]>(),
    compound: new Map<string, Candidate[]>(),
  }
  for (const row of lexicon.rows) {
    for (const pattern of row.patterns) {
      const length = lengthOf(pattern)
      const shapes =
        pattern.shape === 'verb' && !pattern.head.includes('be') ? (['verb', 'active'] as const) : [pattern.shape]
      const words = pattern.head.flatMap((word) => [word, otherSpelling(word) ?? []].flat())
      for (const word of new Set(words)) {
        for (const shape of shapes) {
          const known = made[shape].get(word)
          if (known) known.push({ row, pattern, length })
          else made[shape].set(word, [{ row, pattern, length }])
        }
      }
    }
  }
  for (const one of made.verb.get('be') ?? []) {
    const [first] = one.pattern.rest
    for (const word of first && 'words' in first ? first.words : [])
      made.stative.set(word, [...(made.stative.get(word) ?? []), one])
  }
  for (const index of Object.values(made)) for (const list of index.values()) list.sort((a, b) => b.length - a.length)
  indexes.set(lexicon, made)
  return made
}
