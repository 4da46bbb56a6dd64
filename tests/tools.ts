import { toolsOf } from '../src/claims/index.ts'
import { openEncoder } from '../src/encoder/index.ts'
import { loadLexicon } from '../src/lexicon/index.ts'

/** The tables and the encoder that come with the program; loaded once for each file of tests. */
export const tools = toolsOf(loadLexicon(), await openEncoder(), '0')
