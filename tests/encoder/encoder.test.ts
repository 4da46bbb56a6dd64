import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openEncoder, WEIGHTS } from '../../src/encoder/encoder.ts'
import type { Encoder, Signals } from '../../src/encoder/index.ts'
import type { Words } from '../../src/encoder/windows.ts'
import { treesOf } from '../../src/syntax/index.ts'
import { sentencesOf } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'

const TEXTS = [
  'Russian warplanes bombed Syria on Sunday, activists said. Moscow denied it.\nTurkey, which downed a Russian jet in November 2015, closed its airspace.',
  'John Kerry met Sergey Lavrov in Vienna. “We agreed on a ceasefire,” the U.S. Secretary of State told reporters.',
  `${'Aleppo, Homs, Hama and Raqqa were named. '.repeat(24)}\nStaffan de Mistura said that talks would go on.`,
]

const encoder = await openEncoder()

/** The sentences of a text, each a paragraph. */
const wordsOf = (text: string): readonly Words[] =>
  sentencesOf(articleOf(text)).map(({ tokens }) => ({
    tokens: tokens.map(({ text, start, end }) => ({ text, start, end })),
  }))

const read = (text: string, by: Encoder = encoder): Promise<Signals> => {
  const sentences = wordsOf(text)
  return by.read(
    sentences,
    sentences.map(() => true),
  )
}

/** All that is in signals, with the relation of each word to each head: what can be compared, and sent. */
function plain({ sentences, reports }: Signals) {
  return {
    sentences: sentences.map(({ relation, ...rest }) => {
      const words = [...rest.upos.keys()].slice(0, 30)
      return { ...rest, relations: words.map((dependent) => words.map((head) => relation(dependent, head))) }
    }),
    reports,
  }
}

describe('what the encoder says of an article', { timeout: 60_000 }, () => {
  it('has a score for each word and head, tags, relations, mentions and reports', async () => {
    const { sentences, reports } = await read(TEXTS[0]!)
    const [first] = sentences
    expect(sentences).toHaveLength(3)
    expect(first!.words).toBe(10)
    expect(first!.arcs).toHaveLength(10 * 11)
    expect(first!.upos).toEqual('ADJ NOUN VERB PROPN ADP PROPN PUNCT NOUN VERB PUNCT'.split(' '))
    expect(first!.xpos[2]).toBe('VBD')
    expect(first!.relation(3, 2)).toBe('obj')
    expect(first!.mentions.map(({ first, last }) => [first, last])).toContainEqual([0, 1])
    for (const { first, last, head, probability } of sentences.flatMap(({ mentions }) => mentions)) {
      expect([first, head, last]).toEqual([first, head, last].sort((a, b) => a - b))
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThanOrEqual(1)
    }
    expect(reports.map(({ sentence, first, last }) => [sentence, first, last])).toContainEqual([0, 8, 8])
  })

  it('is the same alone, after others, at the same time, and by another encoder', async () => {
    const other = await openEncoder()
    const alone = []
    for (const text of TEXTS) alone.push(plain(await read(text, other)))
    for (const text of [...TEXTS].reverse()) await read(text)
    const after = await Promise.all(TEXTS.map(async (text) => plain(await read(text))))
    expect(after).toStrictEqual(alone)
    const [once, twice] = await Promise.all([read(TEXTS[2]!), read(TEXTS[2]!)])
    expect(plain(once)).toStrictEqual(alone[2])
    expect(plain(twice)).toStrictEqual(alone[2])
  })

  it('is the same in worker threads', async () => {
    const folder = compiled()
    const jobs = TEXTS.map((text) => ({ folder, weights: WEIGHTS, sentences: wordsOf(text) }))
    const workers = await Promise.all(jobs.map((workerData) => answerOf(join(folder, 'worker.mjs'), workerData)))
    for (const [at, text] of TEXTS.entries()) expect(workers[at]).toStrictEqual(plain(await read(text)))
  })

  it('covers a sentence of many windows, which has one tree', async () => {
    const names = 'Russia Turkey Iran France Jordan Iraq'.split(' ')
    const text = Array.from({ length: 300 }, (_, at) => `${names[at % names.length]},`).join(' ')
    const tokens = text
      .replaceAll(',', ' ,')
      .split(' ')
      .map((word) => ({ text: word, start: 0, end: word.length }))
    const { sentences } = await encoder.read([{ tokens }], [true])
    const [signals] = sentences
    expect(signals!.words).toBe(600)
    expect(signals!.upos.filter((tag) => tag === 'PROPN' || tag === 'PUNCT').length).toBeGreaterThan(500)
    expect(signals!.xpos).not.toContain('')
    expect(signals!.arcs).toHaveLength(600 * 601)
    expect(signals!.arcs.every(Number.isFinite)).toBe(true)
    const [tree] = treesOf([{ index: 0, tokens }], sentences)
    const heads = tree!.tokens.map(({ head }) => head)
    expect(heads.filter((head) => head < 0)).toHaveLength(1)
    for (let word = 0; word < heads.length; word++) {
      let [at, steps] = [word, 0]
      while (at >= 0 && steps++ <= heads.length) at = heads[at]!
      expect(at).toBe(-1)
    }
  })
})

/** The program in a folder of its own, since a worker can't run TypeScript in every Node that we support. */
function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const options = `-p src --outDir ${folder} --noCheck --declaration false`.split(' ')
  execFileSync(process.execPath, [tsc, ...options], { stdio: 'ignore' })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'worker.mjs'), WORKER)
  return folder
}

const WORKER = `
import { parentPort, workerData } from 'node:worker_threads'
import { openEncoder } from './encoder/index.js'
const { weights, sentences } = workerData
const encoder = await openEncoder(weights)
const signals = await encoder.read(sentences, sentences.map(() => true))
parentPort.postMessage((${plain.toString()})(signals))
`

function answerOf(file: string, workerData: object): Promise<unknown> {
  const worker = new Worker(file, { workerData })
  return new Promise((done, fail) => {
    let answer: unknown
    worker.once('message', (message) => {
      answer = message
    })
    worker.once('error', fail)
    worker.once('exit', (code) => (code === 0 ? done(answer) : fail(new Error(`ended with ${code}`))))
  })
}
