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
