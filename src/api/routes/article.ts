import { z } from 'zod'
import { asArticleId } from '../../model/index.ts'
import { none, route } from '../route.ts'
import { articleView } from '../schemas.ts'

export const article = route({
  id: 'getArticle',
  path: '/v1/articles/{id}',
  says: 'An article with its text, its claims and its ledger: what was read, what was cut and by which rule',
  pathParams: z.strictObject({ id: z.string().min(1).max(500) }),
  params: none,
  answer: articleView,
  problems: [404],
  handle: ({ query }, { id }) => query.article(asArticleId(id)),
})
