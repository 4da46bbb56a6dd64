import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { WiregraphError } from '../model/index.ts'
import type { Window } from './windows.ts'

/** What the network says of the words of one window; `n` words, each row a word. */
export interface Scores {
  /** n × (n + 1): of each word for each head; the first column is the root, then the words of the window. */
  readonly arc: Float32Array
  /** n × `widths.label`: what each word brings to its relation as dependent, and as head. */
  readonly label_dep: Float32Array
  readonly label_head: Float32Array
  readonly upos: Float32Array
  readonly xpos: Float32Array
  /** Of each word for each kind of mention that it may be the head of. */
  readonly kind: Float32Array
  /** n × 2 `widths.reach`: from a mention's head to its first and last word. */
  readonly reach_from: Float32Array
  readonly reach_to: Float32Array
  /** n × 3: no cue, first word of one, further word of one. */
  readonly cue: Float32Array
  /** n × 2 `widths.report`: from a cue to the words of its source and content. */
  readonly report_cue: Float32Array
  readonly report_word: Float32Array
}

/** Reads one window. */
export type Network = (window: Window) => Promise<Scores>

const OUTPUTS: readonly (keyof Scores)[] = [
  'arc',
  'label_dep',
  'label_head',
  'upos',
  'xpos',
  'kind',
  'reach_from',
  'reach_to',
  'cue',
  'report_cue',
  'report_word',
]

const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // buffers of the largest window are kept by the arena otherwise, and windows are small
  enableMemPattern: false,
}

/**
 * Loads a network on one thread of the processor; `where` names it in errors.
 *
 * @throws WiregraphError `no-encoder` where the native library can't be loaded, `not-readable` when it takes this for no
 *   network
 */
export async function loadNetwork(model: Uint8Array, where: string): Promise<Network> {
  const library = await nativeLibrary()
  const session = await library.InferenceSession.create(model, OPTIONS).catch((cause: Error) => {
    const got = cause.message.split('\n', 1)[0]!
    throw new WiregraphError('not-readable', { where, expected: 'a network as ONNX', got }, { cause })
  })
  const input = (data: Int32Array): Tensor => new library.Tensor('int32', data, [data.length])
  return async ({ pieces, cases, first, last }) => {
    const feeds = { pieces: input(pieces), cases: input(cases), first: input(first), last: input(last) }
    const results = await session.run(feeds, OUTPUTS as string[])
    return Object.fromEntries(OUTPUTS.map((name) => [name, results[name]!.data])) as unknown as Scores
  }
}

interface Library {
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>
  }
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => Tensor
}

/** Where the package has its library; others would have to build ONNX Runtime themselves. */
const PLATFORMS = 'Linux with glibc 2.28 or newer (x64, arm64), macOS (arm64) or Windows (x64, arm64)'

async function nativeLibrary(): Promise<Library> {
  try {
    return (await import('onnxruntime-node')) as unknown as Library
  } catch (cause) {
    const got = `${process.platform} on ${process.arch}: ${(cause as Error).message.split('\n', 1)[0]}`
    const hint =
      'Run wiregraph on one of these (a container will do); if this is one, install its packages again with “npm ci”.'
    throw new WiregraphError('no-encoder', { where: 'onnxruntime-node', expected: PLATFORMS, got, hint }, { cause })
  }
}
