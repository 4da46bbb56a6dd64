import { type Entity, type EntityId, foldName, WiregraphError } from '../model/index.ts'
import { lazy } from './lazy.ts'
import { refused, words } from './params.ts'
import type { EntityRef } from './port.ts'
import type { Standing } from './standing.ts'
import { distance } from './suggest.ts'

/** How many actors an error suggests. */
const SUGGESTIONS = 5

/** A name as it is compared: folded, and without dots, so that "U.S." and "US" are one. */
export const nameKey = (name: string): string => foldName(name.replaceAll('.', ''))

/** Finds actors and places by what they are called. */
export interface Names {
  /**
   * The number of the node that a ref stands for: its id, else its label, else one of its other names. Of several with
   * one label the one with most standing ties is meant, else the one of the tables, else the one whose id is the name;
   * of several with another name in common the one of the tables.
   * @param where the parameter that holds the ref, for the error
   * @throws WiregraphError `unknown-actor` with what was perhaps meant
   */
  find(ref: EntityRef, where: string): number
  /** Whether a word of the label or of another name starts so. Words without letters and digits fit nothing. */
  starts(node: number, words: string): boolean
}

export function namesOf(
  nodes: readonly Entity[],
  nodeOf: ReadonlyMap<EntityId, number>,
  standing: () => Standing,
): Names {
  const index = lazy(() => indexOf(nodes))

  function find(ref: EntityRef, where: string): number {
    if (typeof ref !== 'string' || ref.trim() === '') throw refused(where, 'the id or name of an actor or place', ref)
    words(where, ref)
    const exact = nodeOf.get(ref as EntityId)
    if (exact !== undefined) return exact
    const key = nameKey(ref)
    const labelled = index().labels.get(key) ?? []
    const called = labelled.length > 0 ? labelled : (index().aliases.get(key) ?? [])
    const byId = (a: number, b: number): number => Number(nodes[b]!.id === key) - Number(nodes[a]!.id === key)
    const rule = labelled.length > 0 ? (a: number, b: number) => byTies(a, b) || byId(a, b) : byBasis
    const [first, second] = [...called].sort(rule)
    if (first === undefined) throw unknown(ref, where, suggestions(key))
    if (second !== undefined && rule(first, second) === 0) throw ambiguous(ref, where, called.map(shown))
    return first
  }

  const byBasis = (a: number, b: number): number => Number(fromText(a)) - Number(fromText(b))
  const byTies = (a: number, b: number): number => standing().ties[b]! - standing().ties[a]! || byBasis(a, b)
  const fromText = (node: number): boolean => nodes[node]!.basis === 'text'
  const shown = (node: number): string => `${nodes[node]!.label} (${nodes[node]!.id})`

  function suggestions(key: string): string[] {
    const near = new Map<number, number>()
    for (const names of [index().labels, index().aliases]) {
      for (const [name, called] of names) {
        const far = distance(key, name)
        if (far === null) continue
        for (const node of called) near.set(node, Math.min(far, near.get(node) ?? far))
      }
    }
    const ranked = [...near].sort(([a, far], [b, farther]) => far - farther || byTies(a, b) || a - b)
    return ranked.slice(0, SUGGESTIONS).map(([node]) => shown(node))
  }

  function starts(node: number, asked: string): boolean {
    const key = nameKey(asked)
    return key !== '' && index().keys[node]!.includes(`-${key}`)
  }

  return { find, starts }
}

type Called = ReadonlyMap<string, readonly number[]>

interface Index {
  /** Which nodes have a label, or another name, with this key. */
  readonly labels: Called
  readonly aliases: Called
  /** For each node the keys of all its names, every one behind a hyphen, so that each word of a name follows one. */
  readonly keys: readonly string[]
}

function indexOf(nodes: readonly Entity[]): Index {
  const labels = new Map<string, number[]>()
  const aliases = new Map<string, number[]>()
  const keys = nodes.map(({ label, aliases: others }, node) => {
    const [first = '', ...rest] = [label, ...others].map(nameKey)
    add(labels, first, node)
    for (const key of rest) add(aliases, key, node)
    return [first, ...rest].map((key) => `-${key}`).join(' ')
  })
  return { labels, aliases, keys }
}

function add(names: Map<string, number[]>, key: string, node: number): void {
  if (key === '') return
  const called = names.get(key)
  if (called === undefined) names.set(key, [node])
  else if (called.at(-1) !== node) called.push(node)
}

function unknown(ref: string, where: string, near: readonly string[]): WiregraphError {
  const hint = near.length === 0 ? 'The list of actors can be searched by the start of a name.' : `Perhaps ${or(near)}?`
  return new WiregraphError('unknown-actor', { where, got: JSON.stringify(ref), hint })
}

function ambiguous(ref: string, where: string, fits: readonly string[]): WiregraphError {
  return new WiregraphError('unknown-actor', {
    where,
    expected: 'a name that only one actor or place has',
    got: JSON.stringify(ref),
    hint: `Ask by id: ${or(fits.slice(0, SUGGESTIONS))}.`,
  })
}

const or = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
