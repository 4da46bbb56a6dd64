import { harmfulNouns } from '../clauses/index.ts'
import type { CueGroup } from '../lexicon/index.ts'
import {
  type Claim,
  type ClaimType,
  type Clause,
  claimId,
  isStanding,
  type Modality,
  type Party,
  type Polarity,
} from '../model/index.ts'
import { conjuncts, dependents, markerOf } from '../syntax/index.ts'
import { confidenceOf, heightOf } from './confidence.ts'
import type { Desk, Found } from './desk.ts'
import type { Namer } from './parties.ts'
import { placesOf } from './places.ts'
import type { Match } from './rows.ts'
import { whenOf } from './times.ts'
import { attributionOf, chainOf, isMain, spokenFor, tells, type Voice } from './voices.ts'

/** The claims of one clause: its deed by the tables, what its cue does, or the bare verb between two actors. */
export function claimsOfClause(desk: Desk, clause: Clause, found: Found, voices: readonly Voice[]): readonly Claim[] {
  const { namer } = desk
  const chain = chainOf(voices, clause)
  const [voice] = chain
  const mood = moodIn(clause, voice && isMain(desk.grammar, clause.predicate.index, voice) ? voice.group : null)
  const parties = (heads: readonly number[]): readonly Party[] =>
    heads.flatMap(namer.partiesOf).map((party) => spokenFor(party, chain))
  const [agent] = parties(found.sources)
  const said = chain.filter((one) => tells(one, agent))
  const context = { ...mood, attribution: said.map(attributionOf), place: placesOf(desk, clause, found) }
  const when = whenOf(desk.article, desk.grammar, clause.predicate.index)
  const make = (
    rule: string,
    mode: string | null,
    type: ClaimType | null,
    source: readonly Party[],
    target: readonly Party[],
  ): Claim =>
    claimOf(desk, clause, {
      type,
      mode,
      source,
      target,
      rule,
      when: type !== null && isStanding(type) ? null : when,
      ...context,
    })

  const { match, saying } = found
  const claims: Claim[] = []
  // a noun tells of a deed only where it says whose: "the strikes" may be anybody's; so does a verb that is no passive
  // "hack it", "speak for themselves": what stands for nobody makes no deed of it
  const isIdle = match !== null && match.target.length > 0 && match.target.every((head) => namer.isIdle(head))
  const doers = match?.source ?? found.sources
  // a car bomb kills, and does not support
  const isHarm = match !== null && desk.lexicon.types.get(match.row.type)?.quad === 'material-conflict'
  const isAble = isHarm ? namer.canAct : namer.isWho
  const isDone =
    doers.length > 0 ? doers.some(isAble) : (clause.passive || clause.shape === 'noun') && ofKnown(match, clause, namer)
  // "they praised the food" is told of nobody
  const isNobodys =
    match !== null &&
    doers.length > 0 &&
    doers.every(namer.isStranger) &&
    !match.target.some((head) => namer.isWho(head) || namer.isTown(head))
  const isHere = !match?.isPlaced || (context.place.length > 0 && !isStanding(match.row.type))
  const isMeant = !match?.row.only || match.row.only === mood.modality
  if (match && isDone && !isIdle && !isNobodys && isHere && isMeant) {
    const { row } = match
    const source = parties(doers)
    const aimed = aimOf(desk, match, clause.predicate.index)
    const isOpen = aimed.length === 0 && !match.isPlaced
    const given = parties(isOpen ? found.others : aimed).map((party) => owned(party, source))
    // "Putin and Medvedev attended a meeting in Moscow" with each other
    const isMutual = row.reciprocal && source.length > 1 && /^(?:in|at|near)$/.test(match.marker ?? '')
    const target = isMutual ? [] : given
    // several sources and no target would read as a deed among themselves
    const isApart = !row.reciprocal && target.length === 0 && source.length > 1
    // nobody leads or attacks themselves: such a pronoun was misread
    const isSelf =
      target.length > 0 &&
      target.every((party) => party.form === 'pronoun' && party.actor !== null && isAmong(party, source))
    if (isSelf) return []
    for (const list of isApart ? source.map((party) => [party]) : [source])
      claims.push(make(row.id, row.mode, row.type, list, target))
    const speaker = said[0]?.speaker
    if (row.demanded && mood.modality === 'demanded' && mood.polarity === 'affirmed' && speaker) {
      const stance = make(row.id, row.mode, row.demanded, [speaker], source)
      claims.push({
        ...stance,
        modality: 'actual',
        attribution: stance.attribution.slice(1).map((one, level) => ({ ...one, level })),
      })
    }
  }
  if (saying?.group.act && claims.length === 0 && found.sources.some(namer.canAct)) {
    const { act, id } = saying.group
    // a statement as such is a claim where it is about somebody
    // "ordered attacks on Homs": what is said concerns Homs
    const aimed = [saying.addressee, found.objects].find((list) => list.length > 0) ?? []
    const own = aimed.flatMap((head) => (namer.isWho(head) ? [head] : concernedBy(desk, head))).filter(namer.isWho)
    // "demanded that Turkey leave Iraq" is a demand on Turkey, "promised to leave Iraq" a promise to Iraq
    const isMutual = saying.group.reciprocal && found.sources.length > 1
    const doers = found.about.filter((head) => !found.sources.includes(head) && namer.isWho(head))
    const target =
      act === 'SAY' ? found.about : ([own, doers].find((list) => list.length > 0) ?? (isMutual ? [] : found.within))
    const source = parties(found.sources)
    const others = parties(target).filter((party) => !source.some((one) => isSame(one, party)))
    const isAbout = others.some(({ actor }) => actor !== null && source.every((party) => party.actor !== actor))
    if (act !== 'SAY' || isAbout) claims.push(make(`cue.${id}`, null, act, source, others))
  }
  if (claims.length > 0) return claims
  const [source, target] = [parties(found.sources), parties(found.objects)]
  const areNamed = [...source, ...target].every((party) => party.actor !== null && !namer.isPlace(party))
  const isOpen = clause.shape === 'verb' && !saying && areNamed && source.length > 0 && target.length > 0
  return isOpen ? [make('open', null, null, source, target)] : []
}

const isSame = (a: Party, b: Party): boolean => (a.actor === null ? a.text === b.text : a.actor === b.actor)

const isAmong = ({ actor }: Party, parties: readonly Party[]): boolean => parties.some((one) => one.actor === actor)

/** "Turkey withdrew its troops": what is somebody's own is nobody else. */
function owned(party: Party, source: readonly Party[]): Party {
  const isOwn = POSSESSIVE.test(party.text) && party.actor !== null && isAmong(party, source)
  return isOwn ? { ...party, actor: null, label: null, form: 'description' } : party
}

const POSSESSIVE = /^(?:its|their|his|her|our|my)\s/iu

/**
 * Whom a deed is aimed at: whom its slot names or its thing concerns; else whose the thing is that it does something with
 * ("rejected Cuba's request for aid"), or whom that concerns ("lifted the sanctions imposed on India").
 */
function aimOf(desk: Desk, { row, target, used, isPlaced }: Match, predicate: number): readonly number[] {
  const { grammar, namer } = desk
  const aimed = target.flatMap((head) => concernedBy(desk, head))
  if (isPlaced || row.reciprocal || aimed.some((head) => namer.isWho(head) || namer.isSpot(head))) return aimed
  // "gave up its weapons" is told of nobody else
  const isOwn = (at: number): boolean => dependents(grammar, at, 'nmod:poss').some(({ upos }) => upos === 'PRON')
  const things = [...used].filter(
    (at) => at !== predicate && !target.includes(at) && grammar.tokens[at]!.upos === 'NOUN' && !isOwn(at),
  )
  const owned = things.filter((at) => namer.partiesOf(at).some(({ actor }) => actor !== null))
  if (owned.length > 0) return owned.slice(0, 1)
  const concerned = things.flatMap((at) => concernedBy(desk, at)).filter(namer.isWho)
  return concerned.length > 0 ? concerned : aimed
}

/** What leads from a thing to those whom it concerns: "an act of aggression by Iraq", "restrictions on aid workers". */
const CONCERNS = /^(?:of|by|on|upon|against|with|for|to|from|between|towards?|over|about)$/

/**
 * Whom a deed is done to where its object is a thing: who did the thing, else the nearest of those whom it concerns;
 * the thing itself where it has an owner or concerns nobody.
 */
function concernedBy(desk: Desk, head: number): readonly number[] {
  const { grammar, namer } = desk
  if (namer.isWho(head) || namer.isSpot(head)) return [head]
  const isHarm = harmfulNouns(desk.lexicon).has(grammar.tokens[head]!.lemma.toLowerCase())
  const done = dependents(grammar, head, 'acl', 'acl:relcl').flatMap(({ index }) => [
    ...dependents(grammar, index, 'obl:agent'),
    ...dependents(grammar, index, 'obl').filter((one) =>
      /^(?:on|upon|against)$/.test(markerOf(grammar, one.index) ?? ''),
    ),
  ])
  // who condemns an attack does not condemn its victim
  const leads = isHarm ? /^(?:by|from)$/ : CONCERNS
  const further = dependents(grammar, head, 'nmod').filter(({ index }) => leads.test(markerOf(grammar, index) ?? ''))
  const found = [...further, ...done].map(({ index }) => concernedBy(desk, index).filter(namer.isWho))
  const [first] = found.filter((list) => list.length > 0)
  return first ? first.flatMap((word) => conjuncts(grammar, word)) : [head]
}

/** "The ouster of Mubarak", "Mubarak was ousted": without a doer a deed is told only where it befalls somebody known. */
const ofKnown = (match: Match | null, { shape }: Clause, namer: Namer): boolean =>
  match !== null &&
  (shape !== 'noun' || match.marker === 'of') &&
  match.target.some((head) => namer.partiesOf(head).some(({ actor }) => actor !== null))

/** A cue knows better than its infinitive whether a deed was planned: "refused to arm", "called on Turkey to leave". */
function moodIn(clause: Clause, group: CueGroup | null): { readonly polarity: Polarity; readonly modality: Modality } {
  const isOpen = clause.modality === 'actual' || clause.modality === 'planned'
  const modality = (isOpen && (group?.modality ?? (group?.polarity && 'actual'))) || clause.modality
  return { polarity: group?.polarity === 'negated' ? 'negated' : clause.polarity, modality }
}

type Body = Pick<
  Claim,
  'when' | 'type' | 'mode' | 'source' | 'target' | 'place' | 'polarity' | 'modality' | 'attribution' | 'rule'
>

function claimOf({ article, sentence, grammar }: Desk, clause: Clause, body: Body): Claim {
  const { text: quote, occurrence, index, start, end } = sentence
  const heads = (list: readonly Party[]) => list.map((party) => party.end - start)
  const { text, start: from, end: to, lemma } = clause.predicate
  const key = { article: article.id, sentence: quote, occurrence, type: body.type, predicate: from - start }
  const id = claimId({ ...key, sources: heads(body.source), targets: heads(body.target) })
  const predicate = { text, start: from, end: to, lemma }
  return {
    id,
    article: article.id,
    ...body,
    confidence: confidenceOf(body, heightOf(grammar, clause.predicate.index)),
    predicate,
    sentence: { index, start, end },
    quote,
  }
}
