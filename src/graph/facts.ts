import {
  type Article,
  type ArticleId,
  type Claim,
  type EntityId,
  isReciprocal,
  type Party,
  statusOf,
} from '../model/index.ts'
import type { Store } from '../store/index.ts'
import type { Fact } from './view.ts'

/** What a fact takes over from the article of its claim. */
export type ArticleFacts = Pick<Article, 'publisher' | 'published'>

/** The claim as ties see it. */
export function factOf(claim: Claim, { publisher, published }: ArticleFacts): Fact {
  const spoken = claim.when?.date ?? null
  return {
    claim: claim.id,
    article: claim.article,
    publisher,
    type: claim.type,
    lemma: claim.predicate.lemma,
    sources: resolved(claim.source),
    targets: resolved(claim.target),
    places: resolved(claim.place),
    reciprocal: isReciprocal(claim),
    hasTarget: claim.target.length > 0,
    status: statusOf(claim),
    date: spoken === null ? published : firstDay(spoken),
    confidence: claim.confidence,
  }
}

/** One fact a claim, in the order of the claims. An article that is not among the articles gives neither publisher nor date. */
export function factsOf(claims: Iterable<Claim>, articles: ReadonlyMap<ArticleId, ArticleFacts>): Fact[] {
  const facts: Fact[] = []
  for (const claim of claims) facts.push(factOf(claim, articles.get(claim.article) ?? NOT_KNOWN))
  return facts
}

/** The facts of a whole store, in its order. */
export function factsFrom(store: Pick<Store, 'articles' | 'claims'>): Fact[] {
  return factsOf(store.claims(), articleFacts(store))
}

/** What the facts of a store take over from its articles. */
export function articleFacts(store: Pick<Store, 'articles'>): Map<ArticleId, ArticleFacts> {
  const articles = new Map<ArticleId, ArticleFacts>()
  for (const { article } of store.articles()) {
    articles.set(article.id, { publisher: article.publisher, published: article.published })
  }
  return articles
}

/** Of an article that is not there. */
export const NOT_KNOWN: ArticleFacts = { publisher: null, published: null }

function resolved(parties: readonly Party[]): EntityId[] {
  const ids = new Set<EntityId>()
  for (const { actor } of parties) if (actor !== null) ids.add(actor)
  return [...ids]
}

/** `2015` gives `2015-01-01`, `2015-09` gives `2015-09-01`, a day stays. */
const firstDay = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
