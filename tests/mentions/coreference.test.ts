import { describe, expect, it } from 'vitest'
import { meant, read } from './read.ts'

describe('pronouns', () => {
  it.each([
    ['Vladimir Putin met Angela Merkel. He thanked her.', 'He', ['pronoun vladimir-putin']],
    ['Vladimir Putin met Angela Merkel. He thanked her.', 'her', ['pronoun angela-merkel']],
    ['Barack Obama said he had spoken to reporters.', 'he', ['pronoun barack-obama']],
    ['Russia said its jets had hit Raqqa.', 'its', ['pronoun russia']],
    ['Iran and Russia condemned the raid. They called a meeting.', 'They', ['pronoun iran', 'pronoun russia']],
    ['Hezbollah said it had fired rockets at Israel.', 'it', ['pronoun hezbollah']],
    ['Barack Obama himself called John Kerry.', 'himself', ['pronoun barack-obama']],
    ['In his speech, Vladimir Putin praised the army.', 'his', ['pronoun vladimir-putin']],
    ['Russia is strong. It is clear that the war goes on.', 'It', []],
    ['Vladimir Putin spoke in Moscow. A driver said he was tired.', 'he', []],
    ['John Kerry criticized him.', 'him', []],
    ['Vladimir Putin spoke. “He is wrong,” said Barack Obama.', 'He', ['pronoun vladimir-putin']],
    ['Hezbollah, its main rival, left Lebanon.', 'its', []],
    ['Vladimir Putin spoke. John Kerry refused to thank him.', 'him', ['pronoun vladimir-putin']],
    ['Syria, a close ally of Russia, said it was leaving.', 'it', ['pronoun syria']],
    ['Hezbollah officials met in Beirut. They left early.', 'They', ['pronoun -']],
  ] as const)('in “%s”: %s', async (text, word, expected) => {
    expect(await meant(text, word)).toEqual(expected)
  })

  it('bear the number of whom they mean', async () => {
    const { mentions } = await read('Angela Merkel spoke in Berlin. She thanked France.')
    const [name, pronoun] = ['Angela Merkel', 'She'].map((words) => mentions.find(({ text }) => text === words))
    expect(pronoun?.cluster).toBe(name?.cluster)
    expect(pronoun?.rule).toBe('coreference.pronoun')
  })

  it('and descriptions of strangers bear their number', async () => {
    const { mentions } = await read(
      'The Tigris Bridge was hit on Sunday. The bridge fell. Texas officials met. They left.',
    )
    const clusters = ['The Tigris Bridge', 'The bridge', 'Texas officials', 'They'].map(
      (words) => mentions.find(({ text }) => text === words)?.cluster,
    )
    expect(clusters[0]).toBeDefined()
    expect(clusters[1]).toBe(clusters[0])
    expect(clusters[2]).not.toBe(clusters[0])
    expect(clusters[3]).toBe(clusters[2])
  })

  it.each([
    ['“We will not yield,” Vladimir Putin said.', 'We', ['pronoun russia']],
    ['“I will not yield,” Vladimir Putin said.', 'I', ['pronoun vladimir-putin']],
    ['“Our patience has ended,” Hamas said.', 'Our', ['pronoun hamas']],
    ['“We are tired,” Emma Stone said.', 'We', []],
    ['“We are tired,” Emma Stone and John Kerry said.', 'We', []],
    ['We spoke to Vladimir Putin, who said nothing.', 'We', []],
  ] as const)(
    'of the first person mean who speaks, or the state of who holds an office: %s',
    async (text, word, expected) => {
      expect(await meant(text, word)).toEqual(expected)
    },
  )

  it('of the first person mean the body of an office held on that day', async () => {
    const text = '“We stand with Turkey,” Jens Stoltenberg said.'
    expect(await meant(text, 'We', '2015-11-24')).toEqual(['pronoun nato'])
    expect(await meant(text, 'We', '2012-11-24')).toEqual(['pronoun norway'])
  })

  it('of the first person say by which rule', async () => {
    const { mentions } = await read('“We will not yield,” Vladimir Putin said.')
    expect(mentions.find(({ text }) => text === 'We')?.rule).toBe('coreference.speaker')
  })
})

describe('descriptions', () => {
  it.each([
    ['Vladimir Putin spoke. The president thanked the army.', 'The president', ['description vladimir-putin']],
    ['Syria was shelled. The country has been at war since 2011.', 'The country', ['description syria']],
    [
      'The Russian Defense Ministry denied it. The ministry gave no details.',
      'The ministry',
      ['description russian-ministry-of-defence'],
    ],
    ['Hamas fired rockets. The group said so on Sunday.', 'The group', ['description hamas']],
    ['Rebels entered Aleppo. The city fell.', 'The city', ['description aleppo']],
    [
      'Russia and Turkey signed a deal. Both countries welcomed it.',
      'Both countries',
      ['description russia', 'description turkey'],
    ],
    ['The Assad regime has fallen.', 'The Assad regime', ['description syria']],
    ['Russia spoke. The other country did not.', 'The other country', []],
    ['Syrian rebels took Hama. The rebels then moved south.', 'The rebels', ['description syrian-rebels']],
    ['The rebels moved south.', 'The rebels', []],
    ['Barack Obama met John Kerry. Two senators dismissed it.', 'Two senators', []],
    ['The Syrian opposition met. Jets hit opposition groups.', 'opposition groups', ['description syrian-opposition']],
    ['Syrian rebels took Hama. The fighters then left.', 'The fighters', ['description syrian-rebels']],
    ['Syrian rebels took Hama. The jihadists then left.', 'The jihadists', []],
    ['Hamas fired rockets. The oil company said so.', 'The oil company', []],
    ['Hamas fired rockets. The militant group said so.', 'The militant group', ['description hamas']],
    ['Siemens sold it. The company gave no price.', 'The company', ['description siemens']],
    ['Russia stood by the regime.', 'the regime', []],
    ['Vladimir Putin said his country would respond.', 'his country', ['description russia']],
    ['Italy is a country like Spain. The country voted.', 'The country', ['description italy']],
    ['Russia knew Syria. Bashar al-Assad ruled the country.', 'the country', ['description syria']],
    [
      'Syria has been at war since 2011. Jets hit forces of the Russian-backed government.',
      'the Russian-backed government',
      ['description syria'],
    ],
    ['The regional government met in Italy. The regional government fell.', 'The regional government', []],
    ['Emma Stone is an actress. The actress lives in Texas.', 'The actress', ['description emma-stone']],
    [
      'Their daughter, Emma Watson, fell ill. Doctors treated their daughter.',
      'their daughter',
      ['description emma-watson'],
    ],
    ['The Tigris Bridge was hit. The bridge fell.', 'The bridge', ['description -']],
  ] as const)('in “%s”: %s', async (text, words, expected) => {
    expect(await meant(text, words)).toEqual(expected)
  })

  it('take two states from who acts for them', async () => {
    const text = 'Barack Obama told Vladimir Putin about it. The two countries share an interest.'
    const found = await meant(text, 'The two countries', '2015-10-02')
    expect([...found].sort()).toEqual(['description russia', 'description united-states'])
  })
})
