import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../model/index.ts'
import type { Bench, Shape } from './bench.ts'
import type { GoldFolder } from './folder.ts'
import { python, scores } from './scorers.ts'

/** What a set is measured with. */
export interface Table {
  readonly folder: GoldFolder
  readonly bench: Bench
  /** A folder for what the scorers read; it goes when all is done. */
  readonly scratch: string
}

/** What was read of a file, and where it stands printed. */
export interface Printed {
  readonly readings: readonly Reading[]
  readonly file: string
}

/** Reads a file, and prints what of it a scorer wants. */
export async function printed({ bench, scratch }: Table, input: string, shape: Shape): Promise<Printed> {
  const readings: Reading[] = []
  const lines: string[] = []
  for await (const reading of bench.read(input)) {
    bench.signal.throwIfAborted()
    readings.push(reading)
    lines.push(bench.print(reading, shape))
    bench.step(reading.ledger.tokens)
  }
  bench.signal.throwIfAborted()
  const file = join(scratch, 'printed')
  writeFileSync(file, lines.join(''))
  return { readings, file }
}

/** The same, as `convert.py` hands it to the scorers. */
export async function converted(
  table: Table,
  input: string,
  shape: Shape,
  how: 'events' | 'oie' | 'polnear' | 'ner',
): Promise<Printed> {
  const { readings, file } = await printed(table, input, shape)
  const predicted = join(table.scratch, 'predicted.jsonl')
  writeFileSync(predicted, await python(table.folder, 'convert.py', how, file))
  return { readings, file: predicted }
}

/** Trees over the words of a CoNLL-U file, scored on those words. */
export async function treesOn({ bench, folder, scratch }: Table, gold: string) {
  const documents: string[] = []
  for await (const document of bench.parse(gold)) {
    bench.signal.throwIfAborted()
    documents.push(document)
    bench.step(document.match(/^\d+\t/gmu)?.length ?? 0)
  }
  const file = join(scratch, 'trees.conllu')
  writeFileSync(file, documents.join(''))
  const { at } = await scores(folder, 'score_conllu.py', gold, file)
  return { XPOS: at('xpos') / 100, UAS: at('uas') / 100, LAS: at('las') / 100 }
}
