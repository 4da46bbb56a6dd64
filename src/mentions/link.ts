import type { Lexicon } from '../lexicon/index.ts'
import { type Article, type EntityId, foldName, type TreeToken } from '../model/index.ts'
import { dependents } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import { isGeneric, kindOfName } from './nouns.ts'
import { organOf, statesOf } from './organs.ts'
import { type Grammar, isCapital, type Placed } from './placed.ts'
import { personName, properName, type Words } from './proper.ts'
import { nameWords } from './spelling.ts'
import { bySurname, type Setting } from './surnames.ts'
import { genderOfWord } from './titles.ts'

const labelOf = ({ text }: Article, tokens: readonly TreeToken[], { first, last }: Words): string =>
  text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/gu, ' ')

/** The full names of people in a sentence, by their last word. */
export function fullNames(
  article: Article,
  grammar: Grammar,
  names: readonly Placed[],
  lexicon: Lexicon,
): readonly (readonly [surname: string, label: string])[] {
  return names.flatMap(({ kind, head, form }) => {
    const name =
      kind === 'person' && form !== 'description' ? personName(grammar, nameHead(grammar, head), lexicon) : null
    const label = name ? labelOf(article, grammar.tokens, name) : ''
    const words = nameWords(label)
    return words.length > 1 ? [[words.at(-1)!, label] as const] : []
  })
}

/** Gives every name of a sentence somebody to stand for, in order, and remembers who was named. */
export function linkNames(names: readonly Placed[], grammar: Grammar, setting: Setting): readonly Placed[] {
  const { tokens } = grammar
  const isAcronym = ({ first, last, entity }: Placed): boolean =>
    entity === null && first === last && /^\p{Lu}{2,}$/u.test(tokens[first]!.text.replaceAll('.', ''))
  const spelt = names.filter((name) => !isAcronym(name)).map((name) => link(name, names, grammar, setting))
  const short = names.filter(isAcronym).map((name) => {
    const meaning = meaningOf(name, spelt, grammar)
    if (!meaning) return link(name, names, grammar, setting)
    setting.actors.meetOrganization(meaning.entity!, tokens[name.first]!.text)
    return { ...name, entity: meaning.entity, kind: meaning.kind, form: 'alias', rule: 'acronym' } as const
  })
  const linked = [...spelt, ...short]
  const covered = (at: number): boolean => linked.some(({ first, last }) => first <= at && at <= last)
  const bare = tokens.flatMap(({ index, upos, text, deprel }): Placed[] => {
    if (upos !== 'PROPN' || deprel === 'flat' || covered(index) || dependents(grammar, index, 'flat').length > 0)
      return []
    const entity = /^\p{Lu}/u.test(text) ? setting.actors.byPart(text) : null
    return entity
      ? [{ first: index, last: index, head: index, entity, kind: 'person', form: 'alias', rule: 'surname' }]
      : []
  })
  return [...linked, ...bare].sort((a, b) => a.first - b.first || b.last - a.last)
}

const LOCATIVE = /^(?:in|at|near|from|to|outside|around|over|into|across|towards?|of)$/iu

/** "Paris" after "Valeska Paris" is she, unless a word of place stands before it. */
function asSurname(name: Placed, { tokens }: Grammar, { actors }: Setting): Placed | null {
  const { first, last, kind, head } = name
  const isState = kind === 'state' && name.form !== 'metonym'
  if (first !== last || kind === 'person' || isState || name.form === 'description') return null
  if (LOCATIVE.test(tokens[first - 1]?.text ?? '') || !/^(?:nsubj|nmod:poss|obj|iobj)/u.test(tokens[head]!.deprel))
    return null
  const entity = actors.byPart(tokens[first]!.text)
  return entity ? { ...name, entity, kind: 'person', form: 'alias', rule: 'surname' } : null
}

function link(name: Placed, names: readonly Placed[], grammar: Grammar, setting: Setting): Placed {
  const { actors } = setting
  const person = asSurname(name, grammar, setting)
  if (person) return person
  if (name.form === 'description') return name
  if (name.kind === 'person') return linkPerson(name, names, grammar, setting)
  const label = labelOf(setting.article, grammar.tokens, properName(grammar, name.head))
  if (name.entity !== null) {
    if (name.form === 'name' && name.kind !== 'place' && name.kind !== 'state')
      actors.meetOrganization(name.entity, label)
    // "the Syrian opposition" is whom "opposition groups" means from here on
    const noun = label.split(' ').at(-1)!.toLowerCase()
    if (actors.tables.lexicon.groups.has(noun)) actors.groups.set(noun, name.entity)
    return name
  }
  const tabled = actors.tables.folded.get(foldName(label))
  const isLong = label.length > 3 || label.includes(' ')
  if (tabled && isLong) return known(name, tabled, setting, 'name.variant')
  if (name.kind === 'place' && isCapital(grammar.tokens[name.head]!)) {
    return { ...name, entity: actors.stranger(label, 'place') }
  }
  if (name.kind !== 'organization' || !isCapital(grammar.tokens[name.head]!)) return name
  return linkOrganization(name, label, names, grammar, setting)
}

const known = (name: Placed, entity: EntityId, { actors }: Setting, rule: string): Placed => {
  const { kind } = actors.entityOf(entity)
  return { ...name, entity, kind, form: 'alias', rule }
}

function linkOrganization(
  name: Placed,
  label: string,
  names: readonly Placed[],
  grammar: Grammar,
  setting: Setting,
): Placed {
  const { actors } = setting
  const states = statesOf(grammar, name.head, names)
  const organ = states.length === 1 ? organOf(states[0]!, label, actors.tables) : null
  if (organ) {
    actors.meetOrganization(organ, label)
    return { ...known(name, organ, setting, 'organ'), form: 'name' }
  }
  if (isGeneric(actors.tables.lexicon, label)) {
    const adjective = states.length === 1 ? actors.tables.adjectives.get(states[0]!)?.[0] : undefined
    if (adjective === undefined) return name
    return coined(name, `${adjective} ${label}`, setting)
  }
  const met = actors.organization(label)
  return met ? known(name, met, setting, 'name.part') : coined(name, label, setting)
}

function coined(name: Placed, label: string, { actors }: Setting): Placed {
  const entity = actors.coin(label, kindOfName(actors.tables.lexicon, label))
  if (!entity) return name
  actors.meetOrganization(entity, label)
  return { ...name, entity, kind: actors.entityOf(entity).kind, rule: 'coined' }
}

function linkPerson(name: Placed, names: readonly Placed[], grammar: Grammar, setting: Setting): Placed {
  const { actors, article } = setting
  const words = personName(grammar, nameHead(grammar, name.head), actors.tables.lexicon)
  if (!words || (name.entity === null && isNoun(grammar, name.head))) return name
  const label = labelOf(article, grammar.tokens, words)
  const parts = nameWords(label)
  const titles = titlesOf(grammar, name.head, words)
  const isFull = parts.length > 1
  const found = name.entity ?? (isFull ? actors.person(label) : bySurname(label, titles, name, names, grammar, setting))
  if (!found) return name
  const { kind } = actors.entityOf(found)
  if (isFull || name.entity === null) actors.meet(found, label)
  else for (const part of parts.slice(-1)) actors.meet(found, part)
  remember(found, titles, actors)
  if (name.entity !== null) return name
  const rule = isFull ? (actors.coined.has(found) ? 'coined' : 'name.variant') : 'surname'
  return { ...name, entity: found, kind, rule, form: isFull ? 'name' : 'alias' }
}

/** Of "student Ahmed Mohamed", whose head is the noun, the name right behind it. */
function nameHead(grammar: Grammar, head: number): number {
  if (grammar.tokens[head]!.upos !== 'NOUN') return head
  const next = dependents(grammar, head, 'appos', 'flat').find(
    ({ index, upos }) => index === head + 1 && upos === 'PROPN',
  )
  return next?.index ?? head
}

/** Whether a word is a noun for all its capital: "a Scientologist", "the Smiths", "Jane Doe, QC". */
function isNoun(grammar: Grammar, head: number): boolean {
  const { xpos, text, deprel } = grammar.tokens[head]!
  if (dependents(grammar, head, 'flat').length > 0) return false
  const isSmall = dependents(grammar, head, 'amod').some(({ text }) => /^\p{Ll}/u.test(text))
  const hasArticle = dependents(grammar, head, 'det').length > 0
  return (
    xpos === 'NNPS' || hasArticle || isSmall || (/^\p{Lu}+$/u.test(text) && (deprel === 'appos' || text.length < 4))
  )
}

/** Nouns before a name and beside it, in lower case. */
function titlesOf(grammar: Grammar, head: number, { first }: Words): readonly string[] {
  // of "team captain Jane Doe" the captain is a title, the team is none
  const before = dependents(grammar, head, 'nmod:desc', 'compound', 'flat').filter(
    ({ index }) => index < first && grammar.tokens[index + 1]?.upos !== 'NOUN',
  )
  const beside = dependents(grammar, head, 'appos').filter(({ upos }) => upos === 'NOUN')
  const own = grammar.tokens[head]!
  return [...before, ...beside, ...(own.upos === 'NOUN' ? [own] : [])].map(({ text }) => text.toLowerCase())
}

function remember(id: EntityId, titles: readonly string[], actors: Actors): void {
  actors.call(id)
  for (const title of titles) {
    actors.call(id, title)
    const gender = genderOfWord(actors.tables.lexicon, title)
    if (gender) actors.genders.set(id, gender)
  }
}

/** The name that an acronym is short for: the one before it where it stands in brackets, else the one in brackets after it. */
function meaningOf({ first, last }: Placed, names: readonly Placed[], grammar: Grammar): Placed | undefined {
  const { tokens } = grammar
  const opens = (at: number): boolean => tokens[at]?.text === '('
  const isBody = ({ kind, entity, form }: Placed): boolean =>
    entity !== null && kind !== 'person' && kind !== 'place' && kind !== 'state' && form !== 'description'
  if (opens(first - 1) && tokens[last + 1]?.text === ')') {
    return names.find((name) => isBody(name) && [name.last, properName(grammar, name.head).last].includes(first - 2))
  }
  if (!opens(last + 1)) return undefined
  return names.find((name) => isBody(name) && [name.first, name.first + 1].includes(last + 2))
}
