import { createReadStream } from 'node:fs'
import type { Encoder } from '../encoder/index.ts'
import { type ErrorCode, WiregraphError } from '../model/index.ts'
import { treesOf } from '../syntax/index.ts'
import { conlluRow } from './conllu.ts'
import { shown } from './shown.ts'

/** Words of a sentence, at most: the room that its tree is found in grows with the square of its length. */
const MOST_WORDS = 2000

/** Words after which the rest of a document is read as another, so that a file of any length is read in bounded room. */
const PART = 20_000

/** In bytes. */
const LONGEST_LINE = 1_000_000

/** A sentence as it stands in the file. */
interface Block {
  readonly lines: readonly string[]
  /** Index among the lines of each word's, without ranges and empty nodes. */
  readonly words: readonly number[]
  /** Whether a document or a paragraph starts with it. */
  readonly newdoc: boolean
  readonly newpar: boolean
}

/**
 * A CoNLL-U file with trees of our own over its words, document by document: LEMMA, UPOS, XPOS, HEAD and DEPREL are
 * written anew, FEATS and DEPS are left empty; comments, words, MISC, ranges and empty nodes stay as they are.
 *
 * Documents start at `# newdoc` and paragraphs at `# newpar`, which tell what the encoder reads together: a file with
 * neither is one paragraph. After 20,000 words the rest of a document is read as another.
 *
 * @param where names the file in errors
 * @throws WiregraphError `bad-conllu`, `too-large` or `not-text` with the line, `empty-input` when there is no sentence
 */
export async function* parsedTokens(
  chunks: AsyncIterable<Uint8Array>,
  where: string,
  encoder: Encoder,
): AsyncGenerator<string> {
  let document: Block[] = []
  let words = 0
  for await (const block of blocksOf(chunks, where)) {
    if (document.length > 0 && (block.newdoc || words >= PART)) {
      yield await parsed(document, encoder)
      document = []
      words = 0
    }
    document.push(block)
    words += block.words.length
  }
  if (document.length === 0) throw new WiregraphError('empty-input', { where, expected: 'sentences as CoNLL-U' })
  yield await parsed(document, encoder)
}

/** The bytes of a file. @throws WiregraphError `not-found`, `not-readable` */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new WiregraphError('not-found', { where: file }, { cause })
    throw new WiregraphError('not-readable', { where: file, got: code }, { cause })
  }
}

const columnsOf = (line: string): readonly string[] => line.split('\t')

async function parsed(document: readonly Block[], encoder: Encoder): Promise<string> {
  const sentences = document.map(({ lines, words }, index) => ({ index, tokens: tokensOf(lines, words) }))
  const starts = document.map(({ newdoc, newpar }) => newdoc || newpar)
  const signals = await encoder.read(sentences, starts)
  const trees = treesOf(sentences, signals.sentences)
  return document
    .map(({ lines, words }, sentence) => {
      const out = [...lines]
      for (const [at, { lemma, upos, xpos, head, deprel }] of trees[sentence]!.tokens.entries()) {
        const [id = '', form = '', , , , , , , , misc = ''] = columnsOf(lines[words[at]!]!)
        out[words[at]!] = conlluRow({ id, form, lemma, upos, xpos, head: head + 1, deprel, misc })
      }
      return `${out.join('\n')}\n\n`
    })
    .join('')
}

/** The words as tokens of a text in which one space parts them. */
function tokensOf(lines: readonly string[], words: readonly number[]) {
  let end = -1
  return words.map((line) => {
    const text = columnsOf(lines[line]!)[1]!
    const start = end + 1
    end = start + text.length
    return { text, start, end }
  })
}

async function* blocksOf(chunks: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Block> {
  let [lines, words]: [string[], number[]] = [[], []]
  let at = where
  const refuse = (code: ErrorCode, expected: string, got: string) =>
    new WiregraphError(code, { where: at, expected, got })
  const add = (line: string): void => {
    lines.push(line)
    if (line.startsWith('#')) return
    const [id = '', form, ...rest] = columnsOf(line)
    if (rest.length !== 8) {
      const columns = form === undefined ? 1 : rest.length + 2
      throw refuse('bad-conllu', 'ten columns with tabs between them', String(columns))
    }
    if (form === '') throw refuse('bad-conllu', 'a word in the second column', 'none')
    if (/^\d+(?:-\d+|\.\d+)$/u.test(id)) return
    const next = words.length + 1
    if (id !== String(next))
      throw refuse('bad-conllu', `${next} as the id of the next word`, shown(JSON.stringify(id.slice(0, 20))))
    if (next > MOST_WORDS) throw refuse('too-large', `at most ${MOST_WORDS} words in a sentence`, 'more')
    words.push(lines.length - 1)
  }
  const close = (): Block => {
    if (words.length === 0) throw refuse('bad-conllu', 'words after the comments', 'the end of the sentence')
    const has = (mark: RegExp): boolean => lines.some((line) => mark.test(line))
    const block = { lines, words, newdoc: has(/^#\s*newdoc(?![^\s=])/u), newpar: has(/^#\s*newpar(?![^\s=])/u) }
    lines = []
    words = []
    return block
  }
  for await (const { number, text } of linesOf(chunks, where)) {
    at = `${where} line ${number}`
    if (text.trim() !== '') add(text)
    else if (lines.length > 0) yield close()
  }
  if (lines.length > 0) yield close()
}

/** The lines of a file, blank ones too. Only a line feed, with or without a carriage return, ends one. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, where: string) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let kept: Uint8Array[] = []
  let [length, number] = [0, 0]
  const keep = (piece: Uint8Array): void => {
    length += piece.length
    kept.push(piece)
    if (length <= LONGEST_LINE) return
    throw new WiregraphError('too-large', {
      where: `${where} line ${number + 1}`,
      expected: `lines of at most ${LONGEST_LINE / 1e6} MB`,
      got: 'a longer one',
    })
  }
  const finish = () => {
    const bytes = Buffer.concat(kept)
    kept = []
    length = 0
    number++
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/u, '') }
    } catch (cause) {
      throw new WiregraphError('not-text', { where: `${where} line ${number}`, expected: 'UTF-8' }, { cause })
    }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      keep(chunk.subarray(from, end))
      yield finish()
      from = end + 1
    }
    keep(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}
