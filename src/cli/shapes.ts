import type { Clause, Phrase, Reading, Span, TextSpan } from '../model/index.ts'
import { conlluOf } from './conllu.ts'

/** How much of an argument the clauses show: its words alone, or with what hangs on it by "of". */
export const LENGTHS = ['short', 'long'] as const
export type Length = (typeof LENGTHS)[number]

interface Shape {
  readonly says: string
  readonly write: (reading: Reading, length: Length) => string
}

const line = (row: object): string => `${JSON.stringify(row)}\n`
const span = ({ text, start, end }: TextSpan) => ({ text, start, end })

/** What `wiregraph extract` can print. */
export const SHAPES = {
  claims: {
    says: 'who did what to whom, and who says so',
    write({ article, claims }) {
      const { title, publisher, published, basis, url } = article
      const rows = claims.map((claim) => ({
        id: claim.id,
        type: claim.type,
        mode: claim.mode,
        predicate: claim.predicate,
        source: claim.source,
        target: claim.target,
        place: claim.place,
        when: claim.when,
        polarity: claim.polarity,
        modality: claim.modality,
        attribution: claim.attribution,
        sentence: claim.sentence,
        quote: claim.quote,
        rule: claim.rule,
        confidence: claim.confidence,
      }))
      return line({ id: article.id, article: { title, publisher, published, basis, url }, claims: rows })
    },
  },
  clauses: {
    says: 'every clause as an open tuple of subject, predicate and arguments',
    write(reading, length) {
      return line({ id: reading.article.id, clauses: reading.clauses.map((clause) => tuple(reading, clause, length)) })
    },
  },
  quotes: {
    says: 'who says what: source, cue and content',
    write({ article, reports }) {
      const quotes = reports.map(({ source, cue, content, kind }) => {
        return { source: source && span(source), cue: cue && span(cue), content: content.map(span), kind }
      })
      return line({ id: article.id, quotes })
    },
  },
  entities: {
    says: 'who and what is named, and which names are one',
    write({ article, mentions }) {
      const entities = mentions.map(({ text, start, end, kind, form, entity, cluster }) => {
        return { text, start, end, kind, form, actor: entity, cluster }
      })
      return line({ id: article.id, entities })
    },
  },
  conllu: {
    says: 'the dependency trees, as CoNLL-U',
    write: conlluOf,
  },
} as const satisfies Record<string, Shape>

export type ShapeName = keyof typeof SHAPES

/** Subject, predicate and arguments as tokens of the sentence joined by one space. */
function tuple({ sentences, article }: Reading, clause: Clause, length: Length) {
  const sentence = sentences[clause.sentence]
  const words = ({ start, end }: Span): string => {
    const inside = sentence?.tokens.filter((token) => token.start >= start && token.end <= end) ?? []
    return inside.map(({ text }) => text).join(' ')
  }
  const argument = (phrase: Phrase): string => {
    const marked = phrase.marker === null ? words(phrase) : `${phrase.marker} ${words(phrase)}`
    const of =
      length === 'long'
        ? clause.obliques.find(({ marker, start }) => marker === 'of' && start > phrase.end && start <= phrase.end + 8)
        : undefined
    return of && article.text.slice(phrase.end, of.start).trim() === 'of' ? `${marked} of ${words(of)}` : marked
  }
  return {
    sentence: clause.sentence,
    subject: clause.subject.map(words).join(' and ') || null,
    predicate: words(clause.predicate),
    arguments: [...clause.objects, ...clause.obliques].map(argument),
    negated: clause.polarity === 'negated',
    confidence: clause.confidence,
  }
}
