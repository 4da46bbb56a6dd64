/** An element of a document, as it stands in the file: names with their prefixes, attributes in their order. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Counted from 1. */
  readonly line: number
}

export interface XmlDocument {
  /** What the declaration says; empty where there is none. */
  readonly declaration: ReadonlyMap<string, string>
  readonly root: XmlElement
  /** Lines with a character that XML forbids, raw or by reference. */
  readonly forbidden: readonly number[]
}

/** The document is not well-formed. */
export class XmlError extends Error {}

const TAG =
  /<(?:\?xml([^?]*)\?>|!--([\s\S]*?)-->|(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/uy
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));|&/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads what GEXF needs of XML 1.0: no document types, no CDATA, no processing instructions. */
export function readXml(source: string): XmlDocument {
  const forbidden: number[] = []
  const open: { element: XmlElement; children: XmlElement[] }[] = []
  let declaration: ReadonlyMap<string, string> = new Map()
  let root: XmlElement | null = null
  let line = 1
  let at = 0

  const decode = (raw: string): string => {
    const text = raw.replace(REFERENCE, (whole, decimal, hex, name) => {
      if (name !== undefined && ENTITIES[name] !== undefined) return ENTITIES[name]
      if (decimal === undefined && hex === undefined) throw new XmlError(`line ${line}: ${whole} is no reference`)
      return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10))
    })
    if (holdsForbidden(text)) forbidden.push(line)
    return text
  }
  const attributesOf = (raw: string): Map<string, string> => {
    const attributes = new Map<string, string>()
    for (const [, name = '', double, single] of raw.matchAll(ATTRIBUTE)) {
      if (attributes.has(name)) throw new XmlError(`line ${line}: ${name} is there twice`)
      // XML folds raw white space in attributes; references stay what they are.
      attributes.set(name, decode((double ?? single ?? '').replace(/[\t\n\r]/g, ' ')))
    }
    return attributes
  }

  while (at < source.length) {
    const next = source.indexOf('<', at)
    const text = source.slice(at, next === -1 ? undefined : next)
    if (open.length === 0 && text.trim() !== '') throw new XmlError(`line ${line}: text outside of the root`)
    if (text.includes(']]>')) throw new XmlError(`line ${line}: ]]> in text`)
    decode(text)
    line += countLines(text)
    if (next === -1) break
    TAG.lastIndex = next
    const tag = TAG.exec(source)
    if (tag === null) throw new XmlError(`line ${line}: no tag: ${source.slice(next, next + 40)}`)
    const [whole, declared, comment, closes, name = '', raw = '', empty] = tag
    at = next + whole.length
    if (declared !== undefined) {
      if (next !== 0) throw new XmlError(`line ${line}: the declaration must come first`)
      declaration = attributesOf(declared)
    } else if (comment !== undefined) {
      decode(comment.replaceAll('&', ''))
    } else if (closes === '/') {
      const last = open.pop()
      if (last?.element.name !== name) throw new XmlError(`line ${line}: </${name}> closes nothing`)
    } else {
      if (open.length === 0 && root !== null) throw new XmlError(`line ${line}: a second root`)
      const children: XmlElement[] = []
      const element: XmlElement = { name, attributes: attributesOf(raw), children, line }
      root ??= element
      open.at(-1)?.children.push(element)
      if (empty !== '/') open.push({ element, children })
    }
    line += countLines(whole)
  }
  if (root === null || open.length > 0) throw new XmlError(`line ${line}: the document ends too early`)
  return { declaration, root, forbidden }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Production 2 of XML 1.0: the characters a document may have, surrogates only in pairs. */
function holdsForbidden(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const fine =
      code === 0x9 ||
      code === 0xa ||
      code === 0xd ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000
    if (!fine) return true
  }
  return false
}
