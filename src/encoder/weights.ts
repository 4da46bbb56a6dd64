import { WiregraphError } from '../model/index.ts'

/**
 * What the program needs of a trained network: one file, as `training/export.py` writes it.
 *
 * Layout: the 8 bytes `WIREGRPH`, the length of the header (4 bytes, little-endian), the header (JSON), then the parts
 * that it names, each as offset and length in bytes from the header's end.
 */
export interface Weights {
  /** What readings say they were read by: the network's name and the first digits of its digest. */
  readonly name: string
  /** Sub-words in a window, at most. */
  readonly size: number
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly deprel: readonly string[]
  /** Kinds of mention; the first means none. */
  readonly kind: readonly string[]
  /** Widths of what the heads give for a word, in numbers: half a relation, and one of two reaches or reports. */
  readonly widths: { readonly label: number; readonly reach: number; readonly report: number }
  /** The id of each word piece. */
  readonly pieces: ReadonlyMap<string, number>
  /** The network, ONNX. */
  readonly network: Uint8Array
  /**
   * The label scorer's last layer: `widths.label` rows of numbers, one for each relation, and what is added to each.
   * Rows are filled up to a multiple of four with relations that never win, and are in 64 bits, in which sums are made.
   */
  readonly label: Float64Array
  readonly labelBias: Float64Array
  /** What is added to the score of a word as part of a source, and of a content. */
  readonly reportBias: Float32Array
}

const MAGIC = 'WIREGRPH'

interface Header {
  readonly format: number
  readonly name: string
  readonly digest: string
  readonly size: number
  readonly label: number
  readonly reach: number
  readonly report: number
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly deprel: readonly string[]
  readonly kind: readonly string[]
  /** Missing only from a header that no export has written. */
  readonly parts?: Readonly<Record<string, readonly [offset: number, length: number]>>
}

/**
 * Takes a weights file apart; `where` names it in errors.
 *
 * @throws WiregraphError `not-readable` when it is something else, was cut short, or is of another format
 */
export function parseWeights(bytes: Uint8Array, where: string): Weights {
  const refuse = (expected: string, got: string) => new WiregraphError('not-readable', { where, expected, got })
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
  if (start !== MAGIC || bytes.length < 12)
    throw refuse('the weights of a network', `${bytes.length} bytes of another kind`)
  const body = 12 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  const header = headerOf(bytes.subarray(12, body))
  if (header?.format !== 1)
    throw refuse('weights of format 1', header === null ? 'a broken header' : `format ${header.format}`)
  const part = (name: string): Uint8Array => {
    const [offset, length] = header.parts?.[name] ?? [0, -1]
    if (length < 0 || body + offset + length > bytes.length)
      throw refuse(`the part “${name}”`, 'a file that ends before it')
    return bytes.subarray(body + offset, body + offset + length)
  }
  const numbers = (name: string): Float32Array => new Float32Array(new Uint8Array(part(name)).buffer)
  const pieces = new TextDecoder().decode(part('pieces')).trimEnd().split('\n')
  const { size, upos, xpos, deprel, kind } = header
  return {
    name: `${header.name}-${header.digest}`,
    size,
    upos,
    xpos,
    deprel,
    kind,
    widths: { label: header.label, reach: header.reach, report: header.report },
    pieces: new Map(pieces.map((piece, id) => [piece, id])),
    network: part('network'),
    label: inFours(numbers('label'), deprel.length, 0),
    labelBias: inFours(numbers('labelBias'), deprel.length, Number.NEGATIVE_INFINITY),
    reportBias: numbers('reportBias'),
  }
}

/** Rows of `width` numbers, filled up to a multiple of four. */
function inFours(numbers: Float32Array, width: number, filler: number): Float64Array {
  const filled = Math.ceil(width / 4) * 4
  const rows = new Float64Array((numbers.length / width) * filled).fill(filler)
  for (let at = 0; at < numbers.length; at++) rows[Math.floor(at / width) * filled + (at % width)] = numbers[at]!
  return rows
}

function headerOf(bytes: Uint8Array): Header | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header
  } catch {
    return null
  }
}
