import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExample, parseNot, parseTypedExample, printExpectation } from '../../src/lexicon/examples.ts'
import { CLAIM_TYPES, MODALITIES, POLARITIES } from '../../src/model/index.ts'
import { faultOf } from './folder.ts'

const silent = { type: null, targets: [], place: null, speaker: null, polarity: 'affirmed', modality: 'actual' }

describe('parseExample', () => {
  it.each([
    ['Russia > Idlib', { sources: ['Russia'], targets: ['Idlib'] }],
    ['Iran, Russia > Idlib, Aleppo', { sources: ['Iran', 'Russia'], targets: ['Idlib', 'Aleppo'] }],
    ['Iran, Iraq', { sources: ['Iran', 'Iraq'] }],
    ['> Idlib', { sources: [], targets: ['Idlib'] }],
    ['Russia >', { sources: ['Russia'] }],
    ['Russia > @ Syria', { sources: ['Russia'], place: 'Syria' }],
    ['> @ Syria', { sources: [], place: 'Syria' }],
    ['Iran, Iraq @ Basra | planned', { sources: ['Iran', 'Iraq'], place: 'Basra', modality: 'planned' }],
    [
      'AID: Russia > Idlib | negated | demanded | said by John Kerry',
      {
        type: 'AID',
        sources: ['Russia'],
        targets: ['Idlib'],
        polarity: 'negated',
        modality: 'demanded',
        speaker: 'John Kerry',
      },
    ],
  ])('reads "%s"', (expectation, expected) => {
    expect(parseExample(`Somebody did it. => ${expectation}`)).toEqual({
      sentence: 'Somebody did it.',
      ...silent,
      ...expected,
    })
  })

  const GRAMMAR = '"sentence => [TYPE:] SOURCES > TARGETS [@ PLACE] [| flag]…"'
  it.each([
    ['Russia bombed Idlib.', `expected an example: ${GRAMMAR}, got "Russia bombed Idlib.".`],
    ['A. => B > C => D > E', `expected an example: ${GRAMMAR}, got "A. => B > C => D > E".`],
    ['It. => BOMB: Russia > Idlib', `expected one of the claim types ${CLAIM_TYPES.join(', ')}, got "BOMB".`],
    [
      'It. => Russia',
      'expected SOURCES > TARGETS, or two or more names of those who do it to each other, got "Russia".',
    ],
    ['It. => >', 'expected a source, a target or a place, got ">".'],
    ['It. => Russia > Iran > Iraq', 'expected one ">" between sources and targets, got "Russia > Iran > Iraq".'],
    ['It. => Russia, > Iran', 'expected names separated by ", ", got "Russia, > Iran".'],
    ['It. => Russia > Iran @', 'expected one place after "@", got "Russia > Iran @".'],
    [
      'It. => Russia > Iran | denied',
      'expected one of the flags negated, planned, demanded, possible, conditional, said by NAME, got "denied".',
    ],
    [
      'It. => Russia > Iran | planned | possible',
      'expected one speaker, one polarity and one modality, got "planned | possible".',
    ],
  ])('refuses "%s"', (line, fault) => {
    expect(faultOf(() => parseExample(line))).toBe(fault)
  })

  it('asks for a type where the file gives none', () => {
    expect(faultOf(() => parseTypedExample('It. => Russia > Iran'))).toBe(
      'expected a claim type and a colon after "=>", got "Russia > Iran".',
    )
  })

  const name = fc.constantFrom('Russia', "Da'esh", 'John F. Kennedy', 'U.S.', 'women', 'Al-Qaeda')
  const example = fc
    .record({
      sentence: fc.constantFrom('It happened.', 'Was "it" so, or not?'),
      type: fc.constantFrom(...CLAIM_TYPES),
      sources: fc.array(name, { maxLength: 3 }),
      targets: fc.array(name, { maxLength: 3 }),
      place: fc.option(name),
      speaker: fc.option(name),
      polarity: fc.constantFrom(...POLARITIES),
      modality: fc.constantFrom(...MODALITIES),
    })
    .filter(({ sources, targets, place }) => sources.length + targets.length > 0 || place !== null)

  it('reads back what is printed', () => {
    fc.assert(
      fc.property(example, (made) => {
        expect(parseTypedExample(`${made.sentence} => ${printExpectation(made)}`)).toEqual(made)
      }),
    )
  })
})

it('keeps expectations out of "not" lines', () => {
  expect(faultOf(() => parseNot('It. => Russia > Iran'))).toBe(
    'expected a sentence alone, got "It. => Russia > Iran". What gives a claim stands under "examples".',
  )
})
