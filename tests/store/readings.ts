import fc from 'fast-check'
import {
  type Actor,
  type Article,
  asArticleId,
  asEntityId,
  CLAIM_TYPES,
  type Claim,
  claimId,
  type Entity,
  foldName,
  MENTION_FORMS,
  MODALITIES,
  type Party,
  type Place,
  POLARITIES,
  type Reader,
  type Reading,
  type Sentence,
  type Skip,
  type TextSpan,
  textSpan,
} from '../../src/model/index.ts'

/** Words with accents, apostrophes, other scripts, letters beyond the first plane, and what unicode61 would fold or split. */
export const WORDS = [
  'Russia',
  'Köln',
  'bombed',
  'Idlib',
  "Da'esh",
  'said',
  'THE',
  '𐐀𐐁',
  'Россия',
  'U.S.',
  '2016',
  'λόγος',
  'ΛΟΓΟΣ',
  'oᦰo',
]

/** Ids whose order differs between code units, code points and locales. */
export const IDS = ['a', 'B', 'é', '\u{10400}', '\uff5e', 'a/b#2']

export const ORIGINS = ['news/a.txt', 'news/B.txt', 'https://example.org/\u{10400}', '\uff5e.txt']

export const READERS: readonly Reader[] = [
  { program: '0.1.0', model: 'encoder-1', lexicon: '00aa' },
  { program: '0.1.0', model: 'encoder-1', lexicon: '00bb' },
]

/** What the generator draws for one claim; indexes are taken modulo what there is. */
interface ClaimDraw {
  readonly sentence: number
  readonly predicate: number
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly place: readonly number[]
  readonly speaker: number | null
  readonly when: number | null
  readonly pick: number
}

/** What the generator draws for one reading. */
export interface Draw {
  readonly id: string
  readonly origin: string
  readonly reader: Reader
  readonly sentences: readonly (readonly string[])[]
  readonly claims: readonly ClaimDraw[]
  readonly titled: boolean
}

const index = fc.nat(11)
const some = fc.array(index, { maxLength: 2 })

const claimDraw: fc.Arbitrary<ClaimDraw> = fc.record({
  sentence: index,
  predicate: index,
  source: some,
  target: some,
  place: some,
  speaker: fc.option(index),
  when: fc.option(index),
  pick: fc.nat(999),
})

export const draws: fc.Arbitrary<Draw> = fc.record({
  id: fc.constantFrom(...IDS),
  origin: fc.constantFrom(...ORIGINS),
  reader: fc.constantFrom(...READERS),
  sentences: fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), { maxLength: 4 }),
  claims: fc.array(claimDraw, { maxLength: 5 }),
  titled: fc.boolean(),
})

export const readings: fc.Arbitrary<Reading> = draws.map(readingOf)

export const skips: fc.Arbitrary<Skip> = fc.record({
  origin: fc.constantFrom(...ORIGINS),
  code: fc.constantFrom('empty-input', 'not-text', 'fetch-failed'),
  message: fc.string({ unit: 'binary' }),
  detail: fc.constantFrom({}, { where: 'line 3', got: 'nothing' }),
})

/** A valid reading: every span of every claim slices to its words, and every actor has its entity. */
export function readingOf(draw: Draw): Reading {
  const id = asArticleId(draw.id)
  const text = draw.sentences.map((words) => `${words.join(' ')}.`).join(' ')
  const article: Article = {
    id,
    origin: draw.origin,
    title: draw.titled ? 'A “title”\nof 😀 two lines \ud83d' : null,
    publisher: draw.titled ? 'Sample Wire' : null,
    published: draw.titled ? '2016-09-12' : null,
    basis: draw.titled ? 'given' : 'unknown',
    url: null,
    text,
    regions: [],
  }
  const sentences = sentencesOf(draw.sentences, text)
  const claims = new Map(draw.claims.flatMap((one) => claimOf(one, article, sentences)).map((one) => [one.id, one]))
  const parties = [...claims.values()].flatMap(({ source, target, place, attribution }) => [
    ...source,
    ...target,
    ...place,
    ...attribution.flatMap(({ speaker }) => speaker ?? []),
  ])
  const entities = new Map(parties.map((party) => [foldName(party.text), entityOf(party.text)]))
  return {
    reader: draw.reader,
    article,
    sentences,
    quotations: [],
    trees: [],
    mentions: [],
    clauses: [],
    reports: [],
    claims: [...claims.values()],
    entities: [...entities.values()],
    ledger: {
      article: id,
      origin: draw.origin,
      sentences: sentences.length,
      read: sentences.length,
      tokens: sentences.flatMap(({ tokens }) => tokens).length,
      claims: claims.size,
      cuts: [],
      findings: draw.titled ? [{ rule: 'test.title', message: 'It has a title.', start: 0 }] : [],
    },
  }
}

function sentencesOf(sentences: readonly (readonly string[])[], text: string): readonly Sentence[] {
  let at = 0
  const seen = new Map<string, number>()
  return sentences.map((words, index) => {
    const start = at
    const tokens = words.map((word) => {
      const token = textSpan(text, at, at + word.length)
      at += word.length + 1
      return token
    })
    // The full stop stands where the space after the last word would.
    const span = textSpan(text, start, at)
    at += 1
    const occurrence = seen.get(span.text) ?? 0
    seen.set(span.text, occurrence + 1)
    return { ...span, index, occurrence, part: 'body', tokens }
  })
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!

function claimOf(draw: ClaimDraw, article: Article, sentences: readonly Sentence[]): readonly Claim[] {
  if (sentences.length === 0) return []
  const sentence = at(sentences, draw.sentence)
  const { index, start, end } = sentence
  const words = (indexes: readonly number[]): readonly TextSpan[] => indexes.map((one) => at(sentence.tokens, one))
  const party = (span: TextSpan): Party => ({
    ...span,
    actor: draw.pick % 3 === 0 ? null : asEntityId(foldName(span.text)),
    label: draw.pick % 3 === 0 ? null : span.text,
    form: at(MENTION_FORMS, draw.pick),
  })
  const predicate = at(sentence.tokens, draw.predicate)
  const type = draw.pick % 5 === 0 ? null : at(CLAIM_TYPES, draw.pick)
  const heads = (spans: readonly TextSpan[]) => spans.map((span) => span.start - start)
  const key = { article: article.id, sentence: sentence.text, occurrence: sentence.occurrence, type }
  const [source, target] = [words(draw.source), words(draw.target)]
  return [
    {
      id: claimId({ ...key, predicate: predicate.start - start, sources: heads(source), targets: heads(target) }),
      article: article.id,
      sentence: { index, start, end },
      quote: sentence.text,
      type,
      mode: draw.pick % 2 === 0 ? 'aerial' : null,
      predicate: { ...predicate, lemma: predicate.text.toLowerCase() },
      source: source.map(party),
      target: target.map(party),
      place: words(draw.place).map(party),
      when:
        draw.when === null
          ? null
          : { ...at(sentence.tokens, draw.when), date: '2016-09', precision: 'month', basis: 'words' },
      polarity: at(POLARITIES, draw.pick),
      modality: at(MODALITIES, draw.pick),
      attribution:
        draw.speaker === null
          ? []
          : [{ level: 0, speaker: party(at(sentence.tokens, draw.speaker)), cue: null, content: [], kind: 'indirect' }],
      rule: 'test.rule',
      confidence: (draw.pick % 100) / 100,
    },
  ]
}

function entityOf(name: string): Entity {
  const named = { id: asEntityId(foldName(name)), label: name, aliases: [name], basis: 'text' } as const
  const place: Place = {
    ...named,
    codes: {},
    kind: 'place',
    feature: null,
    within: null,
    at: { lat: 35.93, lon: 36.63 },
  }
  const actor: Actor = { ...named, codes: { iso3: 'RUS', cameo: 'RUS' }, kind: 'state', roles: [] }
  return name.length % 2 === 0 ? place : actor
}

/** A reading of plain sentences with one claim each: the first word deals with the last through the second. */
export function simpleReading(id: string, sentences: readonly string[], more: Partial<Draw> = {}): Reading {
  const claim = { source: [0], place: [], speaker: null, when: null, pick: 1, predicate: 1 }
  const lists = sentences.map((sentence) => sentence.split(' '))
  return readingOf({
    id,
    origin: `${id}.txt`,
    reader: READERS[0]!,
    sentences: lists,
    claims: lists.map((words, sentence) => ({ ...claim, sentence, target: [words.length - 1] })),
    titled: true,
    ...more,
  })
}

/** The same reading of the same text, met elsewhere. */
export const movedTo = (reading: Reading, origin: string): Reading => ({
  ...reading,
  article: { ...reading.article, origin },
  ledger: { ...reading.ledger, origin },
})
