import type { Tie } from '../model/index.ts'
import type { GraphAnswer } from '../query/index.ts'
import type { Service } from './route.ts'

/** A part of the graph in graphology's serialized form. The claim type is `deed`, since sigma draws an edge by its `type`. */
export function graphOf({ version, truncated, nodes, ties }: GraphAnswer, { types }: Service) {
  const label = ({ type }: Tie) => (type === null ? 'open' : (types.get(type)?.verb ?? type))
  const quad = ({ type }: Tie) => (type === null ? null : (types.get(type)?.quad ?? null))
  return {
    attributes: { version, truncated },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: nodes.map(({ entity, distance }) => {
      const { id, label, kind, codes, basis } = entity
      return { key: id, attributes: { label, kind, distance, codes, basis } }
    }),
    edges: ties.map((tie) => {
      const { id, source, target, type, ...counts } = tie
      return { key: id, source, target, attributes: { label: label(tie), deed: type, quad: quad(tie), ...counts } }
    }),
  }
}
