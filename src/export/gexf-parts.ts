import { KIND_COLORS, QUAD_COLORS } from './colors.ts'
import { countOf } from './notes.ts'
import { allowed, escaped, isPlain } from './xml.ts'

/** What Gephi's readers are told at the end. */
export interface Notes {
  /** Texts that held characters which XML forbids. */
  stripped: number
  /** Values of attributes in which Gephi puts "Infinity" for "INF", and where the first is. */
  infinite: number
  where: string
}

export const noNotes = (): Notes => ({ stripped: 0, infinite: 0, where: '' })

export function tellNotes({ stripped, infinite, where }: Notes, report: (note: string) => void): void {
  if (stripped > 0) report(`Left out characters that XML forbids, in ${countOf(stripped, 'text')}.`)
  if (infinite === 0) return
  const values = countOf(infinite, 'value')
  report(`Gephi will show "Infinity" where the texts say "INF", in ${values}; the first is the ${where}.`)
}

/** A table of columns; ids of attributes are their titles, in lower case. */
export function columns(of: 'node' | 'edge', types: Readonly<Record<string, string>>): string {
  const rows = Object.entries(types).map(([id, type]) => `<attribute id="${id}" title="${id}" type="${type}"/>\n`)
  return `<attributes class="${of}" mode="static">\n${rows.join('')}</attributes>\n`
}

/** The value of an attribute in words of our own, in which nothing needs an escape; none where there is nothing to say. */
export const fixed = (name: string, own: string | number | null): string =>
  own === null ? '' : `<attvalue for="${name}" value="${own}"/>`

/** The value of an attribute in words of others. */
export function value(name: string, raw: string | null | undefined, owner: string, notes: Notes): string {
  if (raw === null || raw === undefined) return ''
  const written = text(raw, notes)
  if (written.includes('INF') && notes.infinite++ === 0) notes.where = `${name} of ${owner}`
  return written === '' ? '' : `<attvalue for="${name}" value="${written}"/>`
}

export function text(raw: string, notes: Notes): string {
  if (isPlain(raw)) return raw
  const kept = allowed(raw)
  if (kept !== raw) notes.stripped++
  return escaped(kept)
}

/** Where a node stands; nothing where no layout placed it. */
export const position = (at: { readonly x: number; readonly y: number } | null | undefined): string =>
  at && Number.isFinite(at.x) && Number.isFinite(at.y) ? `<viz:position x="${at.x}" y="${at.y}" z="0.0"/>` : ''

/** Red, green and blue, since older Gephis do not know hex; no alpha, since Gephi Lite then sees no colour at all. */
function paint<Key extends string>(colors: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> {
  const painted: Record<Key, string> = { ...colors }
  for (const key in colors) {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colors[key].slice(at, at + 2), 16))
    painted[key] = `<viz:color r="${r}" g="${g}" b="${b}"/>`
  }
  return painted
}

export const KIND_PAINT = paint(KIND_COLORS)
export const QUAD_PAINT = paint(QUAD_COLORS)
