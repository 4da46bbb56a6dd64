import type { Span } from '../model/index.ts'

/** Things of an article by the sentence that they stand in. */
export function bySentence<T extends { readonly sentence: number }>(
  items: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(item.sentence)
    if (group) group.push(item)
    else groups.set(item.sentence, [item])
  }
  return groups
}

/** Those spans that share a character with another. They must lie in order and apart, so that only those are looked at. */
export function overlapping<T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > start) high = middle
    else low = middle + 1
  }
  let to = low
  while (to < spans.length && spans[to]!.start < end) to++
  return spans.slice(low, to)
}
