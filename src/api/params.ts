import { z } from 'zod'
import { CLAIM_TYPES, isDay, STATUSES } from '../model/index.ts'
import { ROLLUPS } from '../query/index.ts'

/** A list in one parameter: `ASSAULT,AID`. */
const listOf = <T extends readonly [string, ...string[]]>(values: T, says: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(values)).min(1))
    .meta({ description: `${says}, separated by commas: ${values.join(', ')}` })

const whole = (least: number, most: number, says: string) =>
  z.coerce.number().int().min(least).max(most).meta({ description: says })

const day = (says: string) =>
  z.string().refine(isDay, 'expected a day as YYYY-MM-DD').meta({ description: says, format: 'date' })

export const entityRef = z
  .string()
  .min(1)
  .max(200)
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
  limit: whole(1, 500, 'at most so many items (default 50)').exactOptional(),
  cursor: z.string().max(500).meta({ description: '`next` of the answer before' }).exactOptional(),
}

export const COUNTS = {
  depth: whole(1, 4, 'how many ties away (default 1)').exactOptional(),
  minPublishers: whole(1, 1000, 'ties of at least so many publishers (default 1)').exactOptional(),
  ties: whole(1, 5000, 'at most so many ties, the strongest first (default 200)').exactOptional(),
  maxLength: whole(1, 6, 'longest path, in ties (default 4)').exactOptional(),
  k: whole(1, 20, 'how many paths (default 3)').exactOptional(),
}

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
