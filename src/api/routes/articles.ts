import { z } from 'zod'
import { PAGE } from '../params.ts'
import { none, route } from '../route.ts'
import { article, pageOf } from '../schemas.ts'

export const articles = route({
  id: 'listArticles',
  path: '/v1/articles',
  says: 'Articles, in order of id',
  pathParams: none,
  params: z.strictObject(PAGE),
  answer: pageOf(article),
  problems: [503],
  handle: ({ query }, _, params) => query.articles(params),
})
