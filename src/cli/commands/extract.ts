import { Command, Option } from 'commander'
import type { Skip } from '../../model/index.ts'
import type { Context } from '../context.ts'
import { type IngestFlags, ingestFrom, ingestOptions, lexiconFrom, lexiconOption } from '../options.ts'
import { LENGTHS, type Length, SHAPES, type ShapeName } from '../shapes.ts'
import { shown } from '../shown.ts'

/** `wiregraph extract FILE|-`: one JSON line an article, in input order. */
export function extract(context: Context, exit: (code: number) => void): Command {
  const shapes = Object.entries(SHAPES).map(([name, { says }]) => `  ${name.padEnd(9)} ${says}`)
  const command = new Command('extract')
    .description('read articles and print what is in them, one JSON line an article, in input order')
    .argument(
      '<paths...>',
      'files, folders, globs, URLs or - (standard input, whose format is told by its first bytes unless --format says it)',
    )
    .addOption(new Option('--as <shape>', 'what to print').choices(Object.keys(SHAPES)).default('claims'))
    .addOption(
      new Option('--arguments <length>', 'how much of an argument clauses show').choices(LENGTHS).default('long'),
    )
    .addOption(lexiconOption())
    .addHelpText('after', `\nShapes:\n${shapes.join('\n')}`)
  for (const option of ingestOptions()) command.addOption(option)
  type Flags = IngestFlags & { readonly as: ShapeName; readonly arguments: Length }
  return command.action(async (paths: string[], flags: Flags) => {
    const { nothingRead, readerOf, readings } = await import('../reading.ts')
    const lexicon = await lexiconFrom(flags)
    const ingest = ingestFrom(flags, lexicon, context)
    const desk = { lexicon, reader: readerOf(lexicon, context.version), ingest, signal: context.signal }
    const skips: Skip[] = []
    const onSkip = (skip: Skip) => {
      skips.push(skip)
      context.say(`skipped: ${shown(skip.message)}`)
    }
    let read = 0
    for await (const reading of readings(paths, desk, onSkip)) {
      read++
      await context.out(SHAPES[flags.as].write(reading, flags.arguments))
    }
    if (context.signal.aborted) {
      context.say('Stopped before the end.')
      return exit(1)
    }
    if (read === 0) throw nothingRead(paths, skips)
  })
}
