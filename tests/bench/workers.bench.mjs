import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { prose } from './texts.mjs'

export const title = 'text to trees, names and reports on two workers'
export const reference = 'the same on one'
export const rounds = 5

const texts = await prose(4)
const workers = await Promise.all(
  [1, 2].map(async () => {
    const worker = new Worker(new URL('./reader.mjs', import.meta.url))
    await once(worker, 'message')
    worker.unref()
    return worker
  }),
)

async function ask(worker, part) {
  const answer = once(worker, 'message')
  worker.postMessage(part)
  return (await answer)[0]
}

export async function work() {
  const halves = [texts.slice(0, texts.length / 2), texts.slice(texts.length / 2)]
  const counts = await Promise.all(halves.map((half, at) => ask(workers[at], half)))
  return counts[0] + counts[1]
}
export const base = () => ask(workers[0], texts)
