import { Command, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFormat, type ExportInput, type LaidOut, writeExport } from '../../export/index.ts'
import {
  type EventWithFacts,
  eventAdmits,
  eventGraphOf,
  eventsOf,
  factsFrom,
  layout,
  layoutEvents,
  mergeEntities,
  type Rollup,
  tellingsFrom,
  viewOf,
} from '../../graph/index.ts'
import { type ClaimType, type Entity, type EntityId, type TypeInfo, WiregraphError } from '../../model/index.ts'
import { openSqliteStore, type Store } from '../../store/index.ts'
import type { Context } from '../context.ts'
import {
  dbOption,
  lexiconFrom,
  lexiconOption,
  rollupOption,
  sinceOption,
  typesOption,
  untilOption,
} from '../options.ts'

/** Which part of the graph goes into a file, and how. */
export interface ExportFlags {
  readonly rollup: Rollup
  readonly types?: readonly ClaimType[]
  readonly since?: string
  readonly until?: string
  readonly all?: true
  /** False when the articles' words may not be passed on. */
  readonly text: boolean
}

/** `wiregraph export --as FORMAT -o FILE`. */
export function exportGraph(context: Context): Command {
  const formats = EXPORT_FORMATS.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`)
  return new Command('export')
    .description('write the graph to a file that other programs open')
    .addOption(
      new Option('--as <format>', 'file format').choices(EXPORT_FORMATS.map(({ name }) => name)).default('gexf'),
    )
    .requiredOption('-o, --output <file>', 'where to; - for standard output')
    .addOption(dbOption())
    .addOption(lexiconOption())
    .addOption(rollupOption())
    .addOption(typesOption())
    .addOption(sinceOption())
    .addOption(untilOption())
    .option('--all', 'ties that do not stand as well: denied, planned, demanded')
    .option('--no-text', 'leave out the articles’ words')
    .addHelpText('after', `\nFormats:\n${formats.join('\n')}`)
    .action(async (flags: ExportFlags & { as: string; output: string; db: string; lexicon: readonly string[] }) => {
      const { types } = await lexiconFrom(flags)
      const store = openSqliteStore(flags.db, { readonly: true })
      try {
        const input = exportInput(store, types, flags)
        const notes = await writeFormat(flags.as, input, flags.output, context)
        for (const note of notes) context.say(note)
        context.say(`wrote ${flags.output}: ${formatOf(flags.as).holds(input)}`)
      } finally {
        store.close()
      }
    })
}

/** What the writers of files are given, laid out. */
export function exportInput(store: Store, types: ReadonlyMap<ClaimType, TypeInfo>, flags: ExportFlags): ExportInput {
  const { rollup, types: only, since, until, all = false, text } = flags
  if (since !== undefined && until !== undefined && since > until) {
    throw new WiregraphError('bad-request', { where: '--since', expected: `a day up to --until, ${until}`, got: since })
  }
  const filter = { rollup, ...(only ? { types: only } : {}), ...(since ? { since } : {}), ...(until ? { until } : {}) }
  const entities = mergeEntities(store.entities())
  const view = viewOf(factsFrom(store), entities, filter)
  const quote = (id: Parameters<Store['claim']>[0]) => (text ? (store.claim(id)?.quote ?? null) : null)
  let events: LaidOut | null = null
  return {
    view,
    types,
    quote,
    positions: layout(view),
    events: () => {
      events ??= laidOut(eventsOf(tellingsFrom(store), entities, rollup), entities, filter)
      return events
    },
    all,
    version: store.version(),
    title: 'wiregraph',
  }
}

/** The events that a filter admits, laid out. */
function laidOut(
  all: readonly EventWithFacts[],
  entities: ReadonlyMap<EntityId, Entity>,
  filter: Parameters<typeof eventAdmits>[0],
): LaidOut {
  const events = all.map(({ event }) => event).filter(eventAdmits(filter))
  const graph = eventGraphOf(events, entities)
  return { ...graph, positions: layoutEvents(graph) }
}

/** Writes the file whole or not at all, `-` as it comes, and tells what its readers should know. */
export async function writeFormat(
  name: string,
  input: ExportInput,
  path: string,
  { out }: Context,
): Promise<readonly string[]> {
  const format = formatOf(name)
  const notes: string[] = []
  const report = (note: string) => void notes.push(note)
  if (path === '-') for (const piece of format.write(input, report)) await out(piece)
  else await writeExport(format, input, path, report)
  return notes
}

/** @throws WiregraphError `unknown-format` */
function formatOf(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known.name === name)
  if (format !== undefined) return format
  throw new WiregraphError('unknown-format', {
    expected: EXPORT_FORMATS.map((known) => known.name).join(', '),
    got: name,
  })
}
