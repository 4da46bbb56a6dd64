export { ROLLUPS, type Rollup } from '../graph/index.ts'
export { openQuery } from './embedded.ts'
export { BOUNDS, MOST } from './params.ts'
export * from './port.ts'
