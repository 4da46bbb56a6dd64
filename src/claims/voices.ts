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
  type TreeToken,
  textSpan,
  within,
} from '../model/index.ts'
import { dependents, extent, type Grammar } from '../syntax/index.ts'
import type { Desk } from './desk.ts'
import type { Saying } from './sayings.ts'

/** Somebody's words: a report of the encoder, or a verb of the tables with what it governs. */
export interface Voice {
  readonly group: CueGroup | null
  readonly speaker: Party | null
  readonly cue: TextSpan | null
  readonly content: readonly Span[]
  readonly kind: Attribution['kind']
  /** Words of the sentence, by index, that it speaks of without saying them: "praised the men who freed the town". */
  readonly aside: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

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
    const { cue, source, kind } = report
    const words = cue && { text: cue.text, start: cue.start, end: cue.end }
    const own = sayings.find((saying) => saying && words && overlaps(grammar.tokens[saying.at]!, words))
    const group = own?.group ?? groups.get(cue?.group ?? '') ?? null
    // a verb's own subject speaks; the encoder may have taken another name nearby
    const subject = own ? clauses[sayings.indexOf(own)]!.subject.flatMap(({ head }) => namer.at(head))[0] : undefined
    const speaker = subject ?? (source && speakerOf(source, desk))
    const content = own && kind === 'indirect' ? whole(grammar, own, report.content) : report.content
    const aside = words && kind === 'indirect' ? asideOf(grammar, words, own, group) : NONE
    return { group, speaker, cue: words, content, kind, aside }
  })
  const verbs = sayings.flatMap((saying, at): readonly Voice[] => {
    const token = saying && grammar.tokens[saying.at]!
    if (!saying || !token || !saying.group.act || seen.some(({ cue }) => cue && overlaps(cue, token))) return []
    const speaker = clauses[at]!.subject.flatMap(({ head }) => namer.at(head))[0] ?? null
    const content = saying.content.map(([first, last]) => ({
      start: grammar.tokens[first]!.start,
      end: grammar.tokens[last]!.end,
    }))
    const cue = textSpan(article.text, token.start, token.end)
    return [{ group: saying.group, speaker, cue, content, kind: 'indirect', aside: NONE }]
  })
  return [...seen, ...verbs]
}

/** What is said with the whole of each further clause that it reaches into: "urged Iran to stop the raids and to free …". */
function whole(grammar: Grammar, { said }: Saying, content: readonly Span[]): readonly Span[] {
  const clauses = said < 0 ? [] : dependents(grammar, said, 'conj').map(({ index }) => extent(grammar, index))
  const further = clauses.map(([first, last]) => ({
    start: grammar.tokens[first]!.start,
    end: grammar.tokens[last]!.end,
  }))
  const found: { readonly start: number; end: number }[] = []
  const reached = further.filter((span) => content.some((part) => overlaps(part, span)))
  for (const { start, end } of [...content, ...reached].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return found
}

/** What a verb does something to or with, or when. */
const THINGS = /^(?:obj|iobj|obl|obl:agent|obl:unmarked|advcl)$/
/** What describes a thing; an infinitive tells what it is for: "called for talks to end the war". */
const describes = ({ deprel, xpos }: TreeToken): boolean =>
  /^(?:acl:relcl|amod|compound|appos|nmod:poss|nmod:desc)$/.test(deprel) || (deprel === 'acl' && xpos !== 'VB')

/**
 * What a verb of reporting speaks of without saying it. "Praised the men who freed the town" vouches for no freeing; nor
 * does a verb that is no act in words, as "backed" or "said", for any deed but those in a clause that it holds.
 */
function asideOf(
  grammar: Grammar,
  cue: Span,
  own: Saying | null | undefined,
  group: CueGroup | null,
): ReadonlySet<number> {
  const { tokens, children } = grammar
  const aside = new Set<number>()
  const isSaid = (at: number): boolean => own?.content.some(([first, last]) => at >= first && at <= last) ?? false
  const isAct = group !== null && group.act !== null && group.act !== 'SAY'
  const isThat = (at: number): boolean => dependents(grammar, at, 'mark').some(({ lemma }) => lemma === 'that')
  const take = (at: number, isDescribed: boolean): void => {
    if (isDescribed && !isSaid(at)) aside.add(at)
    for (const kid of children[at]!) {
      // "gave assurances that …": the clause may hang on the object
      if (/^(?:acl|ccomp)$/.test(kid.deprel) && isThat(kid.index)) continue
      take(kid.index, isDescribed || describes(kid))
    }
  }
  const verbs = tokens.filter((token) => overlaps(token, cue) && token.upos === 'VERB' && token.deprel !== 'case')
  for (const { index } of verbs)
    for (const thing of children[index]!)
      if (THINGS.test(thing.deprel) && !overlaps(thing, cue)) take(thing.index, !isAct)
  return aside
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
    .filter(({ content, cue, aside }) => {
      const isCue = cue && overlaps(cue, predicate)
      return !isCue && !aside.has(predicate.index) && content.some((span) => within(predicate, span))
    })
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
