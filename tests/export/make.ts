import fc from 'fast-check'
import type { ExportInput } from '../../src/export/index.ts'
import { eventGraphOf, type Fact, type GraphView, viewOf } from '../../src/graph/index.ts'
import {
  type ActorKind,
  asArticleId,
  asClaimId,
  asEntityId,
  CLAIM_TYPES,
  type ClaimId,
  type ClaimType,
  ENTITY_KINDS,
  type Entity,
  type EntityId,
  type EntityKind,
  foldName,
  type Quad,
  type Status,
  type TypeInfo,
} from '../../src/model/index.ts'

const info = (type: ClaimType, quad: Quad, cameo: string, score: number, verb: string): [ClaimType, TypeInfo] => [
  type,
  { type, says: verb, quad, cameo, score, verb },
]

/** Some types and not all, so that a type without a row of its own is met as well. */
export const TYPES: ReadonlyMap<ClaimType, TypeInfo> = new Map([
  info('ASSAULT', 'material-conflict', '19', -9, 'assaults'),
  info('ACCUSE', 'verbal-conflict', '11', -2, 'accuses'),
  info('AID', 'material-cooperation', '07', 7, 'aids'),
  info('SUPPORT', 'verbal-cooperation', '05', 4, 'supports'),
  info('SAY', 'neutral', '01', 0, 'says'),
])

export const id = (label: string): EntityId => asEntityId(foldName(label))

export function entity(key: EntityId, label: string, kind: EntityKind, codes: Record<string, string> = {}): Entity {
  const named = { id: key, label, aliases: [], codes, basis: 'table' as const }
  if (kind !== 'place') return { ...named, kind: kind satisfies ActorKind, roles: [] }
  return { ...named, kind, feature: 'city', within: null, at: { lat: 35.93, lon: 36.63 } }
}

/** One deed told briefly; by default on one day, in one article, in its own voice. */
export interface Deed {
  readonly source: string
  readonly type: ClaimType | null
  readonly target: string
  readonly status?: Status
  readonly date?: string | null
  readonly article?: string
  readonly publisher?: string | null
}

/** The n-th claim, counted from 0. */
export const claim = (n: number): ClaimId => asClaimId(n.toString(16).padStart(16, '0'))

export function factsOf(deeds: readonly Deed[]): Fact[] {
  return deeds.map(({ source, type, target, ...more }, n) => ({
    claim: claim(n),
    article: asArticleId(more.article ?? 'a'),
    publisher: more.publisher ?? 'Sample Wire',
    type,
    lemma: (type ?? 'meet').toLowerCase(),
    sources: [asEntityId(source)],
    targets: [asEntityId(target)],
    places: [],
    reciprocal: false,
    hasTarget: true,
    status: more.status ?? 'reported',
    date: more.date === undefined ? '2015-10-01' : more.date,
    confidence: 0.9,
  }))
}

export const tableOf = (entities: readonly Entity[]): ReadonlyMap<EntityId, Entity> =>
  new Map(entities.map((each) => [each.id, each]))

/** An input with everything else as it mostly is. */
export const inputOf = (view: GraphView, more: Partial<ExportInput> = {}): ExportInput => ({
  view,
  types: TYPES,
  quote: (of) => `“The words of claim ${of},” it said.`,
  positions: new Map([...view.entities.keys()].map((key, n) => [key, { x: n * 1.5 + 1, y: -n }])),
  events: () => ({ ...eventGraphOf([], new Map()), positions: null }),
  all: false,
  version: '0123456789abcdef',
  title: 'Sample graph',
  ...more,
})

export const ENTITIES: readonly Entity[] = [
  entity(id('Russia'), 'Russia', 'state', { iso3: 'RUS', cameo: 'RUS', wikidata: 'Q159' }),
  entity(id('Syria'), 'Syria', 'state', { iso3: 'SYR', wikidata: 'Q858' }),
  entity(id('United States'), 'United States', 'state', { iso3: 'USA' }),
  entity(id('Bashar al-Assad'), 'Bashar al-Assad', 'person'),
  entity(id('Turkey'), 'Turkey', 'state'),
  entity(id('Idlib'), 'Idlib', 'place'),
]

/** Six actors and places, seven ordered pairs, two of them without a tie that stands. */
export const DEEDS: readonly Deed[] = [
  { source: 'russia', type: 'ASSAULT', target: 'idlib' },
  { source: 'russia', type: 'ASSAULT', target: 'idlib', date: '2015-09-30', article: 'b', publisher: 'Sample Post' },
  { source: 'russia', type: 'SUPPORT', target: 'bashar-al-assad', status: 'claimed' },
  { source: 'russia', type: 'AID', target: 'bashar-al-assad', date: '2015-10-05' },
  { source: 'russia', type: 'AID', target: 'bashar-al-assad', status: 'denied', article: 'b' },
  { source: 'united-states', type: 'OPPOSE', target: 'bashar-al-assad' },
  { source: 'united-states', type: 'ACCUSE', target: 'russia', status: 'claimed', date: null },
  { source: 'russia', type: 'REJECT', target: 'united-states' },
  { source: 'turkey', type: 'ASSAULT', target: 'syria', status: 'unrealized' },
  { source: 'united-states', type: 'ASSAULT', target: 'syria', status: 'denied' },
]

export const VIEW: GraphView = viewOf(factsOf(DEEDS), tableOf(ENTITIES))

/** What breaks writers of XML and JSON. */
const NASTY = [
  'a\u0000b\u0008\u000b\u001f',
  '<b>]]></b> & "both" \'kinds\'',
  '\ud83d\ude80 \ud83c\uddf7\ud83c\uddfa',
  '\ud83d lone \ude80',
  '\ud83d\u0001\ude80',
  '\ufffe\uffff\u0085\u2028',
  'two\nlines\r\nand\ta tab',
  ' ends in spaces ',
  'the INF Treaty',
  'I\u0001NF',
  'NaN',
  '&amp;&#0;&lt;!--',
  'مجلس الأمن',
  '[“a”, "b"]\\',
  '',
  '\u0007',
  '%0020',
  'long '.repeat(20_000),
]

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('Russia', 'Bashar al-Assad', 'Free Syrian Army') },
)

/** Ids as the tables have them, and such as no table has; `~` is in none of them, as `tieId` says. */
const ids = fc.uniqueArray(
  fc.oneof(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/),
    words.map((text) => text.slice(0, 12).replaceAll('~', '')),
  ),
  { minLength: 2, maxLength: 7 },
)

/** A view by whatever facts, with whatever words, and the facts and entities it was made of. */
export const anyInput = ids.chain((keys) =>
  fc
    .record({
      entities: fc.tuple(
        ...keys.map((key) =>
          fc
            .record({ label: words, kind: fc.constantFrom(...ENTITY_KINDS), code: words })
            .map(({ label, kind, code }) => entity(asEntityId(key), label, kind, { iso3: code, cameo: code })),
        ),
      ),
      deeds: fc.array(
        fc.record({
          source: fc.constantFrom(...keys),
          type: fc.constantFrom(null, ...CLAIM_TYPES),
          target: fc.constantFrom(...keys),
          status: fc.constantFrom<Status[]>('reported', 'claimed', 'denied', 'unrealized'),
          date: fc.constantFrom(null, '2015-09-30', '2015-10-01', '2016-02-29'),
          article: fc.constantFrom('a', 'b'),
          publisher: fc.constantFrom(null, 'Sample Wire', 'Sample Post'),
        }),
        { maxLength: 40 },
      ),
      quotes: fc.option(fc.array(words, { minLength: 1, maxLength: 5 })),
      hasLayout: fc.boolean(),
      all: fc.boolean(),
      title: words,
    })
    .map(({ entities, deeds, quotes, hasLayout, all, title }) => {
      const facts = factsOf(deeds)
      const view = viewOf(facts, tableOf(entities), { open: true })
      const input = inputOf(view, {
        quote: (of) => quotes?.[Number.parseInt(of, 16) % quotes.length] ?? null,
        all,
        title,
        ...(hasLayout ? {} : { positions: null }),
      })
      return { input, facts, entities }
    }),
)
