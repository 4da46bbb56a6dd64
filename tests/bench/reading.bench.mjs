import nlp from 'compromise'
import { loadLexicon, openEncoder, readArticle, toolsOf } from '../../dist/index.js'
import { articles } from './texts.mjs'

export const title = 'reading 40 articles of 30 sentences, text to claims'
export const reference = "compromise's full tagging of the same text"
export const rounds = 5

const tools = toolsOf(loadLexicon(), await openEncoder(), 'bench')
const texts = articles(40, 30)

export async function work() {
  let sum = 0
  for (const article of texts) sum += (await readArticle(article, tools)).claims.length
  return sum
}
export const base = () => texts.reduce((sum, { text }) => sum + nlp(text).document.length, 0)
