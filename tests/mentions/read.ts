import { mentionsOf } from '../../src/mentions/index.ts'
import type { Mention } from '../../src/model/index.ts'
import { treesOf } from '../../src/syntax/index.ts'
import { paragraphStarts, splitArticle } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'
import { tools } from '../tools.ts'

/** All that is found in a text, by the trees and names of the program's own encoder; `published` is the article's day. */
export async function read(text: string, published: string | null = null) {
  const article = articleOf(text, published === null ? {} : { published, basis: 'given' })
  const { sentences } = splitArticle(article)
  const { sentences: signals } = await tools.encoder.read(sentences, paragraphStarts(text, sentences))
  return mentionsOf(article, treesOf(sentences, signals), signals, tools.lexicon)
}

/** Whom each mention of these words stands for, in order of the text, with its form; `-` for nobody. */
export async function meant(text: string, words: string, published: string | null = null): Promise<readonly string[]> {
  const { mentions } = await read(text, published)
  return mentions.filter((mention) => mention.text === words).map(shown)
}

const shown = ({ entity, form }: Mention): string => `${form} ${entity ?? '-'}`
