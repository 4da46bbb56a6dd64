export { functionOf } from './functions.ts'
export { conjuncts, dependents, extent, type Grammar, grammarOf, isBelow, markerOf, plain } from './grammar.ts'
export { gatheredBy, gathererOf } from './partitives.ts'
export { treesOf } from './trees.ts'
