/** Words that tell nobody from another. */
const IDLE = new Set(
  'the a an of in on at to for and or s by with from his her its their mr mrs ms dr sir u said'.split(' '),
)

const contentOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !IDLE.has(word)))

/** Whether two share a word of content. */
export const shareWord = (a: string, b: string): boolean => {
  const words = contentOf(b)
  return [...contentOf(a)].some((word) => words.has(word))
}

/**
 * Whether our words stand for what the gold's do: at least half of the words of the shorter are shared, and ours are
 * at most two more than twice as many. The rule of the scorers.
 */
export function meansSame(gold: string, ours: string): boolean {
  const [a, b] = [contentOf(gold), contentOf(ours)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared > 0 && shared / Math.min(a.size, b.size) >= 0.5 && b.size <= 2 * a.size + 2
}
