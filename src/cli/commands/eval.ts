import { Command, Option } from 'commander'
import type { Bench, Evaluation, SetName } from '../../eval/index.ts'
import type { Reading, Skip } from '../../model/index.ts'
import type { Context } from '../context.ts'
import { ingestFrom, lexiconFrom, lexiconOption } from '../options.ts'
import { type Progress, startProgress } from '../progress.ts'
import type { Length, ShapeName } from '../shapes.ts'
import { shown } from '../shown.ts'

const HELP = `
The folder holds gold/ and ud/ (sets), seeds/ (articles) and eval/ (scorers, which python3 runs). Figures are shares of 1.
A floor is what must be reached, a target what is worked towards. Confidence orders and informs: of claims with 0.8, eight
of ten should be right. --fit-confidence prints its table anew from the sets that tell right claims from wrong.`

interface Flags {
  readonly gold: string
  readonly only?: readonly string[]
  readonly json?: true
  readonly fitConfidence?: true
  readonly lexicon: readonly string[]
}

/** `wiregraph eval --gold DIR`: how well it reads, measured on annotated texts. */
export function evaluation(context: Context, exit: (code: number) => void): Command {
  const command = new Command('eval')
    .description('measure how well articles are read, on a folder of annotated texts with their scorers')
    .addOption(new Option('--gold <dir>', 'the folder of annotated texts').env('WIREGRAPH_GOLD').makeOptionMandatory())
    .addOption(
      new Option('--only <names>', 'only these sets, separated by commas').argParser((value) => value.split(',')),
    )
    .addOption(new Option('--json', 'print one JSON object'))
    .addOption(new Option('--fit-confidence', 'also fit the confidence of claims anew, and print its table'))
    .addOption(lexiconOption())
    .addHelpText('after', HELP)
  return command.action(async (flags: Flags) => {
    const { evaluate, FITTING, pageOf, planOf, SET_NAMES } = await import('../../eval/index.ts')
    const unknown = flags.only?.find((name) => !SET_NAMES.some((set) => set === name))
    if (unknown !== undefined)
      command.error(
        `error: option '--only <names>' argument '${unknown}' is invalid. Expected ${SET_NAMES.join(', ')}.`,
      )
    const only = (flags.only ?? []) as readonly SetName[]
    const fits = flags.fitConfidence === true
    const plan = await planOf(flags.gold, fits && only.length === 0 ? FITTING : only)
    for (const set of plan.absent) context.say(`not there: ${set}`)
    const progress = startProgress(context, 'texts')
    let found: Evaluation
    try {
      found = await evaluate(plan, await benchOf(flags, context, plan.texts, progress), fits)
    } catch (error) {
      if (!context.signal.aborted) throw error
      context.say('Stopped before the end.')
      exit(1)
      return
    } finally {
      progress.stop()
    }
    await context.out(flags.json ? `${JSON.stringify(found)}\n` : pageOf(found))
  })
}

/** The reader of this program, as the sets need it. */
async function benchOf(flags: Flags, context: Context, texts: number, progress: Progress): Promise<Bench> {
  const [{ readings, toolsWith }, { SHAPES }, { bytesOf, parsedTokens }] = await Promise.all([
    import('../reading.ts'),
    import('../shapes.ts'),
    import('../gold-tokens.ts'),
  ])
  const lexicon = await lexiconFrom(flags)
  const tools = await toolsWith(lexicon, context.version)
  const { signal } = context
  const desk = { tools, ingest: ingestFrom(flags, lexicon, context), signal }
  const onSkip = ({ message }: Skip): void => context.say(`skipped: ${shown(message)}`)
  let [done, words] = [0, 0]
  return {
    read: (file) => readings([file], desk, onSkip),
    print(reading, shape) {
      const [name, length]: readonly [ShapeName, Length] =
        shape === 'long clauses'
          ? ['clauses', 'long']
          : shape === 'short clauses'
            ? ['clauses', 'short']
            : [shape, 'long']
      const write: (reading: Reading, length: Length) => string = SHAPES[name].write
      return write(reading, length)
    },
    parse: (file) => parsedTokens(bytesOf(file), file, tools.encoder),
    step(more) {
      words += more
      progress.update(++done, texts, words)
    },
    signal,
  }
}
