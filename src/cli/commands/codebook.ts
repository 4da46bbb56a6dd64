import { Command } from 'commander'
import type { Context } from '../context.ts'
import { lexiconFrom, lexiconOption } from '../options.ts'

/** `wiregraph codebook`: the tables as one page. */
export function codebook(context: Context): Command {
  return new Command('codebook')
    .description('print the tables as one Markdown page: claim types and their patterns, cues, actors, places')
    .addOption(lexiconOption())
    .action(async (flags: { readonly lexicon: readonly string[] }) => {
      const { codebook: page } = await import('../../lexicon/index.ts')
      await context.out(page(await lexiconFrom(flags)))
    })
}
