import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Context } from '../../src/cli/context.ts'
import { run } from '../../src/cli/program.ts'

/** What a command line did. */
export interface Outcome {
  readonly code: number
  /** Data. */
  readonly out: string
  /** Talk. */
  readonly said: string
}

/** Runs `wiregraph …` in this process, with nothing of the real one but the disk. */
export async function wiregraph(
  argv: readonly string[],
  more: Partial<Context> & { readonly input?: string } = {},
): Promise<Outcome> {
  let out = ''
  const said: string[] = []
  const { input = '', ...rest } = more
  const context: Context = {
    out: async (text) => {
      out += text
    },
    say: (line) => void said.push(line),
    stdin: (async function* () {
      yield Buffer.from(input)
    })(),
    env: {},
    signal: new AbortController().signal,
    isTerminal: false,
    version: '0.0.0',
    ...rest,
  }
  const code = await run(argv, context)
  return { code, out, said: said.join('\n') }
}

/** A folder that is gone when the test is over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The rows of JSON Lines. */
export const rows = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
