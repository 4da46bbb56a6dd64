import type { Weights } from './weights.ts'

/** The part of it that is used here; the types of Node have none. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (program: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: { readonly sum: (...at: readonly number[]) => void } }
}

/** Relations summed up at once: as many as the registers hold that a sum needs not wait for the one before. */
const AT_ONCE = 8
const PAGE = 65_536

/**
 * A scorer of relations: the index of the best one, never `root`, of the word `word` under the word `of`, whose halves
 * stand in rows of `dependent` and `head`.
 */
export type RelationScorer = (dependent: Float32Array, word: number, head: Float32Array, of: number) => number

/**
 * Makes a scorer, which keeps its working space; scorers share nothing. Sums are made in 64 bits and in the order of the
 * hidden numbers, two relations in one instruction, so they are the same on every processor.
 */
export function relationScorer({ label, labelBias, deprel, widths }: Weights): RelationScorer {
  const width = widths.label
  const given = labelBias.length
  const size = Math.ceil(given / AT_ONCE) * AT_ONCE
  // in this order in memory: values, scores, biases and labels in 64 bits, then offsets of rows
  const [scoresAt, biasAt, labelAt] = [8 * width, 8 * (width + size), 8 * (width + 2 * size)]
  const rowsAt = labelAt + 8 * width * size
  const memory = new WebAssembly.Memory({ initial: Math.ceil((rowsAt + 4 * width + 8) / PAGE) })
  const values = new Float64Array(memory.buffer, 0, width + 1)
  const scores = new Float64Array(memory.buffer, scoresAt, size)
  const rows = new Int32Array(memory.buffer, rowsAt, width + 1)
  new Float64Array(memory.buffer, biasAt, size).fill(Number.NEGATIVE_INFINITY).set(labelBias)
  const labels = new Float64Array(memory.buffer, labelAt, width * size)
  for (let k = 0; k < width; k++) labels.set(label.subarray(k * given, (k + 1) * given), k * size)
  const { sum } = new WebAssembly.Instance(new WebAssembly.Module(PROGRAM), { '': { memory } }).exports
  const root = deprel.indexOf('root')

  return (dependent, word, head, of) => {
    const left = word * width
    const right = of * width
    // half of what is hidden comes to nothing; no branch, as nothing foretells which half
    let count = 0
    for (let k = 0; k < width; k++) {
      const hidden = dependent[left + k]! + head[right + k]!
      rows[count] = labelAt + 8 * k * size
      values[count] = hidden
      count += hidden > 0 ? 1 : 0
    }
    sum(rowsAt, rowsAt + 4 * count, 8 * size, biasAt, scoresAt)
    scores[root] = Number.NEGATIVE_INFINITY
    let best = 0
    for (let at = 1; at < size; at++) if (scores[at]! > scores[best]!) best = at
    return best
  }
}

/**
 * sum(rows, rowsEnd, size, bias, scores): scores = bias + the sum of values times the rows of labels that `rows` points
 * at, `size` bytes each; values stand from 0 on. WebAssembly, as JavaScript has no instruction for two numbers at once,
 * and takes four times as long.
 */
// biome-ignore format: a line of bytes a line of the program
const PROGRAM = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x09, 0x01, 0x60, 0x05, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x00, // type: five i32
  0x02, 0x0c, 0x01, 0x00, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00, 0x01, // import memory, one page or more
  0x03, 0x02, 0x01, 0x00, // one function
  0x07, 0x07, 0x01, 0x03, 0x73, 0x75, 0x6d, 0x00, 0x00, // export it as "sum"
  0x0a, 0xf3, 0x01, 0x01, 0xf0, 0x01, // its code
  0x02, 0x04, 0x7f, 0x05, 0x7b, // four i32: at, row, value, base; five v128: x, sum0 to sum3
  0x03, 0x40, // loop ;; over blocks of eight relations
  0x20, 0x03, 0x20, 0x05, 0x6a, 0xfd, 0x00, 0x03, 0x00, 0x21, 0x0a, //   sum0 = v128.load offset=0 (bias + at)
  0x20, 0x03, 0x20, 0x05, 0x6a, 0xfd, 0x00, 0x03, 0x10, 0x21, 0x0b, //   sum1 = v128.load offset=16 (bias + at)
  0x20, 0x03, 0x20, 0x05, 0x6a, 0xfd, 0x00, 0x03, 0x20, 0x21, 0x0c, //   sum2 = v128.load offset=32 (bias + at)
  0x20, 0x03, 0x20, 0x05, 0x6a, 0xfd, 0x00, 0x03, 0x30, 0x21, 0x0d, //   sum3 = v128.load offset=48 (bias + at)
  0x20, 0x00, 0x21, 0x06, //   row = rows
  0x41, 0x00, 0x21, 0x07, //   value = 0
  0x02, 0x40, 0x20, 0x06, 0x20, 0x01, 0x46, 0x0d, 0x00, //   block ;; left at once where there are no rows
  0x03, 0x40, //     loop ;; over rows
  0x20, 0x07, 0xfd, 0x0a, 0x03, 0x00, 0x21, 0x09, //       x = v128.load64_splat (value)
  0x20, 0x06, 0x28, 0x02, 0x00, 0x20, 0x05, 0x6a, 0x21, 0x08, //       base = i32.load (row) + at
  0x20, 0x0a, 0x20, 0x09, 0x20, 0x08, 0xfd, 0x00, 0x03, 0x00, 0xfd, 0xf2, 0x01, 0xfd, 0xf0, 0x01, 0x21, 0x0a, //       sum0 += x * v128.load offset=0 (base), as f64x2
  0x20, 0x0b, 0x20, 0x09, 0x20, 0x08, 0xfd, 0x00, 0x03, 0x10, 0xfd, 0xf2, 0x01, 0xfd, 0xf0, 0x01, 0x21, 0x0b, //       sum1 += x * v128.load offset=16 (base), as f64x2
  0x20, 0x0c, 0x20, 0x09, 0x20, 0x08, 0xfd, 0x00, 0x03, 0x20, 0xfd, 0xf2, 0x01, 0xfd, 0xf0, 0x01, 0x21, 0x0c, //       sum2 += x * v128.load offset=32 (base), as f64x2
  0x20, 0x0d, 0x20, 0x09, 0x20, 0x08, 0xfd, 0x00, 0x03, 0x30, 0xfd, 0xf2, 0x01, 0xfd, 0xf0, 0x01, 0x21, 0x0d, //       sum3 += x * v128.load offset=48 (base), as f64x2
  0x20, 0x07, 0x41, 0x08, 0x6a, 0x21, 0x07, //       value += 8
  0x20, 0x06, 0x41, 0x04, 0x6a, 0x22, 0x06, 0x20, 0x01, 0x47, 0x0d, 0x00, //       row += 4, again unless it is rowsEnd
  0x0b, 0x0b, //     end end
  0x20, 0x04, 0x20, 0x05, 0x6a, 0x20, 0x0a, 0xfd, 0x0b, 0x03, 0x00, //   v128.store offset=0 (scores + at) sum0
  0x20, 0x04, 0x20, 0x05, 0x6a, 0x20, 0x0b, 0xfd, 0x0b, 0x03, 0x10, //   v128.store offset=16 (scores + at) sum1
  0x20, 0x04, 0x20, 0x05, 0x6a, 0x20, 0x0c, 0xfd, 0x0b, 0x03, 0x20, //   v128.store offset=32 (scores + at) sum2
  0x20, 0x04, 0x20, 0x05, 0x6a, 0x20, 0x0d, 0xfd, 0x0b, 0x03, 0x30, //   v128.store offset=48 (scores + at) sum3
  0x20, 0x05, 0x41, 0xc0, 0x00, 0x6a, 0x22, 0x05, 0x20, 0x02, 0x48, 0x0d, 0x00, //   at += 64, again while it is less than size
  0x0b, 0x0b, // end end
)
