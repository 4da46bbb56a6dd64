import type { Sentence, Span, TextSpan, Tree, TreeToken, Upos } from '../model/index.ts'
import { infinitive, singular, tagWords } from './compromise.ts'
import { uposOf, xposOf } from './tags.ts'

/** Which tagger reads; stored with every reading. */
export const MODEL = 'compromise-14'

/** The tagged words of a sentence. Heads and relations are null: compromise gives none. */
export function treeOf(sentence: Sentence): Tree {
  const terms = placed(sentence)
  let next = 0
  const tokens = sentence.tokens.map((token, index): TreeToken => {
    while (next < terms.length - 1 && (terms[next]?.end ?? 0) <= token.start) next++
    const term = terms[next]
    return tag(token, index, term && term.start < token.end && token.start < term.end ? term : null)
  })
  return { sentence: sentence.index, tokens: tokens.map((token, at) => mend(tokens[at - 1], token, tokens[at + 1])) }
}

/** What the words around show compromise to have got wrong. */
function mend(before: TreeToken | undefined, token: TreeToken, after: TreeToken | undefined): TreeToken {
  const opensClause = token.upos === 'DET' && /^(?:PROPN|PRON|DET|ADJ)$/.test(after?.upos ?? '')
  if (/^that$/iu.test(token.text) && opensClause) return { ...token, upos: 'SCONJ', xpos: 'IN' }
  // no verb in -s stands after an adjective, a determiner or a figure: "Russian warplanes"
  const followsModifier = /^(?:ADJ|DET|NUM)$/.test(before?.upos ?? '')
  if (token.upos === 'VERB' && token.xpos === 'VBZ' && token.text.endsWith('s') && followsModifier) return asNoun(token)
  // a form that is its own past, between a plural and a noun phrase, is a verb: "warplanes hit seven targets"
  const isOwnPast = token.upos === 'NOUN' && token.xpos === null && infinitive(token.text, PAST) === token.text
  const isBetween = /s$/u.test(before?.text ?? '') && /^(?:DET|NUM|PROPN)$/.test(after?.upos ?? '')
  return isOwnPast && isBetween ? { ...token, upos: 'VERB', xpos: 'VBD', lemma: token.text.toLowerCase() } : token
}

const asNoun = (token: TreeToken): TreeToken => ({
  ...token,
  upos: 'NOUN',
  xpos: 'NNS',
  lemma: singular(token.text.toLowerCase()),
})

interface PlacedTerm extends Span {
  readonly tags: ReadonlySet<string>
}

/** compromise's words with their offsets; each is looked up where the last one ended, since white space may be changed. */
function placed(sentence: Sentence): readonly PlacedTerm[] {
  const terms: PlacedTerm[] = []
  let at = 0
  for (const term of tagWords(sentence.text)) {
    if (term.text === '') continue
    const found = sentence.text.indexOf(term.text, at)
    if (found < 0) continue
    at = found + term.text.length
    terms.push({ start: sentence.start + found, end: sentence.start + at, tags: term.tags })
  }
  return terms
}

function tag(token: TextSpan, index: number, term: PlacedTerm | null): TreeToken {
  const [upos, xpos] = fixed(token, term) ?? [uposOf(term?.tags ?? new Set()), xposOf(term?.tags ?? new Set())]
  return { ...token, index, upos, xpos, lemma: lemmaOf(token.text, upos, xpos), head: null, deprel: null }
}

/** Words whose tag does not depend on compromise: marks, and the pieces that it leaves within a word. */
function fixed({ text, start }: TextSpan, term: PlacedTerm | null): readonly [Upos, string | null] | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return [/^[$€£%+=<>§©°]+$/u.test(text) ? 'SYM' : 'PUNCT', text]
  if (/^n['’]t$|^not$/iu.test(text)) return ['PART', 'RB']
  if (/^['’]s$/iu.test(text) && term?.tags.has('Possessive') !== false) return ['PART', 'POS']
  if (/^['’](?:ll|d)$/iu.test(text)) return ['AUX', 'MD']
  if (/^['’](?:s|re|ve|m)$/iu.test(text)) return ['AUX', 'VBZ']
  if (/^to$/iu.test(text)) return ['PART', 'TO']
  if (/^no$/iu.test(text)) return ['DET', 'DT']
  const isSecondPiece = term !== null && start > term.start
  if (isSecondPiece && /^\p{Ll}+(?:ed|held|led|run)$|^(?:held|led|run)$/u.test(text)) return ['VERB', 'VBN']
  return null
}

function lemmaOf(text: string, upos: Upos, xpos: string | null): string {
  const word = text.toLowerCase()
  if (upos === 'PROPN') return text
  if (upos === 'VERB' || upos === 'AUX') return xpos === 'MD' ? word : infinitive(word, TENSES[xpos ?? ''] ?? ANY)
  return xpos === 'NNS' ? singular(word) || word : word
}

const PAST = ['PastTense', 'Participle']
const ANY = [...PAST, 'PresentTense']

/** The tenses that a form may be in, by its Penn tag. */
const TENSES: Readonly<Record<string, readonly string[]>> = { VBG: ['Gerund'], VBZ: ANY, VB: [] }
