import { WiregraphError } from '../model/index.ts'

/** Cuts a word into the ids of its pieces: at least one, in order. The list is shared between calls. */
export type Cutter = (word: string) => readonly number[]

/** What stands for letters that the vocabulary can't spell. */
const UNKNOWN = '[UNK]'

/** Marks a piece that goes on within a word. */
const CONTINUING = '##'

/** In code points, once accents are off. A run of letters that is longer is unknown as a whole. */
const LONGEST_RUN = 100

const REMEMBERED = 50_000

/** In UTF-16 units. V8 may hold a longer word as a view that keeps the whole text it was cut from in memory. */
const LONGEST_REMEMBERED = 12

/**
 * BERT's uncased WordPiece for words that are already told apart: control characters and accents off, lower case,
 * ideographs and marks on their own, then the longest pieces from left to right. A run of letters that can't be spelt
 * is one `[UNK]`, and so is a word of which nothing is left. Time is linear in the length of the word.
 *
 * The ids are those of `BertNormalizer`, `BertPreTokenizer` and `WordPiece` in Hugging Face's `tokenizers` 0.23, which
 * the encoder was trained with; but "[SEP]" and its like in a text are letters and brackets, never special pieces.
 * Source: Devlin et al. 2019, "BERT"; its `tokenization.py`.
 *
 * @param vocabulary the id of each piece, `##` before those that go on within a word
 * @param most how many pieces of a word are given; the rest is left out
 * @throws WiregraphError `not-readable` when the vocabulary has no `[UNK]`
 */
export function piecesOf(vocabulary: ReadonlyMap<string, number>, most = 6): Cutter {
  const unknown = vocabulary.get(UNKNOWN)
  if (unknown === undefined) {
    const got = `${vocabulary.size} pieces without it`
    throw new WiregraphError('not-readable', { where: 'vocabulary', expected: `a piece ${UNKNOWN}`, got })
  }
  const continuing = new Map<string, number>()
  let longest = 0
  for (const [piece, id] of vocabulary) {
    longest = Math.max(longest, piece.length)
    if (piece.startsWith(CONTINUING)) continuing.set(piece.slice(CONTINUING.length), id)
  }

  /** The longest piece first; null when some part of the run has none. */
  const spelt = (run: string): readonly number[] | null => {
    if (run.length > LONGEST_RUN && [...run].length > LONGEST_RUN) return null
    const ids: number[] = []
    for (let at = 0; at < run.length; ) {
      const pieces = at === 0 ? vocabulary : continuing
      let end = Math.min(at + longest, run.length)
      while (end > at && !pieces.has(run.slice(at, end))) end--
      if (end === at) return null
      ids.push(pieces.get(run.slice(at, end))!)
      at = end
    }
    return ids
  }

  const bared = remembering(bare)
  const cut = (word: string): readonly number[] => {
    const ids: number[] = []
    for (const run of word.replace(/[^a-z0-9]/gu, bared).split(' ')) {
      if (run !== '') ids.push(...(spelt(run) ?? [unknown]))
      if (ids.length >= most) break
    }
    return ids.length === 0 ? [unknown] : ids.slice(0, most)
  }

  const remembered = remembering(cut)
  return (word) => (word.length > LONGEST_REMEMBERED ? cut(word) : remembered(word))
}

/** A pure function that keeps its last answers, so as not to work them out again. */
function remembering<T extends {}>(answer: (question: string) => T): (question: string) => T {
  const answers = new Map<string, T>()
  return (question) => {
    const before = answers.get(question)
    if (before !== undefined) return before
    if (answers.size >= REMEMBERED) answers.clear()
    const now = answer(question)
    answers.set(question, now)
    return now
  }
}

/**
 * A character without accents and in lower case, between spaces if it stands on its own. Characters are taken one by
 * one: to normalise a run of many accents at once takes quadratic time, and to lower a word at once looks at its end.
 */
function bare(char: string): string {
  if (YOUNG.test(char)) return char
  if (CONTROL.test(char)) return ''
  if (/\p{White_Space}/u.test(char)) return ' '
  const base = char.normalize('NFD').replace(ACCENT, '').toLowerCase()
  return MARK.test(base) || IDEOGRAPH.test(char) ? ` ${base} ` : base
}

const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/u

/** Of the three named here, Unicode 8 had two as accents and the other as a mark. */
const ACCENT = /(?!\u{111C9})[\p{Mn}\u1734\u{1171E}]/gu

/** The last two were marks in Unicode 8. */
const MARK = /[\p{P}$+<=>^`|~\u166D\u{111C9}]/u

/** U+2B820 to U+2B91F are not there, by a slip of the reference. */
const IDEOGRAPH =
  /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/u

/**
 * Characters newer than the reference's tables, which are those of Unicode 8: it leaves them as they stand, whatever
 * they are now. Found by giving it every code point.
 */
const NEWER = [
  '061D 07FD 0890-08E2 09FD-09FE 0A76 0AFA-0AFF 0B55 0C04-0C3C 0C77 0C84 0D00 0D3B-0D3C 0D81 0EBA 0ECE 180F-1886',
  '1ABF-1AEB 1B4E-1B4F 1B7D-1B7F 1DF6-1DFB 2E43-2E5D A82C A8C5 A8FF A9BD 105C9-105E4 10D24-10D27 10D69-10F89',
  '11070-11074 110C2-110CD 111CF 1123E-11241 1133B 11383-1145E 11660-1166C 116B9 1182F-1183B 11938-11FFF',
  '12FF1-1612F 16D68-16D6F 16E97-16E9A 16F4F 16FE2-16FE4 1CF00-1CF46 1E000-1E6F5 1E944-1E95F',
].join(' ')
const YOUNG = new RegExp(`[${NEWER.replace(/[0-9A-F]+/gu, '\\u{$&}').replaceAll(' ', '')}]`, 'u')
