import { LENGTHS, type Length, tuplesOf } from '../clauses/index.ts'
import type { Reading, TextSpan } from '../model/index.ts'
import { conlluOf } from './conllu.ts'

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
    write({ article, trees, clauses }, length) {
      const rows = clauses.flatMap((clause) => {
        const tree = trees.find(({ sentence }) => sentence === clause.sentence)
        const { sentence, polarity, confidence } = clause
        const tuples = tree ? tuplesOf(tree, clause, length) : []
        return tuples.map((tuple) => ({ sentence, ...tuple, negated: polarity === 'negated', confidence }))
      })
      return line({ id: article.id, clauses: rows })
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

export { LENGTHS, type Length }
