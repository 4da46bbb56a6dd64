import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntityId, STATUSES } from '../../src/model/index.ts'
import { DIRECTIONS, openQuery } from '../../src/query/index.ts'
import { memoryStore, type Store } from '../../src/store/index.ts'
import { type Line, reading } from '../graph/make.ts'
import { naiveNeighborhood, naivePaths, tiesOf } from './naive.ts'

const NAMES = ['Russia', 'Syria', 'Turkey', 'Iran', 'Idlib', 'Sergey Lavrov'] as const

/** The usual value four times in five. */
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, fc.constantFrom(...others))

/** A deed told one to three times, so that ties differ in strength. */
const lines: fc.Arbitrary<readonly Line[]> = fc
  .record({
    ends: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 }),
    times: fc.constantFrom(1, 1, 2, 3),
    type: fc.constantFrom('ASSAULT' as const, 'SUPPORT' as const),
    polarity: mostly('affirmed' as const, 'negated' as const),
    modality: mostly('actual' as const, 'planned' as const),
    day: fc.constantFrom('2015-09-30', '2016-01-01', '2016-06-01'),
  })
  .map(({ ends: [source, target], day, times, ...rest }) => {
    const line = { ...rest, source: [source!], target: [target!], when: { date: day, precision: 'day' as const } }
    return new Array<Line>(times).fill(line)
  })

const stores: fc.Arbitrary<Store> = fc
  .array(
    fc.tuple(fc.array(lines, { maxLength: 16, size: 'max' }), fc.constantFrom('Sample Wire', 'Example Times', null)),
    {
      maxLength: 3,
      size: 'max',
    },
  )
  .map((articles) => {
    const made = memoryStore()
    // Every name is in, so that each can be asked for.
    made.put(reading('z', [{ source: NAMES, type: 'SAY', target: ['?nobody'] }]))
    for (const [index, [said, publisher]] of articles.entries()) {
      made.put(reading(`a${index}`, said.flat(), { publisher }))
    }
    return made
  })

const filter = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      types: fc.constantFrom(['ASSAULT' as const], ['SUPPORT' as const, 'ASSAULT' as const]),
      since: fc.constant('2015-10-01'),
      until: fc.constant('2016-01-01'),
      rollup: fc.constant('state' as const),
    },
    { requiredKeys: [] },
  ),
)

describe('neighborhood', () => {
  it('is what a naive walk finds, and hangs together', async () => {
    const asked = fc.record({
      direction: fc.constantFrom(...DIRECTIONS),
      depth: fc.integer({ min: 1, max: 4 }),
      limit: fc.integer({ min: 1, max: 12 }),
      minPublishers: fc.integer({ min: 1, max: 2 }),
      status: fc.constantFrom(undefined, [...STATUSES], ['denied' as const]),
    })
    await fc.assert(
      fc.asyncProperty(
        stores,
        filter,
        asked,
        fc.constantFrom(...NAMES),
        async (kept, given, { status, ...walk }, name) => {
          const answer = await openQuery(kept).neighborhood({
            actor: name,
            ...given,
            ...walk,
            ...(status === undefined ? {} : { status }),
          })
          const root = answer.nodes[0]!.entity
          expect(root.label).toBe(name)
          expect({
            ties: answer.ties.map(({ id }) => id),
            nodes: answer.nodes.map(({ entity, distance }) => [entity.id, distance]),
            truncated: answer.truncated,
          }).toEqual(naiveNeighborhood(tiesOf(kept, given), root.id, { ...walk, status }))

          const linked = new Set<EntityId>([root.id])
          for (let round = 0; round < answer.ties.length; round++) {
            for (const { source, target } of answer.ties) {
              if (linked.has(source) || linked.has(target)) linked.add(source).add(target)
            }
          }
          expect(linked.size).toBe(answer.nodes.length)
        },
      ),
    )
  })
})

describe('paths', () => {
  it('are what a naive search finds', async () => {
    const route = fc.record({
      maxLength: mostly(4, 1, 2, 3, 5, 6),
      k: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 20 })),
      directed: mostly(false, true),
    })
    const name = fc.constantFrom(...NAMES)
    const ends = mostly(2, 3).chain((count) => fc.uniqueArray(name, { minLength: count, maxLength: count }))
    await fc.assert(
      fc.asyncProperty(stores, filter, route, ends, async (kept, given, asked, [from, to, ...avoid]) => {
        const answer = await openQuery(kept).paths({ from: from!, to: to!, avoid, ...given, ...asked })
        const avoided = await Promise.all(avoid.map(async (ref) => (await openQuery(kept).resolve(ref)).id))
        expect(answer.paths.map(({ steps }) => steps.map(({ tie }) => tie.id))).toEqual(
          naivePaths(tiesOf(kept, given), answer.from.id, answer.to.id, { ...asked, avoid: avoided }),
        )
        expect(answer.truncated).toBe(false)

        const touched = new Set<EntityId>()
        for (const { steps } of answer.paths) {
          let here = answer.from.id
          for (const { tie, forward } of steps) {
            expect(forward ? tie.source : tie.target).toBe(here)
            here = forward ? tie.target : tie.source
            touched.add(tie.source).add(tie.target)
          }
          expect(here).toBe(answer.to.id)
        }
        expect(answer.nodes.map(({ id }) => id)).toEqual([...touched].sort())
      }),
    )
  })
})
