import { type Bundle, bundles, sumOf } from './bundles.ts'
import { inChunks } from './chunks.ts'
import type { ExportFormat, ExportInput } from './format.ts'
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
import { type ShownNode, shownNodes } from './nodes.ts'
import { tellHidden, tiesHeld } from './notes.ts'
import { idText, isBlank } from './xml.ts'

/**
 * GEXF 1.3 (https://gexf.net) as Gephi's importer takes it without a word in its report. Ids of attributes are their
 * titles, in lower case, and none that the importer keeps for itself: hence `actorkind`, `deed`, `deeds`.
 */
export const gexf = {
  name: 'gexf',
  says: 'for Gephi: one edge from each actor to each other, with counts, status, days and the best quote',
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  holds: tiesHeld,
  write: (input: ExportInput, report: (note: string) => void) => inChunks(lines(input, report)),
} as const satisfies ExportFormat

function* lines(input: ExportInput, report: (note: string) => void): Generator<string> {
  const notes = noNotes()
  yield head(input, notes)
  for (const node of shownNodes(input)) yield nodeLine(node, notes)
  yield '</nodes>\n<edges>\n'
  for (const bundle of bundles(input.view.ties, input.all)) yield edgeLine(bundle, input, notes)
  yield '</edges>\n</graph>\n</gexf>\n'
  tellHidden(input, report)
  tellNotes(notes, report)
}

const NODE_COLUMNS = columns('node', {
  actorkind: 'string',
  iso3: 'string',
  cameo: 'string',
  wikidata: 'string',
  first: 'string',
  last: 'string',
  claims: 'integer',
  basis: 'string',
})
const EDGE_COLUMNS = columns('edge', {
  deed: 'string',
  deeds: 'liststring',
  quad: 'string',
  status: 'string',
  claims: 'integer',
  asserted: 'integer',
  attributed: 'integer',
  denied: 'integer',
  unrealized: 'integer',
  articles: 'integer',
  publishers: 'integer',
  first: 'string',
  last: 'string',
  quote: 'string',
  evidence: 'string',
})

const head = ({ title, version }: ExportInput, notes: Notes): string => `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta>
<creator>wiregraph</creator>
<keywords>news, events, who did what to whom</keywords>
<description>${text(title, notes)}, version ${text(version, notes)}. Weight is the number of claims. Ties of two actors share articles, so articles and publishers are those of the tie that has most.</description>
</meta>
<graph mode="static" defaultedgetype="directed">
${NODE_COLUMNS}${EDGE_COLUMNS}<nodes>
`

function nodeLine({ entity, label, claims, first, last, size, at }: ShownNode, notes: Notes): string {
  const { kind, basis, codes } = entity
  const id = idText(entity.id)
  const values =
    fixed('actorkind', kind) +
    value('iso3', codes.iso3, id, notes) +
    value('cameo', codes.cameo, id, notes) +
    value('wikidata', codes.wikidata, id, notes) +
    value('first', first, id, notes) +
    value('last', last, id, notes) +
    fixed('claims', claims) +
    fixed('basis', basis)
  const name = isBlank(label) ? id : text(label, notes)
  const viz = `<viz:size value="${size}"/>${position(at)}${KIND_PAINT[kind]}`
  return `<node id="${id}" label="${name}"><attvalues>${values}</attvalues>${viz}</node>\n`
}

function edgeLine(bundle: Bundle, { types, quote }: ExportInput, notes: Notes): string {
  const [best] = bundle.ties
  const sum = sumOf(bundle)
  const deed = best.type ?? OPEN
  const info = best.type === null ? undefined : types.get(best.type)
  const source = idText(bundle.source)
  const target = idText(bundle.target)
  const id = `${source}~${target}`
  const values =
    fixed('deed', deed) +
    fixed('deeds', listOf(bundle)) +
    fixed('quad', info?.quad ?? null) +
    fixed('status', sum.status) +
    fixed('claims', sum.claims) +
    fixed('asserted', sum.asserted) +
    fixed('attributed', sum.attributed) +
    fixed('denied', sum.denied) +
    fixed('unrealized', sum.unrealized) +
    fixed('articles', sum.articles) +
    fixed('publishers', sum.publishers) +
    value('first', sum.first, id, notes) +
    value('last', sum.last, id, notes) +
    value('quote', quote(best.best), id, notes) +
    value('evidence', best.best, id, notes)
  const ends = `id="${id}" source="${source}" target="${target}"`
  const label = text(info?.verb ?? deed, notes)
  const viz = QUAD_PAINT[info?.quad ?? 'neutral']
  return `<edge ${ends} label="${label}" weight="${sum.claims}"><attvalues>${values}</attvalues>${viz}</edge>\n`
}

/** What stands for the open type, as in the ids of ties. */
const OPEN = 'OPEN'

/** Types of the ties, strongest first, in the form in which Gephi reads lists. */
const listOf = ({ ties }: Bundle): string => `[${ties.map(({ type }) => `&quot;${type ?? OPEN}&quot;`).join(', ')}]`
