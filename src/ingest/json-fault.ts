/** Where a JSON text breaks the grammar of RFC 8259; line and column are 1-based, columns in UTF-16 units. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly expected: string
  readonly got: string
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y
const QUOTE = 0x22
const BACKSLASH = 0x5c
const FIRST_PRINTABLE = 0x20
const SPACE = /[ \t\n\r]*/y

/**
 * Finds the first fault of a text that `JSON.parse` refuses. Its own messages name no place in some cases, and differ
 * from one release of Node to the next.
 */
export function jsonFault(source: string): JsonFault {
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.test(source)
    if (found) at = pattern.lastIndex
    return found
  }
  // By hand, since a pattern would overflow on strings of many megabytes.
  const takeString = (): boolean => {
    if (source[at] !== '"') return false
    for (let i = at + 1; i < source.length; i++) {
      const char = source.charCodeAt(i)
      if (char === QUOTE) {
        at = i + 1
        return true
      }
      if (char < FIRST_PRINTABLE) return false
      if (char !== BACKSLASH) continue
      ESCAPE.lastIndex = i
      if (!ESCAPE.test(source)) return false
      i = ESCAPE.lastIndex - 1
    }
    return false
  }
  const fault = (expected: string): JsonFault => {
    const before = source.slice(0, at).split('\n')
    const [char] = source.slice(at, at + 2)
    const isBroken = char === '"' && /^(a key|a value)$/.test(expected)
    const got =
      char === undefined
        ? 'the end'
        : isBroken
          ? 'a string that is not closed or holds a bare control character'
          : `“${char}”`
    return { line: before.length, column: (before.at(-1) as string).length + 1, expected, got }
  }
  /** Takes the key of a member and its colon; what was expected where it can't. */
  const key = (): string | null => {
    take(SPACE)
    if (!takeString()) return 'a key'
    take(SPACE)
    if (source[at] !== ':') return '“:”'
    at++
    return null
  }

  const open: ('{' | '[')[] = []
  let expectsValue = true
  for (;;) {
    take(SPACE)
    const char = source[at]
    const inside = open.at(-1)
    if (expectsValue) {
      expectsValue = false
      if (char === '{' || char === '[') {
        at++
        take(SPACE)
        if (source[at] === (char === '{' ? '}' : ']')) at++
        else {
          open.push(char)
          const wanted = char === '{' ? key() : null
          if (wanted !== null) return fault(wanted)
          expectsValue = true
        }
      } else if (!takeString() && !take(SCALAR)) return fault('a value')
    } else if (inside === undefined) {
      return fault('the end')
    } else if (char === ',') {
      at++
      const wanted = inside === '{' ? key() : null
      if (wanted !== null) return fault(wanted)
      expectsValue = true
    } else if (char === (inside === '{' ? '}' : ']')) {
      at++
      open.pop()
    } else return fault(`“,” or “${inside === '{' ? '}' : ']'}”`)
  }
}
