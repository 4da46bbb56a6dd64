import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lineRules, linesOf } from '../../src/ingest/furniture.ts'
import { findRegions } from '../../src/ingest/regions.ts'
import type { BoilerplateRule, Region } from '../../src/model/index.ts'
import { onlyArticle, toldIn } from './folder.ts'

const rule = (id: string, facts: Partial<BoilerplateRule>): BoilerplateRule => ({
  id,
  says: id,
  part: 'boilerplate',
  where: 'line',
  starts: [],
  contains: [],
  equals: [],
  ends: [],
  maxWords: null,
  cutsRest: false,
  ...facts,
})

const RULES = [
  rule('byline', { starts: ['By '], where: 'start', maxWords: 6 }),
  rule('caption', { ends: ['(Sample Wire photo)'], part: 'caption' }),
  rule('more', { equals: ['Read more', 'More in this section'], where: 'end', cutsRest: true }),
  rule('appeal', { contains: ['don’t stop giving'] }),
]
const told = (text: string, title: string | null = null, rules: readonly BoilerplateRule[] = RULES) =>
  toldIn({ text, regions: findRegions({ text }, title, lineRules(rules)).regions })

const BODY = [
  'Russian warplanes bombed the rebel-held city of Idlib on Sunday, and at least twelve people were killed in the market.',
  'Moscow denied that it had hit civilians. The ministry said its pilots had struck a depot and nothing else in the province.',
  'Talks in Geneva will go on all the same, the envoy said, for as long as both sides want them to and send somebody there.',
]
const body = BODY.join('\n\n')

describe('rules of the tables', () => {
  it.each<[string, string[]]>([
    [`${body}\n\nBY THE WORLD DESK`, ['boilerplate byline: BY THE WORLD DESK']],
    [`${body}\n\nBystanders saw it.`, []],
    [`${body}\n\nBy the time the army came the city was lost.`, []],
    [`${body}\n\n- read  more:`, ['boilerplate more: - read  more:']],
    [`${body}\n\nRead more about it.`, []],
    [`${body}\n\nPlease don't stop giving!`, ["boilerplate appeal: Please don't stop giving!"]],
    [`${body}\n\nIdlib. (sample wire photo)`, ['caption caption: Idlib. (sample wire photo)']],
  ])('%j', (text, regions) => expect(told(text)).toEqual(regions))

  it('stand at the start or the end only where they say so', () => {
    const long = Array.from({ length: 30 }, (_, i) => `Sentence ${i} of the article is here.`)
    const at = (i: number, line: string) => [...long.slice(0, i), line, ...long.slice(i)].join('\n')
    const short = [rule('start', { equals: ['x'], where: 'start' }), rule('end', { equals: ['y'], where: 'end' })]
    expect(told(at(7, 'x'), null, short)).toEqual(['boilerplate start: x'])
    expect(told(at(8, 'x'), null, short)).toEqual([])
    expect(told(at(18, 'y'), null, short)).toEqual([])
    expect(told(at(19, 'y'), null, short)).toEqual(['boilerplate end: y'])
  })

  it('cut the rest in the later half, and only the line before it', () => {
    expect(told(`${body}\n\nMore in this section\n\nTruce holds\n\nOne more sentence here.\n`)).toEqual([
      'boilerplate more: More in this section\n\nTruce holds\n\nOne more sentence here.',
    ])
    expect(told(`${BODY[0]}\n\nRead more\n\n${BODY[1]}\n\n${BODY[2]}`)).toEqual(['boilerplate more: Read more'])
  })

  it('do not cut paragraphs off that follow a list right below its label', () => {
    const text = `${body}\n\nRead more\n• What the truce says\n• Who signed it\n\n${BODY[0]?.replace('Sunday', 'Monday')}`
    expect(told(text)).toEqual([
      'boilerplate more: Read more',
      'boilerplate list: • What the truce says',
      'boilerplate list: • Who signed it',
    ])
  })

  it('come first match first, but the one that cuts wins where it may', () => {
    const rules = [rule('a', { equals: ['Read more'] }), ...RULES]
    expect(told(`Read more\n${body}`, null, rules)).toEqual(['boilerplate a: Read more'])
    expect(told(`${body}\nRead more`, null, rules)).toEqual(['boilerplate more: Read more'])
  })
})

describe('lines told by their shape', () => {
  it.each<[string, string, string | null, string[]]>([
    ['a first line like a title', `Jets bomb Idlib\n\n${body}`, null, ['headline first-line: Jets bomb Idlib']],
    ['no first sentence', `Jets bomb Idlib.\n\n${body}`, null, []],
    [
      'no first row of wrapped text',
      'Russian warplanes bombed the\nrebel-held city of Idlib.\nMoscow denied it.\nTalks go on.',
      null,
      [],
    ],
    [
      'the given title',
      `Will the truce hold?\n${body}`,
      'Will the truce hold?',
      ['headline title: Will the truce hold?'],
    ],
    [
      'a title that comes twice',
      `Jets bomb Idlib\n\nJets bomb Idlib\n\n${body}`,
      null,
      ['headline first-line: Jets bomb Idlib', 'headline repeat: Jets bomb Idlib'],
    ],
    ['a paragraph that comes twice', `${body}\n\n${BODY[1]}`, null, [`boilerplate repeat: ${BODY[1]}`]],
    [
      'decks, and what opens the story',
      `Jets bomb Idlib\nMoscow denies hitting civilians\n\nThe truce is three days old.\n\nSmoke over Idlib on Sunday. (Sample Wire / pool)\n\nBy the world desk\nSAMPLE WIRE\n\nUpdated on October 2 at 5 p.m.\n\n${body}`,
      null,
      [
        'headline first-line: Jets bomb Idlib',
        'headline deck: Moscow denies hitting civilians',
        'headline deck: The truce is three days old.',
        'caption credited: Smoke over Idlib on Sunday. (Sample Wire / pool)',
        'boilerplate byline: By the world desk',
        'boilerplate list: SAMPLE WIRE',
        'boilerplate date: Updated on October 2 at 5 p.m.',
      ],
    ],
    [
      'no deck where the body begins',
      `Jets bomb Idlib\n\nThe truce is three days old.\n\n${body}`,
      null,
      ['headline first-line: Jets bomb Idlib'],
    ],
    [
      'doubled teasers and ornaments',
      `${body}\n\n* * *\n\nTruce holds for nowTruce holds for now`,
      null,
      ['boilerplate ornament: * * *', 'boilerplate teaser.doubled: Truce holds for nowTruce holds for now'],
    ],
    [
      'titles of other stories at the end',
      `${body}\n- What the truce says\n- Is peace near?\n- Assad in Moscow\n`,
      null,
      [
        'boilerplate teasers: - What the truce says',
        'boilerplate teasers: - Is peace near?',
        'boilerplate teasers: - Assad in Moscow',
      ],
    ],
    ['no two lines at the end', `${body}\n- What the truce says\n- Is peace near?\n`, null, []],
  ])('%s', (_, text, title, regions) => expect(told(text, title)).toEqual(regions))

  it('a title found makes the title of the article', async () => {
    expect(await onlyArticle('a.txt', `Jets bomb\u00a0Idlib\n\n${body}`)).toMatchObject({ title: 'Jets bomb Idlib' })
    expect(await onlyArticle('a.txt', body)).toMatchObject({ title: null })
  })
})

it.each([
  'Read more',
  'By the world desk\nTalks go on.',
  'Truce holds for now\nThe U.S. and Russia agree.',
  'Gen. Salim Idris said so to Mr. Kerry. Please don’t stop giving.',
  'One huge scrape of many snippets Read more By the desk. It has sentences. It has many of them. Read more',
])('a text of one line, or of one or two sentences, is all body: %j', (text) => {
  expect(told(text, 'Truce holds for now')).toEqual([])
})

interface TableRule extends Partial<BoilerplateRule> {
  readonly example?: string
  readonly not?: readonly string[]
}
const TABLE = parse(readFileSync('src/lexicon/boilerplate.yaml', 'utf8')) as Readonly<Record<string, TableRule>>
const tableRules = Object.entries(TABLE).map(([id, facts]) => rule(id, facts))

describe('the table of boilerplate', () => {
  // Lines of one article, the second as early and the second to last as late as can be.
  const framed = (line: string) => [
    `${BODY[0]}\n${line}\n${body}`,
    `${body}\n${line}\n${BODY[0]?.replace('Sunday', 'Monday')}`,
  ]
  const rulesFor = (text: string, line: string) =>
    findRegions({ text }, null, lineRules(tableRules)).regions.flatMap((region) =>
      text.slice(region.start, region.end).startsWith(line) && region.rule in TABLE ? [region.rule] : [],
    )

  const examples = Object.entries(TABLE).flatMap(([id, { example }]) =>
    example === undefined ? [] : [[id, example] as const],
  )
  it.each(examples)('%s takes %j', (_, line) => {
    expect(framed(line).flatMap((text) => rulesFor(text, line))).not.toEqual([])
  })

  const refused = Object.entries(TABLE).flatMap(([id, { not = [] }]) => not.map((line) => [id, line] as const))
  it.each(refused)('%s leaves %j', (_, line) => {
    expect(framed(line).flatMap((text) => rulesFor(text, line))).toEqual([])
  })
})

describe('whatever the text', () => {
  const phrase = fc.constantFrom(
    'Read more',
    'By the desk',
    'More in this section',
    'Jets bomb Idlib',
    'Jets bomb IdlibJets bomb Idlib',
    '* * *',
    '2 October 2015',
    'Support our journalism',
    ...BODY,
    '',
    ' ',
    '\t',
    '“Quoted.”',
    'MOSCOW, Sept. 30, 2015 —',
    'Idlib. (Sample Wire photo)',
  )
  const line = fc.oneof(phrase, fc.string({ unit: 'binary', maxLength: 40 }))
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\r', ' ')), { maxLength: 25 })
    .map((lines) => lines.flat().join(''))

  /** Regions that a format could have told: runs of lines, some of them. */
  const toldOf = (source: string, picks: readonly number[]): Region[] => {
    const lines = linesOf(source)
    return picks.flatMap((pick, i) => {
      const first = lines[i * 3]
      const last = lines[i * 3 + (pick % 3)]
      return first === undefined || last === undefined || pick % 4 === 3
        ? []
        : [{ start: first.start, end: last.end, part: pick % 2 ? 'caption' : 'boilerplate', rule: 'told' }]
    })
  }

  it('regions lie within it, in order, without overlap, each with words in it', () => {
    const picks = fc.array(fc.nat(11), { maxLength: 8 })
    fc.assert(
      fc.property(text, picks, fc.option(phrase), fc.constantFrom(RULES, tableRules), (source, told, title, rules) => {
        const draft = { text: source, regions: toldOf(source, told), isMarkedUp: told.length % 2 === 0 }
        let end = 0
        for (const region of findRegions(draft, title, lineRules(rules)).regions) {
          expect(region.start).toBeGreaterThanOrEqual(end)
          expect(region.end).toBeGreaterThan(region.start)
          expect(region.end).toBeLessThanOrEqual(source.length)
          expect(source.slice(region.start, region.end).trim()).toBe(source.slice(region.start, region.end))
          end = region.end
        }
      }),
      { numRuns: 500 },
    )
  })

  it('plain text stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const isText = source.trim() !== '' && !source.startsWith('\ufeff')
        fc.pre(isText && !source.includes('\0') && (source.match(/\p{Cc}/gu) ?? []).length < source.length / 20)
        expect((await onlyArticle('a.txt', source)).text).toBe(source)
      }),
      { numRuns: 40 },
    )
  })
})
