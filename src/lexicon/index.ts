export { codebook } from './codebook.ts'
export * from './lexicon.ts'
export { type LexiconOptions, loadLexicon } from './load.ts'
