import { z } from 'zod'
import { MOST } from '../../query/index.ts'
import { COUNTS, entityRef, flag, TIES, TIME } from '../params.ts'
import { none, route } from '../route.ts'
import { paths as answer } from '../schemas.ts'

export const paths = route({
  id: 'findPaths',
  path: '/v1/paths',
  says: 'How two actors or places are connected: the shortest paths, each step with its best quote',
  pathParams: none,
  params: z.strictObject({
    from: entityRef,
    to: entityRef,
    maxLength: COUNTS.maxLength,
    k: COUNTS.k,
    directed: flag.meta({ description: 'follow ties from source to target only' }).exactOptional(),
    avoid: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .meta({
        description: `actors or places that no path may touch, at most ${MOST.avoid}: ids, or names without commas, separated by commas`,
      })
      .exactOptional(),
    ...TIES,
    ...TIME,
  }),
  answer,
  problems: [404, 503],
  handle: ({ query }, _, params) => query.paths(params),
})
