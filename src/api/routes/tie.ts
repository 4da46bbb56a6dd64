import { z } from 'zod'
import { asTieId } from '../../model/index.ts'
import { TIES } from '../params.ts'
import { route } from '../route.ts'
import { tie as answer } from '../schemas.ts'

export const tieParams = z.strictObject({
  id: z.string().min(1).max(500).meta({ description: 'source~TYPE~target' }),
})

export const tie = route({
  id: 'getTie',
  path: '/v1/ties/{id}',
  says: 'One edge of the graph',
  pathParams: tieParams,
  params: z.strictObject({ rollup: TIES.rollup }),
  answer,
  problems: [404],
  handle: ({ query }, { id }, { rollup }) => query.tie(asTieId(id), rollup),
})
