import {
  asArticleId,
  asClaimId,
  asEntityId,
  type Claim,
  foldName,
  type Party,
  type Reading,
} from '../../src/model/index.ts'
import { articleOf } from '../articles.ts'

/** "Russian jets=Russia": the words, and whom they stand for; without the latter nobody known. */
function partyOf(text: string): Party {
  const [words = '', label] = text.split('=')
  const actor = label === undefined ? null : asEntityId(foldName(label))
  return { text: words, start: 0, end: words.length, actor, label: label ?? null, form: 'name' }
}

/** What of a claim matters here; a deed told as done, unless it is said otherwise. */
export interface Line extends Partial<Omit<Claim, 'source' | 'target' | 'predicate'>> {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly verb?: string
  readonly at?: number
}

export function claimOf({ source, target, verb = 'hit', at = 0, ...rest }: Line): Claim {
  return {
    id: asClaimId('0'),
    article: asArticleId('a'),
    type: 'ASSAULT',
    mode: null,
    source: source.map(partyOf),
    target: target.map(partyOf),
    predicate: { text: verb, lemma: verb, start: at, end: at + verb.length },
    place: [],
    when: null,
    polarity: 'affirmed',
    modality: 'actual',
    attribution: [],
    rule: 'assault.attack',
    confidence: 0.5,
    sentence: { index: 0, start: 0, end: 100 },
    quote: '',
    ...rest,
  }
}

/** A reading of which only the claims matter. */
export function readingOf(id: string, claims: readonly Claim[]): Reading {
  const article = articleOf('', { id: asArticleId(id) })
  return {
    reader: { program: '0', model: '0', lexicon: '0' },
    ledger: { article: article.id, origin: '', sentences: 0, read: 0, tokens: 0, claims: 0, cuts: [], findings: [] },
    ...{
      article,
      claims,
      sentences: [],
      quotations: [],
      trees: [],
      mentions: [],
      clauses: [],
      reports: [],
      entities: [],
    },
  }
}
