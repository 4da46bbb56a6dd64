/** How a word is written: the network's word pieces are lower-cased, and this is what it sees of the letters' case. */
export const CASES = { special: 0, lower: 1, title: 2, upper: 3, initial: 4, mixed: 5, digits: 6, marks: 7 } as const

/** What Unicode calls a digit, raised and circled ones too, but no fractions and no tens. */
const DIGIT =
  /[\p{Nd}²³¹⁰⁴-⁹₀-₉\u1369-\u1371\u19da①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]/u

/** The case of a word, as a number of `CASES`; the one that `training/windows.py` gives it. */
export function caseOf(word: string): number {
  if (DIGIT.test(word)) return CASES.digits
  const letters = word.replace(/\P{L}/gu, '')
  if (letters === '') return CASES.marks
  if (/^\p{Lowercase}+$/u.test(letters)) return CASES.lower
  if (/^\p{Uppercase}+$/u.test(letters)) return /^.$/u.test(letters) ? CASES.initial : CASES.upper
  return /^\p{Uppercase}\P{Uppercase}*$/u.test(letters) ? CASES.title : CASES.mixed
}
