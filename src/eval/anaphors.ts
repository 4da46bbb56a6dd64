import { type Rates, ratesOf } from './chains.ts'
import { chainsOf, type GoldMention, type Headed, isActorType, isName, type OwnMention } from './gum.ts'

/** The mentions of one article on both sides. */
export interface Sides {
  readonly gold: readonly GoldMention[]
  readonly ours: readonly OwnMention[]
}

const THIRD_PERSON = /^(?:he|him|his|she|her|hers|it|its|they|them|their|theirs)$/

/** A pronoun of the third person, or "the" before a common noun. */
const isAnaphor = ({ words, upos }: Headed): boolean =>
  words.length === 1 ? THIRD_PERSON.test(words[0]!) : words[0] === 'the' && upos === 'NOUN'

/**
 * How well pronouns and descriptions are linked to those that an article names.
 *
 * Anaphors of the gold are the mentions, other than names, that are a third person's pronoun or possessive or begin with
 * "the" and have a common noun as head, and whose chain holds a name of a person, a place or an organization. Our links
 * are our mentions of the same make, other than names, that share a cluster with a name.
 *
 * A link is right when the gold has an anaphor with the same head, and its chain is either the one that most names of our
 * cluster belong to in the gold, or that of the last name of the cluster before it. Precision is right links over all
 * links, so a link from a word that the gold counts to a chain without names, or to none, is wrong; recall is right links
 * over all anaphors.
 */
export function scoreAnaphors(articles: readonly Sides[]): Rates {
  let [right, links, anaphors] = [0, 0, 0]
  for (const { gold, ours } of articles) {
    const isNamed = new Set(gold.filter((one) => one.named && isActorType(one)).map(({ chain }) => chain))
    const wanted = new Map(
      gold.flatMap((one) => (!one.named && isAnaphor(one) && isNamed.has(one.chain) ? [[one.head, one.chain]] : [])),
    )
    const chainAt = new Map(gold.map(({ head, chain }) => [head, chain]))
    anaphors += wanted.size
    for (const cluster of chainsOf(ours).values()) {
      const names = cluster.filter(isName)
      const found = cluster.filter((one) => !isName(one) && isAnaphor(one))
      if (names.length === 0) continue
      const chains = names.map(({ head }) => chainAt.get(head) ?? null)
      const most = mostFrequent(chains)
      for (const { head } of found) {
        links++
        const before = names.findLastIndex((name) => name.head < head)
        const chain = wanted.get(head)
        if (chain !== undefined && (chain === most || chain === chains[before])) right++
      }
    }
  }
  return ratesOf([right, links], [right, anaphors])
}

/** The value that stands there most often, of equals the first; null for none, and where names are not the gold's. */
function mostFrequent<T>(values: readonly T[]): T | null {
  let best: T | null = null
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value
  return best
}
