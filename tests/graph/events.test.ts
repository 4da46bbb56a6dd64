import { describe, expect, it } from 'vitest'
import { eventsOf, mergeEntities, type Rollup, tellingsFrom } from '../../src/graph/index.ts'
import type { Event } from '../../src/model/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { actor, type Heading, type Line, place, reading, TABLE } from './make.ts'

const ENTITIES = [
  ...TABLE.filter(({ id }) => id !== 'idlib'),
  place('Idlib Governorate', 'Syria'),
  place('Idlib', 'Idlib Governorate'),
  place('Homs', 'Syria'),
  actor('Barack Obama', 'person', { roles: [['president', 'United States', '2009-01-20', '2017-01-20']] }),
]

/** An article: its name, what it says, and its heading. */
type Piece = readonly [name: string, lines: readonly Line[], heading?: Heading]

/** The lines with words of their own each, since equal sentences count as one. */
const apart = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, at) => ({ verb: `did-${at}`, lemma: (line.type ?? 'open').toLowerCase(), ...line }))

/** The events of articles; equal whichever article comes first. */
function events(pieces: readonly Piece[], rollup: Rollup = 'none'): readonly Event[] {
  const store = memoryStore()
  for (const [name, lines, heading] of pieces)
    store.put(reading(name, apart(lines), { entities: ENTITIES, ...heading }))
  return eventsOf(tellingsFrom(store), mergeEntities(store.entities()), rollup).map(({ event }) => event)
}

/** Events as `sources > targets @ places first..last claims`, in order of the words. */
const told = (pieces: readonly Piece[], rollup: Rollup = 'none'): readonly string[] =>
  events(pieces, rollup)
    .map(({ sources, targets, places, unnamed, first, last, claims }) => {
      const side = (ids: readonly string[], heads: readonly string[]) =>
        ids.join('+') || heads.map((head) => `?${head}`).join('+') || '-'
      const time = first === last ? (first ?? 'unknown') : `${first}..${last}`
      const parties = `${side(sources, unnamed.sources)} > ${side(targets, unnamed.targets)}`
      return `${parties}${places.length > 0 ? ` @ ${places.join('+')}` : ''} ${time} ${claims}`
    })
    .sort()

const on = (date: string, precision: 'day' | 'week' | 'month' | 'year' = 'day') => ({ when: { date, precision } })
const bombs = (...target: string[]): Line => ({ source: ['Russia'], type: 'ASSAULT', target })
const FRIDAY = '2015-10-02'
const SATURDAY = { published: '2015-10-03' }

describe('one happening', () => {
  const cases: readonly (readonly [string, readonly Piece[], readonly string[]])[] = [
    [
      'is told by all articles with the same parties, place and day',
      [
        ['a', [{ ...bombs('Idlib'), ...on(FRIDAY) }]],
        ['b', [{ ...bombs('Idlib'), ...on(FRIDAY) }], SATURDAY],
      ],
      ['russia > - @ idlib 2015-10-02 2'],
    ],
    [
      'is another on another day, at another place, to another target',
      [
        [
          'a',
          [
            { ...bombs('Idlib'), ...on(FRIDAY) },
            { ...bombs('Idlib'), ...on('2015-09-30') },
            { ...bombs('Homs'), ...on(FRIDAY) },
            { ...bombs('Islamic State'), place: ['Aleppo'], ...on(FRIDAY) },
            { ...bombs('Hezbollah'), place: ['Aleppo'], ...on(FRIDAY) },
          ],
          SATURDAY,
        ],
      ],
      [
        'russia > - @ homs 2015-10-02 1',
        'russia > - @ idlib 2015-09-30 1',
        'russia > - @ idlib 2015-10-02 1',
        'russia > hezbollah @ aleppo 2015-10-02 1',
        'russia > islamic-state @ aleppo 2015-10-02 1',
      ],
    ],
    [
      'is told in a headline without a day and in the body with one',
      [['a', [bombs('Idlib'), { ...bombs('Idlib Governorate'), place: ['Syria'], ...on(FRIDAY) }], SATURDAY]],
      ['russia > - @ idlib-governorate 2015-10-02 2'],
    ],
    [
      'without a day is the nearest to the article, of those that it tells with one',
      [
        [
          'a',
          [bombs('Idlib'), { ...bombs('Idlib'), ...on('2015-09-30') }, { ...bombs('Idlib'), ...on(FRIDAY) }],
          SATURDAY,
        ],
      ],
      ['russia > - @ idlib 2015-09-30 1', 'russia > - @ idlib 2015-10-02 2'],
    ],
    [
      'without a day is none that lies long ago',
      [['a', [bombs('Idlib'), { ...bombs('Idlib'), ...on('2015-08-01') }], SATURDAY]],
      ['russia > - @ idlib 2015-08-01 1', 'russia > - @ idlib 2015-10-03 1'],
    ],
    [
      'without a day is what another article tells of the days before, if that is one thing',
      [
        ['a', [{ ...bombs('Idlib'), ...on(FRIDAY) }]],
        ['b', [bombs('Idlib')], SATURDAY],
        ['c', [bombs('Idlib')], { published: '2015-10-06' }],
      ],
      ['russia > - @ idlib 2015-10-02 2', 'russia > - @ idlib 2015-10-06 1'],
    ],
    [
      'without a day joins neither of two days',
      [
        [
          'a',
          [
            { ...bombs('Idlib'), ...on(FRIDAY) },
            { ...bombs('Idlib'), ...on('2015-10-01') },
          ],
          SATURDAY,
        ],
        ['b', [bombs('Idlib')], SATURDAY],
      ],
      ['russia > - @ idlib 2015-10-01 1', 'russia > - @ idlib 2015-10-02 1', 'russia > - @ idlib 2015-10-03 1'],
    ],
    [
      'is looked back on by a longer time in which it is the only one',
      [
        ['a', [{ ...bombs('Idlib'), ...on(FRIDAY) }]],
        ['b', [{ ...bombs('Idlib'), ...on('2015', 'year') }], { published: '2020-03-05' }],
      ],
      ['russia > - @ idlib 2015-10-02 2'],
    ],
    [
      'is not chosen for a longer time that holds several',
      [
        [
          'a',
          [
            { ...bombs('Idlib'), ...on(FRIDAY) },
            { ...bombs('Idlib'), ...on('2015-10-08') },
          ],
        ],
        ['b', [{ ...bombs('Idlib'), ...on('2015-10', 'month') }], { published: '2020-03-05' }],
      ],
      [
        'russia > - @ idlib 2015-10-01..2015-10-31 1',
        'russia > - @ idlib 2015-10-02 1',
        'russia > - @ idlib 2015-10-08 1',
      ],
    ],
    [
      'of an unknown day stays with its article',
      [
        ['a', [bombs('Idlib'), bombs('Idlib')], { published: null }],
        ['b', [bombs('Idlib')], { published: null }],
        ['c', [{ ...bombs('Idlib'), ...on(FRIDAY) }]],
      ],
      ['russia > - @ idlib 2015-10-02 1', 'russia > - @ idlib unknown 1', 'russia > - @ idlib unknown 2'],
    ],
    [
      'may be told by who acts for whom, not by two who act for one',
      [
        [
          'a',
          [
            { source: ['John Kerry', 'Sergey Lavrov'], type: 'CONSULT' },
            { source: ['United States', 'Russia'], type: 'CONSULT' },
            { source: ['John Kerry', 'Turkey'], type: 'CONSULT' },
            { source: ['Barack Obama', 'Turkey'], type: 'CONSULT' },
            { source: ['United States', 'Turkey'], type: 'CONSULT' },
          ],
        ],
      ],
      [
        'barack-obama+turkey > - 2015-10-01 1',
        'john-kerry+sergey-lavrov > - 2015-10-01 2',
        'john-kerry+turkey > - 2015-10-01 1',
        'turkey+united-states > - 2015-10-01 1',
      ],
    ],
    [
      'that is shared may name either party first',
      [
        [
          'a',
          [
            { source: ['John Kerry'], type: 'CONSULT', target: ['Sergey Lavrov'] },
            { source: ['Russia'], type: 'CONSULT', target: ['John Kerry'] },
            { source: ['John Kerry', 'Sergey Lavrov'], type: 'CONSULT' },
          ],
        ],
      ],
      ['john-kerry+sergey-lavrov > - 2015-10-01 3'],
    ],
    [
      'that is not shared has a doer',
      [['a', [bombs('Turkey'), { source: ['Turkey'], type: 'ASSAULT', target: ['Russia'] }]]],
      ['russia > turkey 2015-10-01 1', 'turkey > russia 2015-10-01 1'],
    ],
    [
      'may leave the doer unsaid, within an article',
      [
        ['a', [bombs('Islamic State'), { source: [], type: 'ASSAULT', target: ['Islamic State'] }]],
        ['b', [{ source: [], type: 'ASSAULT', target: ['Islamic State'] }]],
      ],
      ['- > islamic-state 2015-10-01 1', 'russia > islamic-state 2015-10-01 2'],
    ],
    [
      'is not told by a claim that agrees in nothing but in who acts for whom',
      [
        [
          'a',
          [
            { source: ['Sergey Lavrov'], type: 'ACCUSE', target: ['Turkey'] },
            { source: ['Russia'], type: 'ACCUSE' },
            { source: ['Sergey Lavrov'], type: 'ACCUSE' },
          ],
        ],
      ],
      ['russia > - 2015-10-01 1', 'sergey-lavrov > turkey 2015-10-01 2'],
    ],
    [
      'is not told by a claim that says more than it',
      [['a', [bombs('Islamic State'), { ...bombs(), place: ['Homs'] }]]],
      ['russia > - @ homs 2015-10-01 1', 'russia > islamic-state 2015-10-01 1'],
    ],
    [
      'is not told by a claim that fits two',
      [['a', [bombs('Islamic State'), bombs('Hezbollah'), { source: ['Russia'], type: 'ASSAULT' }]]],
      ['russia > - 2015-10-01 1', 'russia > hezbollah 2015-10-01 1', 'russia > islamic-state 2015-10-01 1'],
    ],
    [
      'keeps those without a name apart by what they are called',
      [['a', [bombs('?at least 36 civilians'), bombs('?36 civilians'), bombs('?the rescuers'), bombs('Idlib')]]],
      ['russia > - @ idlib 2015-10-01 1', 'russia > ?civilian 2015-10-01 2', 'russia > ?rescuer 2015-10-01 1'],
    ],
    [
      'that is planned is not the one that is done, unless both tell the day',
      [
        ['a', [{ ...bombs('Idlib'), modality: 'planned' }, bombs('Idlib')]],
        [
          'b',
          [
            { ...bombs('Homs'), modality: 'planned', ...on(FRIDAY) },
            { ...bombs('Homs'), ...on(FRIDAY) },
          ],
        ],
      ],
      ['russia > - @ homs 2015-10-02 2', 'russia > - @ idlib 2015-10-01 1', 'russia > - @ idlib 2015-10-01 1'],
    ],
    [
      'is no standing relation, nothing of the open type, and nothing without a party',
      [
        [
          'a',
          [
            { source: ['Russia'], type: 'ALLY', target: ['Syria'] },
            { source: ['Russia'], type: null, target: ['Syria'] },
            { source: ['?they'], type: 'ASSAULT', target: ['?one of them'] },
          ],
        ],
      ],
      [],
    ],
  ]
  it.each(cases)('%s', (_, pieces, expected) => {
    expect(told(pieces)).toEqual(expected)
    expect(told([...pieces].reverse())).toEqual(expected)
  })
})

it('rolled up, is of the states that its doers act for', () => {
  const pieces: readonly Piece[] = [
    ['a', [{ source: ['John Kerry'], type: 'ACCUSE', target: ['Sergey Lavrov'] }]],
    ['b', [{ source: ['Barack Obama'], type: 'ACCUSE', target: ['Sergey Lavrov'] }]],
  ]
  expect(told(pieces)).toHaveLength(2)
  expect(told(pieces, 'state')).toEqual(['united-states > sergey-lavrov 2015-10-01 2'])
})

describe('an event', () => {
  const denial: Line = { ...bombs('Idlib'), by: ['Sergey Lavrov'], polarity: 'negated' }

  it('tells who asserts it and who denies it', () => {
    const [event] = events([
      ['a', [bombs('Idlib'), denial], { publisher: 'Sample Wire' }],
      ['b', [{ ...bombs('Idlib'), by: ['Turkey'], lemma: 'strike' }], { publisher: 'Example Times' }],
    ])
    expect(event).toMatchObject({
      status: 'disputed',
      asserted: 1,
      attributed: 1,
      denied: 1,
      claims: 3,
      articles: 2,
      publishers: 2,
      asserting: { publishers: ['Sample Wire'], speakers: ['turkey'] },
      denying: { publishers: [], speakers: ['sergey-lavrov'] },
      basis: 'published',
      precision: 'day',
      predicates: [
        ['assault', 2],
        ['strike', 1],
      ],
    })
  })

  it('counts a reprint of its sentence once, the first being the earliest', () => {
    const long: Line = { ...bombs('Idlib'), verb: 'bombed again and again from the air the city of' }
    const [event, ...others] = events([
      ['a', [long], { publisher: 'Example Times', published: '2015-10-09' }],
      ['b', [long], { publisher: 'Sample Wire' }],
      ['c', [long], { publisher: 'Example Courier', published: null }],
    ])
    expect(others).toEqual([])
    expect(event).toMatchObject({
      claims: 1,
      articles: 1,
      publishers: 1,
      reprints: 2,
      first: '2015-10-01',
      asserting: { publishers: ['Sample Wire'] },
    })
  })

  it('lies within the shortest of the longer times in which its parties are told to do so', () => {
    const all = events([
      [
        'a',
        [
          { ...bombs('Idlib'), ...on(FRIDAY) },
          { ...bombs('Idlib'), ...on('2015-10-08') },
          { ...bombs('Idlib'), ...on('2015-10', 'month') },
          { ...bombs('Idlib'), ...on('2015', 'year') },
          { ...bombs('Homs'), ...on('2015-09-28', 'week') },
        ],
        SATURDAY,
      ],
    ])
    const of = (first: string, last: string) => all.find((event) => event.first === first && event.last === last)
    expect(of(FRIDAY, FRIDAY)?.within).toBe(of('2015-10-01', '2015-10-31')?.id)
    expect(of('2015-10-01', '2015-10-31')?.within).toBeNull()
    expect(of('2015-09-28', '2015-10-04')).toMatchObject({ precision: 'week', within: null })
  })

  it('keeps its id when another article tells of it', () => {
    const first: Piece = ['a', [{ ...bombs('Idlib'), ...on(FRIDAY) }]]
    const [before] = events([first])
    const [after] = events([first, ['b', [bombs('Idlib')], SATURDAY]])
    expect(after?.id).toBe(before?.id)
  })
})
