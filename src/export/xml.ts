/** Characters that stand in an attribute as they are; the rest is escaped, or looked at again. */
const PLAIN = /^[^&<>"\p{Cc}\p{Cs}\ufffe\uffff]*$/u

/** What no XML 1.0 document may hold, not even as a reference (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Whether the text stands in XML as it is. */
export const isPlain = (text: string): boolean => PLAIN.test(text)

/** The text without what XML forbids. */
export const allowed = (text: string): string => text.replace(FORBIDDEN, '')

/** Whether nothing of the text can be read once it stands in XML. */
export const isBlank = (text: string): boolean => allowed(text).trim() === ''

/** Allowed text as it stands between tags or in double quotes. White space is kept: as references, parsers don't fold it. */
export const escaped = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (mark) => REFERENCES[mark] ?? mark)

/**
 * An id, escaped, as Gephi takes it: never empty, no white space or forbidden characters. Ids of the tables and of
 * folded names are so already; in others, such characters become `%` and their code, and no two ids become one.
 */
export function idText(id: string): string {
  if (USUAL.test(id)) return id
  return id === '' ? '%' : escaped(id.replace(UNSAFE, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

const USUAL = /^[a-z0-9-]+$/
const UNSAFE = /[%\s\p{Cc}\p{Cs}\ufffe\uffff]/gu
