export { clausesOf } from './clauses.ts'
export { phraseOf } from './phrases.ts'
export { reportsOf } from './reports.ts'
export { LENGTHS, type Length, tuplesOf } from './tuples.ts'
