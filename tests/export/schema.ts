import { readFileSync } from 'node:fs'
import { memoryPages, validateXML } from 'xmllint-wasm'

const GRAMMAR = readFileSync(new URL('gexf-1.3.rng', import.meta.url), 'utf8')

/** What the GEXF 1.3 grammar has against these files: one list of messages a file, empty only where the file was found valid. */
export async function againstGrammar(files: readonly string[]): Promise<readonly (readonly string[])[]> {
  const nameOf = (n: number) => `file-${n}.gexf`
  const { rawOutput } = await validateXML({
    xml: files.map((contents, n) => ({ fileName: nameOf(n), contents })),
    schema: GRAMMAR,
    extension: 'relaxng',
    maxMemoryPages: 2 * memoryPages.GiB,
  })
  const lines = rawOutput.split('\n')
  return files.map((_, n) => {
    if (lines.includes(`${nameOf(n)} validates`)) return []
    const own = lines.filter((line) => line.startsWith(nameOf(n)))
    return own.length > 0 ? own : [`${nameOf(n)} was not looked at`]
  })
}
