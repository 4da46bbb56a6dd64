import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/index.ts'
import { ACTOR_KINDS, CLAIM_TYPES } from '../../src/model/index.ts'
import { ACTORS, faultOf, folder, PLACES, ROLES, SMALL } from './folder.ts'

/** The fault of the small folder with this file in place of its own. */
function faultWith(file: string, text: string): string {
  const dir = folder({ ...SMALL, [file]: text })
  return faultOf(() => loadLexicon({ dir }), dir)
}

/** The fault of the small folder with other words in one of its files. */
const faultOn = (file: string, words: string, others: string): string => {
  expect(SMALL[file]).toContain(words)
  return faultWith(file, SMALL[file]!.replace(words, others))
}

it('finds none in the small folder', () => {
  expect(faultWith('groups.tsv', SMALL['groups.tsv']!)).toBe('no fault')
})

describe('tab-separated tables', () => {
  const columns = 'expected a header line with the columns id, label, kind, aliases, demonyms, rulers, codes'
  it.each([
    ['', `actors.tsv:1: ${columns}, got nothing.`],
    ['# Only this.\n', `actors.tsv:1: ${columns}, got nothing.`],
    ['\n\nid ~ label ~ sort\n', `actors.tsv:3: ${columns}, got "sort".`],
    ['id ~ id ~ label ~ kind ~ aliases ~ demonyms ~ rulers\n', `actors.tsv:1: ${columns}, got "id".`],
    ['id ~ label ~ kind\n', `actors.tsv:1: ${columns}, got none named aliases, demonyms, rulers, codes.`],
    [
      `${ACTORS}# Here:\niran ~ Iran ~ state\n`,
      'actors.tsv:3: expected 7 cells separated by tabs, got 3. The columns are id, label, kind, aliases, demonyms, rulers, codes.',
    ],
  ])('refuses the lines %j', (text, fault) => {
    expect(faultWith('actors.tsv', text)).toBe(fault)
  })

  it('takes columns in any order, and lines that end in CR LF', () => {
    const text = 'kind ~ noun\r\narmed-group ~ rebel\r\n\r\npeople ~ villager\r\n'
    const { groups } = loadLexicon({ dir: folder({ ...SMALL, 'groups.tsv': text }) })
    expect([...groups]).toEqual([
      ['rebel', 'armed-group'],
      ['villager', 'people'],
    ])
  })

  it('names the line that is not UTF-8', () => {
    const dir = folder(SMALL)
    writeFileSync(join(dir, 'groups.tsv'), Buffer.from('noun\tkind\nc\xf4t\xe9\tpeople\n', 'latin1'))
    expect(faultOf(() => loadLexicon({ dir }), dir)).toBe('groups.tsv:2: expected UTF-8, got bytes that are none.')
  })
})

describe('words for those who are named', () => {
  it.each([
    ['titles.tsv', 'word ~ gender\nCaptain ~\n', 'expected one word in lower case, got "Captain".'],
    ['titles.tsv', 'word ~ gender\ncaptain ~ male\n', 'expected the gender m or f, got "male".'],
    ['given-names.tsv', 'name ~ gender\nvladimir ~\n', 'expected the gender m or f, got nothing.'],
    ['given-names.tsv', 'name ~ gender\nmary ann ~ f\n', 'expected one word in lower case, got "mary ann".'],
  ])('refuse in %s the row %j', (file, text, fault) => {
    expect(faultWith(file, text)).toBe(`${file}:2: ${fault}`)
  })

  it.each([
    ['company ~ firm ~ back', /^nouns\.tsv:2: expected some of state, .*, site, got "firm"\.$/],
    ['company ~ organization ~ again', /^nouns\.tsv:2: expected some of back, beside, .*, got "again"\.$/],
    ['company ~ organization ~', /^nouns\.tsv:2: expected one of back, beside, .*, got nothing\.$/],
  ])('refuse the noun %j', (row, fault) => {
    expect(faultWith('nouns.tsv', `word ~ kinds ~ uses\n${row}\n`)).toMatch(fault)
  })
})

describe('actors', () => {
  it.each([
    ['Iran ~ Iran ~ state ~ ~ ~ ~', 'expected an id of small letters, digits and "-", got "Iran".'],
    ['iran ~ ~ state ~ ~ ~ ~', 'expected a label, got nothing.'],
    ['iran ~ Iran ~ country ~ ~ ~ ~', `expected one of the kinds ${ACTOR_KINDS.join(', ')}, got "country".`],
    ['iran ~ Iran ~ state ~ Persia; ~ ~ ~', 'expected a list separated by "; " without empty items, got "Persia;".'],
    ['iran ~ Iran ~ state ~ Persia; Persia ~ ~ ~', 'expected a list that holds each item once, got "Persia".'],
    ['iran ~ Iran ~ state ~ Iran ~ ~ ~', 'expected other names than the first, got "Iran".'],
    ['iran ~ Iran ~ state ~ ~ Iranian; = ~ ~', 'expected a label, got nothing.'],
    [
      'iran ~ Iran ~ state ~ ~ ~ ~ fips=IR',
      'expected scheme=value with one of the schemes iso2, iso3, cameo, wikidata, geonames, got "fips=IR".',
    ],
    ['iran ~ Iran ~ state ~ ~ ~ ~ iso2=IRN', 'expected two capital letters as iso2, got "IRN".'],
    ['iran ~ Iran ~ state ~ ~ ~ ~ wikidata=794', 'expected Q and a number as wikidata, got "794".'],
    ['iran ~ Iran ~ state ~ ~ ~ ~ iso2=IR; iso2=IN', 'expected one code of the scheme iso2, got "iso2=IN".'],
    ['russia ~ Russia ~ state ~ ~ ~ ~', 'expected a row of its own, got russia, which stands in actors.tsv:3.'],
    [
      'iran ~ Syria ~ state ~ ~ ~ ~',
      'expected a name that one row has as its name, got "Syria", which actors.tsv:4 has.',
    ],
    [
      'iran ~ Iran ~ state ~ Putin ~ ~ ~',
      'expected a name that one row has as its alias, got "Putin", which actors.tsv:5 has.',
    ],
    [
      'iran ~ Iran ~ state ~ ~ Syrian ~ ~',
      'expected a name that one row has as its demonym, got "Syrian", which actors.tsv:4 has.',
    ],
  ])('refuses "%s"', (row, fault) => {
    expect(faultWith('actors.tsv', `${SMALL['actors.tsv']}${row}\n`)).toBe(`actors.tsv:7: ${fault}`)
  })
})

describe('places', () => {
  it.each([
    [
      'homs ~ Homs ~ ~ village ~ syria ~ ~ ~',
      /^expected one of the features capital, city, .*, site, got "village"\.$/,
    ],
    ['homs ~ Homs ~ ~ city ~ assyria ~ ~ ~', 'expected the id of a place or a state as "within", got "assyria".'],
    [
      'homs ~ Homs ~ ~ city ~ vladimir-putin ~ ~ ~',
      'expected the id of a place or a state as "within", got "vladimir-putin".',
    ],
    ['homs ~ Homs ~ ~ city ~ homs ~ ~ ~', 'expected places that do not lie within themselves, got homs > homs.'],
    ['homs ~ Homs ~ ~ city ~ syria ~ 95 ~ 36 ~', 'expected decimal degrees from -90 to 90, got "95".'],
    ['homs ~ Homs ~ ~ city ~ syria ~ 34°44 ~ 36 ~', 'expected decimal degrees from -90 to 90, got "34°44".'],
    ['homs ~ Homs ~ ~ city ~ syria ~ 34.73 ~ ~', 'expected both lat and lon, or neither, got "34.73".'],
    ['homs ~ Homs ~ ~ city ~ syria ~ ~ ~ x1', 'expected a number as geonames, got "x1".'],
    [
      'russia ~ Homs ~ ~ city ~ syria ~ ~ ~',
      'expected an id that no actor has, got russia, which stands in actors.tsv:3.',
    ],
    [
      'homs ~ Syria ~ ~ city ~ ~ ~ ~',
      'expected a name that one row has as its name, got "Syria", which actors.tsv:4 has.',
    ],
    [
      'homs ~ Homs ~ Syria ~ city ~ ~ ~ ~',
      'expected a place whose name no state has, got "Syria", which actors.tsv:4 has.',
    ],
  ])('refuses "%s"', (row, fault) => {
    const found = faultWith('places.tsv', `${SMALL['places.tsv']}${row}\n`)
    expect(found).toMatch(/^places\.tsv:5: /)
    expect(found.slice('places.tsv:5: '.length)).toEqual(
      typeof fault === 'string' ? fault : expect.stringMatching(fault),
    )
  })

  it('lets a capital be a place, and stand for those who rule', () => {
    const { names } = loadLexicon({ dir: folder(SMALL) })
    expect(names.filter(({ name }) => name === 'Moscow')).toEqual([
      { name: 'Moscow', entity: 'russia', form: 'ruler' },
      { name: 'Moscow', entity: 'moscow', form: 'name' },
    ])
  })
})

describe('roles', () => {
  it.each([
    ['igor ~ president ~ ~ russia ~ ~', 'expected the id of an actor as "actor", got "igor".'],
    ['vladimir-putin ~ mayor ~ ~ moscow ~ ~', 'expected the id of an actor as "for", got "moscow".'],
    ['vladimir-putin ~ ~ ~ russia ~ ~', 'expected an office such as "foreign minister", got nothing.'],
    ['russia ~ state ~ ~ russia ~ ~', 'expected somebody else as "for", got "russia".'],
    ['vladimir-putin ~ premier ~ ~ russia ~ 1999 ~', 'expected a day, YYYY-MM-DD, got "1999".'],
    ['vladimir-putin ~ premier ~ ~ russia ~ 1999-02-29 ~', 'expected a day, YYYY-MM-DD, got "1999-02-29".'],
    [
      'vladimir-putin ~ premier ~ ~ russia ~ 2008-05-08 ~ 2008-05-07',
      'expected a day from 2008-05-08 on as "until", got "2008-05-07".',
    ],
    [
      'vladimir-putin ~ president ~ ~ russia ~ 2012-05-07 ~ 2018-05-07',
      'expected a row of its own, got vladimir-putin, president, russia, 2012-05-07, which stands in roles.tsv:3.',
    ],
  ])('refuses "%s"', (row, fault) => {
    expect(faultWith('roles.tsv', `${SMALL['roles.tsv']}${row}\n`)).toBe(`roles.tsv:5: ${fault}`)
  })
})

describe('claim types', () => {
  const file = 'types/assault.yaml'
  it.each([
    ['type: ASSAULT', 'type: ATTACK', '1: expected one of AGREE, '],
    ['type: ASSAULT', 'type: AID', '1: expected "ASSAULT" for "type", got "AID".'],
    [
      'quad: material-conflict',
      'quad: war',
      '3: expected one of verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, neutral for "quad", got "war".',
    ],
    ['cameo: "19"', 'cameo: "190"', '4: expected a CAMEO root code, 01 to 20 for "cameo", got "190".'],
    ['score: -9.3', 'score: -11', '5: expected a number from -10 to 10, got "-11".'],
    ['verb: assaults\n', '', '1: expected a line of text for "verb", got nothing.'],
    [
      'verb: assaults',
      'color: red',
      '6: expected one of the keys type, rows, says, quad, cameo, score, verb, source, got "color".',
    ],
    ['assault.aerial:', 'attack.aerial:', '9: expected a row id such as "assault.some-name", got "attack.aerial".'],
    [
      '    mode: aerial',
      '    mode: From the air',
      '11: expected a mode in lower case, such as "heavy-weapons" for "mode", got "From the air".',
    ],
    [
      '    mode: aerial',
      '    moda: aerial',
      '11: expected one of the keys says, mode, reciprocal, demanded, only, target, patterns, examples, not, got "moda".',
    ],
    [
      '      - X bomb Y',
      '      - Y bomb X',
      '13: expected a pattern such as "X bomb Y", "X\'s airstrike on Y" or "X-backed Y", got "Y bomb X". A pattern begins with X.',
    ],
    [
      '      - X bomb Y',
      "      - X's air strike at/on Y",
      '9: expected a pattern of its own, got "X\'s air strike on/against Y", which assault.aerial has in types/assault.yaml:9.',
    ],
    ['=> Russia > Idlib', '=> BOMB: Russia > Idlib', '16: expected one of the claim types AGREE, '],
    [
      'box office."',
      'box office. => Russia > Idlib"',
      '18: expected a sentence alone, got "The film bombed at the box office. => Russia > Idlib". What gives a claim stands under "examples".',
    ],
    [
      '"The film bombed at the box office."',
      'Ratings: it bombed.',
      '18: expected a line of text for "not", got a mapping. A line that holds ": " stands in double quotes.',
    ],
    ['reciprocal: true', 'reciprocal: yes', '21: expected true or false for "reciprocal", got "yes".'],
    ['target: actor', 'target: actors', '22: expected one of people, actor, place, any for "target", got "actors".'],
    ['target: actor', 'demanded: FIGHT', '22: expected one of AGREE, '],
    ['[X fight with/against Y]', '[]', '23: expected a list that is not empty for "patterns", got a list.'],
    ['[X fight with/against Y]', 'X fight Y', '23: expected a list for "patterns", got "X fight Y".'],
    ['says: X and Y', ' says: X and Y', '21: expected YAML, got All mapping items must start at the same column'],
    ['says: X and Y', 'target: any\n    says: X and Y', '23: expected YAML, got Map keys must be unique'],
  ])('refuses "%s" made "%s"', (words, others, fault) => {
    const found = faultOn(file, words, others)
    expect(found.slice(0, `${file}:${fault}`.length)).toBe(`${file}:${fault}`)
  })

  it('tells the first of two faults', () => {
    const text = SMALL[file]!.replace('target: actor', 'target: actors').replace('X bomb Y', 'Y bomb X')
    expect(faultWith(file, text)).toMatch(/^types\/assault\.yaml:13: /)
  })

  it('refuses a pattern that two types have', () => {
    expect(faultOn('types/support.yaml', '- X back Y', '- X drop/bomb Y')).toBe(
      'types/support.yaml:8: expected a pattern of its own, or another target than any, got "X drop/bomb Y", which assault.aerial has in types/assault.yaml:9.',
    )
  })

  it('allows it for another target', () => {
    expect(faultOn('types/support.yaml', 'says: X backs Y', 'says: X backs Y\n    target: people')).toBe('no fault')
    const text = SMALL['types/support.yaml']!.replace('- X back Y', '- X bomb Y').replace(
      'backs Y',
      'backs Y\n    target: people',
    )
    expect(faultWith('types/support.yaml', text)).toBe('no fault')
  })

  it.each(['', '# Only this.\n', '---\n'])('refuses the empty file %j', (text) => {
    expect(faultWith('types/aid.yaml', text)).toBe('types/aid.yaml:1: expected a mapping, got nothing.')
  })

  it('refuses a file that no claim type is named like', () => {
    expect(faultWith('types/attack.yaml', 'type: ATTACK\n')).toBe(
      'types/attack.yaml: expected a file named by a claim type, such as assault.yaml, got "types/attack.yaml".',
    )
  })
})

describe('cues, modality and boilerplate', () => {
  it.each([
    [
      'cues.yaml',
      'act: REJECT',
      'act: DENY',
      `3: expected one of ${CLAIM_TYPES.join(', ')}, null for "act", got "DENY".`,
    ],
    [
      'cues.yaml',
      '{ polarity: negated }',
      '{ polarity: no }',
      '4: expected one of affirmed, negated for "polarity", got "no".',
    ],
    ['cues.yaml', '- deny to Y', '- deny Y to Y', '7: expected Y once at most, got "deny Y to Y".'],
    ['cues.yaml', '- deny to Y', '- Deny', '7: expected a word in lower case, got "Deny".'],
    ['cues.yaml', 'denials by/from X', 'denials', '9: expected a phrase around X, the speaker, got "despite denials".'],
    [
      'cues.yaml',
      '=> ASSAULT: Russia > Idlib |',
      '=> Russia > Idlib |',
      '12: expected a claim type and a colon after "=>", got "Russia > Idlib | negated | said by Russia".',
    ],
    [
      'cues.yaml',
      '[plan to]',
      '[deny]',
      '15: expected cues that stand once, got "deny", which deny has in cues.yaml:1.',
    ],
    ['cues.yaml', '  cues: [plan to]\n', '', '15: expected a list of cues or of phrases, got neither.'],
    [
      'modality.yaml',
      'light:',
      'heavy:',
      '8: expected one of the keys negation, planned, demanded, possible, conditional, light, converse, means, got "heavy".',
    ],
    ['modality.yaml', '- carry out', '- Carry out', '10: expected a word in lower case, got "Carry".'],
    ['modality.yaml', '  words:\n    - carry out\n', '', '8: expected a list for "words", got nothing.'],
    [
      'boilerplate.yaml',
      'where: end',
      'where: bottom',
      '4: expected one of line, start, end for "where", got "bottom".',
    ],
    ['boilerplate.yaml', 'maxWords: 20', 'maxWords: few', '9: expected a number from 1 to 1000, got "few".'],
    [
      'boilerplate.yaml',
      '  starts:\n    - please donate\n  ends:\n    - "keep us *free*"\n',
      '',
      '1: expected phrases under one of starts, contains, equals, ends, got none.',
    ],
  ])('refuses in %s "%s" made "%s"', (file, words, others, fault) => {
    expect(faultOn(file, words, others)).toBe(`${file}:${fault}`)
  })
})

it('reads a folder that lacks tables', () => {
  const { entities, types } = loadLexicon({ dir: folder({ 'actors.tsv': SMALL['actors.tsv']! }) })
  expect([entities.size, types.size]).toEqual([4, 0])
  const faults = { 'places.tsv': `${PLACES}homs ~ Homs ~ ~ ~ syria ~ ~ ~\n`, 'roles.tsv': `${ROLES}a ~ b ~ ~ c ~ ~\n` }
  for (const [file, text] of Object.entries(faults)) {
    const dir = folder({ [file]: text })
    expect(faultOf(() => loadLexicon({ dir }), dir)).toMatch(new RegExp(`^${file}:2: expected the id of`))
  }
})
