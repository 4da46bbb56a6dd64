import { describe, expect, it } from 'vitest'
import { meant, read } from './read.ts'

/** The actors that an article coins, as `id: label (kind)`. */
async function coined(text: string): Promise<readonly string[]> {
  const { coined } = await read(text)
  return [...coined.values()].map(({ id, label, kind, basis }) => `${id}: ${label} (${kind}, ${basis})`)
}

describe('names that the tables do not know', () => {
  it.each([
    [
      'are people without their titles',
      'Lieutenant Colonel Alexander Vindman testified in Washington.',
      ['alexander-vindman: Alexander Vindman (person, text)'],
    ],
    [
      'are organizations without what follows them',
      'The Harbour Relief Society, which is small, sent doctors to Idlib.',
      ['harbour-relief-society: Harbour Relief Society (organization, text)'],
    ],
    ['are none where the tables know them', 'Sergei Lavrov met John Kerry in Moscow.', []],
    ['are none where the words are a state’s in general', 'The Supreme Court ruled on Friday.', []],
  ] as const)('%s', async (_, text, expected) => {
    expect(await coined(text)).toEqual(expected)
  })
})

describe('a noun with a name right behind it', () => {
  it('is no part of the name, and may stand for it later', async () => {
    const text = 'Texas student Emma Watson built a clock. Police questioned the student.'
    expect(await coined(text)).toEqual(['emma-watson: Emma Watson (person, text)'])
    expect(await meant(text, 'the student')).toEqual(['description emma-watson'])
  })
})

describe('later names', () => {
  const vindman = 'Lieutenant Colonel Alexander Vindman testified. Vindman said so.'
  it.each([
    ['a surname means who was named in full', vindman, 'Vindman', ['alias alexander-vindman']],
    [
      'a surname means who is named in full later on',
      'Vindman testifies\n\nAlexander Vindman spoke on Friday.',
      'Vindman',
      ['alias alexander-vindman'],
    ],
    [
      'an office tells whose surname it is',
      'On Friday, Secretary of State Kerry told reporters about it.',
      'Secretary of State Kerry',
      ['alias john-kerry'],
    ],
    [
      'a spelling variant is the same person',
      'Mohamed bin Salmaan spoke to reporters.',
      'Mohamed bin Salmaan',
      ['name mohammed-bin-salman'],
    ],
    ['another first name is another person', 'Hafez al-Assad ruled Syria.', 'Hafez al-Assad', ['name hafez-al-assad']],
    [
      'so is another middle name',
      'Mohamed Hassan Mohamed spoke.',
      'Mohamed Hassan Mohamed',
      ['name mohamed-hassan-mohamed'],
    ],
    ['and is never linked by the surname', 'Maher Haddad Putin spoke.', 'Putin', []],
    ['curly apostrophes are straight ones', 'The U.S. bombed Da’esh.', 'Da’esh', ['alias islamic-state']],
    [
      'an acronym in brackets is short for the name before it',
      'The Harbour Relief Society (HRS) sent doctors. Officials of HRS said so.',
      'HRS',
      ['alias harbour-relief-society', 'alias harbour-relief-society'],
    ],
    [
      'the group of a name is the group',
      'They fought the Hezbollah group.',
      'the Hezbollah group',
      ['description hezbollah'],
    ],
  ] as const)('%s', async (_, text, words, expected) => {
    expect(await meant(text, words)).toEqual(expected)
  })
})

describe('appositions', () => {
  it.each([
    ['Syria, a close ally of Russia, left the talks.', 'a close ally of Russia', ['description syria']],
    ['Their daughter, Emma Watson, fell ill.', 'Their daughter', ['description emma-watson']],
    ['They met in Austin, Texas, on Friday.', 'Texas', ['name texas']],
  ] as const)('are one actor: %s', async (text, words, expected) => {
    expect(await meant(text, words)).toEqual(expected)
  })

  it('say by which rule', async () => {
    const { mentions } = await read('Their daughter, Emma Watson, fell ill.')
    expect(mentions.find(({ text }) => text === 'Their daughter')?.rule).toBe('apposition')
  })

  it('of a city and its state are two places', async () => {
    const [city] = await meant('They met in Harborville, Texas, on Friday.', 'Harborville')
    expect(city ?? 'name -').toBe('name -')
  })
})

describe('described groups', () => {
  it.each([
    ['US-backed rebels', 'description us-backed-rebels'],
    ['Kurdish fighters', 'description kurdish-fighters'],
  ])('stand each by itself: %s', async (words, expected) => {
    expect(await meant('US-backed rebels and Kurdish fighters took Raqqa.', words)).toEqual([expected])
  })

  it('meet under the nation, whether it stands before them or owns them', async () => {
    expect(await meant("Syria's rebels fled.", "Syria's rebels")).toEqual(['description syrian-rebels'])
  })
})

describe('offices', () => {
  it.each([
    ['The Russian president spoke.', 'The Russian president', '2010-05-01', ['title dmitry-medvedev']],
    ['The Russian president spoke.', 'The Russian president', '2015-10-02', ['title vladimir-putin']],
    ['The Russian president spoke.', 'The Russian president', null, ['title -']],
    ['Vladimir Putin left. The Russian president was tired.', 'The Russian president', null, ['title vladimir-putin']],
    ['The U.S. secretary of state spoke.', 'The U.S. secretary of state', '2015-10-02', ['title john-kerry']],
    ['The former Russian president spoke.', 'The former Russian president', '2015-10-02', []],
    ['A Russian deputy foreign minister spoke.', 'A Russian deputy foreign minister', '2015-10-02', []],
    ['Russia’s Defense Ministry denied it.', 'Russia’s Defense Ministry', null, ['name russian-ministry-of-defence']],
    ['Russia said its air force had flown.', 'its air force', null, ['description russian-air-force']],
    [
      'The chief of Putin’s administration spoke.',
      'Putin’s administration',
      null,
      ['description presidential-administration-of-russia'],
    ],
    ['The chief of Obama’s administration spoke.', 'Obama’s administration', null, ['description united-states']],
    ['The Russian parliament voted.', 'Russian parliament', null, ['alias russian-federal-assembly']],
  ] as const)('%s %s on %s', async (text, words, day, expected) => {
    expect(await meant(text, words, day)).toEqual(expected)
  })

  it('that several held on no known day say so', async () => {
    const { mentions } = await read('The Russian president spoke.')
    expect(mentions.find(({ form }) => form === 'title')?.rule).toBe('office.undated')
  })
})
