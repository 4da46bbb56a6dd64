import type { Mention, MentionForm, Span } from '../model/index.ts'

/** An article of `gum-ent-*.jsonl`: GUM's words and mentions. */
export interface GumArticle {
  readonly id: string
  readonly text: string
  readonly tokens: readonly (readonly [start: number, end: number, form: string, upos: string])[]
  readonly gold: readonly GumMention[]
}

interface GumMention {
  readonly s: number
  readonly e: number
  readonly type: string
  /** The chain that it stands in. */
  readonly cluster: number | string
  /** Whether it is a name rather than a common noun or a pronoun. */
  readonly named: boolean
}

/** A word that mentions of both sides are told by. */
export interface Headed {
  /** Index of its head among GUM's words; two mentions are one where their heads are. */
  readonly head: number
  /** Its first and last words among GUM's, without an article before it and a possessive's mark behind it. */
  readonly whole: string
  /** In small letters. */
  readonly words: readonly string[]
  /** Of the head. */
  readonly upos: string
}

/** A mention of the gold. */
export interface GoldMention extends Headed {
  readonly type: string
  readonly chain: number | string
  readonly named: boolean
}

/** A mention of ours. */
export interface OwnMention extends Headed {
  readonly chain: number
  readonly form: MentionForm
}

/** What of GUM's types we speak of. */
export const isActorType = ({ type }: { readonly type: string }): boolean =>
  /^(?:person|place|organization)$/.test(type)

/** What ends a noun phrase before its complements, once a noun has been met. */
const ENDS = /^(?:ADP|SCONJ|CCONJ|VERB|AUX|PRON|PUNCT)$/
/** Marks that stand within a name or before its noun. */
const WITHIN = /^(?:[-–"'“”‘’.]+|&)$/

/**
 * The mentions of both sides, told by their heads: the last noun before a preposition, a verb, a comma or the like, by
 * GUM's own tags, so that "Major General Fuad Basya, a spokesman" and "Basya" are one mention, and what we read has no
 * part in it. Where several of one side share a head, the longest counts. Adjectives ("Russian") are no mentions in
 * GUM, and ours are left out.
 */
export function headed(article: GumArticle, mentions: readonly Mention[]) {
  const gold = article.gold.map(({ s, e, type, cluster, named }) => {
    return { ...headOf(article, { start: s, end: e }), size: e - s, type, chain: cluster, named }
  })
  const ours = mentions.map(({ start, end, cluster, form }) => {
    return { ...headOf(article, { start, end }), size: end - start, chain: cluster, form }
  })
  return {
    gold: longest<GoldMention & Sized>(gold),
    ours: longest<OwnMention & Sized>(ours.filter(({ upos }) => upos !== 'ADJ')),
  }
}

function headOf({ tokens }: GumArticle, { start, end }: Span): Headed {
  const inside = tokens.flatMap((token, index) => (token[0] < end && token[1] > start ? [{ token, index }] : []))
  let head = inside.at(-1)?.index ?? -1
  let isNoun = false
  for (const { token, index } of inside) {
    const [, , form, upos] = token
    // "US-backed rebels": the participle is no end
    const isEnd = ENDS.test(upos) && !WITHIN.test(form) && !/^[-–]$/.test(tokens[index - 1]?.[2] ?? '')
    if (isNoun && isEnd) break
    if (upos === 'NOUN' || upos === 'PROPN') isNoun = true
    if (upos === 'NOUN' || upos === 'PROPN' || (upos === 'PRON' && !isNoun)) head = index
  }
  const words = inside.map(({ token }) => token[2].toLowerCase())
  const from = /^(?:the|an?)$/.test(words[0] ?? '') && words.length > 1 ? 1 : 0
  const to = /^['’]s$/.test(words.at(-1) ?? '') && words.length > 1 ? -2 : -1
  const whole = `${inside.at(from)?.index}-${inside.at(to)?.index}`
  return { head, whole, words, upos: tokens[head]?.[3] ?? '' }
}

interface Sized {
  readonly size: number
}

function longest<One extends Headed & Sized>(mentions: readonly One[]): readonly One[] {
  const best = new Map<number, One>()
  for (const mention of mentions) {
    const known = best.get(mention.head)
    if (mention.head >= 0 && (!known || mention.size > known.size)) best.set(mention.head, mention)
  }
  return [...best.values()].sort((a, b) => a.head - b.head)
}

/** Mentions by the chain they stand in. */
export function chainsOf<One extends { readonly chain: number | string }>(
  mentions: readonly One[],
): ReadonlyMap<One['chain'], readonly One[]> {
  const chains = new Map<One['chain'], One[]>()
  for (const mention of mentions) chains.set(mention.chain, [...(chains.get(mention.chain) ?? []), mention])
  return chains
}

/** Whether we call somebody by name with it. */
export const isName = ({ form }: OwnMention): boolean => form === 'name' || form === 'alias'
