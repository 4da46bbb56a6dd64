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
import { grammarOf } from '../syntax/index.ts'
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
      objects: heads(clause.objects),
      obliques: clause.obliques.map(({ head, marker }) => ({ at: index.get(head)!, marker })),
    }),
  )
  const matches = parts.map((one) => matchRow(one, lexicon, (row, target) => suits(row.target, target, namer)))
  const nouns = new Set(clauses.flatMap(({ shape, predicate }) => (shape === 'noun' ? [predicate.index] : [])))
  const sayings = parts.map((one) => sayingOf(one, lexicon, nouns))
  const voices = voicesOf(desk, clauses, sayings, reports)
  return clauses.flatMap((clause, at) => {
    // "held talks": the verb's pattern speaks of the noun
    const isCovered = matches.some(
      (match, other) =>
        other !== at && match?.used.has(clause.predicate.index) && !match.target.includes(clause.predicate.index),
    )
    if (clause.shape === 'noun' && isCovered) return []
    const said = clauses.find(({ predicate, shape }) => predicate.index === sayings[at]?.said && shape !== 'noun')
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
      within: said && matches[clauses.indexOf(said)] ? matches[clauses.indexOf(said)]!.target : [],
    }
    return claimsOfClause(desk, clause, found, voices)
  })
}

/** What leads to the other party of a deed. */
const TOWARDS = /^(?:with|to|against|toward|towards|upon)$/

/** Whether the phrases in a slot are of the kind that a row speaks of. */
function suits(
  kind: TypeRow['target'],
  heads: readonly number[],
  { partiesOf, isPlace, namesPlace, canAct }: Namer,
): boolean {
  if (kind === 'any' || heads.length === 0) return kind !== 'place'
  if (kind === 'place') return heads.some((head) => partiesOf(head).some(isPlace))
  if (kind === 'actor') return heads.some(canAct)
  return heads.some((head) => canAct(head) && !namesPlace(head))
}
