import { clausesOf, reportsOf } from '../clauses/index.ts'
import type { Encoder, SentenceSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import { mentionsOf } from '../mentions/index.ts'
import {
  type Article,
  type Claim,
  type Entity,
  type EntityId,
  isPlace,
  type Reader,
  type Reading,
  type Tree,
} from '../model/index.ts'
import { treesOf } from '../syntax/index.ts'
import { paragraphStarts, quotationsOf, splitArticle } from '../text/index.ts'
import { claimsOf } from './claims.ts'

/** What reads articles: the tables, the encoder, and by which versions of the three readings are marked. */
export interface Tools {
  readonly lexicon: Lexicon
  readonly encoder: Encoder
  readonly reader: Reader
}

/** Puts the tools of reading together. `program` is the package's version. */
export const toolsOf = (lexicon: Lexicon, encoder: Encoder, program: string): Tools => ({
  lexicon,
  encoder,
  reader: { program, model: encoder.name, lexicon: lexicon.digest },
})

const CUT = 'a sentence that is too long to be read whole was cut here'

/** Reads one article: what comes out depends on it and the tools alone, so it is the same in any company and on any worker. */
export async function readArticle(article: Article, { lexicon, encoder, reader }: Tools): Promise<Reading> {
  const { sentences, cuts } = splitArticle(article)
  const quotations = quotationsOf(article.text)
  const signals = await encoder.read(sentences, paragraphStarts(article.text, sentences))
  const trees = treesOf(sentences, signals.sentences)
  const isRead = ({ sentence }: { readonly sentence: number }) => sentences[sentence]!.part !== 'boilerplate'
  const read = trees.filter(isRead)
  const { mentions, coined } = mentionsOf(article, read, signals.sentences, lexicon)
  const clauses = read.flatMap((tree) => clausesOf(article, tree, lexicon))
  const reports = reportsOf(article, trees, signals.reports.filter(isRead), quotations, lexicon)
  const known = mentions.filter(({ entity }) => entity !== null)
  const claims = claimsOf(
    {
      article,
      sentences,
      trees: read,
      mentions: known,
      coined,
      kinds: kindsOf(trees, signals.sentences),
      clauses,
      reports,
    },
    lexicon,
  )
  const ledger = {
    article: article.id,
    origin: article.origin,
    sentences: sentences.length,
    read: read.length,
    tokens: sentences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    claims: claims.length,
    cuts: article.regions.filter(({ part }) => part === 'boilerplate'),
    findings: cuts.map((cut) => ({ rule: 'sentence.cut', message: CUT, ...cut })),
  }
  const entities = entitiesOf(claims, (id) => lexicon.entities.get(id) ?? coined.get(id))
  return { reader, article, sentences, quotations, trees, mentions, clauses, reports, claims, entities, ledger }
}

/** Below this probability a noun's kind is anybody's guess. */
const LIKELY = 0.6

/** What the encoder takes nouns for, by their offset. */
function kindsOf(trees: readonly Tree[], signals: readonly SentenceSignals[]): ReadonlyMap<number, string> {
  const kinds = signals.flatMap(({ mentions }, sentence) =>
    mentions
      .filter(({ probability }) => probability > LIKELY)
      .map(({ head, kind }) => [trees[sentence]!.tokens[head]!.start, kind] as const),
  )
  return new Map(kinds)
}

/** Whom the claims name, then whom those act for and what they lie within, as far up as the tables know. */
function entitiesOf(claims: readonly Claim[], lookUp: (id: EntityId) => Entity | undefined): readonly Entity[] {
  const found = new Map<EntityId, Entity>()
  const add = (id: EntityId | null): void => {
    const entity = id !== null && !found.has(id) ? lookUp(id) : undefined
    if (!entity) return
    found.set(entity.id, entity)
    if (isPlace(entity)) add(entity.within)
    else for (const { actsFor } of entity.roles) add(actsFor)
  }
  for (const { source, target, place, attribution } of claims) {
    const speakers = attribution.flatMap(({ speaker }) => (speaker ? [speaker] : []))
    for (const party of [...source, ...target, ...place, ...speakers]) add(party.actor)
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
