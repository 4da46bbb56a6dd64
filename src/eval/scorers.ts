import { execFile } from 'node:child_process'
import { WiregraphError } from '../model/index.ts'
import type { GoldFolder } from './folder.ts'

/** What a scorer may print, in bytes. */
const MOST_OUTPUT = 2 ** 28

/**
 * What a script of the folder's `eval` prints.
 * @throws WiregraphError `no-python` when `python3` can't be started, `scorer-failed` with the script's last words when it
 *   ends in any other way than well
 */
export function python(folder: GoldFolder, script: string, ...args: readonly string[]): Promise<string> {
  const file = folder.path('eval', script)
  // files and pipes are UTF-8 whatever the locale
  return run(file, '-X', 'utf8', file, ...args)
}

/** Looks whether scorers can be run before anything is read. @throws WiregraphError `no-python`, `not-found` */
export async function checkScorers(folder: GoldFolder, scripts: Iterable<string>): Promise<void> {
  for (const script of scripts) {
    const file = folder.path('eval', script)
    if (!folder.has('eval', script)) throw new WiregraphError('not-found', { where: file, expected: 'a scorer' })
  }
  await run('python3', '--version')
}

function run(where: string, ...argv: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    execFile('python3', argv, { encoding: 'utf8', maxBuffer: MOST_OUTPUT }, (error, out, said) => {
      if (error === null) return done(out)
      if (error.code === 'ENOENT') {
        const hint = 'Install Python 3, or put it where programs are looked for.'
        return failed(new WiregraphError('no-python', { where: 'python3', hint }, { cause: error }))
      }
      const got = said.trim().split('\n').at(-1) || `an end with ${error.code ?? error.signal}`
      failed(new WiregraphError('scorer-failed', { where, got }, { cause: error }))
    })
  })
}

/** What a scorer prints as JSON. @throws WiregraphError as {@link python}, and `scorer-failed` when it is no JSON */
export async function scores(folder: GoldFolder, script: string, ...args: readonly string[]): Promise<Scores> {
  const out = await python(folder, script, ...args, '--json')
  try {
    return scoresOf(JSON.parse(out), folder.path('eval', script))
  } catch (cause) {
    if (cause instanceof WiregraphError) throw cause
    const where = folder.path('eval', script)
    throw new WiregraphError('scorer-failed', { where, expected: 'JSON', got: out.slice(0, 60).trim() }, { cause })
  }
}

/** Figures by the path of their names: `at('all', 'exact', 'f1')`. */
export interface Scores {
  /** @throws WiregraphError `scorer-failed` when no number stands there */
  readonly at: (...path: readonly string[]) => number
}

function scoresOf(tree: unknown, where: string): Scores {
  return {
    at(...path) {
      const value = path.reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], tree)
      if (typeof value === 'number') return value
      throw new WiregraphError('scorer-failed', { where, expected: `a number as ${path.join(' → ')}`, got: `${value}` })
    },
  }
}
