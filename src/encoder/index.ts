export { type Encoder, openEncoder } from './encoder.ts'
export type { MentionSignals, ReportScores, ReportSignals, SentenceSignals, Signals } from './signals.ts'
