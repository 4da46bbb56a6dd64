import type { Lexicon } from '../lexicon/index.ts'
import type { Entity, EntityId, TreeToken } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import { DEFINITE, latest, type Meant, meant, type Spot } from './antecedents.ts'
import { backed, countryOf, ruledBy } from './governments.ts'
import { groupKind } from './groups.ts'
import type { Candidate } from './memory.ts'
import { isUsed, speaksOf } from './nouns.ts'
import { stateOf } from './organs.ts'
import { lastPair } from './pairs.ts'
import type { Grammar } from './placed.ts'
import { heldOn, titleOf } from './tables.ts'

/** Words that make a description speak of something else than what was named. */
const OTHER =
  /^(?:other|another|neighbou?ring|new|former|first|second|third|last|same|foreign|local|rival|own|next|different|opposing|such|host|many|few|several|various|only|western|eastern|northern|southern|deputy|vice|acting|future|previous|national|international|regional|provincial|municipal|one|no|any|every|each|some|a|an|most)$/u

/** Whom a description means: "the president", "the country", "the ministry", "both countries", "the rebels", "the Assad regime". */
export function describedBy(spot: Spot, memory: readonly Candidate[]): Meant | null {
  const { grammar, at, actors } = spot
  const { upos, lemma, xpos, deprel, head } = grammar.tokens[at]!
  if (upos !== 'NOUN' && upos !== 'PROPN') return null
  const noun = lemma.toLowerCase()
  // of "opposition groups" the groups are meant
  if (deprel === 'compound' && isUsed(actors.tables.lexicon, grammar.tokens[head]!.lemma.toLowerCase(), 'gathers'))
    return null
  const before = grammar.children[at]!.filter(
    ({ index, deprel }) => index < at && !/^(?:case|punct|cc|mark)$/u.test(deprel),
  )
  const isMany = /S$/u.test(xpos)
  const group = groupKind(grammar, at, actors.tables.lexicon) ? againGroup(before, spot) : null
  if (group) return group
  const isPair = before.some(({ text }) => /^both$/iu.test(text)) || isTheTwo(before)
  if (isMany && isPair) {
    const isOther = before.some(
      ({ text, deprel }) => OTHER.test(text.toLowerCase()) || (deprel === 'amod' && /^\p{Lu}/u.test(text)),
    )
    const pair = isOther ? null : lastPair(noun, spot, memory)
    return pair && { entities: pair, rule: 'coreference.pair' }
  }
  const ruled = isUsed(actors.tables.lexicon, noun, 'rules')
    ? (ruledBy(spot, memory) ?? backed(before, spot, memory))
    : null
  if (ruled) return { entities: [ruled], rule: 'government' }
  const owner = before.find(({ deprel, upos }) => deprel === 'nmod:poss' && upos === 'PRON')
  if (owner && !isMany) return countryOf(noun, owner, spot, memory) ?? meant(calledSo(noun, actors), 'called')
  if (!before.some(({ text }) => DEFINITE.test(text)) || !isPlain(grammar, at, before)) return null
  const modifiers = before.filter(({ deprel }) => deprel === 'amod' || deprel === 'compound')
  return holding(noun, modifiers, spot, memory) ?? ofKind(noun, isMany, modifiers, spot, memory)
}

/** "the two"; "two senators" are new. */
const isTheTwo = (before: readonly TreeToken[]): boolean =>
  before.some(({ text }) => /^two$/iu.test(text)) &&
  before.some(({ text, deprel }) => DEFINITE.test(text) || deprel === 'nmod:poss')

/** "their daughter": who alone in the article was called so before. */
function calledSo(noun: string, { called, entityOf }: Actors): EntityId | null {
  const [only, ...more] = called(noun)
  return only && more.length === 0 && entityOf(only).kind === 'person' ? only : null
}

/** Whether nothing tells a description apart from what was named: no "other", no "in Damascus", no clause of its own. */
function isPlain(grammar: Grammar, at: number, before: readonly TreeToken[]): boolean {
  const { tokens, children } = grammar
  const isApart = tokens[at + 1]?.text === ','
  const tells = ({ text, xpos, deprel, index }: TreeToken): boolean =>
    OTHER.test(text.toLowerCase()) ||
    xpos === 'JJS' ||
    deprel === 'nmod:poss' ||
    dependents(grammar, index, 'compound', 'punct').length > 0
  return (
    !before.some(tells) &&
    children[at]!.every(({ index, deprel }) => index < at || isApart || !/^(?:nmod|acl|appos|flat)/u.test(deprel))
  )
}

/** "rebels" again, "opposition groups": the group last described by the same noun, else the only one that the article has described. */
function againGroup(before: readonly TreeToken[], { grammar, at, actors }: Spot): Meant | null {
  const { lexicon } = actors.tables
  const noun = grammar.tokens[at]!.lemma.toLowerCase()
  const inner = isUsed(lexicon, noun, 'gathers')
    ? before.find(({ deprel, lemma }) => deprel === 'compound' && lexicon.groups.has(lemma.toLowerCase()))
    : undefined
  const rest = before.filter((token) => token !== inner)
  if (rest.some(({ deprel, text }) => deprel !== 'det' || !DEFINITE.test(text))) return null
  const own = inner?.lemma.toLowerCase() ?? noun
  const same = actors.groups.get(own)
  if (same) return { entities: [same], rule: 'coreference.group' }
  const [only, ...more] = new Set(actors.groups.values())
  const isArmed = isUsed(lexicon, own, 'fighters')
  if (!only || !isArmed || more.length > 0 || actors.entityOf(only).kind !== 'armed-group') return null
  return { entities: [only], rule: 'coreference.group' }
}

const made = new WeakMap<Entity, readonly (readonly string[])[]>()

/** The words of somebody's names up to "of" or the like: the last is the noun by which the name may be spoken of. */
function headWords(entity: Entity): readonly (readonly string[])[] {
  const known = made.get(entity)
  if (known) return known
  const names = [entity.label, ...entity.aliases].map(
    (name) => name.toLowerCase().split(/ (?:of|for|in|on|at) /u, 1)[0]!,
  )
  const words = names.map((name) => name.split(/[\s-]+/u))
  made.set(entity, words)
  return words
}

/** "the ministry" for a name that holds the noun, and all the words before it. */
function holding(
  noun: string,
  modifiers: readonly TreeToken[],
  spot: Spot,
  memory: readonly Candidate[],
): Meant | null {
  const words = [noun, ...modifiers.map(({ text }) => text.toLowerCase())]
  const found = latest(memory, spot, ({ kind }, id) => {
    if (kind === 'person' || kind === 'state') return null
    const names = headWords(spot.actors.entityOf(id))
    return names.some((name) => name.at(-1) === noun && words.every((word) => name.includes(word))) ? id : null
  })
  return meant(found, 'name')
}

function ofKind(
  noun: string,
  isMany: boolean,
  modifiers: readonly TreeToken[],
  spot: Spot,
  memory: readonly Candidate[],
): Meant | null {
  const { actors, day } = spot
  if (modifiers.some(({ text }) => /^\p{Lu}/u.test(text) && memory.some(({ noun }) => noun === text.toLowerCase())))
    return null
  const { lexicon } = actors.tables
  const isRule = isUsed(lexicon, noun, 'rules')
  const isBack = isUsed(lexicon, noun, 'back')
  const kinds = lexicon.nouns.get(noun)?.kinds ?? []
  if (isRule || (isBack && !isMany && kinds.includes('state'))) {
    const found = latest(memory, spot, (_, id) => stateOf(id, actors, day))
    return meant(found, isRule ? 'government' : 'country')
  }
  const isArmed = kinds.includes('armed-group')
  if (isBack && modifiers.every((word) => isLoose(word, lexicon)) && (!isMany || (isArmed && kinds.length === 1))) {
    // rebels are not called jihadists; Hamas may be
    const apart = new Set(isMany ? actors.groups.values() : [])
    const isMeant = (id: EntityId): boolean => speaksOf(lexicon, noun, actors.entityOf(id)) && !apart.has(id)
    const found = latest(memory, spot, (_, id) => (isMeant(id) ? id : null))
    const isPlace = found && actors.entityOf(found).kind === 'place'
    if (found) return meant(found, isPlace ? 'place' : isArmed ? 'group' : 'organization')
  }
  return isMany ? null : officeOf(noun, modifiers, spot, memory)
}

/** Whether a modifier only says what anybody knows of a group: "the militant group"; "the oil company" is one company of many. */
const isLoose = ({ deprel, text, lemma }: TreeToken, { groups }: Lexicon): boolean =>
  /^\p{Ll}/u.test(text) && (deprel === 'amod' || text === 'terror' || groups.has(lemma.toLowerCase()))

/** "the president": of the people named, the last who holds such an office or was called so. */
function officeOf(
  noun: string,
  modifiers: readonly TreeToken[],
  spot: Spot,
  memory: readonly Candidate[],
): Meant | null {
  const { actors, day } = spot
  const words = modifiers.map(({ text }) => text.toLowerCase())
  const found = latest(memory, spot, ({ kind }, id) => {
    if (kind !== 'person') return null
    if (words.length === 0 && actors.titles.get(id)?.has(noun)) return id
    const offices = (actors.tables.officesOf.get(id) ?? []).filter((office) => heldOn(office, day))
    const isHeld = offices.some(({ phrase }) => {
      if (phrase === [...words, noun].join(' ')) return true
      return words.length === 0 && titleOf(phrase) === noun && !/^(?:vice|deputy|acting|prime|assistant) /u.test(phrase)
    })
    return isHeld ? id : null
  })
  return meant(found, 'office')
}
