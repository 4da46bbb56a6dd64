import { harmfulNouns, phraseOf } from '../clauses/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import { type Article, type Entity, type EntityId, isPlace, type Mention, type Party } from '../model/index.ts'
import { conjuncts, dependents, type Grammar, gatheredBy, markerOf } from '../syntax/index.ts'

/** Nouns for those who stand to somebody without being theirs. */
const APART =
  /^(?:ally|opponent|enemy|rival|foe|critic|neighbou?r|friend|partner|backer|supporter|victim|counterpart|opposition|interest|role|issue|question|crisis|side)$/u

/** Nouns of places that act through who rules them: "the country bombed". */
const REALM = /^(?:country|nation|state|republic|kingdom|superpower|government|regime|capital)$/u

/** Pronouns that stand for people, whoever they are. */
const ANIMATE = /^(?:i|we|he|she|they|who|everyone|everybody|someone|somebody)$/u

/** Finds whom the words of one sentence name. */
export interface Namer {
  /** Whom a phrase names, by the index of its head: its head, else the nations and owners before it, else what follows "of". */
  readonly partiesOf: (head: number) => readonly Party[]
  /** The same, for the head at an offset of the article. */
  readonly at: (offset: number) => readonly Party[]
  readonly isPlace: (party: Party) => boolean
  /** Whether a phrase stands for somebody who can act: known, or a person, group or place to the encoder. */
  readonly canAct: (head: number) => boolean
  /** The same without weapons and attacks, which act for others and are nobody. */
  readonly isWho: (head: number) => boolean
  /** Whether a word stands for nobody else: "themselves", an "it" without an antecedent. */
  readonly isIdle: (head: number) => boolean
  /** Whether a word is a matter or an event, whosever it is: "a Security Council resolution" is no council. */
  readonly isAffair: (head: number) => boolean
  /** Whether a phrase stands for a place, known or not. */
  readonly isSpot: (head: number) => boolean
  /** The same of a name alone: "Timbuktu", not "the road". */
  readonly isTown: (head: number) => boolean
  /** Whether a word is a pronoun for nobody known. */
  readonly isStranger: (head: number) => boolean
  /** Whether the head itself names a place: "Idlib", not "Idlib's people". */
  readonly namesPlace: (head: number) => boolean
}

/** Who may be asked for: the article, the mentions of one sentence, and what is known of whom they name. */
export interface Known {
  readonly article: Article
  readonly mentions: readonly Mention[]
  /** Those of whom the tables know nothing. */
  readonly coined: ReadonlyMap<EntityId, Entity>
  /** What the encoder takes nouns for, by their offset. */
  readonly kinds: ReadonlyMap<number, string>
  readonly lexicon: Lexicon
}

export function namerOf({ article, mentions, coined, kinds, lexicon }: Known, grammar: Grammar): Namer {
  const { tokens } = grammar
  // "both countries" is two mentions of the same words; of others the longest counts
  const byHead = new Map<number, readonly Mention[]>()
  for (const mention of mentions) {
    const known = byHead.get(mention.head) ?? []
    const longer = length(mention) - (known[0] ? length(known[0]) : 0)
    if (longer >= 0) byHead.set(mention.head, longer === 0 ? [...known, mention] : [mention])
  }
  // the tree may have another head for a name than the encoder: "Emmanuel", not "Macron"
  for (const mention of mentions) {
    const inside = tokens.filter(({ start, end }) => start >= mention.start && end <= mention.end)
    const top = inside.find(({ head }) => head < 0 || !inside.includes(tokens[head]!))
    if (top && top.upos === 'PROPN' && !byHead.has(top.start)) byHead.set(top.start, [mention])
  }
  const indexOf = new Map(tokens.map(({ start, index }) => [start, index]))
  const mentionsAt = (at: number): readonly Mention[] => byHead.get(tokens[at]!.start) ?? []

  const groupNouns = lexicon.groups
  const means = meansOf(lexicon)
  const harmful = harmfulNouns(lexicon)
  const asked = new Map<number, readonly Party[]>()

  function partiesOf(at: number): readonly Party[] {
    const known = asked.get(at) ?? partiesAt(gatheredBy(grammar, at))
    asked.set(at, known)
    return known
  }

  function partiesAt(at: number): readonly Party[] {
    const { start, end, text } = phraseOf(article.text, grammar, at)
    const own = mentionsAt(at)
    if (own.length > 0)
      return own.map((one) => {
        const named = one.form === 'pronoun' ? antecedentOf(one) : undefined
        if (named) return { ...party(named, withoutArticle(named, named.start), named.end), form: 'pronoun' }
        return party(one, withoutArticle(one, start), Math.max(end, reach(one, end)))
      })
    const told = own.length === 0 ? tellerOf(at) : -1
    if (told >= 0) return partiesOf(told).map((one) => ({ ...one, form: 'pronoun' as const }))
    const { lemma } = tokens[at]!
    const chosen = APART.test(lemma.toLowerCase()) ? namedBeside(at) : qualifiers(at)
    if (chosen.length === 0) return [{ text, start, end, actor: null, label: null, form: 'description' }]
    const isShared = new Set(chosen.map((one) => one.start)).size > 1
    return chosen.map((mention, number) => {
      if (!isShared) return party(mention, start, end)
      // "Russian and Syrian jets" are "Russian" and "Syrian jets": each party has words, and so a head, of its own
      const isWithin = start <= mention.start && mention.end <= end
      return party(mention, mention.start, isWithin && number === chosen.length - 1 ? end : mention.end)
    })
  }

  /** What a pronoun stands for, where the same sentence has named it before. */
  const antecedentOf = ({ entity, start }: Mention): Mention | undefined =>
    mentions.findLast(
      (other) => other.entity === entity && other.end <= start && other.form !== 'pronoun' && other.form !== 'demonym',
    )

  /** Who says of themselves what a pronoun does: "the fighters said they would leave"; -1 for none. */
  function tellerOf(at: number): number {
    const { lemma, upos, deprel, head } = tokens[at]!
    if (upos !== 'PRON' || !/^(?:he|she|it|they)$/u.test(lemma.toLowerCase()) || !deprel.startsWith('nsubj')) return -1
    let clause = head
    while (tokens[clause]!.deprel === 'conj' && tokens[clause]!.head >= 0) clause = tokens[clause]!.head
    const { deprel: relation, head: verb } = tokens[clause]!
    if (relation !== 'ccomp' || verb < 0) return -1
    const [teller] = dependents(grammar, verb, 'nsubj')
    if (!teller || !/^(?:NOUN|PROPN)$/u.test(teller.upos)) return -1
    const isPlural = /^NNP?S$/u.test(teller.xpos) || dependents(grammar, teller.index, 'conj').length > 0
    const isPerson = kinds.get(teller.start) === 'person'
    if (lemma.toLowerCase() === 'they') return isPlural || !isPerson ? teller.index : -1
    return isPlural ? -1 : (lemma.toLowerCase() === 'it') !== isPerson ? teller.index : -1
  }

  /** A name goes without its article. */
  const withoutArticle = ({ form }: Mention, start: number): number => {
    const the = /^the\s+/iu.exec(article.text.slice(start, start + 6))
    return the && (form === 'name' || form === 'alias') ? start + the[0].length : start
  }

  /** A name may go on after its head: "Federation of Arab News Agencies". */
  const reach = ({ form, entity, end }: Mention, otherwise: number): number =>
    form === 'name' && entity !== null && lexicon.entities.has(entity) ? end : otherwise

  /** "Iran's ally Hezbollah" is Hezbollah. */
  const namedBeside = (at: number): readonly Mention[] =>
    named(dependents(grammar, at, 'appos').map(({ index }) => index)).filter(
      ({ form }) => form === 'name' || form === 'alias',
    )

  function qualifiers(at: number): readonly Mention[] {
    const owners = named(dependents(grammar, at, 'nmod:poss').map(({ index }) => index))
    if (owners.length > 0) return owners
    const before = named(dependents(grammar, at, 'amod', 'compound', 'nmod:desc', 'appos').map(({ index }) => index))
    if (before.length > 0) return before
    if (harmful.has(tokens[at]!.lemma.toLowerCase())) return []
    const of = dependents(grammar, at, 'nmod').filter(({ index }) => markerOf(grammar, index) === 'of')
    return named(of.map(({ index }) => index))
  }

  const named = (heads: readonly number[]): readonly Mention[] =>
    heads.flatMap((head) => conjuncts(grammar, head)).flatMap(mentionsAt)

  const party = (mention: Mention, from: number, to: number): Party => ({
    text: article.text.slice(from, to),
    start: from,
    end: to,
    actor: mention.entity,
    label: mention.entity && labelOf(mention.entity, mention),
    form: mention.form,
  })

  const labelOf = (id: EntityId, { text }: Mention): string =>
    lexicon.entities.get(id)?.label ?? coined.get(id)?.label ?? text

  const isPlaceLike = (id: EntityId | null): boolean => {
    const entity = id === null ? undefined : lexicon.entities.get(id)
    return entity !== undefined && (isPlace(entity) || entity.kind === 'state')
  }

  /** Whether a word is a weapon or an attack, and nobody's name or description. */
  function isMeans(head: number): boolean {
    const at = gatheredBy(grammar, head)
    const { upos, lemma, start } = tokens[at]!
    if (upos !== 'NOUN' || !means.has(lemma.toLowerCase())) return false
    return kinds.get(start) !== 'person' && partiesOf(at).every(({ actor }) => actor === null)
  }

  const isSpot = (head: number): boolean =>
    kinds.get(tokens[head]!.start) === 'place' || partiesOf(head).some(({ actor }) => isPlaceLike(actor))

  function canAct(head: number): boolean {
    const at = gatheredBy(grammar, head)
    const { start, text, lemma, upos, xpos, deprel } = tokens[at]!
    const kind = kinds.get(start)
    if (kind === 'person' || kind === 'organization') return true
    // a name that does something is somebody's, unless it is seen to be a thing's
    if (upos === 'PROPN' && /^\p{Lu}/u.test(text) && kind === undefined && deprel.startsWith('nsubj')) return true
    const word = lemma.toLowerCase()
    if (upos === 'PRON' && ANIMATE.test(word)) return true
    if (upos === 'NOUN' && (groupNouns.has(word) || means.has(word) || REALM.test(word))) return true
    // "world powers", not "power"
    if (xpos === 'NNS' && word === 'power') return true
    return partiesOf(at).some(({ actor }) => actor !== null)
  }

  return {
    partiesOf,
    canAct,
    isAffair: (head) =>
      /^(?:event|abstract|time)$/u.test(kinds.get(tokens[head]!.start) ?? '') &&
      mentionsAt(head).length === 0 &&
      dependents(grammar, head, 'nmod:poss').length === 0,
    isWho: (head) => canAct(head) && !isMeans(head),
    isIdle(head) {
      const { text, upos } = tokens[head]!
      if (upos !== 'PRON') return false
      return /sel(?:f|ves)$/iu.test(text) || (/^(?:it|that|this|what)$/iu.test(text) && mentionsAt(head).length === 0)
    },
    isSpot,
    isTown: (head) => tokens[head]!.upos === 'PROPN' && isSpot(head),
    isStranger: (head) =>
      tokens[head]!.upos === 'PRON' && partiesOf(head).every(({ actor, form }) => actor === null && form !== 'pronoun'),
    namesPlace: (head) => mentionsAt(head).some(({ entity }) => isPlaceLike(entity)),
    at(offset) {
      const index = indexOf.get(offset)
      return index === undefined ? [] : partiesOf(index)
    },
    isPlace: ({ actor }) => isPlaceLike(actor),
  }
}

const known = new WeakMap<Lexicon, ReadonlySet<string>>()

/** The last words of the tables' means: "strike" of "air strike". */
function meansOf(lexicon: Lexicon): ReadonlySet<string> {
  const set = known.get(lexicon) ?? new Set(lexicon.modality.means.map((words) => words.at(-1)!))
  known.set(lexicon, set)
  return set
}

const length = ({ start, end }: Mention): number => end - start
