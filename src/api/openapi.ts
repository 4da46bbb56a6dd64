import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import type { Route } from './route.ts'
import { problem } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of these routes. */
export function openApi(routes: readonly Route[], version: string): Json {
  const answers = [problem, ...routes.map(({ answer }) => answer)].map(schemaOf)
  const components = Object.assign({}, ...answers.map(({ components }) => components)) as Json
  const paths = Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }]))
  return {
    openapi: '3.1.0',
    info: {
      title: 'wiregraph',
      version,
      description: 'Who did what to whom, and who says so: a graph read from news, every edge with its sentences.',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components },
  }
}

function operation(route: Route): Json {
  const problems = [400, ...route.problems, 500].map((status) => [
    String(status),
    {
      description: STATUS_CODES[status],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    operationId: route.id,
    summary: route.says,
    parameters: [...parameters(route.pathParams, 'path'), ...parameters(route.params, 'query')],
    responses: {
      200: {
        description: 'The answer',
        headers: { ETag: { description: 'changes with the graph and the question', schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(route.answer).schema } },
      },
      304: { description: 'As the If-None-Match of the request has it' },
      ...Object.fromEntries(problems),
    },
  }
}

function parameters(params: z.ZodObject, place: 'path' | 'query'): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(params, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'object' ? schema : {}
    const isRequired = place === 'path' || required.includes(name)
    return { name, in: place, required: isRequired, ...(description ? { description } : {}), schema: rest }
  })
}

/** A schema whose named parts are references, and those parts. */
function schemaOf(schema: z.ZodType): { readonly schema: Json; readonly components: Json } {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output' })
  const text = JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')
  const { $defs = {}, ...rest } = JSON.parse(text) as {
    readonly $defs?: Readonly<Record<string, { readonly id?: string }>>
  }
  const components = Object.entries($defs).map(([name, { id: __, ...part }]) => [name, part])
  return { schema: rest, components: Object.fromEntries(components) }
}
