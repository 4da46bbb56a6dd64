/**
 * wiregraph as a library: read articles, keep what was read, look at the graph of it, ask it, write it to files.
 *
 * ```ts
 * import { ingest, loadLexicon, memoryStore, openEncoder, openQuery, readArticle, toolsOf } from 'wiregraph'
 *
 * const lexicon = loadLexicon()
 * const tools = toolsOf(lexicon, await openEncoder(), '1')
 * const store = memoryStore()
 * for await (const item of ingest(['news/'], { boilerplate: lexicon.boilerplate })) {
 *   if ('text' in item) store.put(await readArticle(item, tools))
 * }
 * const { ties } = await openQuery(store).neighborhood({ actor: 'Russia', types: ['ASSAULT'] })
 * ```
 */
export { createApp, type RunningServer, type ServerOptions, startServer } from './api/index.ts'
export { readArticle, type Tools, toolsOf } from './claims/index.ts'
export { type Encoder, openEncoder } from './encoder/index.ts'
export { EXPORT_FORMATS, type ExportFormat, type ExportInput, type LaidOut, writeExport } from './export/index.ts'
export type {
  EdgeAttributes,
  EventGraph,
  EventWithFacts,
  Fact,
  FactFilter,
  GraphView,
  NodeAttributes,
  Rollup,
  Telling,
  WireGraph,
} from './graph/index.ts'
export { eventsOf, factsFrom, layout, mergeEntities, tally, tellingsFrom, toGraphology, viewOf } from './graph/index.ts'
export { FORMATS, type IngestOptions, ingest } from './ingest/index.ts'
export { codebook, type Lexicon, loadLexicon } from './lexicon/index.ts'
export * from './model/index.ts'
export type {
  ClaimView,
  EntityView,
  EventAnswer,
  EventsParams,
  EventView,
  GraphAnswer,
  NeighborhoodParams,
  Page,
  PathsAnswer,
  PathsParams,
  Query,
} from './query/index.ts'
export { openQuery } from './query/index.ts'
export { memoryStore, openSqliteStore, type Store } from './store/index.ts'
