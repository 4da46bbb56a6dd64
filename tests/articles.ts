import { type Article, asArticleId } from '../src/model/index.ts'

/** An article of these words, with nothing else known of it. */
export const articleOf = (text: string, facts: Partial<Article> = {}): Article => ({
  id: asArticleId('a'),
  origin: 'test.txt',
  title: null,
  publisher: null,
  published: null,
  basis: 'unknown',
  url: null,
  text,
  regions: [],
  ...facts,
})
