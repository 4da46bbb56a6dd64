// Text to trees, names and reports, without the claims; in this thread, or as the script of a worker.
import { parentPort } from 'node:worker_threads'
import { reportsOf } from '../../dist/clauses/index.js'
import { openEncoder } from '../../dist/encoder/index.js'
import { loadLexicon } from '../../dist/lexicon/index.js'
import { mentionsOf } from '../../dist/mentions/index.js'
import { treesOf } from '../../dist/syntax/index.js'
import { paragraphStarts, quotationsOf, splitArticle } from '../../dist/text/index.js'

/** Gives a function that reads articles one after the other and counts their words' heads, names and reports. */
export async function reader() {
  const [encoder, lexicon] = [await openEncoder(), loadLexicon()]
  return async (articles) => {
    let found = 0
    for (const article of articles) {
      const { sentences } = splitArticle(article)
      const signals = await encoder.read(sentences, paragraphStarts(article.text, sentences))
      const trees = treesOf(sentences, signals.sentences)
      const { mentions } = mentionsOf(article, trees, signals.sentences, lexicon)
      const reports = reportsOf(article, trees, signals.reports, quotationsOf(article.text), lexicon)
      found += trees.reduce((sum, { tokens }) => sum + tokens.length, 0) + mentions.length + reports.length
    }
    return found
  }
}

if (parentPort) {
  const read = await reader()
  parentPort.on('message', async (articles) => parentPort.postMessage(await read(articles)))
  parentPort.postMessage('ready')
}
