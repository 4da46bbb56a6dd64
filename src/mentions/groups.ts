import type { Lexicon } from '../lexicon/index.ts'
import type { ActorKind, EntityId } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import { isUsed } from './nouns.ts'
import { type Grammar, isCapital, nounPhrase, type Placed } from './placed.ts'

/** "US-backed": a participle that ties a group to who stands behind it. */
const TIED =
  /^(?:backed|led|supported|allied|aligned|trained|funded|armed|sponsored|linked|affiliated|dominated|controlled)$/u

/** Whether a word ties what follows to who stands behind it: "backed" of "US-backed". */
export const isTied = ({ tokens }: Grammar, at: number): boolean =>
  TIED.test(tokens[at]!.text.toLowerCase()) && tokens[at - 1]?.text === '-'

/** What kind of group a noun stands for, by itself or by the noun before it; null for none, and for one of many. */
export function groupKind(grammar: Grammar, at: number, lexicon: Lexicon): ActorKind | null {
  const { groups } = lexicon
  const { lemma, xpos } = grammar.tokens[at]!
  const word = lemma.toLowerCase()
  const before = dependents(grammar, at, 'compound').map(({ lemma }) => groups.get(lemma.toLowerCase()))
  const inner = isUsed(lexicon, word, 'gathers') ? before.find((kind) => kind !== undefined) : undefined
  if (inner) return inner
  return xpos === 'NN' && !isUsed(lexicon, word, 'many') ? null : (groups.get(word) ?? null)
}

/**
 * Groups described by nation, faith or backer: "Syrian rebels" and "US-backed rebels" are actors of their own, never the
 * state. They bear the words that tell them apart and their noun.
 */
export function describedGroups(
  text: string,
  grammar: Grammar,
  names: readonly Placed[],
  { coin, entityOf, tables, groups }: Actors,
): readonly Placed[] {
  const { tokens } = grammar
  return tokens.flatMap(({ index, upos, end }): Placed[] => {
    const kind = upos === 'NOUN' ? groupKind(grammar, index, tables.lexicon) : null
    if (!kind || names.some((name) => isProper(name) && name.first <= index && index <= name.last)) return []
    const by = tellingOf(grammar, index, names)
    if (by === null) return []
    const noun = dependents(grammar, index, 'compound').filter(({ upos, lemma }) => {
      return upos === 'NOUN' && tables.lexicon.groups.has(lemma.toLowerCase())
    })[0]
    const owner = by.owner === null ? null : (tables.adjectives.get(by.owner)?.[0] ?? null)
    const words = text.slice((noun ?? tokens[index]!).start, end)
    const label = [owner ?? text.slice(tokens[by.first]!.start, tokens[by.last]!.end), words].join(' ')
    const entity = coin(label.replaceAll('.', '').replace(/\s+/gu, ' '), kind)
    if (!entity) return []
    groups.set((noun ?? tokens[index]!).lemma.toLowerCase(), entity)
    const [from] = nounPhrase(grammar, index)
    const first = /^(?:the|an?|some|many|other|these|those)$/iu.test(tokens[from]!.text) ? from + 1 : from
    return [
      { first, last: index, head: index, entity, kind: entityOf(entity).kind, form: 'description', rule: 'group' },
    ]
  })
}

const isProper = ({ form, entity, rule }: Placed): boolean =>
  entity !== null && (form === 'name' || form === 'alias') && rule !== 'coined'

interface Telling {
  readonly first: number
  readonly last: number
  /** A state that owns the group ("Syria's rebels"). */
  readonly owner: EntityId | null
}

/** The word before a group's noun that tells which group it is. */
function tellingOf(grammar: Grammar, at: number, names: readonly Placed[]): Telling | null {
  const { tokens, children } = grammar
  for (const { index, deprel } of children[at]!) {
    if (index > at || !/^(?:amod|compound|nmod:poss|nmod:desc)$/u.test(deprel)) continue
    if (isTied(grammar, index)) {
      const by = dependents(grammar, index, 'compound', 'obl', 'nsubj', 'nmod', 'advmod', 'amod', 'obl:agent')
      const doer = by.find((word) => word.index < index && isCapital(word))
      if (doer) return { first: Math.min(doer.index, nounPhrase(grammar, doer.index)[0]), last: index, owner: null }
      continue
    }
    const name = names.find(({ head, entity }) => head === index && entity !== null)
    const isNation = name?.form === 'demonym' && (name.kind === 'state' || name.kind === 'people')
    if (name && isNation && deprel !== 'nmod:poss') return { first: name.first, last: name.last, owner: null }
    if (name?.kind === 'state' && deprel === 'nmod:poss')
      return { first: name.first, last: name.last, owner: name.entity }
    if (
      tokens[index + 1]?.text === '-' &&
      TIED.test(tokens[index + 2]?.text.toLowerCase() ?? '') &&
      isCapital(tokens[index]!)
    )
      return { first: index, last: index + 2, owner: null }
  }
  return null
}
