import { CLAIM_TYPES, type ClaimType, MODALITIES, type Modality, POLARITIES, type Polarity } from '../model/index.ts'
import { fault } from './faults.ts'
import type { Example } from './lexicon.ts'

const GRAMMAR = '"sentence => [TYPE:] SOURCES > TARGETS [@ PLACE] [| flag]…"'
/** What holds without a flag ("affirmed", "actual") has none. */
const FLAGS: readonly (Polarity | Modality)[] = [...POLARITIES, ...MODALITIES].filter(
  (flag) => flag !== 'affirmed' && flag !== 'actual',
)

/** An example before it is known where it stands. */
export type ParsedExample = Omit<Example, 'at'>

/** An example that may leave its type to the file it stands in. */
export type OpenExample = Omit<ParsedExample, 'type'> & { readonly type: ClaimType | null }

/**
 * Takes an example line apart. Its type is null where it names none.
 * @throws WiregraphError `bad-table`, without a place, naming what was expected and what stands there
 */
export function parseExample(line: string): OpenExample {
  const [sentence = '', expectation, ...more] = line.split(' => ').map((part) => part.trim())
  if (sentence === '' || expectation === undefined || more.length > 0) throw fault(`an example: ${GRAMMAR}`, line)
  const [deed = '', ...flags] = expectation.split('|').map((part) => part.trim())
  const named = /^([A-Za-z]+):\s*(.*)$/.exec(deed)
  const type = named?.[1] === undefined ? null : readType(named[1])
  return { sentence, type, ...readParties(named?.[2] ?? deed), ...readFlags(flags) }
}

/** An example that must name its type. */
export function parseTypedExample(line: string): ParsedExample {
  const { type, ...example } = parseExample(line)
  if (type === null) throw fault('a claim type and a colon after "=>"', line.split(' => ')[1])
  return { type, ...example }
}

function readType(name: string): ClaimType {
  const type = CLAIM_TYPES.find((known) => known === name)
  if (type === undefined) throw fault(`one of the claim types ${CLAIM_TYPES.join(', ')}`, name)
  return type
}

function readParties(text: string): Pick<Example, 'sources' | 'targets' | 'place'> {
  const [deed = '', place, ...places] = text.split(/(?:^|\s)@(?:\s|$)/).map((part) => part.trim())
  if (places.length > 0 || place === '') throw fault('one place after "@"', text)
  const sides = deed.split(/(?:^|\s)>(?:\s|$)/).map((part) => part.trim())
  if (sides.length > 2) throw fault('one ">" between sources and targets', text)
  const [sources, targets] = [names(sides[0] ?? '', text), names(sides[1] ?? '', text)]
  if (sides.length === 1 && sources.length < 2) {
    throw fault('SOURCES > TARGETS, or two or more names of those who do it to each other', text)
  }
  if (sources.length + targets.length === 0 && place === undefined) {
    throw fault('a source, a target or a place', text)
  }
  return { sources, targets, place: place ?? null }
}

function names(side: string, text: string): readonly string[] {
  if (side === '') return []
  const items = side.split(',').map((name) => name.trim())
  if (items.includes('')) throw fault('names separated by ", "', text)
  return items
}

function readFlags(flags: readonly string[]): Pick<Example, 'speaker' | 'polarity' | 'modality'> {
  let speaker: string | null = null
  let polarity: Polarity = 'affirmed'
  let modality: Modality = 'actual'
  for (const [i, flag] of flags.entries()) {
    const said = /^said by (.+)$/.exec(flag)
    const known = FLAGS.find((other) => other === flag)
    if (said === null && known === undefined) throw fault(`one of the flags ${FLAGS.join(', ')}, said by NAME`, flag)
    const again = flags
      .slice(0, i)
      .some((other) => (said === null ? isModality(other) === isModality(flag) : /^said by /.test(other)))
    if (again) throw fault('one speaker, one polarity and one modality', flags.join(' | '))
    if (said?.[1] !== undefined) speaker = said[1]
    else if (known === 'negated') polarity = known
    else if (known !== undefined) modality = known as Modality
  }
  return { speaker, polarity, modality }
}

const isModality = (flag: string): boolean => MODALITIES.some((modality) => modality === flag)

/** The expectation as a line; with the sentence and " => " before it, {@link parseExample} reads it back. */
export function printExpectation({
  type,
  sources,
  targets,
  place,
  speaker,
  polarity,
  modality,
}: ParsedExample): string {
  const reciprocal = targets.length === 0 && sources.length > 1
  const parties = reciprocal ? [sources.join(', ')] : [sources.join(', '), '>', targets.join(', ')]
  const where = place === null ? [] : ['@', place]
  const flags = [polarity, modality, speaker === null ? 'actual' : `said by ${speaker}`]
  const deed = [`${type}:`, ...parties, ...where].filter((part) => part !== '').join(' ')
  return [deed, ...flags.filter((flag) => flag !== 'affirmed' && flag !== 'actual')].join(' | ')
}

/** A sentence in which a row must stay silent. */
export function parseNot(line: string): string {
  if (line.includes('=>')) throw fault('a sentence alone', line, 'What gives a claim stands under "examples".')
  return line.trim()
}
