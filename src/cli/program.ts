import { Command, CommanderError } from 'commander'
import { WiregraphError } from '../model/index.ts'
import { build } from './commands/build.ts'
import { codebook } from './commands/codebook.ts'
import { evaluation } from './commands/eval.ts'
import { explain } from './commands/explain.ts'
import { exportGraph } from './commands/export.ts'
import { extract } from './commands/extract.ts'
import { query } from './commands/query.ts'
import { serve } from './commands/serve.ts'
import { start } from './commands/start.ts'
import type { Context } from './context.ts'

/** Every command, in the order in which help lists them. */
const COMMANDS = [start, build, extract, explain, query, exportGraph, serve, codebook, evaluation] as const

/** How a run ended: done, failed, called the wrong way. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const

/** Runs one command line and tells its exit code. Nothing is thrown for what a user can mend. */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  let code: number = EXIT.done
  const program = new Command('wiregraph')
    .description('Turns news into a graph of who did what to whom, and who says so.')
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureOutput({ writeOut: context.out, writeErr: (text) => context.say(text.trimEnd()) })
    .showSuggestionAfterError()
    .exitOverride()
  for (const command of COMMANDS) {
    const made = command(context, (failed) => {
      code = failed
    })
    inherit(made, program)
    program.addCommand(made)
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (!(error instanceof WiregraphError)) throw error
    context.say(`wiregraph: ${error.message}`)
    return EXIT.failed
  }
}

/** Commands made apart do not know how their parent writes and ends; this tells them, and theirs. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent)
  for (const part of command.commands) inherit(part, command)
}
