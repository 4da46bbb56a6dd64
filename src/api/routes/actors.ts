import { z } from 'zod'
import { ENTITY_KINDS } from '../../model/index.ts'
import { PAGE, text } from '../params.ts'
import { none, route } from '../route.ts'
import { entityView, pageOf } from '../schemas.ts'

export const actors = route({
  id: 'listActors',
  path: '/v1/actors',
  says: 'Actors and places, those with most ties first',
  pathParams: none,
  params: z.strictObject({
    q: text.meta({ description: 'the start of a word of a name' }).exactOptional(),
    kind: z.enum(ENTITY_KINDS).exactOptional(),
    ...PAGE,
  }),
  answer: pageOf(entityView),
  problems: [],
  handle: ({ query }, _, params) => query.actors(params),
})
