import type { CueGroup } from '../lexicon/index.ts'
import {
  type Attribution,
  type Clause,
  overlaps,
  type Party,
  type Phrase,
  type Report,
  type Span,
  type TextSpan,
  textSpan,
  within,
} from '../model/index.ts'
import type { Grammar } from '../syntax/index.ts'
import type { Desk } from './desk.ts'
import type { Saying } from './sayings.ts'

/** Somebody's words: a report of the encoder, or a verb of the tables with what it governs. */
export interface Voice {
  readonly group: CueGroup | null
  readonly speaker: Party | null
  readonly cue: TextSpan | null
  readonly content: readonly Span[]
  readonly kind: Attribution['kind']
}

/** Who says what in a sentence: the encoder's reports, and verbs of the tables where it has seen none. */
export function voicesOf(
  desk: Desk,
  clauses: readonly Clause[],
  sayings: readonly (Saying | null)[],
  reports: readonly Report[],
): readonly Voice[] {
  const { article, grammar, namer, lexicon } = desk
  const groups = new Map(lexicon.cues.map((group) => [group.id, group]))
  const seen = reports.map((report): Voice => {
    const { cue, source, content, kind } = report
    const words = cue && { text: cue.text, start: cue.start, end: cue.end }
    const own = sayings.find((saying) => saying && words && overlaps(grammar.tokens[saying.at]!, words))
    const group = own?.group ?? groups.get(cue?.group ?? '') ?? null
    // a verb's own subject speaks; the encoder may have taken another name nearby
    const subject = own ? clauses[sayings.indexOf(own)]!.subject.flatMap(({ head }) => namer.at(head))[0] : undefined
    const speaker = subject ?? (source && speakerOf(source, desk))
    return { group, speaker, cue: words, content, kind }
  })
  const verbs = sayings.flatMap((saying, at): readonly Voice[] => {
    const token = saying && grammar.tokens[saying.at]!
    if (!saying || !token || !saying.group.act || seen.some(({ cue }) => cue && overlaps(cue, token))) return []
    const speaker = clauses[at]!.subject.flatMap(({ head }) => namer.at(head))[0] ?? null
    const content = saying.content.map(([first, last]) => ({
      start: grammar.tokens[first]!.start,
      end: grammar.tokens[last]!.end,
    }))
    return [
      { group: saying.group, speaker, cue: textSpan(article.text, token.start, token.end), content, kind: 'indirect' },
    ]
  })
  return [...seen, ...verbs]
}

/** Who speaks: whom the head of the words names. */
function speakerOf(phrase: Phrase, { namerAt }: Desk): Party {
  const { text, start, end, head } = phrase
  const [party] = namerAt(phrase)?.at(head) ?? []
  return party ? { ...party, text, start, end } : { text, start, end, actor: null, label: null, form: 'description' }
}

/** Those in whose words a clause stands, the innermost first. */
export const chainOf = (voices: readonly Voice[], { predicate }: Clause): readonly Voice[] =>
  voices
    .filter(({ content, cue }) => content.some((span) => within(predicate, span)) && !(cue && overlaps(cue, predicate)))
    .sort((a, b) => size(a) - size(b))

/** What stands beside the deed that is said, wanted or denied: "wants the rebels that Turkey arms to leave". */
const ASIDE = /^(?:acl:relcl|advcl:relcl|appos|amod|compound|nsubj|nsubj:pass|nmod:poss|nmod:desc|parataxis)$/

/** Whether a deed is the one that a cue speaks of, so that what is denied or demanded is this deed. */
export function isMain({ tokens }: Grammar, at: number, { cue }: Voice): boolean {
  for (let up = at; up >= 0; up = tokens[up]!.head) {
    if (cue && overlaps(tokens[up]!, cue)) return true
    if (ASIDE.test(tokens[up]!.deprel)) return false
    const isClause = /^(?:advcl|acl)$/.test(tokens[up]!.deprel)
    const above = tokens[up]!.head
    if (isClause && above >= 0 && !(cue && overlaps(tokens[above]!, cue)) && tokens[up]!.xpos !== 'VB') return false
  }
  return true
}

/** Whether a cue makes somebody vouch for a deed: who plans a deed of their own does not report it. */
export const tells = ({ group, speaker }: Voice, agent: Party | undefined): boolean =>
  group === null ? !(speaker && agent && speaker.start === agent.start) : group.act !== null

const FIRST_PERSON = /^(?:I|me|my|mine|myself|we|us|our|ours|ourselves)$/iu

/** "We" in somebody's words is who says them. */
export function spokenFor(party: Party, chain: readonly Voice[]): Party {
  const speaker =
    party.actor === null && FIRST_PERSON.test(party.text) ? chain.find((voice) => voice.speaker?.actor)?.speaker : null
  return speaker ? { ...party, actor: speaker.actor, label: speaker.label, form: 'pronoun' } : party
}

export const attributionOf = ({ speaker, cue, content, kind }: Voice, level: number): Attribution => ({
  level,
  speaker,
  cue,
  content: content.map(({ start, end }) => ({ start, end })),
  kind,
})

const size = ({ content }: Voice): number => content.reduce((sum, { start, end }) => sum + end - start, 0)
