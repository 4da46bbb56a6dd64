import { describe, expect, it } from 'vitest'
import { type FactFilter, factsOf, tally, viewOf } from '../../src/graph/index.ts'
import { asClaimId, digest } from '../../src/model/index.ts'
import { ENTITIES, type Heading, id, type Line, reading } from './make.ts'

/** One article a list of lines. */
const factsIn = (articles: readonly (readonly [readonly Line[], Heading?])[]) => {
  const readings = articles.map(([lines, heading], index) => reading(`a${index}`, lines, heading))
  return factsOf(
    readings.flatMap(({ claims }) => claims),
    new Map(readings.map(({ article }) => [article.id, article])),
  )
}
const tiesIn = (lines: readonly Line[], filter: FactFilter = {}) => tally(factsIn([[lines]]), ENTITIES, filter)
const arrows = (lines: readonly Line[], filter: FactFilter = {}) => tiesIn(lines, filter).map((tie) => tie.id)

const strike: Line = { source: ['Russia'], type: 'ASSAULT', target: ['Idlib'], verb: 'bombed', lemma: 'bomb' }

describe('whom a claim ties', () => {
  it.each<[string, Line, string[]]>([
    ['source to target', strike, ['russia~ASSAULT~idlib']],
    [
      'every source to every target',
      { ...strike, source: ['Russia', 'Syria'], target: ['Idlib', 'Aleppo'] },
      ['russia~ASSAULT~aleppo', 'russia~ASSAULT~idlib', 'syria~ASSAULT~aleppo', 'syria~ASSAULT~idlib'],
    ],
    [
      'those who met, both ways, and not to where they met',
      { source: ['Russia', 'Turkey', 'Iran'], type: 'CONSULT', place: ['Geneva'] },
      [
        'iran~CONSULT~russia',
        'iran~CONSULT~turkey',
        'russia~CONSULT~iran',
        'russia~CONSULT~turkey',
        'turkey~CONSULT~iran',
        'turkey~CONSULT~russia',
      ],
    ],
    [
      'nobody, where the other one who met is not known',
      { source: ['John Kerry', '?officials'], type: 'CONSULT', place: ['Geneva'] },
      [],
    ],
    [
      'the source to the place, where no target is named',
      { source: ['Russia'], type: 'MOBILIZE', place: ['Aleppo', 'Idlib'] },
      ['russia~MOBILIZE~aleppo', 'russia~MOBILIZE~idlib'],
    ],
    ['to nothing, where the target is not known', { ...strike, target: ['?rebels'], place: ['Idlib'] }, []],
    ['only those who are known', { ...strike, target: ['?rebels', 'Aleppo'] }, ['russia~ASSAULT~aleppo']],
    ['nobody to themselves', { source: ['Russia'], type: 'SAY', target: ['Russia', 'Syria'] }, ['russia~SAY~syria']],
    ['nothing for the open type', { ...strike, type: null }, []],
  ])('%s', (_, line, expected) => {
    expect(arrows([line])).toEqual(expected)
  })

  it('an id that no entity stands for makes no tie', () => {
    expect(tally(factsIn([[[strike]]]), new Map([...ENTITIES].filter(([key]) => key !== 'idlib')))).toEqual([])
  })

  it('the open type when it is asked for', () => {
    expect(arrows([{ ...strike, type: null }], { open: true })).toEqual(['russia~OPEN~idlib'])
  })
})

describe('what a tie says', () => {
  it.each<[string, Partial<Line>[], string]>([
    ['one voice', [{}], 'reported'],
    ['a speaker', [{ by: ['Syria'] }], 'claimed'],
    ['a speaker and a voice', [{ by: ['Syria'] }, {}], 'reported'],
    ['a voice against a denial', [{}, { polarity: 'negated' }], 'disputed'],
    ['a speaker against a denial', [{ by: ['Syria'] }, { polarity: 'negated', by: ['Russia'] }], 'disputed'],
    ['a denial', [{ polarity: 'negated', by: ['Russia'] }], 'denied'],
    ['a plan', [{ modality: 'planned' }], 'unrealized'],
    ['a plan not to', [{ modality: 'planned', polarity: 'negated' }], 'unrealized'],
    ['a plan and a denial', [{ modality: 'planned' }, { polarity: 'negated' }], 'denied'],
    ['a plan and a speaker', [{ modality: 'demanded' }, { by: ['Syria'] }], 'claimed'],
  ])('%s', (_, lines, status) => {
    expect(tiesIn(lines.map((line) => ({ ...strike, ...line })))).toMatchObject([{ status, claims: lines.length }])
  })

  it('counts claims, articles and publishers, the unnamed as one', () => {
    const facts = factsIn([
      [[strike, { ...strike, by: ['Syria'] }], { publisher: 'Sample Wire', published: '2015-10-02' }],
      [[{ ...strike, polarity: 'negated', by: ['Russia'] }], { publisher: null, published: null }],
      [[{ ...strike, modality: 'possible' }], { publisher: null, published: '2015-09-30' }],
      [[strike], { publisher: 'Sample Wire', published: '2016-02-01' }],
    ])
    expect(tally(facts, ENTITIES)).toEqual([
      {
        id: 'russia~ASSAULT~idlib',
        source: 'russia',
        type: 'ASSAULT',
        target: 'idlib',
        status: 'disputed',
        via: 'target',
        mutual: false,
        asserted: 2,
        attributed: 1,
        denied: 1,
        unrealized: 1,
        claims: 5,
        articles: 4,
        publishers: 2,
        first: '2015-09-30',
        last: '2016-02-01',
        predicates: [['bomb', 5]],
        best: digest('a0', '0'),
      },
    ])
  })

  it('shows the five most frequent predicates, then by name', () => {
    const verbs = ['shell', 'bomb', 'hit', 'raid', 'strike', 'bomb', 'attack', 'shell', 'bomb']
    const [tie] = tiesIn(verbs.map((verb) => ({ ...strike, verb, lemma: verb })))
    expect(tie?.predicates).toEqual([
      ['bomb', 3],
      ['shell', 2],
      ['attack', 1],
      ['hit', 1],
      ['raid', 1],
    ])
  })

  it.each<[string, Partial<Line>[], number]>([
    ['the stronger status', [{ by: ['Syria'], confidence: 1 }, { confidence: 0.5 }], 1],
    ['a denial before a plan', [{ modality: 'planned', confidence: 1 }, { polarity: 'negated' }], 1],
    ['the higher confidence', [{ confidence: 0.5 }, { confidence: 0.6 }], 1],
    [
      'the earlier day, any before none',
      [{}, { when: { date: '2015-09-30', precision: 'day' } }, { when: { date: '2015-09', precision: 'month' } }],
      2,
    ],
  ])('its best claim is that of %s', (_, lines, best) => {
    const facts = factsIn([[lines.map((line) => ({ ...strike, ...line })), { published: null }]])
    expect(tally(facts, ENTITIES)[0]?.best).toBe(digest('a0', String(best)))
  })

  it('its best claim among equals is the one of the smallest id', () => {
    const facts = factsIn([[[strike, strike, strike]]])
    expect(tally(facts, ENTITIES)[0]?.best).toBe(['0', '1', '2'].map((n) => asClaimId(digest('a0', n))).sort()[0])
  })

  it('a real target outweighs a place that stands in', () => {
    const inPlace: Line = { source: ['Russia'], type: 'ASSAULT', place: ['Idlib'] }
    expect(tiesIn([inPlace])).toMatchObject([{ via: 'place' }])
    expect(tiesIn([inPlace, strike])).toMatchObject([{ via: 'target', claims: 2 }])
    expect(tiesIn([strike, inPlace])).toMatchObject([{ via: 'target', claims: 2 }])
  })

  it('is mutual when any claim behind it is shared', () => {
    const met: Line = { source: ['Russia', 'Turkey'], type: 'CONSULT' }
    const called: Line = { source: ['Russia'], type: 'CONSULT', target: ['Turkey'] }
    expect(tiesIn([met, called]).map(({ id: key, mutual, claims }) => [key, mutual, claims])).toEqual([
      ['russia~CONSULT~turkey', true, 2],
      ['turkey~CONSULT~russia', true, 1],
    ])
  })
})

describe('filters', () => {
  const dated = (date: string): Line => ({ ...strike, when: { date, precision: 'day' } })
  const lines = [dated('2015-09-30'), dated('2015-10-01'), dated('2016-01-01'), { ...strike, type: 'AID' as const }]

  it.each<[FactFilter, [string, number][]]>([
    [
      {},
      [
        ['russia~AID~idlib', 1],
        ['russia~ASSAULT~idlib', 3],
      ],
    ],
    [{ types: ['ASSAULT'] }, [['russia~ASSAULT~idlib', 3]]],
    [{ types: [] }, []],
    [{ since: '2015-10-01' }, [['russia~ASSAULT~idlib', 2]]],
    [{ until: '2015-10-01' }, [['russia~ASSAULT~idlib', 2]]],
    [{ since: '2015-10-01', until: '2015-10-01' }, [['russia~ASSAULT~idlib', 1]]],
  ])('%j recounts', (filter, expected) => {
    const facts = factsIn([[lines, { published: null }]])
    expect(tally(facts, ENTITIES, filter).map(({ id: key, claims }) => [key, claims])).toEqual(expected)
  })
})

describe('rolled up to states', () => {
  const kerry: Line = { source: ['John Kerry'], type: 'OPPOSE', target: ['Bashar al-Assad'] }
  const on = (date: string): Line => ({ ...kerry, when: { date, precision: 'day' } })
  const state: FactFilter = { rollup: 'state' }

  it('who acts for a state is folded into it, on the days of the office', () => {
    expect(arrows([on('2015-10-01')], state)).toEqual(['united-states~OPPOSE~bashar-al-assad'])
    expect(arrows([on('2018-10-01')], state)).toEqual(['john-kerry~OPPOSE~bashar-al-assad'])
    expect(arrows([on('2015-10-01'), on('2018-10-01')])).toEqual(['john-kerry~OPPOSE~bashar-al-assad'])
  })

  it('a claim that names a state and its minister counts once', () => {
    const both: Line = { source: ['Russia', 'Sergey Lavrov'], type: 'ACCUSE', target: ['Turkey'] }
    expect(tiesIn([both], state)).toMatchObject([{ id: 'russia~ACCUSE~turkey', claims: 1 }])
  })

  it('what a state does to itself goes', () => {
    expect(arrows([{ source: ['Sergey Lavrov'], type: 'SUPPORT', target: ['Russia'] }], state)).toEqual([])
    expect(arrows([{ source: ['Russia', 'Sergey Lavrov'], type: 'AGREE' }], state)).toEqual([])
  })

  it('what befalls somebody stays theirs', () => {
    const arrow = ['russia~SUPPORT~sergey-lavrov']
    expect(arrows([{ source: ['Russia'], type: 'SUPPORT', target: ['Sergey Lavrov'] }], state)).toEqual(arrow)
  })

  it('the view has the states in, and those who were folded out', () => {
    const facts = factsIn([[[on('2015-10-01')]]])
    expect([...viewOf(facts, ENTITIES, state).entities.keys()]).toEqual(['bashar-al-assad', 'united-states'])
    expect([...viewOf(facts, ENTITIES).entities.keys()]).toEqual([id('Bashar al-Assad'), id('John Kerry')])
  })
})
