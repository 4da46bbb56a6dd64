import nlp from 'compromise'
import { reader } from './reader.mjs'
import { prose } from './texts.mjs'

export const title = 'text to trees, names and reports, 39 reports on one thread'
export const reference = "compromise's full tagging of the same text"
export const rounds = 5

const texts = await prose(3)
/** Runs between white space. */
export const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0)

const read = await reader()
export const work = () => read(texts)
export const base = () => texts.reduce((sum, { text }) => sum + nlp(text).document.length, 0)
