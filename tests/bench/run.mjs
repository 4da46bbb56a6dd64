// Ratios to named references in the same run, over seeded data; absolute figures are told, never tested.
//   npm run bench
import { readdirSync } from 'node:fs'

const benches = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.bench.mjs'))
for (const file of benches.sort()) {
  const { title, reference, rounds, work, base, words } = await import(new URL(file, import.meta.url).href)
  const [mine, theirs] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    // in turn, so that a slow spell of the machine meets both; the first round only warms up
    const [a, b] = [await timed(work), await timed(base)]
    if (round > 0) {
      mine.push(a)
      theirs.push(b)
    }
  }
  const ratios = mine.map((time, at) => theirs[at] / time).sort((a, b) => a - b)
  const spread = `${ratios[0].toFixed(2)} to ${ratios.at(-1).toFixed(2)}`
  const rate = words ? `, ${Math.round((words / median(mine)) * 1000)} words/s` : ''
  console.log(
    `${title}: ${median(ratios).toFixed(2)} of ${reference} (${spread}; ${median(mine).toFixed(0)} ms${rate} against ${median(theirs).toFixed(0)} ms)`,
  )
}

async function timed(job) {
  const start = performance.now()
  const sum = await job()
  // what is computed must be used, or it could be left out
  if (!(sum > 0)) throw new Error('a bench did nothing')
  return performance.now() - start
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
