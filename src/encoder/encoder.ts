import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { WiregraphError } from '../model/index.ts'
import { decode } from './decode.ts'
import { loadNetwork, type Network } from './network.ts'
import { piecesOf } from './pieces.ts'
import { relationScorer } from './relations.ts'
import type { Signals } from './signals.ts'
import { parseWeights } from './weights.ts'
import { type Words, windowsOf } from './windows.ts'

/** Where the weights lie that come with the program. */
export const WEIGHTS = fileURLToPath(new URL('./weights.bin', import.meta.url))

/** A loaded network, ready to read. */
export interface Encoder {
  /** The network's name and the first digits of its digest; stored with every reading. */
  readonly name: string
  /**
   * Reads the sentences of one article: what it says of them depends on them alone. `paragraphs` tells of each whether
   * a paragraph starts with it.
   */
  readonly read: (sentences: readonly Words[], paragraphs: readonly boolean[]) => Promise<Signals>
}

/**
 * Opens the encoder. It reads on one thread. The network itself is loaded when it first reads, so that a build that
 * finds nothing new costs little; this takes about a fifth of a second and 100 MB.
 *
 * @throws WiregraphError `not-readable` when the file holds no weights; `read` throws it when they hold no network, and
 *   `no-encoder` where ONNX Runtime can't be loaded
 */
export async function openEncoder(file: string = WEIGHTS): Promise<Encoder> {
  const weights = parseWeights(await bytesOf(file), file)
  const cut = piecesOf(weights.pieces)
  const score = relationScorer(weights)
  let loading: Promise<Network> | null = null
  return {
    name: weights.name,
    async read(sentences, paragraphs) {
      loading ??= loadNetwork(weights.network, file)
      const network = await loading
      const windows = windowsOf(sentences, paragraphs, cut, weights.size)
      const decoder = decode(sentences, windows, weights, score)
      for (const [index, window] of windows.entries()) decoder.add(index, await network(window))
      return decoder.signals()
    },
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    const hint = 'It comes with the package: install wiregraph again.'
    throw new WiregraphError('not-readable', { where: file, expected: 'the weights of the encoder', hint }, { cause })
  }
}
