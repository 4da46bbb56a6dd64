/** Characters of a piece, more or less: enough that writing it costs more than asking for it. */
const SIZE = 1 << 16

/** The lines in larger pieces, which end where lines end. */
export function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < SIZE) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
