import { ACTOR_KINDS, type Actor, type BoilerplateRule, isPlace, type Place, type TypeInfo } from '../model/index.ts'
import { printExpectation } from './examples.ts'
import {
  type CueGroup,
  type Example,
  FEATURES,
  type Gender,
  type Lexicon,
  type ModalityTable,
  type TypeRow,
} from './lexicon.ts'
import { MODALITY_LISTS } from './modality.ts'
import { printPattern } from './patterns.ts'

/** The tables as one Markdown page, for those who want to know what the words of a graph mean. Equal tables, equal page. */
export function codebook(lexicon: Lexicon): string {
  const entities = [...lexicon.entities.values()]
  const places = entities.filter(isPlace)
  const actors = entities.filter((entity): entity is Actor => !isPlace(entity))
  const sections = [
    head(lexicon, actors.length, places.length),
    ...typesSection(lexicon),
    ...cuesSection(lexicon.cues),
    ...modalitySection(lexicon.modality),
    ...boilerplateSection(lexicon.boilerplate),
    ...nounsSection(lexicon),
    ...actorsSection(lexicon, actors),
    ...placesSection(places),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function head({ digest, types, rows, cues }: Lexicon, actors: number, places: number): string {
  const patterns = rows.reduce((sum, row) => sum + row.patterns.length, 0)
  return `# Codebook

What wiregraph takes words to mean: its tables as one page, printed by \`wiregraph codebook\`. Every example is a test,
and in every sentence under "Not" the row must stay silent. In a pattern, X acts and Y undergoes it; verbs stand in the
infinitive, and \`a/b\` means either word. Tense, passives, relative clauses, negation and the like need no patterns.

${table(['Tables', 'Types', 'Rows', 'Patterns', 'Groups of cues', 'Actors', 'Places'], [[`\`${digest}\``, ...[types.size, rows.length, patterns, cues.length, actors, places].map(String)]])}`
}

function typesSection({ types, rows }: Lexicon): readonly string[] {
  const infos = [...types.values()]
  if (infos.length === 0) return []
  const summary = infos.map(({ type, says, quad, cameo, score, verb }) => [type, says, quad, cameo, `${score}`, verb])
  return [
    '## Claim types',
    table(['Type', 'Meaning', 'Quad', 'CAMEO', 'Score', 'Verb'], summary),
    ...infos.flatMap((info) =>
      typeSection(
        info,
        rows.filter(({ type }) => type === info.type),
      ),
    ),
  ]
}

function typeSection({ type, says, quad, cameo, score, verb }: TypeInfo, rows: readonly TypeRow[]): readonly string[] {
  const facts = `${plain(says)}. Quad ${quad}, CAMEO ${cameo}, score ${score}; in a sentence: X ${plain(verb)} Y.`
  return [`### ${type}`, facts, ...rows.flatMap(rowSection)]
}

function rowSection(row: TypeRow): readonly string[] {
  const facts = [
    row.mode === null ? '' : `Mode: ${row.mode}.`,
    row.target === 'any' ? '' : `Y: ${row.target}.`,
    row.reciprocal ? 'Without Y, those who do it do it to each other.' : '',
    row.demanded === null ? '' : `Who demands it: ${row.demanded}, actual, against X.`,
  ]
  return [
    `#### ${row.id}`,
    [`${plain(row.says)}.`, ...facts.filter((fact) => fact !== '')].join(' '),
    row.patterns.map((pattern) => code(printPattern(pattern))).join(', '),
    shows(row.examples, row.not),
  ]
}

function cuesSection(groups: readonly CueGroup[]): readonly string[] {
  if (groups.length === 0) return []
  return ['## Who says so', ...groups.flatMap(cueSection)]
}

function cueSection(group: CueGroup): readonly string[] {
  const content = [group.polarity, group.modality].filter((word) => word !== null).join(', ')
  const act = group.act === null ? 'It is no deed of its own.' : `It is itself a claim of the type ${group.act}.`
  return [
    `### ${group.id}`,
    `${plain(group.says)}. ${act}${group.reciprocal ? ' Several do it among themselves.' : ''}${content === '' ? '' : ` What is said counts as ${content}.`}`,
    phrases([...group.cues, ...group.phrases]),
    shows(group.examples, group.not),
  ]
}

function modalitySection(modality: ModalityTable): readonly string[] {
  const lists = MODALITY_LISTS.filter((key) => modality[key].length > 0)
  if (lists.length === 0) return []
  const printed = lists.map((key) => `**${key}**: ${phrases(modality[key])}`)
  return ['## What did not happen, or not yet', ...printed, shows(modality.examples, modality.not)]
}

function boilerplateSection(rules: readonly BoilerplateRule[]): readonly string[] {
  if (rules.length === 0) return []
  return ['## What is not the article', ...rules.flatMap(ruleSection)]
}

function ruleSection(rule: BoilerplateRule): readonly string[] {
  const where = { line: 'Anywhere', start: 'Among the first lines', end: 'Among the last lines' }[rule.where]
  const limit = rule.maxWords === null ? '' : `, up to ${rule.maxWords} words`
  const rest = rule.cutsRest ? ' What follows the line goes as well.' : ''
  const lists = (['starts', 'contains', 'equals', 'ends'] as const)
    .filter((key) => rule[key].length > 0)
    .map((key) => `- ${key}: ${rule[key].map(code).join(', ')}`)
  return [`### ${rule.id}`, `${plain(rule.says)}. ${where}${limit}: ${rule.part}.${rest}`, lists.join('\n')]
}

function nounsSection({ nouns, titles, givenNames }: Lexicon): readonly string[] {
  const listed = [...nouns].map(([word, { kinds, uses }]) => [word, kinds.join('; '), [...uses].join('; ')])
  const bearing = (gender: Gender | null): string =>
    [...titles].flatMap(([word, own]) => (own === gender ? [code(word)] : [])).join(', ')
  const genders = ([null, 'm', 'f'] as const).filter((gender) => bearing(gender) !== '')
  const names = `Given names that tell a gender: ${givenNames.size}.`
  return [
    ...(nouns.size === 0 ? [] : ['## Nouns for those who are named', table(['Word', 'Kinds', 'Uses'], listed)]),
    ...(titles.size === 0 ? [] : ['## Titles', genders.map((one) => `- ${one ?? 'any'}: ${bearing(one)}`).join('\n')]),
    ...(givenNames.size === 0 ? [] : [names]),
  ]
}

function actorsSection({ groups }: Lexicon, actors: readonly Actor[]): readonly string[] {
  const nouns = [...groups].map(([noun, kind]) => `${code(noun)} (${kind})`)
  const counts = ACTOR_KINDS.map((kind) => [kind, `${actors.filter((actor) => actor.kind === kind).length}`])
  const roles = actors.reduce((sum, actor) => sum + actor.roles.length, 0)
  const listed = actors.map(({ label, kind, aliases, codes }) => {
    const schemes = Object.entries(codes).map(([scheme, value]) => `${scheme}=${value}`)
    return [label, kind, aliases.join('; '), schemes.join('; ')]
  })
  return [
    ...(nouns.length === 0 ? [] : ['## Nouns of groups', nouns.join(', ')]),
    ...(actors.length === 0 ? [] : ['## Actors', table(['Kind', 'Actors'], counts.filter(isFilled))]),
    ...(actors.length === 0 ? [] : [`They act for others in ${roles} roles.`]),
    ...(actors.length === 0 ? [] : [table(['Label', 'Kind', 'Other names', 'Codes'], listed)]),
  ]
}

const isFilled = ([, count]: readonly string[]): boolean => count !== '0'

function placesSection(places: readonly Place[]): readonly string[] {
  if (places.length === 0) return []
  const counts = [...FEATURES, null].map((feature) => [
    feature ?? 'unknown',
    `${places.filter((place) => place.feature === feature).length}`,
  ])
  return ['## Places', table(['Feature', 'Places'], counts.filter(isFilled))]
}

function shows(examples: readonly Example[], not: readonly string[]): string {
  const yes = examples.map((example) => `- ${plain(example.sentence)} ${code(printExpectation(example))}`)
  return [...yes, ...not.map((sentence) => `- Not: ${plain(sentence)}`)].join('\n')
}

const phrases = (lists: readonly (readonly string[])[]): string =>
  lists.map((words) => code(words.join(' '))).join(', ')

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** Text that Markdown shows as it is. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&')

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map((cells) => line(cells.map((cell) => (cell.startsWith('`') ? cell : plain(cell)))))
  return [line(header), line(header.map(() => '---')), ...body].join('\n')
}
