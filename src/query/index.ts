export { ROLLUPS, type Rollup } from '../graph/index.ts'
export { openQuery } from './embedded.ts'
export { BOUNDS } from './params.ts'
export * from './port.ts'
