import { Command, Option } from 'commander'
import type { Skip } from '../../model/index.ts'
import type { Context } from '../context.ts'
import { type IngestFlags, ingestFrom, ingestOptions, lexiconFrom, lexiconOption } from '../options.ts'
import { LENGTHS, type Length, SHAPES, type ShapeName } from '../shapes.ts'
import { shown } from '../shown.ts'

const GOLD = `
--gold-tokens prints its file again, document by document, with lemmas, tags and trees of our own; words, comments,
ranges and MISC stay. Documents begin at "# newdoc" and paragraphs at "# newpar": a file with neither is one paragraph.`

/** `wiregraph extract FILE|-`: one JSON line an article, in input order; or trees over the words of a CoNLL-U file. */
export function extract(context: Context, exit: (code: number) => void): Command {
  const shapes = Object.entries(SHAPES).map(([name, { says }]) => `  ${name.padEnd(9)} ${says}`)
  const command = new Command('extract')
    .description('read articles and print what is in them, one JSON line an article, in input order')
    .argument(
      '[paths...]',
      'files, folders, globs, URLs or - (standard input, whose format is told by its first bytes unless --format says it)',
    )
    .addOption(new Option('--as <shape>', 'what to print').choices(Object.keys(SHAPES)).default('claims'))
    .addOption(
      new Option('--arguments <length>', 'clauses with all arguments whole, or one for each argument, cut short')
        .choices(LENGTHS)
        .default('long'),
    )
    .addOption(lexiconOption())
    .addOption(
      new Option(
        '--gold-tokens <file>',
        'parse the words of a CoNLL-U file (- for standard input), read no texts',
      ).conflicts(['arguments', 'lexicon', 'date', 'publisher', 'format', 'allowPrivate']),
    )
    .addHelpText('after', `\nShapes:\n${shapes.join('\n')}\n${GOLD}`)
  for (const option of ingestOptions()) command.addOption(option)
  type Flags = IngestFlags & { readonly as: ShapeName; readonly arguments: Length; readonly goldTokens?: string }
  const stopped = (): void => {
    context.say('Stopped before the end.')
    exit(1)
  }
  return command.action(async (paths: string[], flags: Flags) => {
    if (flags.goldTokens !== undefined) {
      if (flags.as !== 'conllu' && command.getOptionValueSource('as') !== 'default')
        command.error(`error: --gold-tokens prints trees: expected --as conllu, got --as ${flags.as}`)
      if (paths.length > 0)
        command.error(`error: --gold-tokens reads no other files: expected one, got ${paths.length} more`)
      if (!(await parseTokens(flags.goldTokens, context))) stopped()
      return
    }
    if (paths.length === 0) command.error("error: missing required argument 'paths'")
    const { nothingRead, readings, toolsWith } = await import('../reading.ts')
    const lexicon = await lexiconFrom(flags)
    const ingest = ingestFrom(flags, lexicon, context)
    const desk = { tools: await toolsWith(lexicon, context.version), ingest, signal: context.signal }
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
    if (context.signal.aborted) return stopped()
    if (read === 0) throw nothingRead(paths, skips)
  })
}

/** Prints a CoNLL-U file with our trees; whether it came to the end. */
async function parseTokens(path: string, { stdin, out, signal }: Context): Promise<boolean> {
  const [{ openEncoder }, { bytesOf, parsedTokens }] = await Promise.all([
    import('../../encoder/index.ts'),
    import('../gold-tokens.ts'),
  ])
  const chunks = path === '-' ? stdin : bytesOf(path)
  for await (const document of parsedTokens(chunks, path, await openEncoder())) {
    if (signal.aborted) return false
    await out(document)
  }
  return true
}
