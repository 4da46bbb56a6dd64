import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { WiregraphError } from '../../model/index.ts'
import { openQuery } from '../../query/index.ts'
import { openSqliteStore } from '../../store/index.ts'
import type { Context } from '../context.ts'
import { ingestFrom, lexiconFrom, port } from '../options.ts'
import { startProgress } from '../progress.ts'
import { summarize } from '../summary.ts'
import { exportInput, writeFormat } from './export.ts'
import { DEFAULT_PORT, untilStopped } from './serve.ts'

/** `wiregraph start`: the whole of it on the sample reports that come with the package. */
export function start(context: Context, exit: (code: number) => void): Command {
  return new Command('start')
    .description('show everything on the sample news: read it, write out/actors.gexf and out/graph.json, serve the API')
    .option('--out <dir>', 'where the files go', 'out')
    .option('--port <n>', 'port to listen on; a free one is taken where it is in use', port, DEFAULT_PORT)
    .option('--no-serve', 'stop after the files are written')
    .action(async (flags: { out: string; port: number; serve: boolean }) => {
      const seeds = fileURLToPath(new URL('../../../seeds', import.meta.url))
      const db = join(flags.out, 'seeds.db')
      makeFolder(flags.out)
      for (const suffix of ['', '-wal', '-shm']) rmSync(db + suffix, { force: true })
      const [{ buildInto, toolsWith }, { startServer }] = await Promise.all([
        import('../reading.ts'),
        import('../../api/index.ts'),
      ])
      const lexicon = await lexiconFrom({ lexicon: [] })
      const store = openSqliteStore(db, { create: true })
      try {
        const progress = startProgress(context, 'files')
        const ingest = ingestFrom({ lexicon: [] }, lexicon, context)
        const tools = await toolsWith(lexicon, context.version)
        const desk = { tools, ingest, signal: context.signal, progress }
        const report = await buildInto(store, [seeds], desk).finally(progress.stop)
        if (report.stopped) return exit(1)
        const query = openQuery(store)
        const ledger = `in ${db}; print it with: npx wiregraph query ledger --db ${db}`
        for (const line of await summarize(store, query, report, lexicon.types, ledger)) context.say(line)
        context.say('')
        const input = exportInput(store, lexicon.types, { rollup: 'none', text: true })
        const notes = new Set<string>()
        for (const [format, name] of [
          ['gexf', 'actors.gexf'],
          ['graphology', 'graph.json'],
        ] as const) {
          const path = join(flags.out, name)
          for (const note of await writeFormat(format, input, path, context)) notes.add(note)
          context.say(`wrote ${relative('.', path)}`)
        }
        for (const note of notes) context.say(note)
        if (!flags.serve) return
        const options = {
          query,
          types: lexicon.types,
          version: context.version,
          host: '127.0.0.1',
          log: { write: (line: string) => context.say(line.trimEnd()) },
        }
        const server = await startServer({ ...options, port: flags.port }).catch((error: unknown) => {
          if (error instanceof WiregraphError && error.code === 'port-in-use')
            return startServer({ ...options, port: 0 })
          throw error
        })
        context.say(
          `\nThe API listens; Ctrl-C ends it. Try:\n${urls(server.url)
            .map((url) => `  ${url}`)
            .join('\n')}`,
        )
        await untilStopped(context.signal)
        await server.close()
      } finally {
        store.close()
      }
    })
}

const urls = (base: string): readonly string[] => [
  `${base}/v1/actors/Russia/neighborhood?types=ASSAULT`,
  `${base}/v1/paths?from=United%20States&to=Bashar%20al-Assad&rollup=state`,
  `${base}/v1/claims?q=Idlib`,
]

/** A folder that is there already will do. */
function makeFolder(path: string): void {
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(path)
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException
    throw new WiregraphError(
      'write-failed',
      { where: path, expected: 'a folder, or a place for one', got: code },
      { cause: error },
    )
  }
}
