export { readArticle, type Tools, toolsOf } from './read.ts'
