import type { EntityId, Event } from '../model/index.ts'
import type { EventAnswer, EventView, Page, Query } from '../query/index.ts'
import { claimLine } from './commands/explain.ts'

/** How a list goes on. */
export const more = (next: string | null): readonly string[] => (next === null ? [] : [`… and more: --cursor ${next}`])

/** Events for people, two lines each. */
export async function tellEvents({ items, next }: Page<EventView>, query: Query): Promise<readonly string[]> {
  const told = items.map(async ({ event, quote }) => [await eventLine(event, query), `  “${quote}”`])
  return [...(await Promise.all(told)).flat(), ...more(next)]
}

/** An event for people, who asserts and who denies it, and its claims. */
export async function tellEvent({ event, items, next }: EventAnswer, query: Query): Promise<readonly string[]> {
  const voices = async (says: string, { publishers, speakers }: Event['asserting']) => {
    const names = [...publishers, ...(await labels(speakers, query))]
    return names.length === 0 ? [] : [`  ${says}: ${names.join(', ')}`]
  }
  return [
    await eventLine(event, query),
    ...(await voices('says so', event.asserting)),
    ...(await voices('denies it', event.denying)),
    ...(event.within === null ? [] : [`  part of: ${event.within}`]),
    ...items.flatMap(({ claim, article }) => [
      `  ${claimLine(claim)}`,
      `    “${claim.quote}” — ${article.title ?? article.id}`,
    ]),
    ...more(next),
  ]
}

/** `6eeaa3f87f2854e4  2015-10-02  Russia ASSAULT Idlib (reported, 3)`. */
async function eventLine(event: Event, query: Query): Promise<string> {
  const { id, type, sources, targets, places, unnamed, mutual, first, last, status, claims } = event
  const side = async (ids: readonly EntityId[], heads: readonly string[]) =>
    ids.length > 0 ? (await labels(ids, query)).join(', ') : heads.length > 0 ? heads.join(', ') : null
  const where = (await labels(places, query)).join(', ')
  const who = (await side(sources, unnamed.sources)) ?? '?'
  const whom = await side(targets, unnamed.targets)
  const day = first === null ? 'day unknown' : first === last ? first : `${first} to ${last}`
  const deed = mutual || (whom === null && where !== '') ? type : `${type} ${whom ?? '?'}`
  return `${id}  ${day}  ${who} ${deed}${where === '' ? '' : ` in ${where}`} (${status}, ${claims})`
}

const labels = (ids: readonly EntityId[], query: Query): Promise<string[]> =>
  Promise.all(ids.map(async (id) => (await query.entity(id)).label))
