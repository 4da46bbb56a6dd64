export { MODEL, treeOf } from './trees.ts'
