import { z } from 'zod'
import { asTieId } from '../../model/index.ts'
import { PAGE, TIES, TIME } from '../params.ts'
import { route } from '../route.ts'
import { claimView, pageOf } from '../schemas.ts'
import { tieParams } from './tie.ts'

export const evidence = route({
  id: 'getEvidence',
  path: '/v1/ties/{id}/evidence',
  says: 'The claims behind an edge, the best first, each with its sentence',
  pathParams: tieParams,
  params: z.strictObject({ rollup: TIES.rollup, ...TIME, ...PAGE }),
  answer: pageOf(claimView),
  problems: [404, 503],
  handle: ({ query }, { id }, params) => query.evidence(asTieId(id), params),
})
