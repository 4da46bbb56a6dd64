import { z } from 'zod'
import { CLAIM_TYPES, isDay, STATUSES } from '../model/index.ts'
import { BOUNDS, MOST, ROLLUPS } from '../query/index.ts'

/** A list in one parameter: `ASSAULT,AID`. */
const listOf = <T extends readonly [string, ...string[]]>(values: T, says: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(values)).min(1))
    .meta({ description: `${says}, separated by commas: ${values.join(', ')}` })

type Bound = (typeof BOUNDS)[keyof typeof BOUNDS]

const whole = ({ min, max, default: usual }: Bound, says: string) => {
  const expected = `a whole number from ${min} to ${max}`
  return z.coerce
    .number(expected)
    .int(expected)
    .min(min, expected)
    .max(max, expected)
    .meta({ description: `${says} (default ${usual})` })
    .exactOptional()
}

const day = (says: string) =>
  z.string().refine(isDay, 'a day as YYYY-MM-DD').meta({ description: says, format: 'date' })

/** Words or a name, as long as the query room takes them. */
export const text = z.string().max(MOST.characters)

export const entityRef = z
  .string()
  .min(1)
  .max(MOST.characters)
  .meta({ description: 'id or name of an actor or place: "russia", "Russia", "Da\'esh"' })

export const TIME = {
  since: day('first day that counts').exactOptional(),
  until: day('last day that counts').exactOptional(),
}

export const TIES = {
  types: listOf(CLAIM_TYPES, 'claim types').exactOptional(),
  status: listOf(STATUSES, 'statuses; those that stand where left out').exactOptional(),
  rollup: z
    .enum(ROLLUPS)
    .meta({ description: 'state: what is done by those who act for a state is shown as done by the state' })
    .exactOptional(),
}

export const PAGE = {
  limit: whole(BOUNDS.page, 'at most so many items'),
  cursor: z.string().max(500).meta({ description: '`next` of the answer before' }).exactOptional(),
}

export const COUNTS = {
  depth: whole(BOUNDS.depth, 'how many ties away'),
  minPublishers: whole(BOUNDS.minPublishers, 'ties of at least so many publishers'),
  ties: whole(BOUNDS.ties, 'at most so many ties, the strongest first'),
  maxLength: whole(BOUNDS.maxLength, 'longest path, in ties'),
  k: whole(BOUNDS.k, 'how many paths'),
}

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
