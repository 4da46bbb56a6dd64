import nlp from 'compromise/two'
import { loadLexicon, readArticle, readerOf } from '../../dist/index.js'
import { articles } from './texts.mjs'

export const title = 'reading 40 articles of 30 sentences, text to claims'
export const reference = "compromise's full tagging of the same text"
export const rounds = 5

const lexicon = loadLexicon()
const reader = readerOf(lexicon, 'bench')
const texts = articles(40, 30)

export const work = () => texts.reduce((sum, article) => sum + readArticle(article, lexicon, reader).claims.length, 0)
export const base = () => texts.reduce((sum, { text }) => sum + nlp(text).document.length, 0)
