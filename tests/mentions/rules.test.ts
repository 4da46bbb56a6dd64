import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

const DAY = '2015-10-02'

describe('every link says by which rule it was made', () => {
  it.each<[rule: string, text: string, words: string, whom: string | null, day?: string]>([
    ['name.name', 'Hezbollah fired rockets.', 'Hezbollah', 'hezbollah'],
    ['name.alias', 'The IRGC seized a ship.', 'The IRGC', 'islamic-revolutionary-guard-corps'],
    ['name.demonym', 'French jets took off.', 'French', 'france'],
    ['name.people', 'The Aussies won.', 'The Aussies', 'australia'],
    ['name.ruler', 'The Kremlin denied it.', 'The Kremlin', 'russia'],
    ['name.variant', 'Mohamed bin Salmaan spoke to reporters.', 'Mohamed bin Salmaan', 'mohammed-bin-salman'],
    [
      'name.part',
      'The Baltic Climate Foundation left. The Climate Foundation had sent doctors.',
      'The Climate Foundation',
      'baltic-climate-foundation',
    ],
    ['name.same', 'They fought the Hezbollah group.', 'the Hezbollah group', 'hezbollah'],
    ['encoder', 'They met in Harborville.', 'Harborville', null],
    ['coined', 'Emma Watson spoke to reporters.', 'Emma Watson', 'emma-watson'],
    ['surname', 'Emma Watson spoke. Watson then left.', 'Watson', 'emma-watson'],
    [
      'acronym',
      'The Harbour Relief Society (HRS) sent doctors. Officials of HRS said so.',
      'HRS',
      'harbour-relief-society',
    ],
    ['organ', 'Russia said its air force had flown.', 'its air force', 'russian-air-force'],
    ['apposition', 'Their daughter, Emma Watson, fell ill.', 'Their daughter', 'emma-watson'],
    ['group', 'Kurdish fighters took Raqqa.', 'Kurdish fighters', 'kurdish-fighters'],
    ['government', 'The Assad regime has fallen.', 'The Assad regime', 'syria'],
    ['office.held', 'The Russian president spoke.', 'The Russian president', 'vladimir-putin', DAY],
    [
      'office.named',
      'Vladimir Putin left. The Russian president was tired.',
      'The Russian president',
      'vladimir-putin',
    ],
    ['office.undated', 'The Russian president spoke.', 'The Russian president', null],
    ['office.only', 'The Kremlin spokesman denied it.', 'The Kremlin spokesman', 'dmitry-peskov'],
    ['office.several', 'The Russian leader spoke.', 'The Russian leader', null, '2010-01-01'],
    ['office.none', 'The Russian president spoke.', 'The Russian president', null, '1950-01-01'],
    ['coreference.pronoun', 'Barack Obama said he had left.', 'he', 'barack-obama'],
    ['coreference.speaker', '“We will not yield,” Vladimir Putin said.', 'We', 'russia'],
    ['coreference.pair', 'Russia and Turkey met. Both countries agreed.', 'Both countries', 'russia'],
    ['coreference.group', 'Syrian rebels took Hama. The rebels moved on.', 'The rebels', 'syrian-rebels'],
    [
      'coreference.name',
      'The Russian Defense Ministry spoke. The ministry denied it.',
      'The ministry',
      'russian-ministry-of-defence',
    ],
    ['coreference.country', 'Syria was shelled. The country has been at war.', 'The country', 'syria'],
    ['coreference.government', 'Syria was shelled. The government denied it.', 'The government', 'syria'],
    ['coreference.organization', 'Siemens sold it. The company gave no price.', 'The company', 'siemens'],
    ['coreference.place', 'Diplomats left Geneva. The city was quiet.', 'The city', 'geneva'],
    ['coreference.office', 'Vladimir Putin spoke. The president thanked them.', 'The president', 'vladimir-putin'],
    ['coreference.called', 'Their daughter, Emma Watson, fell. He saw his daughter.', 'his daughter', 'emma-watson'],
  ])('%s: %s', async (rule, text, words, whom, day) => {
    const { mentions } = await read(text, day ?? null)
    const found = mentions.filter((mention) => mention.text === words).map(({ rule, entity }) => ({ rule, entity }))
    expect(found).toContainEqual({ rule, entity: whom })
  })
})
