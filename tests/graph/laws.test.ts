import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admits, type Fact, type FactFilter, ROLLUPS, tally, viewOf } from '../../src/graph/index.ts'
import { asArticleId, asClaimId, join, statusOf, tieId } from '../../src/model/index.ts'
import { ENTITIES } from './make.ts'

const DAYS = [null, '2012-06-01', '2013-02-01', '2015-09-30', '2017-01-20', '2017-01-21'] as const
const TYPES = ['ASSAULT', 'CONSULT', 'SAY'] as const

const party = fc.constantFrom(...ENTITIES.keys())
const parties = (minLength: number) => fc.uniqueArray(party, { minLength, maxLength: 3 })
const status = fc
  .record({
    polarity: fc.constantFrom('affirmed' as const, 'negated' as const),
    modality: fc.constantFrom('actual' as const, 'planned' as const),
    attribution: fc.constantFrom([], [{ level: 0, speaker: null, cue: null, content: [], kind: 'direct' as const }]),
  })
  .map(statusOf)

const fact: fc.Arbitrary<Omit<Fact, 'claim'>> = fc
  .record({
    article: fc.constantFrom('a', 'b', 'c').map(asArticleId),
    publisher: fc.constantFrom(null, 'Sample Wire', 'Example Times'),
    type: fc.constantFrom(...TYPES, null),
    lemma: fc.constantFrom('bomb', 'meet', 'hit', 'say', 'call', 'warn', 'ask'),
    sources: parties(1),
    targets: parties(0),
    places: parties(0),
    named: fc.boolean(),
    status,
    date: fc.constantFrom(...DAYS),
    confidence: fc.constantFrom(0.5, 0.9),
  })
  .map(({ named, ...rest }) => {
    const hasTarget = named || rest.targets.length > 0
    return { ...rest, hasTarget, reciprocal: !hasTarget && rest.sources.length > 1 }
  })

const facts = fc
  .array(fact, { maxLength: 12 })
  .map((list) => list.map((each, index): Fact => ({ ...each, claim: asClaimId(`c${index}`) })))

const day = fc.constantFrom(...DAYS.filter((date) => date !== null))
const filter: fc.Arbitrary<FactFilter> = fc.record(
  {
    types: fc.subarray([...TYPES]),
    since: day,
    until: day,
    rollup: fc.constantFrom(...ROLLUPS),
    open: fc.boolean(),
  },
  { requiredKeys: [] },
)

describe('tally', () => {
  it('does not depend on the order of the facts', () => {
    const shuffled = facts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, filter, ([list, other], given) => {
        expect(JSON.stringify(tally(other, ENTITIES, given))).toBe(JSON.stringify(tally(list, ENTITIES, given)))
      }),
    )
  })

  it('under a filter is the recount of the facts that pass it', () => {
    fc.assert(
      fc.property(facts, filter, (list, given) => {
        const { rollup = 'none' } = given
        const passed = list.filter(
          ({ type, date }) =>
            (type === null ? given.open === true : (given.types ?? TYPES).some((wanted) => wanted === type)) &&
            (given.since === undefined || (date !== null && date >= given.since)) &&
            (given.until === undefined || (date !== null && date <= given.until)),
        )
        expect(list.filter(admits(given))).toEqual(passed)
        expect(tally(list, ENTITIES, given)).toEqual(tally(passed, ENTITIES, { rollup, open: true }))
      }),
    )
  })

  it('counts what a naive count finds', () => {
    fc.assert(
      fc.property(facts, (list) => {
        for (const tie of tally(list, ENTITIES)) {
          const behind = list.filter(({ type, sources, targets, places, reciprocal, hasTarget }) => {
            const ends = reciprocal ? sources : hasTarget ? targets : places
            return type === tie.type && sources.includes(tie.source) && ends.includes(tie.target)
          })
          const of = (wanted: string) => behind.filter((each) => each.status === wanted).length
          const dates = behind.flatMap(({ date }) => date ?? []).sort()
          expect(tie).toMatchObject({
            id: tieId(tie.source, tie.type, tie.target),
            status: behind.map((each) => each.status).reduce(join),
            asserted: of('reported'),
            attributed: of('claimed'),
            denied: of('denied'),
            unrealized: of('unrealized'),
            claims: behind.length,
            articles: new Set(behind.map(({ article }) => article)).size,
            publishers: new Set(behind.map(({ publisher }) => publisher)).size,
            first: dates[0] ?? null,
            last: dates.at(-1) ?? null,
            via: behind.some(({ reciprocal, hasTarget }) => reciprocal || hasTarget) ? 'target' : 'place',
            mutual: behind.some(({ reciprocal }) => reciprocal),
          })
          expect(behind.map(({ claim }) => claim)).toContain(tie.best)
          expect(tie.source).not.toBe(tie.target)
        }
      }),
    )
  })

  it('of two bodies of facts joins their statuses and adds their claims', () => {
    fc.assert(
      fc.property(facts, fc.nat(12), (list, cut) => {
        const [left, right] = [list.slice(0, cut), list.slice(cut)].map((part) => tally(part, ENTITIES))
        const both = new Map([...(left ?? []), ...(right ?? [])].map((tie) => [tie.id, [] as (typeof tie)[]]))
        for (const tie of [...(left ?? []), ...(right ?? [])]) both.get(tie.id)?.push(tie)
        for (const tie of tally(list, ENTITIES)) {
          const parts = both.get(tie.id) ?? []
          expect(tie.status).toBe(parts.map((part) => part.status).reduce(join))
          expect(tie.claims).toBe(parts.reduce((sum, part) => sum + part.claims, 0))
          both.delete(tie.id)
        }
        expect(both.size).toBe(0)
      }),
    )
  })
})

it('a view holds exactly the ends of its ties, both in order of id', () => {
  fc.assert(
    fc.property(facts, filter, (list, given) => {
      const { entities, ties } = viewOf(list, ENTITIES, given)
      expect([...entities.keys()]).toEqual([...new Set(ties.flatMap(({ source, target }) => [source, target]))].sort())
      expect(ties.map(({ id }) => id)).toEqual(ties.map(({ id }) => id).sort())
    }),
  )
})
