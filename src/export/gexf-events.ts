import { type Entity, type EntityId, type Event, isPlace, stands } from '../model/index.ts'
import { inChunks } from './chunks.ts'
import type { ExportFormat, ExportInput, LaidOut } from './format.ts'
import {
  columns,
  fixed,
  KIND_PAINT,
  type Notes,
  noNotes,
  position,
  QUAD_PAINT,
  tellNotes,
  text,
  value,
} from './gexf-parts.ts'
import { sizeOf } from './nodes.ts'
import { countOf } from './notes.ts'
import { idText, isBlank } from './xml.ts'

/**
 * GEXF 1.3 in which events are nodes as well: edges lead from those who do it to the event, and from the event to those
 * who undergo it and to where it is. An event of several parties is one node so, where ties show each pair apart.
 */
export const gexfEvents = {
  name: 'gexf-events',
  says: 'for Gephi: every event a node between those who act, those who undergo it, and its place',
  extension: '.events.gexf',
  mediaType: 'application/gexf+xml; profile=events',
  holds: (input: ExportInput) => {
    const { entities, events } = input.events()
    return `${entities.size} actors and places, ${countOf(events.length, 'event')}`
  },
  write: (input: ExportInput, report: (note: string) => void) => inChunks(lines(input, report)),
} as const satisfies ExportFormat

const NODE_COLUMNS = columns('node', {
  what: 'string',
  actorkind: 'string',
  iso3: 'string',
  wikidata: 'string',
  deed: 'string',
  quad: 'string',
  status: 'string',
  claims: 'integer',
  asserted: 'integer',
  attributed: 'integer',
  denied: 'integer',
  unrealized: 'integer',
  articles: 'integer',
  publishers: 'integer',
  reprints: 'integer',
  first: 'string',
  last: 'string',
  basis: 'string',
  asserting: 'string',
  denying: 'string',
  quote: 'string',
  evidence: 'string',
})
const EDGE_COLUMNS = columns('edge', { role: 'string', deed: 'string', quad: 'string', status: 'string' })

/** Events that are shown, and those whom they touch, with how many of them. */
interface Shown {
  readonly events: readonly Event[]
  readonly touches: ReadonlyMap<EntityId, number>
}

function* lines(input: ExportInput, report: (note: string) => void): Generator<string> {
  const notes = noNotes()
  const graph = input.events()
  const shown = shownOf(graph, input.all)
  yield head(input, notes)
  const most = Math.max(0, ...shown.touches.values())
  for (const [id, entity] of graph.entities) {
    const touches = shown.touches.get(id)
    if (touches !== undefined) yield entityLine(entity, sizeOf(touches, most), graph, notes)
  }
  const claims = shown.events.reduce((sofar, event) => Math.max(sofar, event.claims), 0)
  for (const event of shown.events) yield eventLine(event, sizeOf(event.claims, claims), input, graph, notes)
  yield '</nodes>\n<edges>\n'
  yield* edgeLines(graph, shown, input)
  yield '</edges>\n</graph>\n</gexf>\n'
  const hidden = input.all ? 0 : graph.events.filter(({ status }) => !stands(status)).length
  const nameless = graph.events.length - hidden - shown.events.length
  if (hidden > 0) report(`Left out ${countOf(hidden, 'event')} that only denials, plans, demands or guesses speak of.`)
  if (nameless > 0) report(`Left out ${countOf(nameless, 'event')} in which nobody and no place is named.`)
  tellNotes(notes, report)
}

function shownOf({ events, entities }: LaidOut, all: boolean): Shown {
  const touches = new Map<EntityId, number>()
  const shown = events.filter((event) => {
    const touched = new Set([...event.sources, ...event.targets, ...event.places].filter((id) => entities.has(id)))
    if (touched.size === 0 || !(all || stands(event.status))) return false
    for (const id of touched) touches.set(id, (touches.get(id) ?? 0) + 1)
    return true
  })
  return { events: shown, touches }
}

const head = ({ title, version }: ExportInput, notes: Notes): string => `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta>
<creator>wiregraph</creator>
<keywords>news, events, who did what to whom</keywords>
<description>${text(title, notes)}, version ${text(version, notes)}. Nodes are actors, places and events; weight is the number of claims of the event.</description>
</meta>
<graph mode="static" defaultedgetype="directed">
${NODE_COLUMNS}${EDGE_COLUMNS}<nodes>
`

function entityLine(entity: Entity, size: number, { positions }: LaidOut, notes: Notes): string {
  const { kind, basis, codes, label } = entity
  const id = idText(entity.id)
  const values =
    fixed('what', isPlace(entity) ? 'place' : 'actor') +
    fixed('actorkind', kind) +
    value('iso3', codes.iso3, id, notes) +
    value('wikidata', codes.wikidata, id, notes) +
    fixed('basis', basis)
  const viz = `<viz:size value="${size}"/>${position(positions?.get(entity.id))}${KIND_PAINT[kind]}`
  return `<node id="${id}" label="${isBlank(label) ? id : text(label, notes)}"><attvalues>${values}</attvalues>${viz}</node>\n`
}

function eventLine(
  event: Event,
  size: number,
  { types, quote }: ExportInput,
  { speakers: labels, positions }: LaidOut,
  notes: Notes,
): string {
  const { type, status, basis, first, last, best, asserting, denying } = event
  const info = types.get(type)
  const id = eventKey(event.id)
  const names = ({ publishers, speakers }: Event['asserting']) =>
    [...publishers, ...speakers.map((speaker) => labels.get(speaker) ?? speaker)].join('; ') || null
  const values =
    fixed('what', 'event') +
    fixed('deed', type) +
    fixed('quad', info?.quad ?? null) +
    fixed('status', status) +
    COUNTS.map((name) => fixed(name, event[name])).join('') +
    fixed('first', first) +
    fixed('last', last) +
    fixed('basis', basis) +
    value('asserting', names(asserting), id, notes) +
    value('denying', names(denying), id, notes) +
    value('quote', quote(best), id, notes) +
    value('evidence', best, id, notes)
  const day = first === null ? '' : first === last ? ` ${first}` : ` ${first} to ${last}`
  const label = `${text(info?.verb ?? type, notes)}${day}`
  const viz = `<viz:size value="${size}"/>${position(positions?.get(event.id))}${QUAD_PAINT[info?.quad ?? 'neutral']}`
  return `<node id="${id}" label="${label}"><attvalues>${values}</attvalues>${viz}</node>\n`
}

const COUNTS = [
  'claims',
  'asserted',
  'attributed',
  'denied',
  'unrealized',
  'articles',
  'publishers',
  'reprints',
] as const

function* edgeLines({ edges }: LaidOut, { events, touches }: Shown, { types }: ExportInput): Generator<string> {
  const shown = new Set<string>(events.map(({ id }) => id))
  for (const { from, to, role, event } of edges) {
    const [source, target] = [from, to].map((end) =>
      shown.has(end) ? eventKey(end) : touches.has(end as EntityId) ? idText(end) : null,
    )
    if (!shown.has(event.id) || source === null || target === null) continue
    const info = types.get(event.type)
    const quad = info?.quad ?? null
    const values = fixed('role', role) + fixed('deed', event.type) + fixed('quad', quad) + fixed('status', event.status)
    const ends = `id="${source}~${target}" source="${source}" target="${target}"`
    const viz = QUAD_PAINT[quad ?? 'neutral']
    yield `<edge ${ends} label="${role}" weight="${event.claims}"><attvalues>${values}</attvalues>${viz}</edge>\n`
  }
}

/** Ids of events beside those of actors: these hold no `~`. */
const eventKey = (id: string): string => `event~${id}`
