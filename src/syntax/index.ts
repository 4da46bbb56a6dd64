export { functionOf } from './functions.ts'
export { treesOf } from './trees.ts'
