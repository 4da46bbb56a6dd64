import { type EventWithFacts, eventAdmits, isInside } from '../graph/index.ts'
import { CLAIM_TYPES, type EntityId, type Event, type EventId, WiregraphError } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { rollupOf, wantedStatus } from './answers.ts'
import { listed } from './claims.ts'
import { pageOf, slot } from './page.ts'
import { oneOf, times } from './params.ts'
import type { EventAnswer, EventsParams, EventView, Page, PageParams } from './port.ts'
import type { Snapshot } from './snapshot.ts'

/** Events that fit all that is asked, the latest first. */
export function listEvents(store: Store, snapshot: Snapshot, params: EventsParams): Page<EventView> {
  const id = (ref: string | undefined, where: string): EntityId | null =>
    ref === undefined ? null : snapshot.nodes[snapshot.names.find(ref, where)]!.id
  const time = times(params)
  const type = oneOf('type', params.type, CLAIM_TYPES)
  const actor = id(params.actor, 'actor')
  const place = id(params.place, 'place')
  const wanted = wantedStatus(params.status)
  const rollup = rollupOf(params.rollup)
  const asked = ['events', type, actor, place, params.status, time, rollup]
  const here = slot(params, snapshot.version, asked)

  const admitted = eventAdmits({ ...time, ...(type === undefined ? {} : { types: [type] }) })
  const fits = ({ event }: EventWithFacts): boolean =>
    wanted(event.status) &&
    admitted(event) &&
    (actor === null || event.sources.includes(actor) || event.targets.includes(actor)) &&
    (place === null || event.places.some((each) => isInside(each, place, snapshot.entities)))
  const found = snapshot.events(rollup).filter(fits).sort(latestFirst)
  return pageOf(found, here, ({ event }) => ({ event, quote: listed(store, snapshot, event.best).claim.quote }))
}

/** @throws WiregraphError `unknown-event` */
export function eventAnswer(
  store: Store,
  snapshot: Snapshot,
  id: EventId,
  params: PageParams & Pick<EventsParams, 'rollup'>,
): EventAnswer {
  const rollup = rollupOf(params.rollup)
  const here = slot(params, snapshot.version, ['event', id, rollup])
  const found = snapshot.events(rollup).find(({ event }) => event.id === id)
  if (found === undefined) throw new WiregraphError('unknown-event', { got: JSON.stringify(id) })
  const page = pageOf(found.facts, here, ({ claim }) => listed(store, snapshot, claim))
  return { event: found.event, ...page }
}

/** By the last day, then the first, both later ones first; then most claims first, then by id. */
function latestFirst({ event: a }: EventWithFacts, { event: b }: EventWithFacts): number {
  return later(a.last, b.last) || later(a.first, b.first) || b.claims - a.claims || (a.id < b.id ? -1 : 1)
}

/** What has no day sorts behind every day. */
function later(a: Event['first'], b: Event['first']): number {
  if (a === b) return 0
  return b === null || (a !== null && a > b) ? -1 : 1
}
