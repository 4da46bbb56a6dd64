export { coreference } from './coreference.ts'
export { crossValidated, fitShares } from './fit.ts'
export { judgedClaims, judgedEvents } from './judged.ts'
export { AGREEMENT, reliabilityOf } from './reliability.ts'
