export { readArticle, readerOf } from './read.ts'
