import { z } from 'zod'
import {
  ACTOR_KINDS,
  CLAIM_TYPES,
  DATE_BASES,
  MENTION_FORMS,
  MODALITIES,
  PARTS,
  POLARITIES,
  PRECISIONS,
  STATUSES,
} from '../model/index.ts'

/** The answers, as the OpenAPI document tells them; tests hold every answer against these. */
const span = { start: z.int(), end: z.int() }
const words = z.strictObject({ text: z.string(), ...span })
const id = z.string()

const party = z.strictObject({
  text: z.string(),
  ...span,
  actor: id.nullable(),
  label: z.string().nullable(),
  form: z.enum(MENTION_FORMS),
})

const named = {
  id,
  label: z.string(),
  aliases: z.array(z.string()),
  codes: z.record(z.string(), z.string()),
  basis: z.enum(['table', 'text']),
}

const role = z.strictObject({
  role: z.string(),
  actsFor: id,
  from: z.string().nullable(),
  until: z.string().nullable(),
})

export const entity = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...named, kind: z.enum(ACTOR_KINDS), roles: z.array(role) }),
    z.strictObject({
      ...named,
      kind: z.literal('place'),
      feature: z.string().nullable(),
      within: id.nullable(),
      at: z.strictObject({ lat: z.number(), lon: z.number() }).nullable(),
    }),
  ])
  .meta({ id: 'Entity', description: 'Somebody who acts or speaks, or a place. A state is both.' })

const type = z.enum(CLAIM_TYPES).nullable()

/** Of claims, by what they give. */
export const counts = {
  asserted: z.int(),
  attributed: z.int(),
  denied: z.int(),
  unrealized: z.int(),
  claims: z.int(),
  articles: z.int(),
  publishers: z.int(),
}

/** Lemmas and how many claims have them. */
export const predicates = z.array(z.tuple([z.string(), z.int()]))

export const tie = z
  .strictObject({
    id,
    source: id,
    type,
    target: id,
    status: z.enum(STATUSES),
    via: z.enum(['target', 'place']),
    mutual: z.boolean(),
    ...counts,
    first: z.string().nullable(),
    last: z.string().nullable(),
    predicates,
    best: id,
  })
  .meta({
    id: 'Tie',
    description: 'An edge of the graph: one for each source, type and target, with counts of the claims behind it.',
  })

const attribution = z.strictObject({
  level: z.int(),
  speaker: party.nullable(),
  cue: words.nullable(),
  content: z.array(z.strictObject(span)),
  kind: z.enum(['direct', 'indirect']),
})

export const claim = z
  .strictObject({
    id,
    article: id,
    type,
    mode: z.string().nullable(),
    predicate: z.strictObject({ text: z.string(), ...span, lemma: z.string() }),
    source: z.array(party),
    target: z.array(party),
    place: z.array(party),
    when: z
      .strictObject({
        text: z.string(),
        ...span,
        date: z.string().nullable(),
        precision: z.enum(PRECISIONS).nullable(),
        basis: z.enum(['words', 'article']),
      })
      .nullable(),
    polarity: z.enum(POLARITIES),
    modality: z.enum(MODALITIES),
    attribution: z.array(attribution),
    sentence: z.strictObject({ index: z.int(), ...span }),
    quote: z.string(),
    rule: z.string(),
    confidence: z.number(),
  })
  .meta({
    id: 'Claim',
    description:
      'One reading of one sentence: who does what to whom, and who says so. Offsets are UTF-16 units of the article’s text.',
  })

const region = z.strictObject({ ...span, part: z.enum(PARTS), rule: z.string() })

export const article = z
  .strictObject({
    id,
    origin: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    basis: z.enum(DATE_BASES),
    url: z.string().nullable(),
    text: z.string(),
    regions: z.array(region),
  })
  .meta({ id: 'Article' })

const finding = z.strictObject({
  rule: z.string(),
  message: z.string(),
  start: z.int().optional(),
  end: z.int().optional(),
})

const ledger = z
  .strictObject({
    article: id,
    origin: z.string(),
    sentences: z.int(),
    read: z.int(),
    tokens: z.int(),
    claims: z.int(),
    cuts: z.array(region),
    findings: z.array(finding),
  })
  .meta({ id: 'Ledger', description: 'What happened to an article: what was read, what was cut and by which rule.' })

const reader = z.strictObject({ program: z.string(), model: z.string(), lexicon: z.string() })

export const articleView = z.strictObject({ article, ledger, reader, claims: z.array(claim) })

export const claimView = z.strictObject({
  claim,
  article: z.strictObject({
    id,
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    url: z.string().nullable(),
  }),
})

export const entityView = z.strictObject({ entity, ties: z.int(), neighbors: z.int() })

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'cursor of what follows; null at the end' }),
  })

/** graphology's serialized form: `Graph.from(answer)` opens it, and so do sigma and Gephi Lite. */
export const graph = z
  .strictObject({
    attributes: z.strictObject({ version: z.string(), truncated: z.boolean() }),
    options: z.strictObject({ type: z.literal('directed'), multi: z.literal(true), allowSelfLoops: z.literal(true) }),
    nodes: z.array(
      z.strictObject({
        key: id,
        attributes: z.looseObject({ label: z.string(), kind: z.string(), distance: z.int() }),
      }),
    ),
    edges: z.array(
      z.strictObject({
        key: id,
        source: id,
        target: id,
        attributes: z.looseObject({ label: z.string(), deed: type, status: z.enum(STATUSES) }),
      }),
    ),
  })
  .meta({ id: 'Graph', description: 'graphology’s serialized form of a directed multigraph.' })

export const paths = z.strictObject({
  version: z.string(),
  from: entity,
  to: entity,
  nodes: z.array(entity),
  paths: z.array(z.strictObject({ steps: z.array(z.strictObject({ tie, forward: z.boolean(), quote: z.string() })) })),
  truncated: z.boolean(),
})

export const stats = z.strictObject({
  version: z.string(),
  articles: z.int(),
  sentences: z.int(),
  claims: z.int(),
  skips: z.int(),
  actors: z.int(),
  places: z.int(),
  ties: z.int(),
  standing: z.int(),
  types: z.array(z.strictObject({ type, claims: z.int() })),
  first: z.string().nullable(),
  last: z.string().nullable(),
})

/** RFC 9457. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().optional(),
    where: z.string().optional(),
    expected: z.string().optional(),
    got: z.string().optional(),
    hint: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457 problem details).' })
