import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openEncoder, WEIGHTS } from '../../src/encoder/encoder.ts'
import { parseWeights } from '../../src/encoder/weights.ts'

const HEADER = {
  format: 1,
  name: 'tiny',
  digest: '0123abcd',
  size: 16,
  label: 2,
  reach: 3,
  report: 4,
  upos: ['NOUN', 'X'],
  xpos: ['NN'],
  deprel: ['root', 'obj'],
  kind: ['none', 'person'],
}
const floats = (...numbers: readonly number[]) => new Uint8Array(Float32Array.from(numbers).buffer)
const PARTS = {
  network: Uint8Array.of(1, 2, 3),
  pieces: new TextEncoder().encode('[UNK]\nwar\n##plane\n'),
  label: floats(1, -2, 0.5, 4),
  labelBias: floats(0.25, 8),
  reportBias: floats(-1, -2),
}

/** A file as `training/export.py` writes it: header and parts filled up to a multiple of 64 bytes. */
function file(changes: object = {}, magic = 'WIREGRPH', body: Readonly<Record<string, Uint8Array>> = PARTS) {
  let at = 0
  const parts: Record<string, readonly number[]> = {}
  const filled = Object.entries(body).map(([name, bytes]) => {
    parts[name] = [at, bytes.length]
    const padded = Buffer.alloc(Math.ceil(bytes.length / 64) * 64)
    padded.set(bytes)
    at += padded.length
    return padded
  })
  const json = JSON.stringify({ ...HEADER, parts, ...changes })
  const header = json.padEnd(Math.ceil((12 + json.length) / 64) * 64 - 12)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return Buffer.concat([Buffer.from(magic), length, Buffer.from(header), ...filled])
}

/** Both rows of the label scorer, filled up to four numbers. */
const LABEL = Float64Array.of(1, -2, 0, 0, 0.5, 4, 0, 0)

const said = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    expect(error).toMatchObject({ code: 'not-readable', detail: { where: 'tiny.bin' } })
    return (error as Error).message
  }
  return 'nothing'
}

describe('a weights file', { timeout: 30_000 }, () => {
  it('is taken apart as it was put together', () => {
    const { upos, xpos, deprel, kind, size } = HEADER
    expect(parseWeights(file(), 'tiny.bin')).toEqual({
      name: 'tiny-0123abcd',
      ...{ size, upos, xpos, deprel, kind },
      widths: { label: 2, reach: 3, report: 4 },
      pieces: new Map(['[UNK]', 'war', '##plane'].map((piece, id) => [piece, id])),
      network: Buffer.from(PARTS.network),
      label: LABEL,
      labelBias: Float64Array.of(0.25, 8, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY),
      reportBias: Float32Array.of(-1, -2),
    })
  })

  it('may lie anywhere in memory', () => {
    const bytes = file()
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    const { label } = parseWeights(moved.subarray(3), 'tiny.bin')
    expect(label).toEqual(LABEL)
  })

  const { network, pieces, label, labelBias } = PARTS
  it.each<[string, Uint8Array, RegExp]>([
    ['of nothing', new Uint8Array(), /expected the weights of a network, got 0 bytes of another kind/u],
    ['of another kind', file({}, 'GGUF____'), /expected the weights of a network, got \d+ bytes of another kind/u],
    ['cut after its first bytes', file().subarray(0, 10), /got 10 bytes of another kind/u],
    ['cut within its header', file().subarray(0, 100), /expected weights of format 1, got a broken header/u],
    ['cut before its end', file().subarray(0, -60), /expected the part “reportBias”, got a file that ends before it/u],
    ['without a part', file({}, 'WIREGRPH', { network, pieces, label, labelBias }), /expected the part “reportBias”/u],
    ['that names no parts', file({ parts: undefined }), /expected the part “/u],
    ['of another format', file({ format: 2 }), /expected weights of format 1, got format 2/u],
  ])('%s is refused', (_, bytes, told) => {
    expect(said(() => parseWeights(bytes, 'tiny.bin'))).toMatch(told)
  })

  it('is refused wherever it is cut short', () => {
    const bytes = file()
    const whole = bytes.length - 64 + PARTS.reportBias.length
    for (let length = 0; length < whole; length++)
      expect(said(() => parseWeights(bytes.subarray(0, length), 'tiny.bin'))).toMatch(/^tiny\.bin: .*: expected /u)
  })
})

describe('an encoder does not read', { timeout: 30_000 }, () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'wiregraph-'))
    onTestFinished(() => rmSync(made, { recursive: true, force: true }))
    return made
  }

  it('where no file is', async () => {
    const where = join(folder(), 'none.bin')
    await expect(openEncoder(where)).rejects.toMatchObject({ code: 'not-readable', detail: { where } })
  })

  it('on a network that the library can’t read', async () => {
    const where = join(folder(), 'tiny.bin')
    writeFileSync(where, file())
    const encoder = await openEncoder(where)
    await expect(encoder.read([], [])).rejects.toMatchObject({ code: 'not-readable', detail: { where } })
  })
})

it('the weights that come with the program name every part and label', () => {
  const { widths, upos, deprel, kind, label, labelBias, reportBias, pieces } = parseWeights(
    readFileSync(WEIGHTS),
    'weights.bin',
  )
  const inFours = Math.ceil(deprel.length / 4) * 4
  expect(label).toHaveLength(widths.label * inFours)
  expect(labelBias).toHaveLength(inFours)
  expect(reportBias).toHaveLength(2)
  expect(pieces.get('[CLS]')).toBe(101)
  expect(pieces.get('[SEP]')).toBe(102)
  expect(upos).toContain('VERB')
  expect(deprel).toContain('root')
  expect(kind[0]).toBe('none')
})
