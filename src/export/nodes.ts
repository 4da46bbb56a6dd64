import type { Entity, EntityId } from '../model/index.ts'
import { type BundleSum, bundles, earlier, later, sumOf } from './bundles.ts'
import type { ExportInput } from './format.ts'
import { isBlank } from './xml.ts'

/** An actor or place as a picture shows it. */
export interface ShownNode {
  readonly entity: Entity
  /** A label without anything to read gives way to the id. */
  readonly label: string
  /** Edges that touch it, the ties of an ordered pair counted as one. */
  readonly degree: number
  /** Sum over its shown ties. */
  readonly claims: number
  /** First and last day of its shown ties. */
  readonly first: string | null
  readonly last: string | null
  /** Diameter, 4 to 40. */
  readonly size: number
  /** Null where no layout ran, or none that placed it. */
  readonly at: { readonly x: number; readonly y: number } | null
}

interface Draft {
  degree: number
  claims: number
  first: string | null
  last: string | null
}

const SMALLEST = 4
const LARGEST = 40
/** The degree that fills the scale where no node has more, so that small graphs do not consist of giants. */
const FULL = 36

/** The diameter that goes with a count, where the largest count is `most`. */
export function sizeOf(count: number, most: number): number {
  const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / Math.max(most, FULL))
  return Math.round(size * 100) / 100
}

/** Those whom shown ties touch, in order of id. */
export function* shownNodes({ view, all, positions }: ExportInput): Generator<ShownNode> {
  const drafts = new Map<EntityId, Draft>()
  for (const bundle of bundles(view.ties, all)) {
    const sum = sumOf(bundle)
    count(drafts, bundle.source, sum)
    count(drafts, bundle.target, sum)
  }
  let most = 0
  for (const { degree } of drafts.values()) if (degree > most) most = degree
  for (const [id, entity] of view.entities) {
    const draft = drafts.get(id)
    if (draft === undefined) continue
    const at = positions?.get(id) ?? null
    yield {
      entity,
      label: isBlank(entity.label) ? id : entity.label,
      ...draft,
      size: sizeOf(draft.degree, most),
      at: at !== null && Number.isFinite(at.x) && Number.isFinite(at.y) ? at : null,
    }
  }
}

function count(drafts: Map<EntityId, Draft>, id: EntityId, { claims, first, last }: BundleSum): void {
  let draft = drafts.get(id)
  if (draft === undefined) {
    draft = { degree: 0, claims: 0, first: null, last: null }
    drafts.set(id, draft)
  }
  draft.degree++
  draft.claims += claims
  draft.first = earlier(draft.first, first)
  draft.last = later(draft.last, last)
}
