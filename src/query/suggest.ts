/** Longest distance at which one name may be meant for another: a letter wrong in a short one, three in a long one. */
const reach = (length: number): number => Math.min(3, Math.max(1, Math.floor(length / 3)))

/**
 * How far a folded name is from what was asked: 0 when one of its words starts so, else the count of letters to insert,
 * delete, change or swap with their neighbour; null when that is too many to be a slip.
 */
export function distance(asked: string, name: string): number | null {
  if (asked === '') return null
  if (`-${name}`.includes(`-${asked}`)) return 0
  const limit = reach(asked.length)
  if (Math.abs(asked.length - name.length) > limit) return null
  const edits = editDistance(asked, name, limit)
  return edits <= limit ? edits : null
}

/** Optimal string alignment distance, exact up to `limit`; only cells that near the diagonal can matter. */
function editDistance(a: string, b: string, limit: number): number {
  const over = limit + 1
  let before = new Uint16Array(b.length + 2)
  let above = Uint16Array.from(before.keys())
  let row = new Uint16Array(b.length + 2)
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)]
    row[from - 1] = from === 1 ? i : over
    row[to + 1] = over
    let least = over
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    if (least >= over) return over
    ;[before, above, row] = [above, row, before]
  }
  return above[b.length]!
}
