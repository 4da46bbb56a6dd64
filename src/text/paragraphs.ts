import type { Span } from '../model/index.ts'

/** Of each sentence, whether a paragraph starts with it: whether a line break parts it from the one before. */
export const paragraphStarts = (text: string, sentences: readonly Span[]): readonly boolean[] =>
  sentences.map(({ start }, at) => at === 0 || /[\n\r\u2028\u2029]/u.test(text.slice(sentences[at - 1]!.end, start)))
