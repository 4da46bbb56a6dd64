export * from './paragraphs.ts'
export * from './quotations.ts'
export * from './sentences.ts'
export * from './tokens.ts'
