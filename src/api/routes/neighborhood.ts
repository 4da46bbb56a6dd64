import { z } from 'zod'
import { DIRECTIONS } from '../../query/index.ts'
import { graphOf } from '../graph-answer.ts'
import { COUNTS, entityRef, TIES, TIME } from '../params.ts'
import { route } from '../route.ts'
import { graph } from '../schemas.ts'

export const neighborhood = route({
  id: 'getNeighborhood',
  path: '/v1/actors/{id}/neighborhood',
  says: 'What an actor or place does and undergoes, up to so many ties away',
  pathParams: z.strictObject({ id: entityRef }),
  params: z.strictObject({
    depth: COUNTS.depth,
    direction: z.enum(DIRECTIONS).exactOptional(),
    minPublishers: COUNTS.minPublishers,
    ...TIES,
    ...TIME,
    limit: COUNTS.ties,
  }),
  answer: graph,
  problems: [404],
  handle: async (service, { id }, params) =>
    graphOf(await service.query.neighborhood({ actor: id, ...params }), service),
})
