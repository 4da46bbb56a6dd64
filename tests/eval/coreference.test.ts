import { describe, expect, it } from 'vitest'
import { scoreAnaphors } from '../../src/eval/anaphors.ts'
import { coreference } from '../../src/eval/coreference.ts'
import { headed } from '../../src/eval/gum.ts'
import { gumOf, mentionsOf } from './gum.ts'

const TAGGED =
  'German/ADJ Chancellor/PROPN Angela/PROPN Merkel/PROPN ,/PUNCT a/DET chemist/NOUN by/ADP training/NOUN ,/PUNCT met/VERB ' +
  'Emmanuel/PROPN Macron/PROPN in/ADP Paris/PROPN ./PUNCT ' +
  'She/PRON thanked/VERB the/DET French/ADJ president/NOUN for/ADP his/PRON help/NOUN in/ADP the/DET city/NOUN ./PUNCT'
const GOLD = [
  '0-8 person m*',
  '11-12 person e*',
  '14-14 place p*',
  '16-16 person m',
  '18-20 person e',
  '22-22 person e',
]
const CITY = '25-26 place p'
const ARTICLE = gumOf(TAGGED, [...GOLD, CITY])
const NAMES = ['2-3 name 0', '11-12 name 1', '14-14 name 2']

const anaphors = (...ours: readonly string[]) => {
  const { p, r } = scoreAnaphors([headed(ARTICLE, mentionsOf(ARTICLE, [...NAMES, ...ours]))])
  return [p, r]
}

describe('mentions are one where their heads are', () => {
  it.each([
    ['0-8', 'Merkel'],
    ['2-3', 'Merkel'],
    ['18-20', 'president'],
    ['22-23', 'help'],
    ['22-22', 'his'],
    ['5-8', 'chemist'],
  ])('the head of words %s is %s', (range, head) => {
    const { gold } = headed(gumOf(TAGGED, [`${range} person a`]), [])
    expect(ARTICLE.tokens[gold[0]!.head]![2]).toBe(head)
  })

  it('takes a participle behind a hyphen for no end', () => {
    const { gold } = headed(
      gumOf('Iran/PROPN -/PUNCT backed/VERB fighters/NOUN in/ADP Iraq/PROPN', ['0-5 person a']),
      [],
    )
    expect(gold[0]!.head).toBe(3)
  })

  it('leaves adjectives of ours out, and keeps the longest of those that share a head', () => {
    const { ours } = headed(ARTICLE, mentionsOf(ARTICLE, ['0-0 demonym 5', '3-3 alias 1', '1-3 name 0']))
    expect(ours.map(({ words, chain }) => [words.join(' '), chain])).toEqual([['chancellor angela merkel', 0]])
  })
})

describe('mentions are the same words', () => {
  it.each([
    ['18-20', '19-20'],
    ['19-20', '19-20'],
    ['16-16', '16-16'],
    ['0-8', '0-8'],
  ])('without an article: words %s are %s', (range, whole) => {
    expect(headed(gumOf(TAGGED, [`${range} person a`]), []).gold[0]!.whole).toBe(whole)
  })

  it('without the mark of a possessive', () => {
    const { gold } = headed(gumOf("the/DET city/NOUN 's/PART mayor/NOUN", ['0-2 place a']), [])
    expect(gold[0]!.whole).toBe('1-1')
  })
})

describe('pronouns and descriptions of those named', () => {
  it('are right when a name of their cluster is of their chain', () => {
    expect(anaphors('16-16 pronoun 0', '18-20 description 1', '22-22 pronoun 1', '25-26 description 2')).toEqual([1, 1])
  })

  it('are missed where nothing links them', () => {
    expect(anaphors('16-16 pronoun 0')).toEqual([1, 1 / 4])
    expect(anaphors()).toEqual([0, 0])
  })

  it('are wrong when linked to somebody else', () => {
    expect(anaphors('16-16 pronoun 0', '22-22 pronoun 0')).toEqual([1 / 2, 1 / 4])
  })

  it('are no links where their cluster has no name', () => {
    expect(anaphors('16-16 pronoun 7', '18-20 description 7')).toEqual([0, 0])
  })

  it('are wrong where the gold has none of them', () => {
    const bare = gumOf(TAGGED, [...GOLD, '25-26 place z'])
    const ours = mentionsOf(bare, [...NAMES, '16-16 pronoun 0', '25-26 description 2'])
    const { p, r } = scoreAnaphors([headed(bare, ours)])
    expect([p, r]).toEqual([1 / 2, 1 / 3])
  })

  it('may be linked to the last name before them, though most of the cluster is another', () => {
    const ours = ['2-3 name 0', '11-12 name 0', '14-14 name 0', '18-20 description 0', '25-26 description 0']
    // of three chains with one name each the first counts as most: Merkel's; the last is that of Paris
    const { p } = scoreAnaphors([headed(ARTICLE, mentionsOf(ARTICLE, ours))])
    expect(p).toBe(1 / 2)
  })
})

describe('chains', () => {
  it('of those named leave things, events and chains without a name out', () => {
    const gold = gumOf(TAGGED, [...GOLD, CITY, '8-8 abstract t', '23-23 abstract t'])
    const perfect = mentionsOf(gold, [
      ...NAMES,
      '16-16 pronoun 0',
      '18-20 description 1',
      '22-22 pronoun 1',
      '25-26 description 2',
    ])
    const scores = coreference([{ gold, mentions: perfect }])
    expect(scores['chains CoNLL F1']).toBe(1)
    // "Angela Merkel" is not "German Chancellor Angela Merkel, a chemist by training"
    expect(scores['chains CoNLL F1, whole spans']).toBeLessThan(1)
    expect(scores['all chains CoNLL F1']).toBeLessThan(1)
    expect(scores['anaphors F1']).toBe(1)
  })

  it('of ours without a name are none', () => {
    const mentions = mentionsOf(ARTICLE, [...NAMES, '16-16 pronoun 8', '22-22 pronoun 8'])
    expect(coreference([{ gold: ARTICLE, mentions }])['chains CoNLL F1']).toBe(0)
  })
})
