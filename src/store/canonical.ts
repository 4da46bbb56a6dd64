/**
 * The one JSON text of a value: keys in code-unit order at every depth, no white space. Equal values give equal text,
 * however they were built, and parsing it gives an equal value.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortKeys)

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
