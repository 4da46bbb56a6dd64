import type { EntityId } from './ids.ts'

/** What kinds of actor there are. */
export const ACTOR_KINDS = [
  'state',
  'government',
  'military',
  'person',
  'armed-group',
  'organization',
  'igo',
  'party',
  'media',
  'people',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Actors and places share ids, since a state is both at once. */
export const ENTITY_KINDS = [...ACTOR_KINDS, 'place'] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** An office: its holder acts for somebody, from one day to another, both inclusive; null for no bound known. */
export interface Role {
  /** The office as a common phrase, in lower case ("foreign minister"). */
  readonly role: string
  readonly actsFor: EntityId
  readonly from: string | null
  readonly until: string | null
}

interface Named {
  readonly id: EntityId
  /** As English Wikipedia titles it, or the fullest name met in the articles. */
  readonly label: string
  readonly aliases: readonly string[]
  /** Codes by scheme: iso2, iso3, cameo, wikidata, geonames. */
  readonly codes: Readonly<Record<string, string>>
  /** Whether the tables know it, or only the articles name it. */
  readonly basis: 'table' | 'text'
}

/** Someone or something that acts or speaks. */
export interface Actor extends Named {
  readonly kind: ActorKind
  readonly roles: readonly Role[]
}

/** Somewhere things happen. States are actors, and places all the same. */
export interface Place extends Named {
  readonly kind: 'place'
  /** city, province, region …; null where unknown. */
  readonly feature: string | null
  readonly within: EntityId | null
  /** Decimal degrees, north and east positive. */
  readonly at: { readonly lat: number; readonly lon: number } | null
}

export type Entity = Actor | Place

export const isPlace = (entity: Entity): entity is Place => entity.kind === 'place'
