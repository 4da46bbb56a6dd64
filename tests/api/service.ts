import request from 'supertest'
import { createApp, type ServerOptions } from '../../src/api/index.ts'
import type { ClaimType, TypeInfo } from '../../src/model/index.ts'
import { sample } from '../query/sample.ts'

const info = (type: ClaimType, verb: string, quad: TypeInfo['quad']): [ClaimType, TypeInfo] => [
  type,
  { type, says: '', quad, cameo: '00', score: 0, verb },
]

export const TYPES = new Map([
  info('ASSAULT', 'assaults', 'material-conflict'),
  info('SUPPORT', 'supports', 'verbal-cooperation'),
])

export const options = (more: Partial<ServerOptions> = {}): ServerOptions => ({
  query: sample(),
  types: TYPES,
  version: '0.0.0',
  host: '127.0.0.1',
  port: 0,
  ...more,
})

/** Asks the app over the sample store. */
export const ask = (path: string, headers: Record<string, string> = {}) =>
  request(createApp(options())).get(path).set(headers)
