export { coreference } from './coreference.ts'
