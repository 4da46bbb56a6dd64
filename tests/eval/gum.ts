import type { GumArticle } from '../../src/eval/gum.ts'
import { asEntityId, type Mention, type MentionForm } from '../../src/model/index.ts'

/** An article of words with their tags, and mentions by their first and last words: `gold('1-2 person a*')`, a `*` for a name. */
export function gumOf(tagged: string, gold: readonly string[]): GumArticle {
  const words = tagged.split(' ').map((pair) => pair.split('/') as [string, string])
  let at = 0
  const tokens = words.map(([form, upos]) => {
    const start = at
    at += form.length + 1
    return [start, start + form.length, form, upos] as const
  })
  return {
    id: 'x',
    text: words.map(([form]) => form).join(' '),
    tokens,
    gold: gold.map((line) => {
      const [range = '', type = '', chain = ''] = line.split(' ')
      const [first, last] = range.split('-').map(Number) as [number, number]
      const [[s], [, e]] = [tokens[first]!, tokens[last]!]
      return { s, e, type, cluster: chain.replace('*', ''), named: chain.endsWith('*') }
    }),
  }
}

/** Mentions of ours by their words: `ours(article, '3-3 pronoun 0')`. */
export function mentionsOf({ text, tokens }: GumArticle, lines: readonly string[]): readonly Mention[] {
  return lines.map((line): Mention => {
    const [range = '', form = '', cluster = ''] = line.split(' ')
    const [first, last] = range.split('-').map(Number) as [number, number]
    const [start, end] = [tokens[first]![0], tokens[last]![1]]
    return {
      ...{ start, end, text: text.slice(start, end), head: start, sentence: 0, kind: 'person', rule: 'x' },
      form: form as MentionForm,
      entity: asEntityId(cluster),
      cluster: Number(cluster),
    }
  })
}
