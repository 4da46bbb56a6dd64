import { asArticleId, loadLexicon, readArticle, readerOf } from '../../dist/index.js'

export const title = 'reading 40 kB in one line, of six repeated words and phrases'
export const reference = 'the same words in 25 lines'
export const rounds = 3

const lexicon = loadLexicon()
const reader = readerOf(lexicon, 'bench')
const units = ['published ', 'Russia, ', 'Russia bombed Idlib and ', 'A.', 'he said that ', '. ']

/** Work that grew with the square of a line would take 25 times as long in one. */
const read = (parting) =>
  units.reduce((sum, unit) => {
    const text = Array.from({ length: 25 }, () => unit.repeat(1600 / unit.length)).join(parting)
    const facts = {
      origin: '-',
      title: null,
      publisher: null,
      published: null,
      basis: 'unknown',
      url: null,
      regions: [],
    }
    return sum + readArticle({ id: asArticleId('bench'), ...facts, text }, lexicon, reader).ledger.tokens
  }, 0)

export const work = () => read('')
export const base = () => read('\n')
