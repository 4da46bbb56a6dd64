export type { Bench, Shape } from './bench.ts'
export { type Evaluation, evaluate, FITTING, type Plan, planOf } from './evaluate.ts'
export { type Figure, MEASURES, SET_NAMES, type SetName } from './measures.ts'
export { pageOf } from './page.ts'
