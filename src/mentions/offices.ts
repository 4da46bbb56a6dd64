import type { Office } from '../lexicon/index.ts'
import type { EntityId, TreeToken } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import { organOf, statesOf } from './organs.ts'
import { type Grammar, nounPhrase, type Placed } from './placed.ts'
import { headOf } from './spans.ts'
import { heldOn, type OfficePhrase, type Tables } from './tables.ts'

/** Words before an office that make it another one, or another time's. */
const OTHER =
  /^(?:former|ex|late|then|past|previous|next|future|first|last|deputy|vice|assistant|acting|interim|another|other|incoming|would|self|several|many|new|fellow|any|every|no|some|an?)$/u

/** An office with nobody named beside it: its words, and for whom it is held. */
export interface OfficeMention {
  readonly first: number
  readonly last: number
  readonly head: number
  readonly phrase: OfficePhrase
  readonly states: readonly EntityId[]
}

/** Whether the article has named somebody. */
export type Named = (id: EntityId) => boolean

/**
 * Offices that stand for their holders: "the Russian president", "the U.S. secretary of state", "the Kremlin spokesman".
 * On a known day who held it then is meant; where several did, or the day is unknown, the one whom the article has named.
 */
export function heldOffices(
  text: string,
  grammar: Grammar,
  names: readonly Placed[],
  tables: Tables,
  day: string | null,
  isNamed: Named,
): readonly Placed[] {
  return officesIn(text, grammar, names, tables).flatMap(({ first, last, head, phrase, states }): Placed[] => {
    if (states.length > 1) return []
    const state = states[0] ?? onlyHolder(phrase)
    if (state === undefined) return []
    const { entity, rule } = holderOf(phrase.holders.get(state) ?? [], day, isNamed)
    const kind = entity === null ? 'person' : tables.lexicon.entities.get(entity)!.kind
    return [{ first, last, head, entity, kind, form: 'title', rule }]
  })
}

/** "White House press secretary" tells by itself for whom; "president" does not. */
const onlyHolder = ({ holders, phrase }: OfficePhrase): EntityId | undefined =>
  holders.size === 1 && phrase.includes(' ') && /^(?:kremlin|white|pentagon|state department|un |u\.n\.)/u.test(phrase)
    ? [...holders.keys()][0]
    : undefined

function holderOf(
  offices: readonly Office[],
  day: string | null,
  isNamed: Named,
): { readonly entity: EntityId | null; readonly rule: string } {
  const actors = (list: readonly Office[]): readonly EntityId[] => [...new Set(list.map(({ actor }) => actor))]
  const then = actors(offices.filter((office) => heldOn(office, day)))
  const named = actors(offices).filter(isNamed)
  if (day !== null && then.length === 1) return { entity: then[0]!, rule: 'office.held' }
  const among = then.filter(isNamed)
  if (among.length === 1) return { entity: among[0]!, rule: 'office.named' }
  if (day === null && then.length === 1) return { entity: then[0]!, rule: 'office.only' }
  if (then.length === 0)
    return named.length === 1 ? { entity: named[0]!, rule: 'office.named' } : { entity: null, rule: 'office.none' }
  return { entity: null, rule: day === null ? 'office.undated' : 'office.several' }
}

/** The offices of a sentence that are not part of somebody's name. */
export function officesIn(
  text: string,
  grammar: Grammar,
  names: readonly Placed[],
  tables: Tables,
): readonly OfficeMention[] {
  const { tokens } = grammar
  const found: OfficeMention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const entry = phraseAt(text, tokens, at, tables)
    if (!entry) continue
    const head = headOf(tokens, at, entry.last)
    const isHeld = /^(?:NOUN|PROPN)$/u.test(tokens[head]!.upos) && !/S$/u.test(tokens[head]!.xpos)
    if (isHeld && isAlone(grammar, head, names) && !isOther(grammar, head, at)) {
      const [first] = nounPhrase(grammar, head)
      const states = statesOf(grammar, head, names)
      const of = dependents(grammar, head, 'nmod').filter(({ index }) => names.some((name) => name.head === index))
      const last = Math.max(entry.last, head, ...(states.length > 0 ? of.map(({ index }) => index) : []))
      found.push({ first: Math.min(first, at), last, head, phrase: entry.phrase, states })
    }
    at = entry.last
  }
  return found
}

function phraseAt(
  text: string,
  tokens: readonly TreeToken[],
  at: number,
  { offices }: Tables,
): { readonly phrase: OfficePhrase; readonly last: number } | null {
  for (const phrase of offices.get(tokens[at]!.text.toLowerCase()) ?? []) {
    const { start } = tokens[at]!
    const end = start + phrase.phrase.length
    if (text.slice(start, end).toLowerCase() !== phrase.phrase) continue
    let last = at
    while (last < tokens.length && tokens[last]!.end < end) last++
    if (tokens[last]?.end === end) return { phrase, last }
  }
  return null
}

/** Whether an office is no title of somebody named: "Russian President Vladimir Putin", "Sergei Lavrov, the foreign minister". */
function isAlone(grammar: Grammar, head: number, names: readonly Placed[]): boolean {
  const { tokens } = grammar
  const { deprel, head: above } = tokens[head]!
  const isTitle = /^(?:nmod:desc|compound|flat|appos|amod)$/u.test(deprel) && tokens[above]?.upos === 'PROPN'
  const own = dependents(grammar, head, 'flat', 'appos', 'nmod:desc').map(({ index }) => index)
  const isNamed = names.some((name) => name.kind === 'person' && name.form !== 'description' && own.includes(name.head))
  const isInName = names.some(
    (name) => name.entity !== null && name.form !== 'description' && name.first <= head && head <= name.last,
  )
  return !isTitle && !isNamed && !isInName && deprel !== 'compound'
}

function isOther(grammar: Grammar, head: number, first: number): boolean {
  const before = [...grammar.children[head]!.map(({ index }) => index), first - 1].filter((at) => at >= 0 && at < head)
  return before.some((at) => OTHER.test(grammar.tokens[at]!.text.toLowerCase()))
}

/** Bodies of a state that no name of the tables shows as they stand: "Russia's air force" is the Russian Air Force. */
export function ownOrgans(text: string, grammar: Grammar, names: readonly Placed[], tables: Tables): readonly Placed[] {
  return names.flatMap(({ kind, entity, head: owner, first }): Placed[] => {
    const { head, deprel } = grammar.tokens[owner]!
    if (kind !== 'state' || entity === null || deprel !== 'nmod:poss') return []
    if (names.some((name) => name.head === head && name.entity !== null)) return []
    const organ = organAt(text, grammar, head, entity, tables)
    return organ ? [{ first, last: head, head, ...organ, form: 'name', rule: 'organ' }] : []
  })
}

/** The organ of a state that a noun with the words right before it names. */
export function organAt(
  text: string,
  { tokens, children }: Grammar,
  head: number,
  state: EntityId,
  tables: Tables,
): Pick<Placed, 'entity' | 'kind'> | null {
  const before = children[head]!.filter(({ index, deprel }) => index < head && /^(?:amod|compound)$/u.test(deprel))
  const first = Math.min(head, ...before.map(({ index }) => index))
  const entity = organOf(state, text.slice(tokens[first]!.start, tokens[head]!.end), tables)
  return entity ? { entity, kind: tables.lexicon.entities.get(entity)!.kind } : null
}
