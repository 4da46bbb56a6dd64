import type { ReportSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import {
  type Article,
  overlapping,
  type Phrase,
  type Quotation,
  type Report,
  type Span,
  type Tree,
  textSpan,
} from '../model/index.ts'
import { cueGroup } from './cues.ts'
import { contentSpans, type Run, sourceRun } from './spans.ts'

/** A cue below this probability is left out: what nobody reported must not be told as somebody's words. */
const SURE = 0.57

/** Who says what: the encoder's cues, each with the words around that speak for its source and for its content. */
export function reportsOf(
  article: Article,
  trees: readonly Tree[],
  signals: readonly ReportSignals[],
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): readonly Report[] {
  const sure = signals.filter(({ probability }) => probability > SURE)
  return sure.map((signal): Report => {
    const { tokens } = trees[signal.sentence]!
    const [first, last] = [tokens[signal.first]!, tokens[signal.last]!]
    const source = sourceRun(signal, trees)
    const content = contentSpans(signal, trees).map(({ start, end }) => textSpan(article.text, start, end))
    const quoted = content.filter((span) => overlapping(quotations, span).length > 0)
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
