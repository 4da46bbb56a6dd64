import type { Lexicon } from '../lexicon/index.ts'
import type { Article, Clause, Modality, Phrase, Tree, TreeToken } from '../model/index.ts'

const NOMINAL = /^(?:DET|ADJ|NUM|NOUN|PROPN|PRON|PART)$/
/** Words that open a clause of their own, though they are tagged as prepositions. */
const SUBORDINATOR = /^(?:as|while|after|before|since|until|till|because|although|though|whereas)$/iu
const RELATIVE = /^(?:who|whom|which|that)$/iu
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u
const TIME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|(?:last|this|next) \w+)$/iu
const NAMING = /^(?:NOUN|PROPN|PRON|NUM)$/

/** A noun phrase with where it stands among the tokens, `to` exclusive. */
interface Chunk extends Phrase {
  readonly from: number
  readonly to: number
  /** Whether only a comma, "and" or "or" parts it from the one before. */
  readonly joined: boolean
}

/** The verbs of a sentence with their arguments, told by order and tags alone; passives are turned round. */
export function clausesOf(article: Article, tree: Tree, lexicon: Lexicon): readonly Clause[] {
  const { tokens } = tree
  const groups = verbGroups(tokens)
  const chunks = chunksOf(article.text, tokens, new Set(groups.flat().map(({ index }) => index)))
  let subject: readonly Phrase[] = []
  let chain: readonly TreeToken[] = []
  return groups.map((group, at): Clause => {
    const [first, main] = [group[0]!, group.at(-1)!]
    const [before, after] = [groups[at - 1]?.at(-1)?.index ?? -1, groups[at + 1]?.[0]?.index ?? tokens.length]
    const isInfinitive = tokens[first.index - 1]?.xpos === 'TO'
    const own = isInfinitive
      ? controllerOf(tokens, chunks, before, first.index - 1)
      : subjectOf(tokens, chunks, before, first.index)
    if (own.length > 0) subject = own
    // "failed to stop bombing": what the verbs before say of this one
    const isGoverned = before >= 0 && before + (isInfinitive ? 2 : 1) === first.index
    chain = [...(isGoverned ? chain : []), ...tokens.slice(before + 1, main.index + 1)]
    const following = chunks.filter(
      ({ from, to, joined }) => from > main.index && to <= after && !(joined && to === after),
    )
    const passive = main.xpos === 'VBN' && group.some(({ lemma }) => lemma === 'be')
    const obliques = following.filter(({ marker }) => marker !== null)
    const objects = firstRun(following.filter(({ marker, text }) => marker === null && !TIME.test(text)))
    // "posed no threat to Turkey"
    const opener = following.find(({ marker, to }) => marker === null && to < after)
    const { polarity, modality } = mood(lexicon, opener ? [...chain, tokens[opener.from]!] : chain)
    return {
      sentence: tree.sentence,
      predicate: { text: main.text, start: main.start, end: main.end, lemma: main.lemma.toLowerCase() },
      subject: passive ? obliques.filter(({ marker }) => marker === 'by') : subject,
      objects: passive ? subject : objects,
      obliques: passive ? obliques.filter(({ marker }) => marker !== 'by') : obliques,
      passive,
      polarity,
      modality: isInfinitive && modality === 'actual' ? 'planned' : modality,
      confidence: own.length > 0 ? 0.5 : 0.3,
    }
  })
}

/** Runs of auxiliaries, adverbs and verbs that end with a verb. */
function verbGroups(tokens: readonly TreeToken[]): readonly (readonly TreeToken[])[] {
  const groups: TreeToken[][] = []
  for (const token of tokens) {
    const [before, last] = [tokens[token.index - 1], groups.at(-1)]
    const isVerb = /^(?:VERB|AUX)$/.test(token.upos) && before?.text !== '-'
    const fills = token.upos === 'ADV' || token.xpos === 'RB'
    const isOpen = last !== undefined && last.at(-1) === before && last.every(({ upos }) => upos !== 'VERB')
    if (isOpen && (isVerb || fills)) last.push(token)
    else if (isVerb) groups.push([token])
  }
  return groups.map((group) => group.slice(0, group.findLastIndex(({ upos }) => /^(?:VERB|AUX)$/.test(upos)) + 1))
}

function chunksOf(text: string, tokens: readonly TreeToken[], verbs: ReadonlySet<number>): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let from = 0; from < tokens.length; from++) {
    const token = tokens[from]!
    if (verbs.has(from) || !NOMINAL.test(token.upos) || token.xpos === 'TO' || RELATIVE.test(token.text)) continue
    let to = from + 1
    while (to < tokens.length && !verbs.has(to) && inside(tokens, to)) to++
    const run = tokens.slice(from, to)
    const head = run.findLast(({ upos }) => NAMING.test(upos))
    const [before, previous] = [tokens[from - 1], chunks.at(-1)]
    const gap = tokens.slice(previous?.to ?? from, from)
    // "in the Kremlin, the presidents agreed": a comma before a subject parts it from what stands before
    const opens = verbs.has(to) && previous?.marker != null && gap.every((token) => token.text === ',')
    const joined = gap.length > 0 && !opens && gap.every((token) => /^(?:,|and|or)$/iu.test(token.text))
    const isMarked =
      (before?.upos === 'ADP' || before?.xpos === 'TO') && !(verbs.has(to) && SUBORDINATOR.test(before.text))
    const marker = isMarked ? before!.text.toLowerCase() : joined ? previous!.marker : null
    const [start, end] = [run[0]!.start, run.at(-1)!.end]
    if (head) chunks.push({ text: text.slice(start, end), start, end, head: head.start, marker, from, to, joined })
    from = to - 1
  }
  return chunks
}

/** Whether a noun phrase goes on with this token: "Russia 's", "rebel - held", "Russian and Syrian warplanes". */
function inside(tokens: readonly TreeToken[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]]
  if (CALENDAR.test(before.text) && token.upos !== 'NUM') return false
  if (token.xpos === 'POS' || token.text === '-' || before.text === '-') return true
  if (/^of$/u.test(token.text)) return before.upos === 'PROPN' && after?.upos === 'PROPN'
  if (token.lemma === 'and') return before.upos === 'ADJ' && /^(?:ADJ|PROPN)$/.test(after?.upos ?? '')
  return NOMINAL.test(token.upos) && !/^(?:DET|PRON|PART)$/.test(token.upos)
}

/** The last phrases before a verb that no preposition leads to, all that are joined; an apposition is left out. */
function subjectOf(
  tokens: readonly TreeToken[],
  chunks: readonly Chunk[],
  after: number,
  verb: number,
): readonly Chunk[] {
  const before = chunks.filter(({ from, to }) => from > after && to <= verb)
  const end = before.findLastIndex(({ marker }) => marker === null)
  const last = before[end]
  if (!last) return []
  // "bombed Idlib and killed", "who met Putin, said": what stands there is the object of the verb before
  const gap = tokens.slice(last.to, verb)
  const isObject =
    after >= 0 && gap.some(({ upos, text }, at) => upos === 'CCONJ' || (text === ',' && at === gap.length - 1))
  const start = Math.max(
    0,
    before.findLastIndex(({ joined }, at) => at <= end && !joined),
  )
  const list = isObject ? [] : before.slice(start, end + 1)
  // without an "and" it is no list: "Khoja, the chairman, said" or "… left Syria, Obama said"
  const isList = list.length < 2 || tokens.slice(list[0]!.to, last.from).some(({ upos }) => upos === 'CCONJ')
  return isList ? list : [after < 0 ? list[0]! : last]
}

/** Who is to do what an infinitive says: "told Russia to leave", "called on Turkey to leave". */
function controllerOf(
  tokens: readonly TreeToken[],
  chunks: readonly Chunk[],
  after: number,
  to: number,
): readonly Chunk[] {
  const isController = (chunk: Chunk) => chunk.to === to && /^(?:on|upon|for)?$/.test(chunk.marker ?? '')
  return tokens[after]?.upos === 'VERB' ? chunks.filter((chunk) => chunk.from > after && isController(chunk)) : []
}

/** The first phrase, and those that are joined to it or stand right after it. */
function firstRun(chunks: readonly Chunk[]): readonly Chunk[] {
  const end = chunks.findIndex(({ from, joined }, at) => at > 0 && !joined && from > chunks[at - 1]!.to)
  return end < 0 ? chunks : chunks.slice(0, end)
}

/** Polarity and modality by the words before a verb and its own. */
function mood(lexicon: Lexicon, chain: readonly TreeToken[]): Pick<Clause, 'polarity' | 'modality'> {
  // "refuses" may have been taken for a plural, and is the same word for all that
  const form = ({ lemma, xpos, text }: TreeToken) => (xpos === 'NNS' ? text.replace(/s$/u, '') : lemma).toLowerCase()
  const words = ` ${chain.map((token) => form(token).replace(/^n['’]t$/u, 'not')).join(' ')} `
  const { negation, kinds } = moodsOf(lexicon)
  const says = (list: readonly string[]) => list.some((entry) => words.includes(entry))
  const modality = kinds.find(({ list }) => says(list))?.kind ?? 'actual'
  return { polarity: says(negation) ? 'negated' : 'affirmed', modality }
}

/** The lists of the tables as text to look for, and the kinds of modality in the order in which they win. */
interface Moods {
  readonly negation: readonly string[]
  readonly kinds: readonly { readonly kind: Modality; readonly list: readonly string[] }[]
}

const indexes = new WeakMap<Lexicon, Moods>()

function moodsOf(lexicon: Lexicon): Moods {
  const known = indexes.get(lexicon)
  if (known) return known
  const spaced = (list: readonly (readonly string[])[]) => list.map((entry) => ` ${entry.join(' ')} `)
  const kinds = (['demanded', 'conditional', 'possible', 'planned'] as const).map((kind) => ({
    kind,
    list: spaced(lexicon.modality[kind]),
  }))
  const moods = { negation: spaced(lexicon.modality.negation), kinds }
  indexes.set(lexicon, moods)
  return moods
}
