import { expect, it } from 'vitest'
import { headWord } from '../../src/graph/strangers.ts'

it.each([
  ['civilians', 'civilian'],
  ['at least 36 civilians', 'civilian'],
  ['Seven governments', 'government'],
  ['the commander of the northern front', 'commander'],
  ['soldiers who had fled', 'soldier'],
  ['the city’s buses', 'bus'],
  ['the press', 'press'],
  ['a U.N. demand', 'demand'],
  ['one of its bombers', null],
  ['the seven', null],
  ['most', null],
  ['36', null],
  ['targets', null],
  ['', null],
])('%s is told apart by %s', (phrase, expected) => {
  expect(headWord(phrase)).toBe(expected)
})
