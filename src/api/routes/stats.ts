import { none, route } from '../route.ts'
import { stats as answer } from '../schemas.ts'

export const stats = route({
  id: 'getStats',
  path: '/v1/stats',
  says: 'How much there is of everything',
  pathParams: none,
  params: none,
  answer,
  problems: [],
  handle: ({ query }) => query.stats(),
})
