/** A part of a YAML file by keys and indexes, from the outside in. */
export type Path = readonly PropertyKey[]

/** What a YAML file holds (every scalar is text), and the line on which each part of it begins. */
export interface Parts {
  readonly value: unknown
  readonly lineOf: (path: Path) => number
}

interface Line {
  readonly indent: number
  readonly text: string
  readonly number: number
}

type Block = Record<string, unknown> | unknown[]

const KEY = /^([A-Za-z][\w.-]*):(?: +(.*))?$/
/** Marks that mean something to YAML at the beginning of a scalar, and what it reads as a key. */
const MARKED = /^-(?!\d)|^[?:,[\]{}#&*!|>'"%@`]|: |:$/
const DOUBLE = /^"([^"\\]*)"(?: +#.*)?$/
const FLOW = /^\{ ?(\w+: \w+(?:, \w+: \w+)*)? ?\}$/
const SINGLE = /^'([^']*)'(?: +#.*)?$/

/**
 * Reads the plain block style in which the tables are written: mappings and lists of one-line scalars, and
 * `{ key: word }`. Whatever else YAML has is left to a whole reader. It is here for time alone: every command and every
 * worker reads the tables, and the whole reader took seven times as long for them.
 * @returns undefined for a text in any other style, and for every fault
 */
export function readPlain(text: string): Parts | undefined {
  const lines = scan(text)
  const first = lines?.[0]
  if (lines === undefined || first === undefined) return undefined
  const begins = new Map<Block, Map<string, number>>()
  let next = 0

  function block(indent: number): Block | undefined {
    const isList = lines?.[next]?.text.startsWith('- ') === true
    const made: Block = isList ? [] : {}
    const numbers = new Map<string, number>()
    begins.set(made, numbers)
    for (let line = lines?.[next]; line !== undefined && line.indent >= indent; line = lines?.[next]) {
      if (line.indent > indent) return undefined
      next += 1
      const key = Array.isArray(made) ? String(made.length) : KEY.exec(line.text)?.[1]
      const value = Array.isArray(made) ? item(line.text) : entry(line)
      if (key === undefined || value === undefined || numbers.has(key)) return undefined
      numbers.set(key, line.number)
      if (Array.isArray(made)) made.push(value)
      else made[key] = value
    }
    return made
  }

  function entry({ indent, text }: Line): unknown {
    const rest = KEY.exec(text)?.[2] ?? ''
    const after = lines?.[next]
    const isOpen = (rest === '' || rest.startsWith('#')) && after !== undefined && after.indent > indent
    return isOpen ? block(after.indent) : (flow(rest) ?? scalar(rest))
  }

  const value = block(first.indent)
  if (value === undefined || next < lines.length) return undefined
  return { value, lineOf: (path) => lineOf(value, path, begins, first.number) }
}

function scan(text: string): readonly Line[] | undefined {
  if (/[\t\r]/.test(text)) return undefined
  return text.split('\n').flatMap((whole, index) => {
    const line = whole.replace(/^ +/, '')
    if (line === '' || line.startsWith('#')) return []
    return [{ indent: whole.length - line.length, text: unpadded(line), number: index + 1 }]
  })
}

/** Other blanks than spaces are letters to YAML. */
const unpadded = (text: string): string => text.replace(/ +$/, '')

/** `{}` or `{ a: b, c: d }` of bare words. */
function flow(text: string): Record<string, string> | undefined {
  const inside = FLOW.exec(text)
  const pairs = inside?.[1]?.split(', ').map((pair) => pair.split(': ')) ?? []
  const made = Object.fromEntries(pairs)
  return inside === null || Object.keys(made).length < pairs.length ? undefined : made
}

function item(text: string): string | undefined {
  const value = text.startsWith('- ') ? scalar(text.replace(/^- +/, '')) : undefined
  return value === '' ? undefined : value
}

function scalar(text: string): string | undefined {
  if (text === '' || text.startsWith('#')) return ''
  const quoted = DOUBLE.exec(text) ?? SINGLE.exec(text)
  if (quoted !== null) return quoted[1]
  const comment = text.indexOf(' #')
  const bare = comment === -1 ? text : unpadded(text.slice(0, comment))
  return MARKED.test(bare) ? undefined : bare
}

function lineOf(
  root: Block,
  path: Path,
  begins: ReadonlyMap<unknown, ReadonlyMap<string, number>>,
  first: number,
): number {
  let at = first
  let part: unknown = root
  for (const key of path) {
    const number = begins.get(part)?.get(String(key))
    if (number === undefined) return at
    at = number
    part = (part as Record<PropertyKey, unknown>)[key]
  }
  return at
}
