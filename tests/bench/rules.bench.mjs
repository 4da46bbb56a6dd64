import nlp from 'compromise'
import { loadLexicon, openEncoder, readArticle, toolsOf } from '../../dist/index.js'
import { prose } from './texts.mjs'

export const title = 'text to claims by rules and tables alone, over scores at hand, 39 reports'
export const reference = "compromise's full tagging of the same text"
export const rounds = 7

const texts = await prose(3)
/** Runs between white space. */
export const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0)

// what the encoder says of each article is found before the clock runs; sentences are split within it
const encoder = await openEncoder()
const scores = new Map()
let reading = ''
const keeping = {
  name: encoder.name,
  async read(sentences, paragraphs) {
    const known = scores.get(reading) ?? (await encoder.read(sentences, paragraphs))
    scores.set(reading, known)
    return known
  },
}
const tools = toolsOf(loadLexicon(), keeping, 'bench')

export async function work() {
  let sum = 0
  for (const article of texts) {
    reading = article.id
    sum += (await readArticle(article, tools)).claims.length
  }
  return sum
}
await work()

export const base = () => texts.reduce((sum, { text }) => sum + nlp(text).document.length, 0)
