import { z } from 'zod'
import { asEventId } from '../../model/index.ts'
import { eventAnswer } from '../event-schemas.ts'
import { PAGE, TIES } from '../params.ts'
import { route } from '../route.ts'

export const event = route({
  id: 'getEvent',
  path: '/v1/events/{id}',
  says: 'One event with the claims that tell of it, the best first, reprints last',
  pathParams: z.strictObject({ id: z.string().min(1).max(100) }),
  params: z.strictObject({ rollup: TIES.rollup, ...PAGE }),
  answer: eventAnswer,
  problems: [404, 503],
  handle: ({ query }, { id }, params) => query.event(asEventId(id), params),
})
