import { readFileSync } from 'node:fs'

/** What a command may touch of the world outside. Only this room reads it. */
export interface Context {
  /** Writes data; settles when there is room for more. */
  readonly out: (text: string) => Promise<void>
  /** Writes talk, one line. */
  readonly say: (line: string) => void
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal
  /** Whether talk goes to a terminal, so that a bar can be drawn. */
  readonly isTerminal: boolean
  /** Version of the package. */
  readonly version: string
}

/** The process this program runs in. A second signal ends it at once. */
export function processContext(): Context {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (abort.signal.aborted) {
        // a progress bar may have hidden it
        if (process.stderr.isTTY) process.stderr.write('\u001b[?25h')
        process.exit(130)
      }
      abort.abort(signal)
    })
  }
  // a reader of data that closes early (`| head`) is no failure, and nobody need listen to the talk
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`wiregraph: standard output could not be written: ${error.code}\n`)
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  process.stderr.on('error', () => {})
  return {
    out: (text) => new Promise((done) => (process.stdout.write(text) ? done() : process.stdout.once('drain', done))),
    say: (line) => void process.stderr.write(`${line}\n`),
    stdin: process.stdin,
    env: process.env,
    signal: abort.signal,
    isTerminal: process.stderr.isTTY === true,
    version: packageVersion(),
  }
}

/** As package.json two folders up states it, from the sources as well as from the compiled files. */
export function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}
