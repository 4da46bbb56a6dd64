export { clausesOf } from './clauses.ts'
export { reportsOf } from './reports.ts'
