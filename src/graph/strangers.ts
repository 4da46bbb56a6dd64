/**
 * Words that lead from the head of a noun phrase to what describes it, or part it from what follows.
 */
const LINKS = new Set(
  'of in on at from with without who whom whose which that to by for near against under over between among and or as about after before behind inside outside since during while when where'.split(
    ' ',
  ),
)

/**
 * Words that tell nobody apart: determiners, pronouns, numerals, and the general nouns that stand for any other (Halliday
 * and Hasan, Cohesion in English, 1976, 6.1), with their like in reports of deeds.
 */
const VAGUE = new Set(
  `a an the this that these those it its he she they them him her his their our we us you i me my your who whom whose
  which what one ones other others another some any all both each either neither many most more few fewer several none
  nobody everyone everybody anyone anybody someone somebody everything something anything nothing half part rest such
  same two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million
  millions at least about nearly than up himself herself itself themselves
  person people man men woman women thing things matter move place places side sides group groups party parties target
  targets position positions site sites area areas region regions country countries`.split(/\s+/u),
)

/** The -s of a plural, or its -es behind a hiss. */
const PLURAL = /(?<=ss|sh|ch|x|z|us)es$|(?<![su])s$/u

/**
 * What tells an unnamed party from others: the head word of its phrase, in lower case, without a plural's -s ("at least
 * 36 civilians" gives `civilian`). Null where the phrase could stand for anyone ("one of them", "the seven").
 */
export function headWord(phrase: string): string | null {
  const words = phrase.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  const end = words.findIndex((word, at) => at > 0 && LINKS.has(word))
  const head = (end < 0 ? words : words.slice(0, end)).at(-1)?.replace(/[’']s?$/u, '')
  if (head === undefined || VAGUE.has(head) || /^\p{N}/u.test(head)) return null
  return head.length > 3 ? head.replace(PLURAL, '') : head
}
