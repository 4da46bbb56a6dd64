import { z } from 'zod'
import { CLAIM_TYPES, EVENT_BASES, PRECISIONS, STATUSES } from '../model/index.ts'
import { claimView, counts, pageOf, predicates } from './schemas.ts'

const id = z.string()

const voices = z.strictObject({ publishers: z.array(z.string()), speakers: z.array(id) })

const event = z
  .strictObject({
    id,
    type: z.enum(CLAIM_TYPES),
    sources: z.array(id),
    targets: z.array(id),
    places: z.array(id),
    unnamed: z.strictObject({ sources: z.array(z.string()), targets: z.array(z.string()) }),
    mutual: z.boolean(),
    status: z.enum(STATUSES),
    first: z.string().nullable(),
    last: z.string().nullable(),
    precision: z.enum(PRECISIONS).nullable(),
    basis: z.enum(EVENT_BASES),
    within: id.nullable(),
    ...counts,
    asserting: voices,
    denying: voices,
    reprints: z.int(),
    predicates,
    best: id,
  })
  .meta({
    id: 'Event',
    description:
      'One happening: claims of one type about the same parties, place and time. A sentence printed again counts once.',
  })

export const eventView = z.strictObject({ event, quote: z.string() })

export const eventAnswer = pageOf(claimView).extend({ event })
