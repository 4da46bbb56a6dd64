/**
 * The words of a text as search compares them: runs of letters and digits, in lower case, without accents
 * ("Da'esh in Köln" gives `da`, `esh`, `in`, `koln`). What holds no letter or digit has none.
 */
export function wordsOf(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
