import { isPlace, type Tie } from '../model/index.ts'
import { shown } from './bundles.ts'
import { inChunks } from './chunks.ts'
import { KIND_COLORS, QUAD_COLORS } from './colors.ts'
import type { ExportFormat, ExportInput } from './format.ts'
import { type ShownNode, shownNodes } from './nodes.ts'
import { tellHidden, tiesHeld } from './notes.ts'

/**
 * The serialized form of graphology's MultiDirectedGraph (https://graphology.github.io/serialization.html), one edge a
 * tie. No attribute is called `type`: sigma and Gephi Lite take that for a way of drawing and stop at one they do not
 * know. A tie's type is its `deed`.
 */
export const graphologyJson = {
  name: 'graphology',
  says: 'JSON for graphology, sigma and Gephi Lite: one edge a tie, with everything the tie knows',
  extension: '.json',
  mediaType: 'application/json',
  holds: tiesHeld,
  write: (input: ExportInput, report: (note: string) => void) => inChunks(lines(input, report)),
} as const satisfies ExportFormat

function* lines(input: ExportInput, report: (note: string) => void): Generator<string> {
  const { title, version, view, all, positions } = input
  const attributes = JSON.stringify({ title, creator: 'wiregraph', version })
  const options = JSON.stringify({ type: 'directed', multi: true, allowSelfLoops: true })
  yield `{"attributes":${attributes},"options":${options},"nodes":[`
  let before = '\n'
  for (const node of shownNodes(input)) {
    yield before + JSON.stringify({ key: node.entity.id, attributes: nodeAttributes(node) })
    before = ',\n'
  }
  yield '],"edges":['
  before = '\n'
  for (const tie of view.ties) {
    if (!shown(tie, all)) continue
    const { id: key, source, target } = tie
    yield before + JSON.stringify({ key, source, target, attributes: edgeAttributes(tie, input) })
    before = ',\n'
  }
  yield ']}\n'
  tellHidden(input, report)
  if (positions === null) report('No layout ran: sigma needs an x and y for every node before it draws them.')
}

function nodeAttributes({ entity, label, claims, degree, first, last, size, at }: ShownNode) {
  const { kind, basis, codes } = entity
  const place = isPlace(entity) ? { ...entity.at, feature: entity.feature, within: entity.within } : null
  const schemes = Object.keys(codes).sort()
  return {
    ...Object.fromEntries(schemes.map((scheme) => [scheme, codes[scheme]])),
    label,
    kind,
    basis,
    ...place,
    claims,
    degree,
    first,
    last,
    ...at,
    size,
    color: KIND_COLORS[kind],
  }
}

function edgeAttributes({ id, source, target, type, ...tie }: Tie, { types, quote }: ExportInput) {
  const info = type === null ? undefined : types.get(type)
  const deed = type ?? 'OPEN'
  return {
    label: info?.verb ?? deed,
    deed,
    quad: info?.quad ?? null,
    cameo: info?.cameo ?? null,
    score: info?.score ?? null,
    status: tie.status,
    via: tie.via,
    mutual: tie.mutual,
    claims: tie.claims,
    asserted: tie.asserted,
    attributed: tie.attributed,
    denied: tie.denied,
    unrealized: tie.unrealized,
    articles: tie.articles,
    publishers: tie.publishers,
    first: tie.first,
    last: tie.last,
    predicates: tie.predicates,
    best: tie.best,
    quote: quote(tie.best),
    weight: tie.claims,
    size: thickness(tie.claims),
    color: QUAD_COLORS[info?.quad ?? 'neutral'],
  }
}

/** Grows with the claims' square root, which every machine computes alike, and stays within what a picture bears. */
const thickness = (claims: number): number => Math.min(8, Math.round(Math.sqrt(claims) * 100) / 100)
