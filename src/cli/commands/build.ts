import { existsSync, rmSync } from 'node:fs'
import { Command } from 'commander'
import { openQuery } from '../../query/index.ts'
import { openSqliteStore } from '../../store/index.ts'
import type { Context } from '../context.ts'
import { dbOption, type IngestFlags, ingestFrom, ingestOptions, lexiconFrom, lexiconOption } from '../options.ts'
import { startProgress } from '../progress.ts'
import { shown } from '../shown.ts'
import { summarize } from '../summary.ts'

/** `wiregraph build PATHS… --db FILE`: reads news into a database. */
export function build(context: Context, exit: (code: number) => void): Command {
  const command = new Command('build')
    .description(
      'read files, folders, globs, URLs or - (standard input) into a database; what it has already is not read again',
    )
    .argument('<paths...>', 'txt, md, html, json, jsonl, rss and atom; folders are read through')
    .addOption(dbOption())
    .addOption(lexiconOption())
    .addHelpText('after', '\nStop it at any time: the same command carries on where it was.')
  for (const option of ingestOptions()) command.addOption(option)
  return command.action(async (paths: string[], flags: IngestFlags & { readonly db: string }) => {
    const { buildInto, nothingRead, toolsWith } = await import('../reading.ts')
    const lexicon = await lexiconFrom(flags)
    const isNew = !existsSync(flags.db)
    const store = openSqliteStore(flags.db, { create: true })
    let isEmpty = false
    try {
      const progress = startProgress(context, 'files')
      const ingest = ingestFrom(flags, lexicon, context)
      const tools = await toolsWith(lexicon, context.version)
      const desk = { tools, ingest, signal: context.signal, progress }
      const report = await buildInto(store, paths, desk).finally(progress.stop)
      if (report.stopped) {
        context.say('Stopped. What was read is kept; the same command carries on.')
        exit(1)
        return
      }
      if (report.added + report.replaced + report.unchanged === 0) {
        for (const { message } of report.skips) context.say(`skipped: ${shown(message)}`)
        isEmpty = true
        throw nothingRead(paths, report.skips)
      }
      const ledger = `in ${flags.db}; print it with: wiregraph query ledger --db ${flags.db}`
      for (const line of await summarize(store, openQuery(store), report, lexicon.types, ledger)) context.say(line)
    } finally {
      store.close()
      // a database that holds nothing would be taken for one that was built
      if (isNew && isEmpty) rmSync(flags.db)
    }
  })
}
