/** A value that is made when it is first asked for, and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Keeps what was made for the `size` keys that were asked for last. */
export function recent<T>(size: number): (key: string, make: () => T) => T {
  const kept = new Map<string, { readonly value: T }>()
  return (key, make) => {
    const entry = kept.get(key) ?? { value: make() }
    kept.delete(key)
    kept.set(key, entry)
    for (const oldest of kept.keys()) {
      if (kept.size <= size) break
      kept.delete(oldest)
    }
    return entry.value
  }
}
