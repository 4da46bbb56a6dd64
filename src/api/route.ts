import { z } from 'zod'
import type { ClaimType, TypeInfo } from '../model/index.ts'
import type { Query } from '../query/index.ts'

/** What handlers are given. */
export interface Service {
  readonly query: Query
  readonly types: ReadonlyMap<ClaimType, TypeInfo>
}

/** One endpoint: validation, types and its part of the OpenAPI document all come from here. */
export interface Route<Path extends z.ZodObject = z.ZodObject, Params extends z.ZodObject = z.ZodObject> {
  /** Names it in the OpenAPI document. */
  readonly id: string
  /** In OpenAPI's manner: `/v1/actors/{id}`. */
  readonly path: string
  readonly says: string
  readonly pathParams: Path
  readonly params: Params
  readonly answer: z.ZodType
  /** Status codes of the problems it may answer with, beside 400 and 500. */
  readonly problems: readonly number[]
  readonly handle: (service: Service, path: z.output<Path>, params: z.output<Params>) => Promise<unknown>
}

/** Ties the types of a route's parameters to its handler, then lets go of them, so that routes fit in one list. */
export function route<Path extends z.ZodObject, Params extends z.ZodObject>(definition: Route<Path, Params>): Route {
  return definition as unknown as Route
}

export const none = z.strictObject({})
