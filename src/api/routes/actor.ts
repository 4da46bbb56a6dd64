import { z } from 'zod'
import { entityRef } from '../params.ts'
import { none, route } from '../route.ts'
import { entityView } from '../schemas.ts'

export const actor = route({
  id: 'getActor',
  path: '/v1/actors/{id}',
  says: 'An actor or place by id or name',
  pathParams: z.strictObject({ id: entityRef }),
  params: none,
  answer: entityView,
  problems: [404],
  handle: ({ query }, { id }) => query.actor(id),
})
