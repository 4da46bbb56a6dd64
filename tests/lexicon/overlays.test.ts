import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/index.ts'
import { asEntityId } from '../../src/model/index.ts'
import { ACTORS, type Files, faultOf, folder, ROLES, SMALL } from './folder.ts'

const load = (...overlays: readonly Files[]) =>
  loadLexicon({ dir: folder(SMALL), overlays: overlays.map((files) => folder(files)) })

const ROW =
  'rows:\n  assault.aerial:\n    says: NEW\n    patterns: [X bombard Y]\n    examples: ["It. => Russia > Idlib"]\n'

describe('overlays', () => {
  it('replace rows of the same key in their places', () => {
    const before = load()
    const after = load({
      'actors.tsv': `${ACTORS}syria ~ Syria ~ state ~ Syrian Arab Republic ~ ~ ~\n`,
      'roles.tsv': `${ROLES}vladimir-putin ~ president ~ leader ~ russia ~ 2012-05-07 ~ 2018-05-07\n`,
      'groups.tsv': 'noun ~ kind\nrebel ~ people\n',
      'titles.tsv': 'word ~ gender\ncaptain ~ m\n',
      'given-names.tsv': 'name ~ gender\nvladimir ~ f\n',
      'nouns.tsv': 'word ~ kinds ~ uses\ncompany ~ media ~ back\n',
      'types/assault.yaml': `type: ASSAULT\n${ROW}`,
      'cues.yaml': 'deny:\n  says: NEW\n  act: null\n  cues: [dispute]\n  examples: ["It. => AID: A > B"]\n',
      'modality.yaml': 'light:\n  words: [launch]\n',
      'boilerplate.yaml': 'appeal.donate:\n  says: NEW\n  contains: [donate]\n',
    })
    expect([...after.entities.keys()]).toEqual([...before.entities.keys()])
    expect(after.entities.get(asEntityId('syria'))).toMatchObject({ aliases: ['Syrian Arab Republic'], codes: {} })
    expect(after.names.some(({ name }) => name === 'Damascus')).toBe(false)
    expect(after.entities.get(asEntityId('vladimir-putin'))).toMatchObject({
      roles: [{ until: '2008-05-07' }, { until: '2018-05-07' }],
    })
    expect([...after.groups]).toEqual([['rebel', 'people']])
    expect([...after.titles]).toEqual([
      ['captain', 'm'],
      ['-woman', 'f'],
    ])
    expect([...after.givenNames]).toEqual([['vladimir', 'f']])
    expect([...after.nouns.keys()]).toEqual(['company', 'city', 'supreme'])
    expect(after.nouns.get('company')).toEqual({ kinds: ['media'], uses: new Set(['back']) })
    expect(after.rows.map(({ id, says }) => [id, says])).toEqual([
      ['assault.aerial', 'NEW'],
      ['assault.fight', 'X and Y fight each other'],
      ['support.back', 'X backs Y'],
    ])
    expect(after.rows[0]?.not).toEqual([])
    expect(after.types).toEqual(before.types)
    expect(after.cues.map(({ id, says }) => [id, says])).toEqual([
      ['deny', 'NEW'],
      ['plan', 'X means to do something'],
    ])
    const { negation, light, not } = after.modality
    expect({ negation, light, not }).toEqual({ negation: [['not'], ["n't"]], light: [['launch']], not: [] })
    expect(after.boilerplate.map(({ says }) => says)).toEqual(['NEW'])
  })

  it('add what is new at the end', () => {
    const after = load({
      'actors.tsv': `${ACTORS}~ Iran ~ state ~ ~ Iranian ~ ~\n`,
      'roles.tsv': `${ROLES}vladimir-putin ~ president ~ ~ russia ~ 2018-05-07 ~\n`,
      'types/assault.yaml': `type: ASSAULT\n${ROW.replace('aerial', 'shell')}`,
    })
    expect(after.entities.get(asEntityId('iran'))).toMatchObject({ label: 'Iran', basis: 'table' })
    expect(after.offices.at(-1)).toMatchObject({ phrase: 'president', from: '2018-05-07' })
    expect(after.rows.map(({ id }) => id)).toEqual(['assault.aerial', 'assault.fight', 'support.back', 'assault.shell'])
    expect(after.rows.at(-1)?.at).toMatch(/assault\.yaml:3$/)
  })

  it('win in order', () => {
    const one = { 'groups.tsv': 'noun ~ kind\nrebel ~ people\n' }
    const two = { 'groups.tsv': 'noun ~ kind\nrebel ~ organization\n' }
    expect([...load(one, two).groups]).toEqual([['rebel', 'organization']])
    expect([...load(two, one).groups]).toEqual([['rebel', 'people']])
  })

  it('keep the digest exactly when they say nothing new', () => {
    const { digest } = load()
    expect(digest).toMatch(/^[0-9a-f]{16}$/)
    const { 'types/assault.yaml': _, 'types/support.yaml': __, ...same } = SMALL
    const respelt = { ...same, 'groups.tsv': '# The same.\nkind ~ noun\narmed-group ~ rebel\n' }
    expect(load(respelt).digest).toBe(digest)
    expect(load(SMALL['cues.yaml'] === undefined ? {} : { 'cues.yaml': SMALL['cues.yaml'] }).digest).toBe(digest)
    for (const other of [
      { 'actors.tsv': `${ACTORS}syria ~ Syria ~ state ~ ~ Syrian; =Syrians ~ ~ iso2=SY\n` },
      { 'groups.tsv': 'noun ~ kind\nrebel ~ people\n' },
      { 'titles.tsv': 'word ~ gender\ncaptain ~ m\n' },
      { 'given-names.tsv': 'name ~ gender\ndmitry ~ m\n' },
      { 'nouns.tsv': 'word ~ kinds ~ uses\nsupreme ~ ~ body; two\n' },
      { 'types/assault.yaml': `type: ASSAULT\n${ROW}` },
      { 'modality.yaml': 'light:\n  words: [launch]\n' },
    ]) {
      expect(load(other).digest).not.toBe(digest)
    }
  })

  it('may point at rows of the layers below, and must point at something', () => {
    expect(faultOf(() => load({ 'roles.tsv': `${ROLES}iran ~ ally ~ ~ russia ~ ~\n` }))).toMatch(
      /roles\.tsv:2: expected the id of an actor as "actor", got "iran"\.$/,
    )
    expect(faultOf(() => load({ 'actors.tsv': `${ACTORS}~ Moscow ~ people ~ ~ ~ ~\n` }))).toMatch(
      /places\.tsv:2: expected an id that no actor has, got moscow, which stands in .*actors\.tsv:2\.$/,
    )
  })

  it.each([
    [
      {},
      'X: expected a table: actors.tsv, places.tsv, roles.tsv, groups.tsv, titles.tsv, given-names.tsv, nouns.tsv, cues.yaml, modality.yaml, boilerplate.yaml, types/*.yaml, got none.',
    ],
    [
      { '.hidden': '' },
      'X: expected a table: actors.tsv, places.tsv, roles.tsv, groups.tsv, titles.tsv, given-names.tsv, nouns.tsv, cues.yaml, modality.yaml, boilerplate.yaml, types/*.yaml, got none.',
    ],
    [
      { 'actors.csv': '' },
      'X/actors.csv: expected one of the tables actors.tsv, places.tsv, roles.tsv, groups.tsv, titles.tsv, given-names.tsv, nouns.tsv, cues.yaml, modality.yaml, boilerplate.yaml, types/*.yaml, got "actors.csv".',
    ],
    [
      { 'types/assault.yml': '' },
      'X/types/assault.yml: expected a file named by a claim type, such as assault.yaml, got "types/assault.yml".',
    ],
    [
      { 'types/assault.yaml': SMALL['types/assault.yaml']! },
      'X/types/assault.yaml:2: expected one of the keys type, rows, got "says".',
    ],
    [{ 'groups.tsv': 'noun ~ kind\nrebel ~ group\n' }, /^X\/groups\.tsv:2: expected one of the kinds /],
  ])('refuse the folder %j', (files: Files, fault: string | RegExp) => {
    const overlay = folder(files)
    const found = faultOf(() => loadLexicon({ dir: folder(SMALL), overlays: [overlay] })).replaceAll(overlay, 'X')
    expect(found.replace(/^X\/:/, 'X:')).toEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault))
  })

  it('must be there', () => {
    const missing = join(folder({}), 'none')
    expect(faultOf(() => loadLexicon({ dir: folder(SMALL), overlays: [missing] }))).toBe(
      `${missing}: expected a folder of tables, got no such folder.`,
    )
  })
})
