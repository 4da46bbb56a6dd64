import { asArticleId, loadLexicon, openEncoder, readArticle, toolsOf } from '../../dist/index.js'

export const title = 'reading 8 kB in one line, of six repeated words and phrases'
export const reference = 'the same words in 25 lines'
export const rounds = 3

const tools = toolsOf(loadLexicon(), await openEncoder(), 'bench')
const units = ['published ', 'Russia, ', 'Russia bombed Idlib and ', 'A.', 'he said that ', '. ']

/** Work that grew with the square of a line would take 25 times as long in one. */
async function read(parting) {
  let tokens = 0
  for (const unit of units) {
    const text = Array.from({ length: 25 }, () => unit.repeat(320 / unit.length)).join(parting)
    tokens += (await readArticle({ id: asArticleId('bench'), ...FACTS, text }, tools)).ledger.tokens
  }
  return tokens
}

const FACTS = {
  origin: '-',
  title: null,
  publisher: null,
  published: null,
  basis: 'unknown',
  url: null,
  regions: [],
}

export const work = () => read('')
export const base = () => read('\n')
