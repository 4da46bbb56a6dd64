import type { MentionSignals } from '../encoder/index.ts'
import { type Article, type EntityId, overlapping, type Quotation } from '../model/index.ts'
import { isBelow } from '../syntax/index.ts'
import { type Actors, isStranger } from './actors.ts'
import type { Meant } from './antecedents.ts'
import { describedBy } from './descriptions.ts'
import { type Candidate, candidatesOf, reportingOf, speaksAt } from './memory.ts'
import { isUsed } from './nouns.ts'
import { organAt } from './offices.ts'
import { stateOf } from './organs.ts'
import { type Grammar, nounPhrase, type Placed } from './placed.ts'
import { antecedentOf, asCandidate, type Look, pronounOf } from './pronouns.ts'
import { firstPersonOf, saidBy, speakersOf } from './speakers.ts'

/** A sentence, what the encoder says of it, and the article around it. */
export interface Scene {
  readonly grammar: Grammar
  /** Of the sentences read, the how manieth. */
  readonly number: number
  readonly seen: readonly MentionSignals[]
  readonly quotations: readonly Quotation[]
  readonly actors: Actors
  readonly article: Article
}

/**
 * The pronouns and definite descriptions of a sentence that mean somebody named before, word by word; one mention for
 * each actor meant. The memory takes in what the sentence speaks of.
 */
export function coreferences(scene: Scene, placed: readonly Placed[], memory: Candidate[]): readonly Placed[] {
  const { grammar, number, seen, quotations, actors, article } = scene
  const { tokens } = grammar
  const reporting = reportingOf(actors.tables.lexicon)
  const isQuoted = (at: number): boolean => overlapping(quotations, tokens[at]!).length > 0
  const spoken = candidatesOf(number, grammar, placed, seen, actors, reporting, isQuoted)
  const taken = new Set(placed.filter(({ entity }) => entity !== null && !isStranger(entity)).map(({ head }) => head))
  const seenAt = new Map(seen.map((mention) => [mention.head, mention]))
  const start = memory.length
  memory.push(...spoken)
  for (const { entities } of spoken) actors.counts.set(entities.join(), (actors.counts.get(entities.join()) ?? 0) + 1)
  const found: Placed[] = []
  for (const token of tokens) {
    const { index: at } = token
    const which = pronounOf(token)
    if (which) {
      const quoted = isQuoted(at)
      const look: Look = {
        grammar,
        sentence: number,
        at,
        actors,
        seen: seenAt.get(at),
        quoted,
        barred: new Set([...(quoted ? speakersOf(number, memory) : []), ...namedBelow(at, grammar, spoken)]),
        speaks: speaksAt(grammar, at, reporting),
      }
      const candidate = antecedentOf(which, look, memory)
      if (!candidate) continue
      const meant = ownerOf(which, candidate, look, article.published)
      memory.push(asCandidate(meant, look))
      if (meant.entities.length === 1 && (which === 'he' || which === 'she')) {
        actors.genders.set(meant.entities[0]!, which === 'he' ? 'm' : 'f')
      }
      found.push(...standing(meant.entities, at, [at, at], 'pronoun', 'coreference.pronoun', actors))
      found.push(...organOf(meant, look, article).filter(({ head }) => !taken.has(head)))
    } else if (firstPersonOf(token) && isQuoted(at)) {
      const speaker = saidBy(firstPersonOf(token)!, speakersOf(number, memory), actors, article.published)
      if (speaker) found.push(...standing([speaker], at, [at, at], 'pronoun', 'coreference.speaker', actors))
    } else if (!taken.has(at)) {
      const meant = describedBy({ grammar, sentence: number, at, actors, day: article.published }, memory)
      if (!meant) continue
      const known = memory.findIndex(({ sentence, head }, i) => i >= start && sentence === number && head === at)
      if (known >= 0) memory[known] = { ...memory[known]!, ...asMeant(meant, actors) }
      const span = nounPhrase(grammar, at)
      found.push(
        ...standing(meant.entities, at, span, token.upos === 'PROPN' ? 'alias' : 'description', meant.rule, actors),
      )
    }
  }
  return found
}

/** "Assad must go, he said": who does something is named nowhere in what hangs on it, and so is somebody else. */
function namedBelow(at: number, grammar: Grammar, spoken: readonly Candidate[]): readonly EntityId[] {
  const { deprel, head } = grammar.tokens[at]!
  if (deprel !== 'nsubj' || head < 0) return []
  return spoken
    .filter((one) => /^(?:name|alias)$/.test(one.form) && isBelow(grammar, one.head, head))
    .flatMap(({ entities }) => entities)
}

/** "Russia's Defense Ministry said its army": the army is Russia's. */
function ownerOf(which: string, candidate: Candidate, { grammar, at, actors }: Look, day: string | null): Candidate {
  const { deprel, head } = grammar.tokens[at]!
  const [id] = candidate.entities
  const isOrgan = candidate.kind === 'government' || candidate.kind === 'military'
  if (which !== 'it' || deprel !== 'nmod:poss' || !isOrgan || candidate.entities.length !== 1) return candidate
  const state = isUsed(actors.tables.lexicon, grammar.tokens[head]!.lemma.toLowerCase(), 'national')
    ? stateOf(id!, actors, day)
    : null
  return state ? { ...candidate, entities: [state], kind: 'state' } : candidate
}

/** "its air force": the organ of the state that the pronoun means. */
function organOf({ entities, kind }: Candidate, { grammar, at, actors }: Look, { text }: Article): readonly Placed[] {
  const { head, deprel } = grammar.tokens[at]!
  if (kind !== 'state' || entities.length !== 1 || deprel !== 'nmod:poss') return []
  const organ = organAt(text, grammar, head, entities[0]!, actors.tables)
  return organ ? [{ first: at, last: head, head, ...organ, form: 'description', rule: 'organ' }] : []
}

const asMeant = ({ entities }: Meant, actors: Actors): Pick<Candidate, 'entities' | 'kind' | 'form' | 'plural'> => ({
  entities,
  kind: actors.entityOf(entities[0]!).kind,
  form: entities.length > 1 ? 'joined' : 'description',
  plural: entities.length > 1,
})

const standing = (
  entities: readonly EntityId[],
  head: number,
  [first, last]: readonly [number, number],
  form: Placed['form'],
  rule: string,
  actors: Actors,
): readonly Placed[] =>
  entities.map((entity) => ({ first, last, head, entity, kind: actors.entityOf(entity).kind, form, rule }))
