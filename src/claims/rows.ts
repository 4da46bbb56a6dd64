import type { Lexicon, Pattern, TypeRow } from '../lexicon/index.ts'
import { dependents, type Grammar } from '../syntax/index.ts'
import { candidatesOf } from './candidates.ts'
import { wordsAround } from './forms.ts'
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
  for (const { row, pattern } of candidatesOf(lexicon, clause, wordsAround(parts))) {
    const found = matched(pattern, parts, grammar) ?? (row.reciprocal ? among(pattern, parts, grammar) : null)
    if (found && isTarget(row, found.target)) return { ...found, marker: leading(pattern), row }
  }
  return null
}

type Taken = Pick<Match, 'target' | 'source' | 'used' | 'isPlaced'>

/** The preposition before the slot. */
function leading({ rest }: Pattern): string | null {
  const slot = rest.findIndex((item) => 'slot' in item)
  const before = rest[slot - 1]
  return before && 'words' in before ? (before.words[0] ?? null) : null
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

/** What leads to the other party of a deed that several share. */
const MUTUAL = /^(?:with|and|to|against|on|over|between|from|for|of|by|toward|towards)$/

/** "Ethiopia and Eritrea fought", "their talks": a deed that several share needs no other party. */
function among(pattern: Pattern, parts: Parts, grammar: Grammar): Taken | null {
  const slot = pattern.rest.findIndex((item) => 'slot' in item)
  if (slot < 0 || !parts.isShared) return null
  const [before, last] = [pattern.rest.slice(0, slot), pattern.rest[slot - 1]]
  const isLed = last !== undefined && 'words' in last && last.words.some((word) => MUTUAL.test(word))
  const rest = isLed ? before.slice(0, -1) : before
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
  const isPlaced =
    hasAll &&
    rest.length === 2 &&
    parts.clause.subject.length > 0 &&
    parts.obliques.some(({ marker }) => marker === 'in')
  return isPlaced ? { target: [], source: null, used: new Set([at]), isPlaced } : null
}
