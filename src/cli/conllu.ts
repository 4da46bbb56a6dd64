import type { Article, Reading, Tree } from '../model/index.ts'

/** What a program says of one word, as CoNLL-U writes it; ids and heads count from 1, and 0 is the root. */
interface Row {
  readonly id: string | number
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
  readonly misc: string
}

/** The ten columns of a word, without features and enhanced dependencies. */
export const conlluRow = ({ id, form, lemma, upos, xpos, head, deprel, misc }: Row): string =>
  [id, form, column(lemma), upos, column(xpos), '_', head, deprel, '_', misc].join('\t')

/** White space other than single spaces would end a column or a line. */
const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim()
const column = (text: string): string => squeezed(text) || '_'

/**
 * The trees of an article as CoNLL-U, every sentence of it. Ids are those of the article, with `_` for white space and
 * control characters; `SpaceAfter=No` stands wherever no white space follows, so also at the end of a text.
 * Source: universaldependencies.org/format.html.
 */
export function conlluOf({ article, sentences, trees }: Reading): string {
  const id = article.id.replace(/[\s\p{Cc}]+/gu, '_')
  return trees
    .map((tree, at) => {
      const { start, text } = sentences[tree.sentence]!
      const before = sentences[tree.sentence - 1]
      const gap = before ? article.text.slice(before.end, start) : '\n'
      const comments = [
        ...(at === 0 ? [`# newdoc id = ${id}`] : []),
        ...(/[\n\r\u2028\u2029]/u.test(gap) ? ['# newpar'] : []),
        `# sent_id = ${id}-${tree.sentence + 1}`,
        `# text = ${squeezed(text)}`,
      ]
      return `${[...comments, ...rowsOf(tree, article)].join('\n')}\n\n`
    })
    .join('')
}

const rowsOf = ({ tokens }: Tree, { text }: Article): readonly string[] =>
  tokens.map(({ index, head, end, ...word }) => {
    const misc = /\s/u.test(text.charAt(end)) ? '_' : 'SpaceAfter=No'
    return conlluRow({ ...word, form: column(word.text), id: index + 1, head: head + 1, misc })
  })
