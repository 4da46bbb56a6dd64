import { clausesOf, reportsOf } from '../clauses/index.ts'
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
} from '../model/index.ts'
import { MODEL, treeOf } from '../syntax/index.ts'
import { quotationsOf, splitArticle } from '../text/index.ts'
import { claimsOf } from './claims.ts'
import { bySentence, overlapping } from './order.ts'

/** Which reader this program is with these tables. `program` is the package's version. */
export const readerOf = (lexicon: Lexicon, program: string): Reader => ({
  program,
  model: MODEL,
  lexicon: lexicon.digest,
})

const CUT = 'a sentence that is too long to be read whole was cut here'

/** Reads one article: a pure function, so that it gives the same claims alone, in any company and on any worker. */
export function readArticle(article: Article, lexicon: Lexicon, reader: Reader): Reading {
  const { sentences, cuts } = splitArticle(article)
  const quotations = quotationsOf(article.text)
  const trees = sentences.filter(({ part }) => part !== 'boilerplate').map(treeOf)
  const { mentions, coined } = mentionsOf(article, trees, lexicon)
  const clauses = trees.flatMap((tree) => clausesOf(article, tree, lexicon))
  const clausesIn = bySentence(clauses)
  const reports = trees.flatMap((tree) => {
    const sentence = sentences[tree.sentence]!
    const here = clausesIn.get(tree.sentence) ?? []
    return reportsOf(article, sentence, here, overlapping(quotations, sentence), lexicon)
  })
  const claims = claimsOf({ article, sentences, mentions, clauses, reports }, lexicon)
  const ledger = {
    article: article.id,
    origin: article.origin,
    sentences: sentences.length,
    read: trees.length,
    tokens: sentences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    claims: claims.length,
    cuts: article.regions.filter(({ part }) => part === 'boilerplate'),
    findings: cuts.map((cut) => ({ rule: 'sentence.cut', message: CUT, ...cut })),
  }
  const entities = entitiesOf(claims, (id) => lexicon.entities.get(id) ?? coined.get(id))
  return { reader, article, sentences, quotations, trees, mentions, clauses, reports, claims, entities, ledger }
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
