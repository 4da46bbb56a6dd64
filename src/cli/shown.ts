/**
 * Words of articles as a terminal may show them: control characters, by which a hostile text could drive the terminal,
 * are written out. JSON output needs none of this.
 */
export const shown = (text: string): string =>
  text.replace(/(?!\n)\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
