import type { Quotation } from '../model/index.ts'

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»' }

/**
 * The quotations of a text in order, marks left out. One that is not closed at the end of its paragraph goes on when
 * the next paragraph opens with the mark again, as newspapers do; else it ends with its paragraph.
 */
export function quotationsOf(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  let open: { readonly mark: string; readonly start: number } | null = null
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (open === null) {
      if (PAIRS[char] !== undefined && opens(text, at)) open = { mark: char, start: at + 1 }
    } else if (char === PAIRS[open.mark]) {
      found.push({ start: open.start, end: at, closed: true })
      open = null
    } else if (char === '\n') {
      const next = /\S/u.exec(text.slice(at))
      const resumes = next !== null && next[0] === open.mark
      if (resumes) at += next.index
      else {
        found.push({ start: open.start, end: at, closed: false })
        open = null
      }
    }
  }
  if (open) found.push({ start: open.start, end: text.length, closed: false })
  return found.filter((quotation) => quotation.start < quotation.end)
}

/** A straight mark opens where no word stands before it. */
const opens = (text: string, at: number): boolean => text[at] !== '"' || !/[\p{L}\p{N}.,!?]/u.test(text[at - 1] ?? ' ')
