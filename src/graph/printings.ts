import type { Telling } from './tellings.ts'

/** What a sentence tells, where it was printed first, and where it was printed again. */
export interface Printing {
  readonly first: Telling
  readonly again: readonly Telling[]
}

/** One printing for each text, whatever the order. First is the earliest by day of its article, then by id. */
export function printingsOf(tellings: Iterable<Telling>): Printing[] {
  const byText = new Map<string, Telling[]>()
  for (const telling of tellings) {
    const same = byText.get(telling.text)
    if (same === undefined) byText.set(telling.text, [telling])
    else same.push(telling)
  }
  return [...byText.values()].map((same) => {
    const [first, ...again] = same.sort(earliest) as [Telling, ...Telling[]]
    return { first, again }
  })
}

function earliest(a: Telling, b: Telling): number {
  const [x, y] = [a, b].map(({ published, fact }) => `${published ?? UNDATED} ${fact.article} ${fact.claim}`) as [
    string,
    string,
  ]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Sorts behind every day. */
const UNDATED = '~'
