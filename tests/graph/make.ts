import {
  type Actor,
  type ActorKind,
  asArticleId,
  asClaimId,
  asEntityId,
  type Claim,
  type ClaimType,
  digest,
  type Entity,
  type EntityId,
  foldName,
  type Modality,
  type Party,
  type Place,
  type Polarity,
  type Reading,
  type Role,
  type TextSpan,
  type When,
} from '../../src/model/index.ts'

/** A role from one day to another: `[office, whom for, from, until]`. */
type RoleRow = readonly [role: string, actsFor: string, from: string | null, until: string | null]

export const id = (label: string): EntityId => asEntityId(foldName(label))

const role = ([office, actsFor, from, until]: RoleRow): Role => ({ role: office, actsFor: id(actsFor), from, until })

export function actor(
  label: string,
  kind: ActorKind,
  more: { aliases?: string[]; roles?: RoleRow[]; codes?: Record<string, string>; basis?: Entity['basis'] } = {},
): Actor {
  const { aliases = [], roles = [], codes = {}, basis = 'table' } = more
  return { id: id(label), label, kind, aliases, codes, basis, roles: roles.map(role) }
}

export const place = (label: string, within: string | null = null, at: Place['at'] = null): Place => ({
  id: id(label),
  label,
  kind: 'place',
  aliases: [],
  codes: {},
  basis: 'table',
  feature: 'city',
  within: within === null ? null : id(within),
  at,
})

/** Actors and places of the years 2012 to 2022, with the days they really held their offices. */
export const TABLE: readonly Entity[] = [
  actor('Russia', 'state', { codes: { iso3: 'RUS', wikidata: 'Q159' } }),
  actor('Syria', 'state', { codes: { iso3: 'SYR' } }),
  actor('United States', 'state', { aliases: ['U.S.', 'United States of America', 'America'] }),
  actor('United Kingdom', 'state'),
  actor('Canada', 'state'),
  actor('Portugal', 'state'),
  actor('Turkey', 'state', { aliases: ['Türkiye'] }),
  actor('Iran', 'state'),
  actor('United Nations', 'igo', { aliases: ['U.N.'] }),
  actor('Islamic State', 'armed-group', { aliases: ["Da'esh", 'ISIS'] }),
  actor('Ministry of Foreign Affairs of Russia', 'government', { roles: [['ministry', 'Russia', null, null]] }),
  actor('Russian Aerospace Forces', 'military', { roles: [['military', 'Russia', null, null]] }),
  actor('Sergey Lavrov', 'person', {
    aliases: ['Lavrov'],
    roles: [['foreign minister', 'Ministry of Foreign Affairs of Russia', '2004-03-09', null]],
  }),
  actor('John Kerry', 'person', {
    aliases: ['Kerry'],
    roles: [['secretary of state', 'United States', '2013-02-01', '2017-01-20']],
  }),
  actor('António Guterres', 'person', {
    roles: [
      ['prime minister', 'Portugal', '1995-10-28', '2002-04-06'],
      ['secretary-general', 'United Nations', '2017-01-01', null],
    ],
  }),
  actor('Charles III', 'person', {
    roles: [
      ['king', 'United Kingdom', '2022-09-08', null],
      ['king', 'Canada', '2022-09-08', null],
    ],
  }),
  actor('Bashar al-Assad', 'person', {
    aliases: ['Assad'],
    roles: [['president', 'Syria', '2000-07-17', '2024-12-08']],
  }),
  actor('Hezbollah', 'armed-group'),
  place('Idlib', 'Syria', { lat: 35.93, lon: 36.63 }),
  place('Aleppo', 'Syria', { lat: 36.2, lon: 37.16 }),
  place('Geneva'),
]

export const ENTITIES: ReadonlyMap<EntityId, Entity> = new Map(
  [...TABLE].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entity) => [entity.id, entity]),
)

/** A claim told briefly. A name that starts with `?` stands for nobody known. */
export interface Line {
  readonly source: readonly string[]
  readonly type: ClaimType | null
  readonly target?: readonly string[]
  readonly place?: readonly string[]
  readonly verb?: string
  readonly lemma?: string
  /** Who says so, innermost first. */
  readonly by?: readonly string[]
  readonly polarity?: Polarity
  readonly modality?: Modality
  readonly when?: Pick<When, 'date' | 'precision'>
  readonly confidence?: number
}

export interface Heading {
  readonly publisher?: string | null
  readonly published?: string | null
  /** What the article names; by default what {@link TABLE} has. */
  readonly entities?: readonly Entity[]
}

/** The reading of an article that says these lines, one a sentence, each word where its spans say. */
export function reading(name: string, lines: readonly Line[], heading: Heading = {}): Reading {
  const { publisher = 'Sample Wire', published = '2015-10-01', entities = TABLE } = heading
  const article = asArticleId(name)
  const known = new Map(entities.map((entity) => [entity.id, entity]))
  let text = ''
  const write = (words: string): TextSpan => {
    const start = text.length
    text += words
    return { text: words, start, end: text.length }
  }
  const party = (label: string): Party => {
    const entity = label.startsWith('?') ? undefined : known.get(id(label))
    const span = write(label.replace('?', ''))
    text += ' '
    return { ...span, actor: entity?.id ?? null, label: entity?.label ?? null, form: 'name' }
  }
  const claims = lines.map((line, index): Claim => {
    const start = text.length
    const source = line.source.map(party)
    const verb = line.verb ?? (line.type ?? 'met').toLowerCase()
    const predicate = { ...write(verb), lemma: line.lemma ?? verb }
    text += ' '
    const target = (line.target ?? []).map(party)
    const where = (line.place ?? []).map(party)
    const attribution = (line.by ?? []).map((speaker, level) => ({
      level,
      speaker: party(speaker),
      cue: null,
      content: [{ start, end: predicate.end }],
      kind: 'indirect' as const,
    }))
    const when = line.when === undefined ? null : { ...write('then'), ...line.when, basis: 'words' as const }
    text += '.'
    const sentence = { index, start, end: text.length }
    const quote = text.slice(start)
    text += '\n'
    return {
      id: asClaimId(digest(name, String(index))),
      article,
      type: line.type,
      mode: null,
      predicate,
      source,
      target,
      place: where,
      when,
      polarity: line.polarity ?? 'affirmed',
      modality: line.modality ?? 'actual',
      attribution,
      rule: 'test',
      confidence: line.confidence ?? 0.9,
      sentence,
      quote,
    }
  })
  return {
    reader: { program: '0', model: '0', lexicon: '0' },
    article: {
      id: article,
      origin: `${name}.txt`,
      title: `About ${name}`,
      publisher,
      published,
      basis: published === null ? 'unknown' : 'given',
      url: null,
      text,
      regions: [],
    },
    sentences: claims.map(({ sentence, quote }) => ({
      ...sentence,
      text: quote,
      occurrence: 0,
      part: 'body',
      tokens: [],
    })),
    quotations: [],
    trees: [],
    mentions: [],
    clauses: [],
    reports: [],
    claims,
    entities: namedBy(claims, known),
    ledger: {
      article,
      origin: `${name}.txt`,
      sentences: claims.length,
      read: claims.length,
      tokens: 0,
      claims: claims.length,
      cuts: [],
      findings: [],
    },
  }
}

/** Whom the claims name, and whom those act for or lie within. */
function namedBy(claims: readonly Claim[], known: ReadonlyMap<EntityId, Entity>): Entity[] {
  const ids = new Set<EntityId>()
  for (const { source, target, place: where, attribution } of claims) {
    for (const each of [...source, ...target, ...where, ...attribution.map(({ speaker }) => speaker)]) {
      if (each !== null && each.actor !== null) ids.add(each.actor)
    }
  }
  for (const each of ids) {
    const entity = known.get(each)
    if (entity === undefined) continue
    const further = entity.kind === 'place' ? [entity.within] : entity.roles.map(({ actsFor }) => actsFor)
    for (const next of further) if (next !== null && known.has(next)) ids.add(next)
  }
  return [...ids].sort().flatMap((each) => known.get(each) ?? [])
}
