/** A stretch of an article's text. Offsets are UTF-16 units from its start, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with its words, so that `article.text.slice(start, end) === text`. */
export interface TextSpan extends Span {
  readonly text: string
}

export const textSpan = (text: string, start: number, end: number): TextSpan => ({
  text: text.slice(start, end),
  start,
  end,
})

/** Whether `inner` lies wholly within `outer`. */
export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

/** Whether the two share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

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
