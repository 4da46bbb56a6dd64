import { describe, expect, it } from 'vitest'
import { foldOf } from '../../src/graph/index.ts'
import { actor, ENTITIES, id } from './make.ts'

describe('rolling up to states', () => {
  const fold = foldOf('state', ENTITIES)

  it.each([
    ['the day before office', 'John Kerry', '2013-01-31', 'John Kerry'],
    ['the first day', 'John Kerry', '2013-02-01', 'United States'],
    ['the last day', 'John Kerry', '2017-01-20', 'United States'],
    ['the day after', 'John Kerry', '2017-01-21', 'John Kerry'],
    ['no day, one state ever', 'John Kerry', null, 'United States'],
    ['an organ, always', 'Ministry of Foreign Affairs of Russia', '1999-12-31', 'Russia'],
    ['an organ, no day', 'Russian Aerospace Forces', null, 'Russia'],
    ['a minister through the ministry', 'Sergey Lavrov', '2015-10-01', 'Russia'],
    ['a minister before office', 'Sergey Lavrov', '2003-10-01', 'Sergey Lavrov'],
    ['a state in one office', 'António Guterres', '2000-06-01', 'Portugal'],
    ['an organisation in another', 'António Guterres', '2018-06-01', 'António Guterres'],
    ['no day, several masters', 'António Guterres', null, 'António Guterres'],
    ['two states at once', 'Charles III', '2023-01-01', 'Charles III'],
    ['a state', 'Russia', '2015-10-01', 'Russia'],
    ['a group without office', 'Hezbollah', '2015-10-01', 'Hezbollah'],
    ['a place within a state', 'Idlib', '2015-10-01', 'Idlib'],
  ])('%s: %s on %s counts as %s', (_, label, date, expected) => {
    expect(fold(id(label), date)).toBe(id(expected))
  })

  it('leaves unknown ids alone', () => {
    expect(fold(id('Nobody at all'), '2015-10-01')).toBe(id('Nobody at all'))
  })

  it('ends in circles, and still finds the one state that a circle leads to', () => {
    const both = (label: string, ...masters: string[]) =>
      actor(label, 'organization', { roles: masters.map((master) => ['agency', master, null, null]) })
    const table = [
      actor('Russia', 'state'),
      both('Agency A', 'Agency B'),
      both('Agency B', 'Agency A'),
      both('Agency C', 'Agency D'),
      both('Agency D', 'Agency C', 'Russia'),
    ]
    const circles = foldOf('state', new Map(table.map((entity) => [entity.id, entity])))
    for (const date of [null, '2015-10-01']) {
      expect(circles(id('Agency A'), date)).toBe(id('Agency A'))
      expect(circles(id('Agency C'), date)).toBe(id('Russia'))
    }
  })

  it('does nothing when nobody asks for it', () => {
    expect(foldOf('none', ENTITIES)(id('John Kerry'), '2015-10-01')).toBe(id('John Kerry'))
  })
})
