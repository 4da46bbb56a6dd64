import type { Lexicon, TypeRow } from '../lexicon/index.ts'
import {
  type Article,
  type Claim,
  type Clause,
  type Entity,
  type EntityId,
  type Mention,
  overlapping,
  type Phrase,
  type Report,
  type Sentence,
  type Tree,
} from '../model/index.ts'
import { dependents, type Grammar, gathererOf, grammarOf } from '../syntax/index.ts'
import { claimsOfClause } from './deeds.ts'
import type { Desk } from './desk.ts'
import type { Parts } from './match.ts'
import { bySentence } from './order.ts'
import { type Namer, namerOf } from './parties.ts'
import { matchRow } from './rows.ts'
import { sayingOf } from './sayings.ts'
import { voicesOf } from './voices.ts'

/** What the stages before have found in an article. */
export interface Findings {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly trees: readonly Tree[]
  readonly mentions: readonly Mention[]
  /** Those of whom the tables know nothing. */
  readonly coined: ReadonlyMap<EntityId, Entity>
  /** What the encoder takes nouns for, by their offset in the article. */
  readonly kinds: ReadonlyMap<number, string>
  readonly clauses: readonly Clause[]
  readonly reports: readonly Report[]
}

/** Joins clauses, mentions and reports into claims, in order of the text. */
export function claimsOf(findings: Findings, lexicon: Lexicon): readonly Claim[] {
  const { article, sentences } = findings
  const mentions = bySentence(findings.mentions)
  const clauses = bySentence(findings.clauses)
  const reports = reportsBySentence(findings)
  const { coined, kinds, trees } = findings
  const namers = new Map(
    trees.map((tree): [number, Namer] => {
      const known = { article, mentions: mentions.get(tree.sentence) ?? [], coined, kinds, lexicon }
      return [tree.sentence, namerOf(known, grammarOf(tree))]
    }),
  )
  const namerAt = ({ head }: Phrase): Namer | null => {
    const [at] = overlapping(sentences, { start: head, end: head + 1 })
    return namers.get(at?.index ?? -1) ?? null
  }
  const claims = trees.flatMap((tree) => {
    const own = clauses.get(tree.sentence) ?? []
    if (own.length === 0) return []
    const times = new Set(tree.tokens.filter(({ start }) => kinds.get(start) === 'time').map(({ index }) => index))
    const [sentence, namer] = [sentences[tree.sentence]!, namers.get(tree.sentence)!]
    const desk: Desk = { article, sentence, grammar: grammarOf(tree), namer, namerAt, lexicon, times }
    return claimsIn(desk, own, reports.get(tree.sentence) ?? [])
  })
  const spoken = new Map(
    claims.flatMap(({ attribution }) => attribution.flatMap(({ cue }) => (cue ? [[cue.start, cue] as const] : []))),
  )
  const cues = [...spoken.values()].sort((a, b) => a.start - b.start)
  const unique = new Map(claims.map((claim) => [claim.id, claim]))
  return [...unique.values()].filter(({ type, predicate, source, target }) => {
    const isOnlyCue = type === 'SAY' && overlapping(cues, predicate).length > 0
    return !isOnlyCue && (type !== null || [...source, ...target].some(({ actor }) => actor !== null))
  })
}

/** The reports by the sentences that their content reaches into. */
function reportsBySentence({ reports, sentences }: Findings): ReadonlyMap<number, readonly Report[]> {
  const reach = reports.flatMap((report) => {
    const reached = new Set(report.content.flatMap((span) => overlapping(sentences, span)))
    return [...reached].map(({ index: sentence }) => ({ sentence, report }))
  })
  const groups = bySentence(reach)
  return new Map([...groups].map(([sentence, items]) => [sentence, items.map(({ report }) => report)]))
}

/** The claims of one sentence, by what stands in it and the reports that reach into it. */
function claimsIn(desk: Desk, clauses: readonly Clause[], reports: readonly Report[]): readonly Claim[] {
  const { grammar, namer, lexicon, times } = desk
  const index = new Map(grammar.tokens.map((token) => [token.start, token.index]))
  const heads = (phrases: Clause['subject']): readonly number[] => phrases.map(({ head }) => index.get(head)!)
  const parts = clauses.map(
    (clause): Parts => ({
      grammar,
      clause,
      times,
      isShared: heads(clause.subject).flatMap(namer.partiesOf).length > 1,
      isParty: (head) => namer.isWho(head) && !namer.namesPlace(head),
      isSomebody: (head) => namer.canAct(head) || namer.isSpot(head),
      objects: heads(clause.objects),
      obliques: clause.obliques.map(({ head, marker }) => ({ at: index.get(head)!, marker })),
    }),
  )
  const fits = parts.map((one) => matchRow(one, lexicon, (row, target) => suits(row.target, target, namer)))
  // "faced attacks from Y" tells of the attacks, whatever facing may be
  const turned = new Set(
    clauses.flatMap(({ shape, objects, predicate }, at) =>
      shape === 'noun' && objects.length > 0 && fits[at] ? [carrierAt(grammar, predicate.index)] : [],
    ),
  )
  const matches = fits.map((match, at) => (turned.has(clauses[at]!.predicate.index) ? null : match))
  const nouns = new Set(clauses.flatMap(({ shape, predicate }) => (shape === 'noun' ? [predicate.index] : [])))
  const sayings = parts.map((one) => sayingOf(one, lexicon, nouns))
  const voices = voicesOf(desk, clauses, sayings, reports)
  /** Whom a deed concerns: whom it befalls, else who stands in it, the nearest to its verb. */
  const concerned = (at: number, target: readonly number[]): readonly number[] => {
    const { objects, obliques } = parts[at]!
    const further = objects.flatMap((object) => below(grammar, object))
    const others = obliques.map((one) => one.at)
    const named = [...objects, ...others, ...further].filter((head) =>
      namer.partiesOf(head).some(({ actor }) => actor !== null),
    )
    const lists = [target, named.slice(0, 1), objects, others, further]
    return lists.map((list) => list.filter(namer.isWho)).find((list) => list.length > 0) ?? []
  }
  const claimsAt = (clause: Clause, at: number): readonly Claim[] => {
    const saying = sayings[at]
    const said = saying && clauses.find(({ predicate, shape }) => predicate.index === saying.said && shape !== 'noun')
    const found = {
      match: matches[at]!,
      saying: sayings[at]!,
      sources: heads(clause.subject),
      objects: parts[at]!.objects,
      others: parts[at]!.obliques.filter(
        ({ at: head, marker }) =>
          TOWARDS.test(marker ?? '') && namer.partiesOf(head).some(({ actor }) => actor !== null),
      ).map(({ at: head }) => head),
      about: said ? heads(said.passive ? said.objects : said.subject) : [],
      within: said ? concerned(clauses.indexOf(said), matches[clauses.indexOf(said)]?.target ?? []) : [],
    }
    return claimsOfClause(desk, clause, found, voices)
  }
  // "held talks": a verb whose pattern speaks of the noun tells of it, if it tells of anything
  const told = clauses.map((clause, at) => (clause.shape === 'noun' ? null : claimsAt(clause, at)))
  const isCovered = ({ index }: Clause['predicate']): boolean =>
    matches.some((match, at) => {
      const isSpoken = match?.used.has(index) || match?.used.has(gathererOf(grammar, index))
      return told[at]?.length && isSpoken && !match!.target.includes(index)
    })
  return clauses.flatMap((clause, at) => told[at] ?? (isCovered(clause.predicate) ? [] : claimsAt(clause, at)))
}

/** The nouns that hang on a noun by a preposition, and theirs, the nearest first: "imports of beef from Brazil". */
function below(grammar: Grammar, at: number): readonly number[] {
  const near = dependents(grammar, at, 'nmod').map(({ index }) => index)
  return [...near, ...near.flatMap((index) => below(grammar, index))]
}

/** The word that a noun, or the first of those that it is joined to, hangs on. */
function carrierAt({ tokens }: Grammar, noun: number): number {
  let at = noun
  while (tokens[at]!.deprel === 'conj') at = tokens[at]!.head
  return tokens[at]!.head
}

/** What leads to the other party of a deed. */
const TOWARDS = /^(?:with|to|against|toward|towards|upon)$/

/** Whether the phrases in a slot are of the kind that a row speaks of. */
function suits(kind: TypeRow['target'], heads: readonly number[], namer: Namer): boolean {
  const { partiesOf, isPlace, isTown, namesPlace, canAct } = namer
  if (kind === 'any' || heads.length === 0) return kind !== 'place'
  if (kind === 'place') return heads.some((head) => partiesOf(head).some(isPlace))
  // towns and museums receive and refuse as well
  const able = heads.filter((head) => !namer.isAffair(head))
  if (kind === 'actor') return able.some((head) => canAct(head) || isTown(head))
  return able.some((head) => canAct(head) && !namesPlace(head))
}
