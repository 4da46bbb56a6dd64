import type { Format } from './format.ts'
import { feed } from './formats/feed.ts'
import { html } from './formats/html.ts'
import { json, jsonl } from './formats/json.ts'
import { md } from './formats/markdown.ts'
import { txt } from './formats/text.ts'

/** Every format that is read. What is told by its looks is tried in this order; plain text takes what nobody else does. */
export const FORMATS: readonly Format[] = [jsonl, json, html, feed, md, txt]

/** How much of a source is looked at to tell its format. */
export const HEAD = 64 * 1024

export const formatNamed = (name: string): Format | null => FORMATS.find((format) => format.name === name) ?? null

export const formatOfExtension = (extension: string): Format | null =>
  FORMATS.find((format) => format.extensions.includes(extension.toLowerCase())) ?? null

export const formatOfType = (type: string): Format | null =>
  FORMATS.find((format) => format.types.includes(type)) ?? null

export function formatOfHead(bytes: Uint8Array): Format {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString(utf16 ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  return FORMATS.find((format) => format.looksLike(head)) as Format
}
