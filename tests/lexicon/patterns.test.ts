import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, parsePattern, printPattern } from '../../src/lexicon/patterns.ts'
import { faultOf } from './folder.ts'

const Y = { slot: 'Y' }
const words = (...alternatives: string[]) => ({ words: alternatives })

describe('parsePattern', () => {
  it.each([
    ['X bomb Y', 'verb', [], ['bomb'], [Y]],
    ['X step down', 'verb', [], ['step'], [words('down')]],
    ['X call on/upon Y', 'verb', [], ['call'], [words('on', 'upon'), Y]],
    ['X mobilize/mobilise', 'verb', [], ['mobilize', 'mobilise'], []],
    ['X be ally of Y', 'verb', [], ['be'], [words('ally'), words('of'), Y]],
    ["X seize Y's oil", 'verb', [], ['seize'], [Y, words("'s"), words('oil')]],
    ["X's airstrike on/against Y", 'noun', [], ['airstrike'], [words('on', 'against'), Y]],
    ["X's air strike on Y", 'noun', [['air']], ['strike'], [words('on'), Y]],
    ["X's nuclear/missile test", 'noun', [['nuclear', 'missile']], ['test'], []],
    [
      "X's use of chemical weapon against Y",
      'noun',
      [],
      ['use'],
      [words('of'), words('chemical'), words('weapon'), words('against'), Y],
    ],
    ['X-backed/supported Y', 'compound', [], ['backed', 'supported'], [Y]],
  ])('takes "%s" apart', (line, shape, before, head, rest) => {
    expect(parsePattern(line)).toEqual({ shape, before, head, rest, line })
  })

  it.each([
    [
      'Y bomb X',
      'expected a pattern such as "X bomb Y", "X\'s airstrike on Y" or "X-backed Y", got "Y bomb X". A pattern begins with X.',
    ],
    [
      'X',
      'expected a pattern such as "X bomb Y", "X\'s airstrike on Y" or "X-backed Y", got "X". X is followed by the word of the deed.',
    ],
    [
      "X's of Y",
      'expected a pattern such as "X bomb Y", "X\'s airstrike on Y" or "X-backed Y", got "X\'s of Y". X\'s is followed by the noun of the deed.',
    ],
    ['X Bomb Y', 'expected a word in lower case, got "Bomb".'],
    ['X bomb Y and Y', 'expected one Y at most, got "Y and Y".'],
    ['X bomb X', 'expected X at the beginning alone, got "X".'],
    ['X bomb/ Y', 'expected a word on both sides of "/", got "bomb/".'],
    ['X bomb/bomb Y', 'expected different words around "/", got "bomb/bomb".'],
    ['X bomb Y.*', 'expected a word in lower case, got "Y.*".'],
    ['X (carpet) bomb Y', 'expected a word in lower case, got "(carpet)".'],
  ])('refuses "%s"', (line, fault) => {
    expect(faultOf(() => parsePattern(line))).toBe(fault)
  })

  const word = fc.constantFrom('bomb', 'air', 'strike', 'on', 'of', 'call', 'test-fire', 'u.n.', "o'clock", 'façade')
  const place = fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map((alternatives) => alternatives.join('/'))
  const rest = fc
    .tuple(fc.array(place, { maxLength: 4 }), fc.constantFrom(null, 'Y', "Y's"), fc.nat(4))
    .map(([places, slot, at]) => (slot === null ? places : places.toSpliced(at, 0, slot)))
  const noun = fc.constantFrom('strike', 'raid', 'strike/raid')
  const line = fc.oneof(
    fc.tuple(place, rest).map(([head, after]) => ['X', head, ...after].join(' ')),
    fc.tuple(noun, rest).map(([head, after]) => ["X's", head, ...after].join(' ')),
    fc.tuple(place, rest).map(([head, after]) => [`X-${head}`, ...after].join(' ')),
  )

  it('loses nothing: printing gives the line back', () => {
    fc.assert(fc.property(line, (text) => printPattern(parsePattern(text)) === text))
  })

  it.each([
    ['X cut/halt gas supply to Y', 'X halt/stop gas/oil supply to Y', true],
    ['X cut/halt gas supply to Y', 'X stop gas supply to Y', false],
    ['X bomb Y', 'X bomb', false],
    ['X attack Y', "X's attack Y", false],
    ["X's air strike on Y", "X's strike on Y", false],
    ["X's air strike on/against Y", "X's air/drone strike on Y", true],
  ])('tells whether "%s" and "%s" may fit the same words', (a, b, expected) => {
    const [one, other] = [parsePattern(a), parsePattern(b)]
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected])
  })
})
