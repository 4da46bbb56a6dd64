import type { ClaimType, Entity, EntityId, Event, EventId } from '../model/index.ts'
import type { FactFilter } from './view.ts'

/** Events as nodes between those who act, those who undergo it, and where it is. */
export interface EventGraph {
  /** In order of id. */
  readonly events: readonly Event[]
  /** Those that the events touch, in order of id. */
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly edges: readonly EventEdge[]
  /** What those are called who assert or deny them. */
  readonly speakers: ReadonlyMap<EntityId, string>
}

/** What the end of an edge is to the event. */
export const EVENT_ROLES = ['source', 'target', 'place', 'target and place', 'within'] as const
export type EventRole = (typeof EVENT_ROLES)[number]

/** From a source to the event, or from the event to a target, a place or the longer event in which it lies. */
export interface EventEdge {
  readonly from: EntityId | EventId
  readonly to: EntityId | EventId
  readonly role: EventRole
  readonly event: Event
}

/** The graph of these events; one edge for each ordered pair, in order of event, role and id. */
export function eventGraphOf(events: readonly Event[], entities: ReadonlyMap<EntityId, Entity>): EventGraph {
  const kept = new Set(events.map(({ id }) => id))
  const edges = events.flatMap((event) => edgesOf(event, kept))
  const ids = new Set(events.flatMap(({ sources, targets, places }) => [...sources, ...targets, ...places]))
  const touched = new Map<EntityId, Entity>()
  for (const id of [...ids].sort()) {
    const entity = entities.get(id)
    if (entity !== undefined) touched.set(id, entity)
  }
  const speakers = new Map<EntityId, string>()
  for (const { asserting, denying } of events) {
    for (const id of [...asserting.speakers, ...denying.speakers]) speakers.set(id, entities.get(id)?.label ?? id)
  }
  return { events, entities: touched, edges, speakers }
}

function edgesOf(event: Event, kept: ReadonlySet<EventId>): EventEdge[] {
  const { id, sources, targets, places, within } = event
  const to = (role: EventRole) => (other: EntityId | EventId) => ({ from: id, to: other, role, event })
  return [
    ...sources.map((from) => ({ from, to: id, role: 'source' as const, event })),
    ...targets.map((target) => to(places.includes(target) ? 'target and place' : 'target')(target)),
    ...places.filter((place) => !targets.includes(place)).map(to('place')),
    ...(within !== null && kept.has(within) ? [to('within')(within)] : []),
  ]
}

/** Whether an event counts under a filter: by its type, and by its time, which may lie between the days in part. */
export function eventAdmits({ types, since, until }: Pick<FactFilter, 'types' | 'since' | 'until'>) {
  const wanted = types === undefined ? null : new Set<ClaimType>(types)
  return ({ type, first, last }: Event): boolean =>
    (wanted === null || wanted.has(type)) &&
    (since === undefined || (last !== null && last >= since)) &&
    (until === undefined || (first !== null && first <= until))
}
