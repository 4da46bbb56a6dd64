export { familyOf } from './confidence.ts'
export { readArticle, type Tools, toolsOf } from './read.ts'
