import type { Mention } from '../model/index.ts'
import { type Sides, scoreAnaphors } from './anaphors.ts'
import { type Chain, scoreChains } from './chains.ts'
import { chainsOf, type GumArticle, type Headed, headed, isActorType, isName } from './gum.ts'

/** An article of the gold, and what we find in it. */
export interface Pair {
  readonly gold: GumArticle
  readonly mentions: readonly Mention[]
}

/**
 * Coreference on GUM's news. GUM marks far more than we look for (events, substances, times, all that is spoken of
 * twice), so chains are scored twice, without chains of a single mention:
 *
 * - among those named: gold chains with at least one name, of which mentions of persons, places and organizations count;
 *   ours with at least one name. This is the headline. Mentions are one where their heads are (see `headed`), and once
 *   more only where they are the same from their first word to the last.
 * - all: every chain of the gold against every cluster of ours, by heads.
 *
 * Pronouns and descriptions of those named are counted by themselves, see `scoreAnaphors`.
 */
export function coreference(pairs: readonly Pair[]): Readonly<Record<string, number>> {
  const articles = pairs.map(({ gold, mentions }): Sides => headed(gold, mentions))
  const namedBy = (tell: Tell) =>
    scoreChains(
      articles.map(({ gold, ours }) => ({
        gold: chains(gold, tell, (chain) => chain.some((one) => one.named), isActorType),
        ours: chains(ours, tell, (chain) => chain.some(isName)),
      })),
    )
  const named = namedBy(byHead)
  const all = scoreChains(
    articles.map(({ gold, ours }) => ({ gold: chains(gold, byHead), ours: chains(ours, byHead) })),
  )
  const anaphors = scoreAnaphors(articles)
  return {
    'chains MUC F1': named.muc.f1,
    'chains B³ F1': named.b3.f1,
    'chains CEAF-e F1': named.ceafe.f1,
    'chains CoNLL F1': named.conll,
    'chains CoNLL F1, whole spans': namedBy(byWords).conll,
    'all chains CoNLL F1': all.conll,
    'anaphors P': anaphors.p,
    'anaphors R': anaphors.r,
    'anaphors F1': anaphors.f1,
  }
}

/** By what a mention of one side is known on the other. */
type Tell = (mention: Headed) => string

const byHead: Tell = ({ head }) => String(head)
const byWords: Tell = ({ whole }) => whole

/** The chains that are wanted, with those of their mentions that count. */
function chains<One extends Headed & { readonly chain: number | string }>(
  mentions: readonly One[],
  tell: Tell,
  isWanted: (chain: readonly One[]) => boolean = () => true,
  counts: (mention: One) => boolean = () => true,
): readonly Chain[] {
  const wanted = [...chainsOf(mentions).values()].filter(isWanted)
  return wanted.map((chain) => new Set(chain.filter(counts).map(tell)))
}
