import { type Bundle, bundles, sumOf } from './bundles.ts'
import { inChunks } from './chunks.ts'
import { KIND_COLORS, QUAD_COLORS } from './colors.ts'
import type { ExportFormat, ExportInput } from './format.ts'
import { type ShownNode, shownNodes } from './nodes.ts'
import { countOf, tellHidden } from './notes.ts'
import { allowed, escaped, idText, isBlank, isPlain } from './xml.ts'

/**
 * GEXF 1.3 (https://gexf.net) as Gephi's importer takes it without a word in its report. Ids of attributes are their
 * titles, in lower case, and none that the importer keeps for itself: hence `actorkind`, `deed`, `deeds`.
 */
export const gexf = {
  name: 'gexf',
  says: 'for Gephi: one edge from each actor to each other, with counts, status, days and the best quote',
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  write: (input: ExportInput, report: (note: string) => void) => inChunks(lines(input, report)),
} as const satisfies ExportFormat

/** What Gephi's readers are told at the end. */
interface Notes {
  /** Texts that held characters which XML forbids. */
  stripped: number
  /** Values of attributes in which Gephi puts "Infinity" for "INF", and where the first is. */
  infinite: number
  where: string
}

function* lines(input: ExportInput, report: (note: string) => void): Generator<string> {
  const notes: Notes = { stripped: 0, infinite: 0, where: '' }
  yield head(input, notes)
  for (const node of shownNodes(input)) yield nodeLine(node, notes)
  yield '</nodes>\n<edges>\n'
  for (const bundle of bundles(input.view.ties, input.all)) yield edgeLine(bundle, input, notes)
  yield '</edges>\n</graph>\n</gexf>\n'
  tellHidden(input, report)
  if (notes.stripped > 0) report(`Left out characters that XML forbids, in ${countOf(notes.stripped, 'text')}.`)
  if (notes.infinite > 0) {
    const values = countOf(notes.infinite, 'value')
    report(`Gephi will show "Infinity" where the texts say "INF", in ${values}; the first is the ${notes.where}.`)
  }
}

const head = ({ title, version }: ExportInput, notes: Notes): string => `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta>
<creator>wiregraph</creator>
<keywords>news, events, who did what to whom</keywords>
<description>${text(title, notes)}, version ${text(version, notes)}. Weight is the number of claims. Ties of two actors share articles, so articles and publishers are those of the tie that has most.</description>
</meta>
<graph mode="static" defaultedgetype="directed">
<attributes class="node" mode="static">
<attribute id="actorkind" title="actorkind" type="string"/>
<attribute id="iso3" title="iso3" type="string"/>
<attribute id="cameo" title="cameo" type="string"/>
<attribute id="wikidata" title="wikidata" type="string"/>
<attribute id="first" title="first" type="string"/>
<attribute id="last" title="last" type="string"/>
<attribute id="claims" title="claims" type="integer"/>
<attribute id="basis" title="basis" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="deed" title="deed" type="string"/>
<attribute id="deeds" title="deeds" type="liststring"/>
<attribute id="quad" title="quad" type="string"/>
<attribute id="status" title="status" type="string"/>
<attribute id="claims" title="claims" type="integer"/>
<attribute id="asserted" title="asserted" type="integer"/>
<attribute id="attributed" title="attributed" type="integer"/>
<attribute id="denied" title="denied" type="integer"/>
<attribute id="unrealized" title="unrealized" type="integer"/>
<attribute id="articles" title="articles" type="integer"/>
<attribute id="publishers" title="publishers" type="integer"/>
<attribute id="first" title="first" type="string"/>
<attribute id="last" title="last" type="string"/>
<attribute id="quote" title="quote" type="string"/>
<attribute id="evidence" title="evidence" type="string"/>
</attributes>
<nodes>
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
  const place = at === null ? '' : `<viz:position x="${at.x}" y="${at.y}" z="0.0"/>`
  const viz = `<viz:size value="${size}"/>${place}${NODE_PAINT[kind]}`
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
  const viz = EDGE_PAINT[info?.quad ?? 'neutral']
  return `<edge ${ends} label="${label}" weight="${sum.claims}"><attvalues>${values}</attvalues>${viz}</edge>\n`
}

/** What stands for the open type, as in the ids of ties. */
const OPEN = 'OPEN'

/** Types of the ties, strongest first, in the form in which Gephi reads lists. */
const listOf = ({ ties }: Bundle): string => `[${ties.map(({ type }) => `&quot;${type ?? OPEN}&quot;`).join(', ')}]`

/** The value of an attribute in words of our own, in which nothing needs an escape; none where there is nothing to say. */
const fixed = (name: string, own: string | number | null): string =>
  own === null ? '' : `<attvalue for="${name}" value="${own}"/>`

/** The value of an attribute in words of others. */
function value(name: string, raw: string | null | undefined, owner: string, notes: Notes): string {
  if (raw === null || raw === undefined) return ''
  const written = text(raw, notes)
  if (written.includes('INF') && notes.infinite++ === 0) notes.where = `${name} of ${owner}`
  return written === '' ? '' : `<attvalue for="${name}" value="${written}"/>`
}

function text(raw: string, notes: Notes): string {
  if (isPlain(raw)) return raw
  const kept = allowed(raw)
  if (kept !== raw) notes.stripped++
  return escaped(kept)
}

/** Red, green and blue, since older Gephis do not know hex; no alpha, since Gephi Lite then sees no colour at all. */
function paint<Key extends string>(colors: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> {
  const painted: Record<Key, string> = { ...colors }
  for (const key in colors) {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colors[key].slice(at, at + 2), 16))
    painted[key] = `<viz:color r="${r}" g="${g}" b="${b}"/>`
  }
  return painted
}

const NODE_PAINT = paint(KIND_COLORS)
const EDGE_PAINT = paint(QUAD_COLORS)
