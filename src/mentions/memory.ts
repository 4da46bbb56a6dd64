import type { MentionSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import type { EntityId, EntityKind } from '../model/index.ts'
import { conjuncts, dependents, markerOf, plain } from '../syntax/index.ts'
import type { Actors } from './actors.ts'
import type { Grammar, Placed } from './placed.ts'
import { type Gender, genderOfWord } from './titles.ts'

/** Something that a later pronoun or description may mean. */
export interface Candidate {
  /** Of the sentences read, the how manieth. */
  readonly sentence: number
  readonly head: number
  /** One, or all of those joined by "and"; none where nobody is known. */
  readonly entities: readonly EntityId[]
  readonly kind: EntityKind | 'thing'
  readonly plural: boolean
  /** How much its place in the sentence speaks for it, 0 to 1. */
  readonly weight: number
  readonly gender: Gender | null
  readonly form: Placed['form'] | 'joined'
  /** The head's lemma in lower case. */
  readonly noun: string
  /** Whether it is the subject of a word that reports. */
  readonly speaks: boolean
  /** The word under which it stands, and whether it is a party to it: subject, object, or joined by "with". */
  readonly above: number
  readonly isParty: boolean
  /** Whether it stands in quoted words. */
  readonly quoted: boolean
}

const WEIGHTS: Readonly<Record<string, number>> = {
  nsubj: 1,
  'nsubj:pass': 0.95,
  root: 0.7,
  'obl:agent': 0.7,
  obj: 0.65,
  iobj: 0.7,
  'nmod:poss': 0.55,
  obl: 0.5,
  nmod: 0.4,
  amod: 0.35,
  compound: 0.3,
  'nmod:desc': 0.3,
}

/** The relation that tells a word's place in the sentence: of a conjunct the first one's, of an apposition what it stands beside. */
export function placeOf({ tokens }: Grammar, at: number): { readonly deprel: string; readonly above: number } {
  let [word, deprel] = [tokens[at]!, tokens[at]!.deprel]
  for (let steps = 0; /^(?:conj|appos|flat)$/u.test(deprel) && word.head >= 0 && steps < 20; steps++) {
    word = tokens[word.head]!
    deprel = word.deprel
  }
  return { deprel, above: word.head }
}

export function weightOf(grammar: Grammar, at: number): number {
  const { deprel } = placeOf(grammar, at)
  return WEIGHTS[deprel] ?? WEIGHTS[plain(deprel)] ?? 0.4
}

/** Verbs that report, by lemma. */
export type Reporting = ReadonlySet<string>

const made = new WeakMap<Lexicon, Reporting>()

/** The verbs by which the tables know a report, in the infinitive. */
export function reportingOf(lexicon: Lexicon): Reporting {
  const known = made.get(lexicon)
  if (known) return known
  const verbs = new Set(lexicon.cues.flatMap(({ cues }) => cues.flatMap(([verb]) => verb ?? [])))
  made.set(lexicon, verbs)
  return verbs
}

export function speaksAt(grammar: Grammar, at: number, reporting: Reporting): boolean {
  const { deprel, above } = placeOf(grammar, at)
  return deprel === 'nsubj' && above >= 0 && reporting.has(grammar.tokens[above]!.lemma.toLowerCase())
}

/** Under which word another stands, and whether as a party. */
export function partyAt(grammar: Grammar, at: number): Pick<Candidate, 'above' | 'isParty'> {
  const { deprel, above } = placeOf(grammar, at)
  return { above, isParty: isParty(grammar, at, deprel) }
}

const isParty = (grammar: Grammar, at: number, deprel: string): boolean =>
  /^(?:nsubj|obj|iobj)/u.test(deprel) || (deprel === 'obl' && markerOf(grammar, at) === 'with')

/** What a sentence names or speaks of, by their heads, in order: names, what the encoder sees of persons and things, and what "and" joins. */
export function candidatesOf(
  sentence: number,
  grammar: Grammar,
  names: readonly Placed[],
  seen: readonly MentionSignals[],
  actors: Actors,
  reporting: Reporting,
  isQuoted: (at: number) => boolean,
): readonly Candidate[] {
  const { tokens } = grammar
  const byHead = new Map<number, Candidate>()
  const add = (at: number, rest: Pick<Candidate, 'entities' | 'kind' | 'form'>, isPeople: boolean): void => {
    const { xpos, lemma } = tokens[at]!
    const id = rest.entities[0]
    const isOne = id !== undefined && rest.form !== 'description'
    const { deprel, above } = placeOf(grammar, at)
    // every field by its name: spread objects are slow here, and this runs for every mention
    byHead.set(at, {
      sentence,
      head: at,
      entities: rest.entities,
      kind: rest.kind,
      plural: isPeople || (/^NNP?S$/u.test(xpos) && !isOne),
      weight: WEIGHTS[deprel] ?? WEIGHTS[plain(deprel)] ?? 0.4,
      gender: (id === undefined ? genderOfWord(actors.tables.lexicon, lemma) : actors.genders.get(id)) ?? null,
      form: rest.form,
      noun: lemma.toLowerCase(),
      speaks: deprel === 'nsubj' && above >= 0 && reporting.has(tokens[above]!.lemma.toLowerCase()),
      above,
      isParty: isParty(grammar, at, deprel),
      quoted: isQuoted(at),
    })
  }
  for (const { head, kind } of seen) {
    const isBody = kind === 'person' || kind === 'organization' || kind === 'place'
    if (tokens[head]!.upos === 'PRON' || byHead.has(head)) continue
    add(head, { entities: [], kind: isBody ? kind : 'thing', form: 'description' }, false)
  }
  for (const { head, entity, kind, form } of names) {
    const known = byHead.get(head)
    if (known && known.entities.length > 0 && form !== 'description') continue
    const isPeople = form === 'demonym' && tokens[head]!.upos !== 'ADJ'
    if (entity === null && known) continue
    add(head, { entities: entity === null ? [] : [entity], kind, form }, isPeople)
  }
  const joined = [...byHead.values()].flatMap((first): Candidate[] => {
    const heads = conjuncts(grammar, first.head)
    const parts = heads.flatMap((at) => byHead.get(at) ?? [])
    if (parts.length < 2 || tokens[first.head]!.deprel === 'conj' || !isAnd(grammar, heads)) return []
    const isKnown = parts.every(({ entities }) => entities.length > 0)
    const entities = isKnown ? [...new Set(parts.flatMap(({ entities }) => entities))] : []
    if (isKnown && entities.length < 2) return []
    return [{ ...first, entities, plural: true, form: 'joined', gender: null }]
  })
  return [...byHead.values(), ...joined].sort((a, b) => a.head - b.head || a.entities.length - b.entities.length)
}

const isAnd = (grammar: Grammar, heads: readonly number[]): boolean =>
  heads.some((at) => dependents(grammar, at, 'cc').some(({ lemma }) => lemma.toLowerCase() === 'and'))
