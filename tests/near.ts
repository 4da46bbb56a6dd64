/**
 * How many lines stand in one text and not in the other. Trees are equal to the last bit on one kind of processor only,
 * and on another a few of a thousand decisions may fall the other way; so files of what was read are held nearly.
 */
export function linesApart(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (const line of a.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  for (const line of b.split('\n')) counts.set(line, (counts.get(line) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}
