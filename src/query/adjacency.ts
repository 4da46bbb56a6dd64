import type { EntityId, Tie } from '../model/index.ts'

/**
 * Compressed sparse rows. The entries of node n are those from `offsets[n]` up to `offsets[n + 1]`: `ends` holds the
 * node at the other end, `ties` the index of the tie. Entries of a node are in order of tie id.
 */
export interface Rows {
  readonly offsets: Uint32Array
  readonly ends: Uint32Array
  readonly ties: Uint32Array
}

/** Ties with their ends as numbers, so that they can be walked. */
export interface Adjacency {
  /** In order of id. */
  readonly ties: readonly Tie[]
  /** From source to target. */
  readonly out: Rows
  /** From target to source. */
  readonly into: Rows
}

/** @param nodeOf the number of each entity, from 0 in order of id; every end of a tie must be in it */
export function adjacencyOf(ties: readonly Tie[], nodeOf: ReadonlyMap<EntityId, number>): Adjacency {
  const sources = Uint32Array.from(ties, ({ source }) => nodeOf.get(source)!)
  const targets = Uint32Array.from(ties, ({ target }) => nodeOf.get(target)!)
  return { ties, out: rows(sources, targets, nodeOf.size), into: rows(targets, sources, nodeOf.size) }
}

/** A counting sort of the ties by the node they hang on. */
function rows(from: Uint32Array, to: Uint32Array, nodes: number): Rows {
  const offsets = new Uint32Array(nodes + 1)
  for (const node of from) offsets[node + 1]!++
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!
  const free = offsets.slice()
  const ends = new Uint32Array(from.length)
  const ties = new Uint32Array(from.length)
  for (let tie = 0; tie < from.length; tie++) {
    const slot = free[from[tie]!]!++
    ends[slot] = to[tie]!
    ties[slot] = tie
  }
  return { offsets, ends, ties }
}

/** Calls back with each tie that hangs on a node, and the node at its other end. */
export function eachEntry(rows: Rows, node: number, visit: (end: number, tie: number) => void): void {
  for (let slot = rows.offsets[node]!; slot < rows.offsets[node + 1]!; slot++) visit(rows.ends[slot]!, rows.ties[slot]!)
}

/** Orders ties by strength: more claims, then more articles, then id. */
export const byStrength = (a: Tie, b: Tie): number =>
  b.claims - a.claims || b.articles - a.articles || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
