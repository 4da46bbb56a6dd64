import type { EventGraph, GraphView, Point } from '../graph/index.ts'
import type { ClaimId, ClaimType, EntityId, EventId, TypeInfo } from '../model/index.ts'

/** What a format is given. Equal input gives equal bytes. */
export interface ExportInput {
  readonly view: GraphView
  readonly types: ReadonlyMap<ClaimType, TypeInfo>
  /** The words of a claim's sentence; null where texts may not be passed on. */
  readonly quote: (claim: ClaimId) => string | null
  /** Null when no layout ran. */
  readonly positions: ReadonlyMap<EntityId, Point> | null
  /** What happened, made and laid out when a format asks for it. */
  readonly events: () => LaidOut
  /** Whether ties and events that do not stand are shown too. Actors and places that no shown tie touches are left out. */
  readonly all: boolean
  /** Tells this state of the graph from others: the version of its store. */
  readonly version: string
  readonly title: string
}

/** A graph of events, and where its nodes stand; null when no layout ran. */
export interface LaidOut extends EventGraph {
  readonly positions: ReadonlyMap<EntityId | EventId, Point> | null
}

/** One export format. */
export interface ExportFormat {
  /** As users ask for it. */
  readonly name: string
  /** What it is for, in one line. */
  readonly says: string
  /** With its dot. */
  readonly extension: string
  readonly mediaType: string
  /** What it is written from, in a few words: "103 actors and places, 163 ties". */
  readonly holds: (input: ExportInput) => string
  /**
   * The file, in pieces of some ten thousand characters that are made when they are asked for. What its readers should
   * know goes to `report`, one sentence a call, by the time the last piece is made.
   */
  readonly write: (input: ExportInput, report: (note: string) => void) => Iterable<string>
}
