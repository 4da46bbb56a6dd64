import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

/** The names of a text, as `words: kind form whom`. */
async function names(text: string): Promise<readonly string[]> {
  const { mentions } = await read(text)
  return mentions
    .filter(({ form }) => form !== 'description' && form !== 'pronoun')
    .map(({ text, kind, form, entity }) => `${text}: ${kind} ${form} ${entity ?? '-'}`)
}

describe('names within names', () => {
  it.each([
    [
      'are themselves',
      'The United States Navy sent a ship.',
      ['The United States Navy: military name united-states-navy', 'United States: state name united-states'],
    ],
    [
      'are told once where they are the same',
      'Diplomats arrived in Washington D.C. after many difficulties.',
      ['Washington D.C.: place alias washington-d-c'],
    ],
  ] as const)('%s', async (_, text, expected) => {
    expect(await names(text)).toEqual(expected)
  })
})

describe('names end', () => {
  it.each([
    [
      'before a clause about them',
      'Duke University, which stands in Durham, hired Jane Goodall, who had worked in Tanzania.',
      ['Duke University: organization name duke-university', 'Jane Goodall: person name jane-goodall'],
    ],
    [
      'before a purpose or a place',
      'Kofi Annan for the United Nations met reporters.',
      ['Kofi Annan: person name kofi-annan'],
    ],
  ] as const)('%s', async (_, text, expected) => {
    expect(await names(text)).toEqual(expect.arrayContaining([...expected]))
  })

  it('are none where a description only holds one', async () => {
    expect(await names('Several people Reuters interviewed had fled.')).toEqual(['Reuters: media name reuters'])
  })
})

describe('capitals', () => {
  it.each([
    ['Moscow denied it.', 'Moscow: state metonym russia'],
    ['Moscow officials denied it.', 'Moscow: state metonym russia'],
    ['They met in Moscow.', 'Moscow: place name moscow'],
    ['The crowd filled downtown Moscow.', 'downtown Moscow: place name moscow'],
    ['The Moscow metro was closed.', 'Moscow: place name moscow'],
    ['Ministers met in the capital, Moscow, on Friday.', 'Moscow: place name moscow'],
    ['Moscow, Russia — Ministers met on Friday.', 'Moscow, Russia: place name moscow'],
  ])('stand for rulers or for themselves: %s', async (text, expected) => {
    expect(await names(text)).toContain(expected)
  })
})

describe('organizations that the tables do not know', () => {
  it.each([
    ['The Harbour Reform Party won seats in parliament.', 'party'],
    ['The Harbour Gazette reported it.', 'media'],
    ['The Harbour Relief Society sent doctors.', 'organization'],
  ])('are of the kind that their name tells: %s', async (text, kind) => {
    const { coined } = await read(text)
    expect([...coined.values()].map((actor) => actor.kind)).toEqual([kind])
  })
})
