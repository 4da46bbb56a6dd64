import { ACTOR_KINDS } from '../model/index.ts'
import { fault } from './faults.ts'
import { FEATURES, type Gender, NOUN_USES, type NounKind, type NounUse, type RowPlace } from './lexicon.ts'
import { rowsOf } from './rows.ts'
import { splitList } from './tsv.ts'

/** A row of titles.tsv. */
export interface TitleRow {
  readonly at: RowPlace
  readonly word: string
  readonly gender: Gender | null
}

/** A row of given-names.tsv. */
export interface GivenNameRow {
  readonly at: RowPlace
  readonly name: string
  readonly gender: Gender
}

/** A row of nouns.tsv. */
export interface NounRow {
  readonly at: RowPlace
  readonly word: string
  readonly kinds: readonly NounKind[]
  readonly uses: readonly NounUse[]
}

export function readTitles(file: string, text: string): readonly TitleRow[] {
  return rowsOf(
    file,
    text,
    ['word', 'gender'],
    ({ word }) => word,
    ({ word, gender }, at) => ({ at, word: readWord(word), gender: gender === '' ? null : readGender(gender) }),
  )
}

export function readGivenNames(file: string, text: string): readonly GivenNameRow[] {
  return rowsOf(
    file,
    text,
    ['name', 'gender'],
    ({ name }) => name,
    ({ name, gender }, at) => ({ at, name: readWord(name), gender: readGender(gender) }),
  )
}

export function readNouns(file: string, text: string): readonly NounRow[] {
  return rowsOf(
    file,
    text,
    ['word', 'kinds', 'uses'],
    ({ word }) => word,
    ({ word, kinds, uses }, at) => {
      const row = { at, word: readWord(word), kinds: readList(kinds, NOUN_KINDS), uses: readList(uses, NOUN_USES) }
      if (row.uses.length === 0) throw fault(`one of ${NOUN_USES.join(', ')}`, uses)
      return row
    },
  )
}

const NOUN_KINDS: readonly NounKind[] = [...ACTOR_KINDS, ...FEATURES]

function readWord(cell: string): string {
  if (cell === '' || cell !== cell.toLowerCase() || /\s/u.test(cell)) throw fault('one word in lower case', cell)
  return cell
}

function readGender(cell: string): Gender {
  if (cell !== 'm' && cell !== 'f') throw fault('the gender m or f', cell)
  return cell
}

const readList = <T extends string>(cell: string, known: readonly T[]): readonly T[] =>
  splitList(cell).map((item) => {
    const found = known.find((one) => one === item)
    if (found === undefined) throw fault(`some of ${known.join(', ')}`, item)
    return found
  })
