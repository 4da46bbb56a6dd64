import { Presets, SingleBar } from 'cli-progress'
import type { Context } from './context.ts'

/** Tells how far a long piece of work has come. */
export interface Progress {
  /** `done` of `total` units, and how many words in all. */
  readonly update: (done: number, total: number, words: number) => void
  readonly stop: () => void
}

/** A bar with rate and time left on a terminal, plain lines every two seconds elsewhere. `unit` is a plural ("files"). */
export function startProgress({ isTerminal, say }: Context, unit: string): Progress {
  const started = performance.now()
  const rate = (words: number) => Math.round((words * 1000) / Math.max(1, performance.now() - started))
  if (!isTerminal) {
    let last = started
    return {
      update(done, total, words) {
        if (performance.now() - last < 2000) return
        last = performance.now()
        say(`${done} of ${total} ${unit}, ${rate(words)} words/s`)
      },
      stop() {},
    }
  }
  const format = ` {bar} {value}/{total} ${unit} | {rate} words/s | {eta_formatted} left`
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, etaBuffer: 50 }, Presets.shades_classic)
  return {
    update(done, total, words) {
      // how much there is to do is known only now
      if (!bar.isActive) bar.start(total, 0, { rate: 0 })
      bar.update(done, { rate: rate(words) })
    },
    stop: () => bar.stop(),
  }
}
