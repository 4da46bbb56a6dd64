import { z } from 'zod'
import { CLAIM_TYPES } from '../../model/index.ts'
import { eventView } from '../event-schemas.ts'
import { entityRef, PAGE, TIES, TIME } from '../params.ts'
import { none, route } from '../route.ts'
import { pageOf } from '../schemas.ts'

export const events = route({
  id: 'listEvents',
  path: '/v1/events',
  says: 'What happened: the claims about one happening taken together, the latest first',
  pathParams: none,
  params: z.strictObject({
    type: z.enum(CLAIM_TYPES).exactOptional(),
    actor: entityRef.meta({ description: 'as source or target' }).exactOptional(),
    place: entityRef.meta({ description: 'where it happened: there, or in a place that lies in it' }).exactOptional(),
    status: TIES.status,
    rollup: TIES.rollup,
    ...TIME,
    ...PAGE,
  }),
  answer: pageOf(eventView),
  problems: [404, 503],
  handle: ({ query }, _, params) => query.events(params),
})
