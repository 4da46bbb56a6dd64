import type { MentionSignals } from '../encoder/index.ts'
import type { TreeToken } from '../model/index.ts'
import { conjuncts, dependents, markerOf } from '../syntax/index.ts'
import { extent, type Grammar, type Placed } from './placed.ts'
import type { Words } from './proper.ts'

/** Of some words in a row, the one that hangs on a word outside, the last such. */
export function headOf(tokens: readonly TreeToken[], first: number, last: number): number {
  for (let at = last; at > first; at--) {
    const { head, upos } = tokens[at]!
    if ((head < first || head > last) && upos !== 'PUNCT') return at
  }
  return first
}

/** The first word that is no article. */
export const afterArticle = ({ tokens }: Grammar, { first, last }: Words): number =>
  first < last && /^(?:the|an?)$/iu.test(tokens[first]!.text) ? first + 1 : first

/** Whether a mention is a part of a name that goes on: "United States" of the "United States Navy". */
export function isInside(grammar: Grammar, part: Words, name: Words): boolean {
  const [own, whole] = [afterArticle(grammar, part), afterArticle(grammar, name)]
  return whole <= own && part.last <= name.last && (whole < own || part.last < name.last)
}

export const joinedTo = (name: Words, span: Words): Words => ({
  first: Math.min(name.first, span.first),
  last: Math.max(name.last, span.last),
})

/** A state in a list ends where its name does: "Turkey, Egypt and Jordan" are three. */
export const listed = ({ kind, last }: Placed, span: Words, tokens: readonly TreeToken[]): Words =>
  kind === 'state' && tokens[last + 1]?.text === ',' ? { first: span.first, last } : span

/** Whether a mention's own words are a name: its head, or a name that belongs to it ("student Ahmed Mohamed"). */
export function isNameAt({ tokens }: Grammar, { first, last }: Words, head: number): boolean {
  if (tokens[head]!.upos === 'PROPN') return true
  const end = tokens[nucleusEnd(tokens, first, last)]!
  let up = end
  while (up.index !== head && /^(?:flat|appos|compound|nmod:desc|nmod:unmarked)$/u.test(up.deprel))
    up = tokens[up.head]!
  return end.upos === 'PROPN' && up.index === head
}

/** The words of a mention up to where another is joined to it, and without the possessive ending that GUM counts in. */
export function ownSpan(
  grammar: Grammar,
  { first, last, head, kind }: MentionSignals,
  tabled: readonly Placed[],
  heads: ReadonlySet<number>,
): Words {
  const { tokens } = grammar
  const joined = conjuncts(grammar, head)[1] ?? tokens.length
  const isOne = tabled.some((name) => name.first <= head && joined <= name.last)
  const sign = dependents(grammar, joined < tokens.length ? joined : head, 'cc')[0]
  let to = last
  if (joined > head && joined <= last && heads.has(joined) && !isOne && sign?.text !== '&') {
    const starts = [joined, ...grammar.children[joined]!.map(({ index }) => index)].filter((at) => at > head)
    to = Math.max(head, Math.min(...starts) - 1)
    while (to > head && tokens[to]!.upos === 'PUNCT') to--
  }
  to = Math.min(to, nameEnd(grammar, head, kind))
  return { first, last: to > first && tokens[to]!.xpos === 'POS' ? to - 1 : to }
}

/** Prepositions behind which a name may go on, by what is named. */
const GOES_ON: Readonly<Record<string, RegExp>> = {
  person: /^(?:of|from|de|von|van)$/u,
  organization: /^(?:of|for|on|to|at|against|and|de)$/u,
  place: /^(?:of|at|for|to|on|de)$/u,
}

/** Where a name ends: before a clause, an apposition, or a phrase that tells more of who is named ("Duke University, located in Durham"). */
function nameEnd(grammar: Grammar, head: number, kind: string): number {
  const { tokens } = grammar
  const goesOn = GOES_ON[kind]
  if (tokens[head]!.upos !== 'PROPN' || !goesOn) return tokens.length - 1
  const parts = [head, ...dependents(grammar, head, 'flat').map(({ index }) => index)]
  const after = parts
    .flatMap((at) => grammar.children[at]!)
    .filter(({ index, deprel }) => {
      if (index < head || parts.includes(index)) return false
      const marker = markerOf(grammar, index)
      if (deprel === 'nmod' && marker) return !goesOn.test(marker)
      return (
        /^(?:acl|parataxis|advcl|advmod|nsubj|cop|orphan)/u.test(deprel) || (deprel === 'appos' && kind !== 'place')
      )
    })
  let end = Math.min(tokens.length, ...after.map(({ index }) => extent(grammar, index)[0])) - 1
  while (end > head && tokens[end]!.upos === 'PUNCT') end--
  return Math.max(head, end)
}

/** The last word before a preposition, a comma or a clause: "student Ahmed Mohamed" of "student Ahmed Mohamed of Irving". */
function nucleusEnd(tokens: readonly TreeToken[], first: number, last: number): number {
  let at = first
  while (at < last && /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$|^-$/u.test(nextOf(tokens[at + 1]!))) at++
  while (at > first && tokens[at]!.xpos === 'POS') at--
  return at
}

const nextOf = ({ upos, text }: TreeToken): string => (text === '-' ? text : upos)
