import type { CueGroup, Lexicon } from '../lexicon/index.ts'
import {
  type Article,
  type Clause,
  overlaps,
  type Quotation,
  type Report,
  type Sentence,
  textSpan,
} from '../model/index.ts'

/** Who says what in a sentence: a cue of the tables, its subject, and the words after or before it. */
export function reportsOf(
  article: Article,
  sentence: Sentence,
  clauses: readonly Clause[],
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): readonly Report[] {
  const reports = clauses.flatMap((clause): Report[] => {
    const { predicate, subject, objects } = clause
    const group = cueGroup(lexicon, predicate.lemma, article.text.slice(predicate.end, sentence.end))
    if (!group) return []
    const ahead = article.text.slice(sentence.start, predicate.start)
    const closes = /^[\s\p{P}]*$/u.test(article.text.slice(objects[0]?.end, sentence.end))
    const isInverted = /[”"]\s*$/u.test(ahead) || (/,\s*$/u.test(ahead) && closes)
    const source = (isInverted ? objects[0] : subject[0]) ?? null
    const before = article.text.slice(sentence.start, Math.min(source?.start ?? predicate.start, predicate.start))
    const standsBehind = /[,”"?!]\s*$/u.test(before)
    const words = standsBehind ? before : article.text.slice(predicate.end, sentence.end)
    const offset = standsBehind ? sentence.start : predicate.end
    const head = /^(?:[\s\p{P}]*(?:that\b)?)\s*/iu.exec(words)?.[0].length ?? 0
    const tail = words.trimEnd().replace(/\p{P}+$/u, '').length
    const quoted = standsBehind ? quotations.filter((quotation) => overlaps(quotation, sentence)) : []
    const content = quoted.length > 0 ? quoted : head < tail ? [{ start: offset + head, end: offset + tail }] : []
    return [
      {
        sentence: sentence.index,
        source,
        cue: { ...textSpan(article.text, predicate.start, predicate.end), group: group.id },
        content: content.map(({ start, end }) => textSpan(article.text, start, end)),
        kind: quoted.length > 0 ? 'direct' : 'indirect',
      },
    ]
  })
  return [...reports, ...phraseReports(article, sentence, lexicon)]
}

/** Speakers named by a phrase, "according to X": all else in the sentence is theirs. */
function phraseReports(article: Article, sentence: Sentence, lexicon: Lexicon): readonly Report[] {
  const text = sentence.text.toLowerCase()
  return lexicon.cues.flatMap((group) =>
    group.phrases.flatMap((phrase): Report[] => {
      const words = phrase.slice(0, -1).join(' ')
      const at = phrase.at(-1) === 'X' ? text.search(new RegExp(`\\b${words}\\s`, 'u')) : -1
      if (at < 0) return []
      const cue = textSpan(article.text, sentence.start + at, sentence.start + at + words.length)
      const name = /^\s+(?:the )?([^,;.:”"()—]*[^,;.:”"()—\s])/u.exec(article.text.slice(cue.end, sentence.end))
      if (!name) return []
      const end = cue.end + name[0].length
      const source = textSpan(article.text, end - name[1]!.length, end)
      const head = end - /\S+$/u.exec(source.text)![0].length
      const content = [textSpan(article.text, sentence.start, cue.start), textSpan(article.text, end, sentence.end)]
      return [
        {
          sentence: sentence.index,
          source: { ...source, head, marker: null },
          cue: { ...cue, group: group.id },
          content: content.filter((span) => /\p{L}/u.test(span.text)),
          kind: 'indirect',
        },
      ]
    }),
  )
}

/** The group of the longest cue that starts with this verb and goes on in the words after it, an addressee between. */
function cueGroup(lexicon: Lexicon, verb: string, after: string): CueGroup | null {
  const cues = cuesOf(lexicon).get(verb)
  const words = cues ? after.toLowerCase().split(/[^\p{L}’']+/u) : []
  return cues?.find(({ rest }) => follow(rest, words))?.group ?? null
}

interface Cue {
  readonly group: CueGroup
  /** The words after the verb. */
  readonly rest: readonly string[]
}

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly Cue[]>>()

/** The cues of the tables by their verb, longest first. */
function cuesOf(lexicon: Lexicon): ReadonlyMap<string, readonly Cue[]> {
  const known = indexes.get(lexicon)
  if (known) return known
  const index = new Map<string, Cue[]>()
  for (const group of lexicon.cues) {
    for (const [verb = '', ...rest] of group.cues) index.set(verb, [...(index.get(verb) ?? []), { group, rest }])
  }
  for (const cues of index.values()) cues.sort((a, b) => b.rest.length - a.rest.length)
  indexes.set(lexicon, index)
  return index
}

/** Whether these words stand among the others in this order; `Y` stands for any. */
function follow(cue: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of cue) {
    const found = word === 'Y' ? at : words.indexOf(word, at) + 1
    if (found === 0 && word !== 'Y') return false
    at = found
  }
  return true
}
