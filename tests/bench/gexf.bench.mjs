import { EXPORT_FORMATS } from '../../dist/index.js'
import { views } from './views.mjs'

export const title = 'writing a graph of 50,000 ties as GEXF'
export const reference = 'JSON.stringify of the same ties'
export const rounds = 5

const format = EXPORT_FORMATS.find(({ name }) => name === 'gexf')
const input = views(10_000, 50_000)

export function work() {
  let length = 0
  for (const piece of format.write(input, () => {})) length += piece.length
  return length
}
export const base = () => JSON.stringify(input.view.ties).length
