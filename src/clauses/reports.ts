import type { ReportSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import {
  type Article,
  overlapping,
  overlaps,
  type Phrase,
  type Quotation,
  type Report,
  type Span,
  type Tree,
  textSpan,
} from '../model/index.ts'
import { believed } from './believed.ts'
import { cueGroup } from './cues.ts'
import { type Run, sourceRun } from './spans.ts'

/** How a quotation begins. */
const QUOTE = /^["'“‘„«`]/u

/** Who says what: the encoder's cues, each with the words around that speak for its source and for its content. */
export function reportsOf(
  article: Article,
  trees: readonly Tree[],
  signals: readonly ReportSignals[],
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): readonly Report[] {
  return believed(signals, trees, lexicon).map(({ signal, content: said }): Report => {
    const { tokens } = trees[signal.sentence]!
    const [first, last] = [tokens[signal.first]!, tokens[signal.last]!]
    const source = sourceRun(signal, trees)
    const sentence = { start: tokens[0]!.start, end: tokens.at(-1)!.end }
    const isQuoted = (span: Span): boolean => overlapping(quotations, span).length > 0
    // only a quotation runs on over sentences
    const content = said
      .map(({ start, end }) => textSpan(article.text, start, end))
      .filter((span) => overlaps(span, sentence) || isQuoted(span) || QUOTE.test(span.text))
    const quoted = content.filter(isQuoted)
    return {
      sentence: signal.sentence,
      source: source && phraseOf(article.text, source),
      cue: {
        ...textSpan(article.text, first.start, last.end),
        group: cueGroup(lexicon, tokens.slice(signal.first, signal.last + 1), tokens),
      },
      content,
      kind: quoted.length > 0 && 2 * size(quoted) > size(content) ? 'direct' : 'indirect',
    }
  })
}

/** The words of a run as a phrase: its head is the word that hangs on one outside. */
function phraseOf(text: string, { tokens, from, to }: Run): Phrase {
  const head = tokens.slice(from, to + 1).find(({ head }) => head < from || head > to) ?? tokens[to]!
  return { ...textSpan(text, tokens[from]!.start, tokens[to]!.end), head: head.start, marker: null }
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
