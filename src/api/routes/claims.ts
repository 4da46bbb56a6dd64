import { z } from 'zod'
import { CLAIM_TYPES, MODALITIES, POLARITIES } from '../../model/index.ts'
import { entityRef, PAGE, TIME, text } from '../params.ts'
import { none, route } from '../route.ts'
import { claimView, pageOf } from '../schemas.ts'

export const claims = route({
  id: 'listClaims',
  path: '/v1/claims',
  says: 'What was read, claim by claim',
  pathParams: none,
  params: z.strictObject({
    speaker: entityRef.meta({ description: 'who says so' }).exactOptional(),
    about: entityRef.meta({ description: 'as source, target or place' }).exactOptional(),
    type: z.enum(CLAIM_TYPES).exactOptional(),
    polarity: z.enum(POLARITIES).exactOptional(),
    modality: z.enum(MODALITIES).exactOptional(),
    q: text.meta({ description: 'words that the sentence holds' }).exactOptional(),
    ...TIME,
    ...PAGE,
  }),
  answer: pageOf(claimView),
  problems: [404, 503],
  handle: ({ query }, _, params) => query.claims(params),
})
