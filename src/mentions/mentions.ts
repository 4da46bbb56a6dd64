import type { MentionSignals, SentenceSignals } from '../encoder/index.ts'
import type { Lexicon } from '../lexicon/index.ts'
import {
  type Article,
  type Entity,
  type EntityId,
  foldName,
  type Mention,
  type Quotation,
  type Tree,
} from '../model/index.ts'
import { quotationsOf } from '../text/index.ts'
import { type Actors, actorsOf, outside } from './actors.ts'
import { appositions, remembered } from './appositions.ts'
import { coreferences } from './coreference.ts'
import { describedGroups } from './groups.ts'
import { fullNames, linkNames } from './link.ts'
import type { Candidate } from './memory.ts'
import { seenNames, tabledNames } from './names.ts'
import { isUsed } from './nouns.ts'
import { heldOffices, ownOrgans } from './offices.ts'
import { type Grammar, grammarOf, nounPhrase, type Placed } from './placed.ts'
import type { Setting } from './surnames.ts'
import { plainText, tablesOf } from './tables.ts'

/** What is named in an article, and those of whom the tables know nothing. */
export interface Mentions {
  readonly mentions: readonly Mention[]
  readonly coined: ReadonlyMap<EntityId, Entity>
}

/**
 * Finds whom and what an article speaks of: names that the encoder sees or the tables know, described groups, offices
 * without a name, and the pronouns and descriptions that mean one of these. A name of a person or an organization that
 * the tables do not know becomes an actor of the article's own.
 */
export function mentionsOf(
  article: Article,
  trees: readonly Tree[],
  signals: readonly SentenceSignals[],
  lexicon: Lexicon,
): Mentions {
  const tables = tablesOf(lexicon)
  const actors = actorsOf(tables)
  const text = plainText(article.text)
  const read = trees.map((tree): Read => {
    const grammar = grammarOf(tree)
    const { mentions: seen } = signals[tree.sentence]!
    return { grammar, seen, names: seenNames(text, tabledNames(text, grammar, tables), seen, grammar, tables) }
  })
  const setting: Setting = { article, actors, later: surnamesIn(article, read, lexicon) }
  const quotations = quotationsOf(article.text)
  const memory: Candidate[] = []
  const found = read.map((sentence, number) => ({
    tree: trees[number]!,
    placed: readSentence(sentence, number, setting, quotations, memory),
  }))
  return { mentions: clustered(article, found), coined: actors.coined }
}

/** A sentence and its names before they stand for anybody. */
interface Read {
  readonly grammar: Grammar
  readonly seen: readonly MentionSignals[]
  readonly names: readonly Placed[]
}

function surnamesIn(article: Article, read: readonly Read[], lexicon: Lexicon): Setting['later'] {
  const later = new Map<string, Set<string>>()
  for (const { grammar, names } of read) {
    for (const [surname, label] of fullNames(article, grammar, names, lexicon)) {
      later.set(surname, (later.get(surname) ?? new Set()).add(label))
    }
  }
  return later
}

/** Names first, then what is made of them, then what points back to them; all that was spoken of goes to the memory. */
function readSentence(
  { grammar, seen, names }: Read,
  number: number,
  setting: Setting,
  quotations: readonly Quotation[],
  memory: Candidate[],
): readonly Placed[] {
  const { article, actors } = setting
  const { tables } = actors
  const linked = linkNames(names, grammar, setting)
  const isNamed = (id: EntityId): boolean => actors.titles.has(id)
  const groups = describedGroups(article.text, grammar, linked, actors)
  const offices = heldOffices(article.text, grammar, linked, tables, article.published, isNamed)
  const organs = ownOrgans(article.text, grammar, linked, tables)
  const told = appositions(replaced(linked, [...groups, ...offices, ...organs]), seen, grammar, actors)
  const placed = told.map(
    (mention): Placed => (mention.entity === null ? strange(mention, article, grammar, actors) : mention),
  )
  const spoken = coreferences({ grammar, number, seen, quotations, actors, article }, placed, memory)
  remembered(placed, grammar, actors)
  forget(memory, number)
  return replaced(placed, spoken).toSorted((a, b) => a.first - b.first || b.last - a.last)
}

/** Who is described by a name and yet unknown may be meant again in the article: "Harbour officials … they". */
function strange(mention: Placed, { text }: Article, grammar: Grammar, { stranger, tables }: Actors): Placed {
  const noun = grammar.tokens[mention.head]!.lemma.toLowerCase()
  // "a country like Australia" is not "the country"
  if (mention.form !== 'description' || mention.kind === 'people' || isUsed(tables.lexicon, noun, 'back'))
    return mention
  const [first, last] = nounPhrase(grammar, mention.head).map((at) => grammar.tokens[at]!)
  return { ...mention, entity: stranger(text.slice(first!.start, last!.end), mention.kind) }
}

/** How many sentences back anything is looked for. */
const REACH = 12

function forget(memory: Candidate[], number: number): void {
  const kept = memory.findIndex(({ sentence }) => sentence > number - REACH)
  if (kept > 0) memory.splice(0, kept)
}

/** The same mentions, where a better one with the same head takes the place of one that stands for nobody. */
function replaced(mentions: readonly Placed[], better: readonly Placed[]): readonly Placed[] {
  const heads = new Set(better.map(({ head }) => head))
  const isKept = ({ head, entity, form }: Placed): boolean =>
    !heads.has(head) || (entity !== null && form !== 'description')
  return [...mentions.filter(isKept), ...better]
}

/** Mentions as the model has them; those of one actor bear one number. */
function clustered(
  { text }: Article,
  found: readonly { readonly tree: Tree; readonly placed: readonly Placed[] }[],
): readonly Mention[] {
  const numbers = new Map<string, number>()
  return found.flatMap(({ tree: { tokens, sentence }, placed }) =>
    placed.map(({ first, last, head, form, kind, entity, rule }): Mention => {
      const [{ start }, { end }] = [tokens[first]!, tokens[last]!]
      const words = text.slice(start, end)
      const key = entity === null ? `? ${foldName(words)}` : entity
      const cluster = numbers.get(key) ?? numbers.size
      numbers.set(key, cluster)
      return {
        entity: outside(entity),
        form,
        kind,
        rule,
        text: words,
        start,
        end,
        sentence,
        head: tokens[head]!.start,
        cluster,
      }
    }),
  )
}
