import type { Lexicon, TypeRow } from '../lexicon/index.ts'
import {
  type Article,
  type Attribution,
  type Claim,
  type ClaimType,
  type Clause,
  claimId,
  type Mention,
  overlapping,
  type Party,
  type Phrase,
  type Report,
  type Sentence,
  textSpan,
  within,
} from '../model/index.ts'
import { matchRow } from './match.ts'
import { bySentence } from './order.ts'

/** What the stages before have found in an article. */
export interface Findings {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly clauses: readonly Clause[]
  readonly reports: readonly Report[]
}

/** Joins clauses, mentions and reports into claims, in order of the text. */
export function claimsOf(findings: Findings, lexicon: Lexicon): readonly Claim[] {
  const mentions = bySentence(findings.mentions)
  const clauses = bySentence(findings.clauses)
  const reports = reportsBySentence(findings)
  const claims = findings.sentences.flatMap((sentence) => {
    const here = {
      mentions: mentions.get(sentence.index) ?? [],
      clauses: clauses.get(sentence.index) ?? [],
      reports: reports.get(sentence.index) ?? [],
    }
    return here.clauses.length === 0 ? [] : claimsIn(sentence, { ...findings, ...here }, lexicon)
  })
  const cues = new Set(claims.flatMap(({ attribution }) => attribution.map(({ cue }) => cue?.start)))
  const unique = new Map(claims.map((claim) => [claim.id, claim]))
  return [...unique.values()].filter(({ type, predicate, source, target }) => {
    const isOnlyCue = type === 'SAY' && cues.has(predicate.start)
    return !isOnlyCue && [...source, ...target].some(({ actor }) => actor !== null)
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
function claimsIn(
  sentence: Sentence,
  { article, mentions, clauses, reports }: Findings,
  lexicon: Lexicon,
): readonly Claim[] {
  const parties = (phrases: readonly Phrase[]) =>
    phrases.flatMap((phrase) => partiesOf(phrase, article, mentions, lexicon))
  const isPlace = ({ actor }: Party) => /^(?:place|state)$/.test(lexicon.entities.get(actor!)?.kind ?? '')
  return clauses.flatMap((clause): Claim[] => {
    const chain = reports
      .filter(
        ({ content, cue }) =>
          content.some((span) => within(clause.predicate, span)) && cue?.start !== clause.predicate.start,
      )
      .sort((a, b) => size(a) - size(b))
    const cue = lexicon.cues.find(({ id }) => id === chain[0]?.cue?.group)
    // a cue knows better than its infinitive whether a deed was planned: "refused to arm", "called on Turkey to leave"
    const isOpen = clause.modality === 'actual' || clause.modality === 'planned'
    const modality = (isOpen && (cue?.modality ?? (cue?.polarity && 'actual'))) || clause.modality
    const mood = { polarity: cue?.polarity === 'negated' ? 'negated' : clause.polarity, modality } as const
    const make = (
      row: Pick<TypeRow, 'id' | 'mode'>,
      type: ClaimType | null,
      source: readonly Party[],
      target: readonly Party[],
    ) =>
      claimOf(clause, sentence, {
        article: article.id,
        type,
        mode: row.mode,
        source,
        target,
        ...mood,
        rule: row.id,
        confidence: clause.confidence,
        when: null,
        place: parties(
          clause.obliques.filter(({ marker }) => /^(?:in|at|near|over|around|across)$/.test(marker ?? '')),
        ).filter(isPlace),
        attribution: chain.map((report, level): Attribution => {
          const { cue, content, kind } = report
          const spans = content.map(({ start, end }) => ({ start, end }))
          const words = cue && { text: cue.text, start: cue.start, end: cue.end }
          return {
            level,
            speaker: report.source && (parties([report.source])[0] ?? null),
            cue: words,
            content: spans,
            kind,
          }
        }),
      })

    const [source, match] = [
      parties(clause.subject),
      matchRow(article.text, clause, lexicon, (phrase) => parties([phrase]).some(isPlace)),
    ]
    const report = reports.find(({ cue }) => cue?.start === clause.predicate.start)
    if (match) {
      const { row } = match
      const target = parties(match.target)
      // several sources and no target would read as a deed among themselves
      if (!row.reciprocal && target.length === 0 && source.length > 1) {
        return source.map((party) => make(row, row.type, [party], []))
      }
      const claim = make(row, row.type, source, target)
      const speaker = claim.attribution[0]?.speaker
      if (!row.demanded || modality !== 'demanded' || mood.polarity === 'negated' || !speaker) return [claim]
      const stance = make(row, row.demanded, [speaker], source)
      return [claim, { ...stance, modality: 'actual', attribution: stance.attribution.slice(1) }]
    }
    const act = lexicon.cues.find(({ id }) => id === report?.cue?.group)
    if (act?.act && act.act !== 'SAY')
      return [make({ id: `cue.${act.id}`, mode: null }, act.act, source, parties(clause.objects))]
    const target = parties(clause.objects)
    const areNamed = [...source, ...target].every((party) => party.actor !== null && !isPlace(party))
    const isUntyped = !report && areNamed && source.length > 0 && target.length > 0
    return isUntyped ? [make({ id: 'open', mode: null }, null, source, target)] : []
  })
}

type ClaimBody = Omit<Claim, 'id' | 'predicate' | 'sentence' | 'quote'>

function claimOf({ predicate }: Clause, sentence: Sentence, reading: ClaimBody): Claim {
  const { text: quote, occurrence, index, start, end } = sentence
  const heads = (list: readonly Party[]) => list.map((party) => party.end - start)
  const key = {
    article: reading.article,
    sentence: quote,
    occurrence,
    type: reading.type,
    predicate: predicate.start - start,
  }
  const id = claimId({ ...key, sources: heads(reading.source), targets: heads(reading.target) })
  return { ...reading, id, predicate, sentence: { index, start, end }, quote }
}

/** Nouns for those who stand to somebody without being theirs. */
const APART =
  /\b(?:all(?:y|ies)|opponents?|enem(?:y|ies)|rivals?|foes?|critics?|neighbou?rs?|friends?|partners?|backers?|supporters?|victims?)$/iu

/** Whom a phrase names: its head, else the nations and owners before it, else what follows "of". */
function partiesOf(phrase: Phrase, article: Article, mentions: readonly Mention[], lexicon: Lexicon): readonly Party[] {
  const { text, start, end } = phrase
  // a mention may reach over a clause that names others: "Russia, which bombed Idlib" is Russia, and its Idlib is not
  const inside = mentions.filter((mention) => start <= mention.head && mention.head < end)
  const head = inside.find((mention) => mention.start <= phrase.head && phrase.head < mention.end)
  const of = /^ of (?:the )?/u.exec(article.text.slice(end, end + 8))
  const after = of ? mentions.filter((mention) => mention.start === end + of[0].length) : []
  // "Assad's opponents" are not Assad, and no ally of Russia is Russia
  const isApart = !head && APART.test(phrase.text)
  const chosen = isApart ? [] : head ? [head] : inside.length > 0 ? inside : after
  if (chosen.length === 0) return [{ text, start, end, actor: null, label: null, form: 'description' }]
  return chosen.map((mention, at) => {
    // "Russian and Syrian jets" are "Russian" and "Syrian jets": each party has words, and so a head, of its own
    const isShared = chosen.length > 1
    const from = isShared ? mention.start : start
    const to = isShared && at < chosen.length - 1 ? mention.end : end
    const label = mention.entity && (lexicon.entities.get(mention.entity)?.label ?? mention.text)
    return { ...textSpan(article.text, from, to), actor: mention.entity, label, form: mention.form }
  })
}

const size = ({ content }: Report): number => content.reduce((sum, { start, end }) => sum + end - start, 0)
