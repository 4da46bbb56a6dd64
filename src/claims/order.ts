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
