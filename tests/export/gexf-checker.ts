import { readXml, type XmlDocument, type XmlElement, XmlError } from './xml-reader.ts'

/**
 * Holds a GEXF file against what Gephi's importer really applies (ImporterGEXF, ImportContainerImpl and
 * ElementDraftImpl as of 2025): a file without a fault imports with an empty report. It knows nothing of our writer.
 */

/** Where a file leaves a rule. Rule 0 is XML itself. */
export interface Fault {
  readonly rule: number
  readonly message: string
}

export function checkGexf(source: string | Uint8Array | Iterable<string>): readonly Fault[] {
  const text = textOf(source)
  if (text === null) return [{ rule: 14, message: 'the bytes are not UTF-8' }]
  try {
    const file = partsOf(readXml(text))
    return RULES.flatMap(([rule, check]) => [...check(file)].map((message) => ({ rule, message })))
  } catch (error) {
    if (error instanceof XmlError) return [{ rule: 0, message: error.message }]
    throw error
  }
}

function textOf(source: string | Uint8Array | Iterable<string>): string | null {
  if (typeof source === 'string') return source
  if (!(source instanceof Uint8Array)) return [...source].join('')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source)
  } catch {
    return null
  }
}

/** The parts that the rules speak of, in order of the file. */
interface Parts extends XmlDocument {
  readonly graph: XmlElement
  readonly nodes: readonly XmlElement[]
  readonly edges: readonly XmlElement[]
  readonly columns: readonly Column[]
  readonly values: readonly Value[]
  /** Every element there is. */
  readonly all: readonly XmlElement[]
}

interface Column {
  readonly of: string
  readonly id: string
  readonly title: string
  readonly type: string
  readonly line: number
}

interface Value {
  readonly column: Column | null
  readonly for: string
  readonly value: string
  readonly line: number
}

const get = (element: XmlElement, name: string): string => element.attributes.get(name) ?? ''

function below(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  const walk = (each: XmlElement) => {
    found.push(each)
    each.children.forEach(walk)
  }
  walk(element)
  return found
}

function partsOf(document: XmlDocument): Parts {
  const all = below(document.root)
  const named = (name: string) => all.filter((element) => element.name === name)
  const graph = named('graph')[0]
  if (graph === undefined) throw new XmlError('there is no graph')
  const columns = named('attributes').flatMap((table) =>
    table.children.map((column) => ({
      of: get(table, 'class'),
      id: get(column, 'id'),
      title: get(column, 'title'),
      type: get(column, 'type'),
      line: column.line,
    })),
  )
  const values = ['node', 'edge'].flatMap((of) =>
    named(of)
      .flatMap(({ children }) => children.filter(({ name }) => name === 'attvalues'))
      .flatMap(({ children }) => children)
      .map((value) => ({
        column: columns.find((column) => column.of === of && column.id === get(value, 'for')) ?? null,
        for: get(value, 'for'),
        value: get(value, 'value'),
        line: value.line,
      })),
  )
  return { ...document, graph, nodes: named('node'), edges: named('edge'), columns, values, all }
}

type Rule = (file: Parts) => Iterable<string>

const RULES: readonly (readonly [number, Rule])[] = [
  [1, frame],
  [1, order],
  [1, meta],
  [2, direction],
  [3, weight],
  [4, parallel],
  [5, nodeIds],
  [5, edgeIds],
  [5, ends],
  [6, labels],
  [7, columnIds],
  [7, declared],
  [8, characters],
  [9, lists],
  [10, infinity],
  [11, colors],
  [11, sizes],
  [11, ignored],
  [11, numbers],
  [12, representation],
  [12, dynamic],
  [12, spells],
  [13, positions],
  [14, encoding],
]

/** Rule 1: version and namespaces. */
function* frame({ root }: Parts) {
  if (root.name !== 'gexf') yield `the root is ${root.name}`
  if (get(root, 'version') !== '1.3') yield `the version is "${get(root, 'version')}"`
  if (get(root, 'xmlns') !== 'http://gexf.net/1.3') yield `the namespace is "${get(root, 'xmlns')}"`
  if (get(root, 'xmlns:viz') !== 'http://gexf.net/1.3/viz') yield `viz is "${get(root, 'xmlns:viz')}"`
}

/** Rule 1: meta, node attributes, edge attributes, nodes, edges. */
function* order({ root, graph }: Parts) {
  const rank = ({ name, attributes }: XmlElement) =>
    ['attributes node', 'attributes edge', 'nodes', 'edges'].indexOf(
      name === 'attributes' ? `${name} ${attributes.get('class')}` : name,
    )
  const ranks = graph.children.map(rank)
  if (ranks.includes(-1)) yield 'something in the graph is neither attributes, nodes nor edges'
  if (ranks.some((each, i) => i > 0 && each <= (ranks[i - 1] ?? -1))) yield 'the parts of the graph are out of order'
  if (!ranks.includes(2) || !ranks.includes(3)) yield 'nodes or edges are missing'
  const top = root.children.map(({ name }) => name).join(' ')
  if (top !== 'meta graph' && top !== 'graph') yield `the file has ${top}`
}

/** Rule 1: what may stand in meta. */
function* meta({ all }: Parts) {
  for (const { name, children } of all) {
    if (name !== 'meta') continue
    for (const child of children) {
      if (!['creator', 'keywords', 'description'].includes(child.name))
        yield `line ${child.line}: meta has ${child.name}`
    }
  }
}

/** Rule 2: all edges are directed, and none contradicts the default. */
function* direction({ graph, edges }: Parts) {
  const fallback = get(graph, 'defaultedgetype')
  if (fallback !== 'directed' && fallback !== 'undirected') yield `defaultedgetype is "${fallback}"`
  for (const edge of edges) {
    const type = edge.attributes.get('type') ?? fallback
    if (type !== 'directed') yield `line ${edge.line}: the edge is "${type}"`
  }
}

/** Rule 3: weights are finite and greater than zero. */
function* weight({ edges }: Parts) {
  for (const { attributes, line } of edges) {
    const raw = attributes.get('weight')
    if (raw !== undefined && !(isNumber(raw) && Number(raw) > 0)) yield `line ${line}: the weight is "${raw}"`
  }
}

/** More kinds than any table of claim types has: then the kinds tell edges apart, not types. */
const MOST_KINDS = 32

/** Rule 4: no two edges with the same source, target and kind, and no kind per edge. */
function* parallel({ edges }: Parts) {
  const seen = new Set<string>()
  for (const edge of edges) {
    const key = JSON.stringify(['source', 'target', 'kind'].map((name) => get(edge, name)))
    if (seen.has(key)) yield `line ${edge.line}: parallel to an earlier edge, ${key}`
    seen.add(key)
  }
  const kinds = new Set(edges.map((edge) => get(edge, 'kind')))
  if (kinds.size > MOST_KINDS) yield `there are ${kinds.size} kinds of edges`
}

/** Rule 5: node ids are there, single, and without white space that Gephi trims or breaks at. */
function* nodeIds({ nodes }: Parts) {
  const seen = new Set<string>()
  for (const node of nodes) {
    const id = get(node, 'id')
    if (id === '' || id !== id.trim() || /[\n\r]/.test(id)) yield `line ${node.line}: the node's id is "${id}"`
    if (seen.has(id)) yield `line ${node.line}: a second node ${id}`
    seen.add(id)
  }
}

/** Rule 5: edge ids are there and single. */
function* edgeIds({ edges }: Parts) {
  const seen = new Set<string>()
  for (const edge of edges) {
    const id = get(edge, 'id')
    if (id === '' || seen.has(id)) yield `line ${edge.line}: the edge's id is "${id}"`
    seen.add(id)
  }
}

/** Rule 5: edges lead from node to node. */
function* ends({ nodes, edges }: Parts) {
  const ids = new Set(nodes.map((node) => get(node, 'id')))
  for (const edge of edges) {
    for (const end of ['source', 'target']) {
      if (!ids.has(get(edge, end))) yield `line ${edge.line}: no node ${get(edge, end)}`
    }
  }
}

/** Rule 6: labels, always. */
function* labels({ nodes, edges }: Parts) {
  for (const element of [...nodes, ...edges]) {
    if (get(element, 'label').trim() === '') yield `line ${element.line}: no label`
  }
}

const RESERVED = ['id', 'label', 'timeset', 'weight', 'source', 'target', 'type', 'kind']

/** Rule 7: the id of an attribute is its title in lower case, single in its table, and not a word of Gephi's own. */
function* columnIds({ columns }: Parts) {
  const seen = new Set<string>()
  for (const { of, id, title, line } of columns) {
    if (id === '' || id !== id.trim().toLowerCase()) yield `line ${line}: the attribute's id is "${id}"`
    if (id !== title) yield `line ${line}: ${id} has the title "${title}"`
    if (RESERVED.includes(id)) yield `line ${line}: Gephi keeps ${id} for itself`
    const key = `${of} ${id.trim().toLowerCase()}`
    if (seen.has(key)) yield `line ${line}: a second attribute ${key}`
    seen.add(key)
  }
}

/** Rule 7: values are for attributes that are declared. */
function* declared({ values }: Parts) {
  for (const { column, for: id, line } of values) if (column === null) yield `line ${line}: no attribute "${id}"`
}

/** Rule 8: no character that XML forbids. */
function* characters({ forbidden }: Parts) {
  for (const line of forbidden) yield `line ${line}: a forbidden character`
}

const LIST = /^\[(?:"(?:[^"\\]|\\["\\])*"(?:, ?"(?:[^"\\]|\\["\\])*")*)?\]$/

/** Rule 9: every item of a list is quoted. */
function* lists({ values }: Parts) {
  for (const { column, value, line } of values) {
    if (column?.type.startsWith('list') && !LIST.test(value)) yield `line ${line}: the list is ${value}`
  }
}

/** Rule 10: what Gephi rewrites. */
function* infinity({ values }: Parts) {
  for (const { value, line } of values) if (value.includes('INF')) yield `line ${line}: "INF" in a value`
}

const CHANNEL = /^(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/

/** Rule 11: colours are whole. */
function* colors({ all }: Parts) {
  for (const color of all) {
    if (color.name !== 'viz:color') continue
    const isHex = /^#[0-9a-fA-F]{6}$/.test(get(color, 'hex'))
    if (!isHex && !['r', 'g', 'b'].every((name) => CHANNEL.test(get(color, name)))) yield `line ${color.line}: a colour`
    const alpha = color.attributes.get('a')
    if (alpha !== undefined && !(isNumber(alpha) && Number(alpha) >= 0 && Number(alpha) <= 1)) {
      yield `line ${color.line}: the alpha is "${alpha}"`
    }
  }
}

/** Rule 11: Gephi looks at nothing but the first attribute of a size. */
function* sizes({ all }: Parts) {
  for (const size of all) {
    if (size.name !== 'viz:size') continue
    const [name, value] = [...size.attributes][0] ?? []
    if (name !== 'value' || value === undefined || !isNumber(value) || Number(value) < 0)
      yield `line ${size.line}: a size`
  }
}

/** Rule 11: what Gephi passes over. */
function* ignored({ all }: Parts) {
  for (const { name, line } of all) {
    if (name === 'viz:shape' || name === 'viz:thickness') yield `line ${line}: Gephi ignores ${name}`
  }
}

const NUMERIC = /^(?:byte|short|integer|long|float|double|biginteger|bigdecimal)$/

/** Rule 11: numbers are numbers. */
function* numbers({ values }: Parts) {
  for (const { column, value, line } of values) {
    if (column !== null && NUMERIC.test(column.type) && !isNumber(value))
      yield `line ${line}: ${column.id} is "${value}"`
  }
}

const isNumber = (raw: string): boolean => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(raw) && Number.isFinite(Number(raw))

/** Rule 12: intervals or timestamps, never both. */
function* representation({ graph, all }: Parts) {
  const told = graph.attributes.get('timerepresentation') ?? 'interval'
  if (told !== 'interval' && told !== 'timestamp') yield `timerepresentation is "${told}"`
  const other = told === 'timestamp' ? ['start', 'end', 'intervals'] : ['timestamp', 'timestamps']
  for (const { attributes, line } of all) {
    for (const name of other) if (attributes.has(name)) yield `line ${line}: ${name}, where each is a ${told}`
  }
}

/** Rule 12: a dynamic graph tells the format of its times and their zone; a static one has no times. */
function* dynamic({ graph, all }: Parts) {
  if (get(graph, 'mode') === 'dynamic') {
    for (const name of ['timeformat', 'timezone']) if (get(graph, name) === '') yield `the graph has no ${name}`
    return
  }
  for (const { attributes, line } of all) {
    for (const name of ['start', 'end', 'timestamp', 'timestamps', 'intervals']) {
      if (attributes.has(name)) yield `line ${line}: ${name} in a static graph`
    }
  }
}

/** Rule 12: one spell a day. */
function* spells({ all }: Parts) {
  for (const { name, children, line } of all) {
    if (name !== 'spells') continue
    const days = children.map((spell) => (get(spell, 'start') || get(spell, 'timestamp')).slice(0, 10))
    if (new Set(days).size < days.length) yield `line ${line}: two spells of one day`
  }
}

/** Rule 13: positions are whole, and not all zero. */
function* positions({ all }: Parts) {
  const places = all.filter(({ name }) => name === 'viz:position')
  for (const place of places) {
    for (const axis of ['x', 'y']) if (!isNumber(get(place, axis))) yield `line ${place.line}: no ${axis}`
  }
  const isZero = (place: XmlElement) => Number(get(place, 'x')) === 0 && Number(get(place, 'y')) === 0
  if (places.length > 0 && places.every(isZero)) yield 'every position is zero'
}

/** Rule 14: UTF-8, and the file says so. */
function* encoding({ declaration }: Parts) {
  if (declaration.get('version') !== '1.0') yield `the declaration says version "${declaration.get('version')}"`
  if (declaration.get('encoding')?.toUpperCase() !== 'UTF-8') yield `the encoding is "${declaration.get('encoding')}"`
}
