import {
  type ArticleId,
  type Entity,
  type EntityId,
  type Event,
  join,
  type Status,
  type Voices,
} from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { articleFacts, factOf, NOT_KNOWN } from './facts.ts'
import { type Happening, happenings } from './happenings.ts'
import { printingsOf } from './printings.ts'
import { sorted } from './slots.ts'
import { type Telling, tellingOf } from './tellings.ts'
import { bestFirst, topLemmas } from './ties.ts'
import type { Fact, Rollup } from './view.ts'

/** An event, and the claims behind it, the best first; those of reprints follow. */
export interface EventWithFacts {
  readonly event: Event
  readonly facts: readonly Fact[]
}

/** The events that claims tell of, in order of id, in whatever order the claims come. */
export function eventsOf(
  tellings: Iterable<Telling>,
  entities: ReadonlyMap<EntityId, Entity>,
  rollup: Rollup = 'none',
): EventWithFacts[] {
  return happenings(printingsOf(tellings), entities, rollup).map(eventOf)
}

/** What the claims of a whole store tell, in its order. */
export function tellingsFrom(store: Pick<Store, 'articles' | 'claims'>): Telling[] {
  const articles = articleFacts(store)
  const tellings: Telling[] = []
  for (const claim of store.claims()) {
    const article = articles.get(claim.article) ?? NOT_KNOWN
    const telling = tellingOf(claim, factOf(claim, article), article)
    if (telling !== null) tellings.push(telling)
  }
  return tellings
}

function eventOf({ id, type, slots, time, printings, within }: Happening): EventWithFacts {
  const tellings = printings.map(({ first }) => first)
  const facts = tellings.map(({ fact }) => fact).sort(bestFirst)
  const reprints = printings.flatMap(({ again }) => again.map(({ fact }) => fact)).sort(bestFirst)
  const count = (status: Status) => facts.filter((fact) => fact.status === status).length
  const [best] = facts as [Fact, ...Fact[]]
  const event: Event = {
    id,
    type,
    sources: slots.sources.ids,
    targets: slots.targets.ids,
    places: slots.places,
    unnamed: { sources: unnamed(slots.sources), targets: unnamed(slots.targets) },
    mutual: slots.mutual,
    status: facts.reduce((sofar, { status }) => join(sofar, status), best.status),
    first: time.basis === 'unknown' ? null : time.first,
    last: time.basis === 'unknown' ? null : time.basis === 'told' ? time.last : time.first,
    precision: time.basis === 'unknown' ? null : time.basis === 'told' ? time.precision : 'day',
    basis: time.basis,
    within,
    asserted: count('reported'),
    attributed: count('claimed'),
    denied: count('denied'),
    unrealized: count('unrealized'),
    claims: facts.length,
    articles: new Set<ArticleId>(facts.map(({ article }) => article)).size,
    publishers: new Set(facts.map(({ publisher }) => publisher)).size,
    asserting: voices(tellings, ({ status }) => status === 'reported' || status === 'claimed'),
    denying: voices(tellings, ({ status }) => status === 'denied'),
    reprints: reprints.length,
    predicates: topLemmas(facts),
    best: best.claim,
  }
  return { event, facts: [...facts, ...reprints] }
}

const unnamed = ({ ids, heads }: Happening['slots']['sources']): readonly string[] => (ids.length > 0 ? [] : heads)

function voices(tellings: readonly Telling[], counts: (fact: Fact) => boolean): Voices {
  const said = tellings.filter(({ fact }) => counts(fact))
  const own = said.filter(({ quoted }) => !quoted).flatMap(({ fact }) => fact.publisher ?? [])
  return { publishers: sorted(own), speakers: sorted(said.flatMap(({ speaker }) => speaker ?? [])) }
}
