import { Command } from 'commander'
import { openQuery } from '../../query/index.ts'
import { openSqliteStore } from '../../store/index.ts'
import type { Context } from '../context.ts'
import { dbOption, lexiconFrom, lexiconOption, port } from '../options.ts'

export const DEFAULT_PORT = 8080

/** `wiregraph serve --db FILE`: the REST API, on loopback unless told otherwise. */
export function serve(context: Context): Command {
  return new Command('serve')
    .description('answer the REST API from a database, until Ctrl-C')
    .addOption(dbOption())
    .addOption(lexiconOption())
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <n>', 'port to listen on; 0 takes a free one', port, DEFAULT_PORT)
    .action(async (flags: { db: string; host: string; port: number; lexicon: readonly string[] }) => {
      const { startServer } = await import('../../api/index.ts')
      const { types } = await lexiconFrom(flags)
      const store = openSqliteStore(flags.db, { readonly: true })
      try {
        const { host, port } = flags
        const server = await startServer({
          query: openQuery(store),
          types,
          version: context.version,
          host,
          port,
          log: { write: (line) => context.say(line.trimEnd()) },
        })
        context.say(`wiregraph listens on ${server.url}; its description is at ${server.url}/openapi.json`)
        await untilStopped(context.signal)
        context.say('stopping')
        await server.close()
      } finally {
        store.close()
      }
    })
}

export const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  )
