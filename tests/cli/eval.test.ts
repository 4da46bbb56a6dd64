import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { scratch, wiregraph } from './console.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) afterAll(() => process.stderr.write('skipped: no python3 to run scorers\n'))
afterEach(() => void vi.unstubAllEnvs())

const SENTENCES = ['Russian warplanes bombed Idlib on Sunday.', 'Angela Merkel met Emmanuel Macron in Paris.']
const [STRIKE = ''] = SENTENCES
const NEWS = 'Angela Merkel met Emmanuel Macron in Paris. She thanked him.'
/** Where words stand in a text. */
const at = (text: string, words: string) => ({ s: text.indexOf(words), e: text.indexOf(words) + words.length })
const word = (form: string, upos: string) => [at(NEWS, form).s, at(NEWS, form).e, form, upos]

const GUM = {
  id: 'n',
  text: NEWS,
  tokens: [
    ...[word('Angela', 'PROPN'), word('Merkel', 'PROPN'), word('met', 'VERB'), word('Emmanuel', 'PROPN')],
    ...[word('Macron', 'PROPN'), word('in', 'ADP'), word('Paris', 'PROPN'), word('She', 'PRON')],
    ...[word('thanked', 'VERB'), word('him', 'PRON')],
  ],
  gold: [
    { ...at(NEWS, 'Angela Merkel'), type: 'person', cluster: 1, named: true },
    { ...at(NEWS, 'Emmanuel Macron'), type: 'person', cluster: 2, named: true },
    { ...at(NEWS, 'Paris'), type: 'place', cluster: 3, named: true },
    { ...at(NEWS, 'She'), type: 'person', cluster: 1, named: false },
    { ...at(NEWS, 'him'), type: 'person', cluster: 2, named: false },
  ],
}

const CLAIM = {
  ...{ type: 'ASSAULT', trigger: 'bombed', source: ['Russian warplanes'], target: ['Idlib'] },
  ...{ polarity: 'affirmed', modality: 'actual' },
}

/** Scorers that count lines: enough to see that they are given what was read. */
const FILES: Readonly<Record<string, string>> = {
  'eval/convert.py': 'import sys\nprint(open(sys.argv[2]).read(), end="")',
  'eval/score_oie.py': `import json, sys
rows = [json.loads(line) for line in open(sys.argv[3])]
print(json.dumps({'f1': sum(len(row['clauses']) for row in rows) / 1000}))`,
  'eval/score_claims.py': `import json, sys
n = sum(len(json.loads(line)['claims']) for line in open(sys.argv[2])) / 10
one = dict.fromkeys(('p', 'r', 'f1'), n)
print(json.dumps({'polarity+modality': one, 'parties': one, 'matched': dict.fromkeys(('speaker', 'actor', 'place', 'when'), n)}))`,
  'eval/score_ner.py': `import json
one = {'exact': {'f1': 0.25}}
print(json.dumps(dict.fromkeys(('person', 'place', 'organization', 'all'), one)))`,
  'gold/benchie-dev.jsonl': SENTENCES.map((text, id) => JSON.stringify({ id: String(id), text })).join('\n'),
  'gold/seeds-claims.jsonl': JSON.stringify({ id: '007:0', doc: '007', start: 0, end: STRIKE.length, claims: [CLAIM] }),
  'gold/gum-ent-dev-news.jsonl': JSON.stringify(GUM),
  'seeds/007_strike.txt': STRIKE,
}

/** A folder of gold, some of whose files are others, or not there. */
function goldFolder(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = scratch()
  for (const [name, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** A command line as it ends, without the lines that tell how far it is. */
async function evaluated(flags: readonly string[], more: Parameters<typeof wiregraph>[1] = {}) {
  const { said, ...rest } = await wiregraph(['eval', ...flags], more)
  const talk = said.split('\n').filter((line) => !/^\d+ of \d+ texts/u.test(line))
  return { ...rest, said: talk.join('\n') }
}

interface Found {
  readonly figures: readonly { readonly set: string; readonly measure: string; readonly value: number }[]
  readonly reliability: Readonly<Record<string, { readonly claims: number; readonly error: number }>>
  readonly fit: { readonly shares: Readonly<Record<string, number>> } | null
}

async function measured(...flags: readonly string[]) {
  const { code, out, said } = await evaluated([...flags, '--json'])
  expect([code, said]).toEqual([0, ''])
  const found = JSON.parse(out) as Found
  const values = Object.fromEntries(found.figures.map(({ measure, value }) => [measure, value]))
  return { ...found, values }
}

describe.skipIf(!hasPython)('eval', { timeout: 60_000 }, () => {
  it('hands the scorers what is read, and prints their figures with floors and targets', async () => {
    const { code, out, said } = await evaluated(['--gold', goldFolder(), '--only', 'benchie-dev'])
    expect([code, said]).toEqual([0, ''])
    const [head, row] = out.split('\n')
    expect(head).toBe('set          measure   figure  floor  target')
    expect(row).toMatch(/^benchie-dev {2}short F1 {3}0\.00\d {2}0\.\d{3} {3}0\.\d{3} {2}not held$/u)
  })

  it('takes the folder from the environment', async () => {
    vi.stubEnv('WIREGRAPH_GOLD', goldFolder())
    const { values } = await measured('--only', 'benchie-dev')
    expect(values['short F1']).toBeGreaterThan(0)
  })

  it('reads the articles that claims were annotated in, and tells what confidence is worth', async () => {
    const { values, reliability, fit } = await measured('--gold', goldFolder(), '--only', 'seeds-claims')
    expect(values['claim F1']).toBe(0.1)
    expect(fit).toBeNull()
    const { claims, error } = reliability['seeds-claims']!
    expect(claims).toBe(1)
    expect(error).toBeLessThan(0.5)
  })

  it('scores coreference by itself', async () => {
    const { values } = await measured('--gold', goldFolder(), '--only', 'gum-ent-dev-news')
    expect(values['names F1']).toBe(0.25)
    expect(values['chains CoNLL F1']).toBe(1)
    expect(values['anaphors F1']).toBe(1)
  })

  it('measures what is there, and says what is not', async () => {
    const { code, out, said } = await evaluated(['--gold', goldFolder()])
    expect(code).toBe(0)
    expect(out).toMatch(/^seeds-claims[\s\S]*^benchie-dev[\s\S]*^gum-ent-dev-news/mu)
    expect(said).toContain('not there: polnear-dev')
    expect(said).not.toContain('benchie')
  })

  it('fits confidence anew', async () => {
    const folder = goldFolder({
      'gold/plv_train.jsonl': JSON.stringify({ id: 'p', text: STRIKE, events: [], marked: '' }),
      'gold/conflibert_cameo_r7.jsonl': JSON.stringify({ id: 'c', text: STRIKE, events: [] }),
      'eval/score_events.py': `import json
keys = ('recall@1 pair', 'recall@1 pair+root', 'direction_accuracy', 'false_alarm_rate')
print(json.dumps({**dict.fromkeys(keys, 0.5), 'pair': {'f1': 0.5}, 'pair+root': {'f1': 0.5}}))`,
    })
    const { fit, values } = await measured('--gold', folder, '--fit-confidence')
    // two claims, of which one is right
    expect(fit?.shares).toEqual({ '': 0.5 })
    expect(values['recall@1 pair, target first']).toBe(0.5)
    const { out } = await evaluated(['--gold', folder, '--fit-confidence'])
    expect(out).toContain("src/claims/confidence.ts:\n  '': 0.5,\n")
  })

  const failing = (script: string, file = 'eval/score_oie.py') => ({ [file]: script })
  it.each<[string, Readonly<Record<string, string | null>>, RegExp]>([
    ['a scorer that is not there', { 'eval/score_oie.py': null }, /score_oie\.py: No such file.*expected a scorer/u],
    [
      'one that fails',
      failing('import sys\nsys.exit("a row is odd")'),
      /score_oie\.py: A scorer has failed: got a row is odd/u,
    ],
    ['one that fails without a word', failing('import sys\nsys.exit(3)'), /got an end with 3/u],
    ['one that prints no JSON', failing('print("well")'), /expected JSON, got well/u],
    ['one that prints other figures', failing('print("{}")'), /expected a number as f1, got undefined/u],
    [
      'a gold file that is none',
      { 'gold/benchie-dev.jsonl': '{"id"' },
      /benchie-dev\.jsonl line 1: This is not valid JSON/u,
    ],
    ['a set that is not there', { 'gold/benchie-dev.jsonl': null }, /benchie-dev\.jsonl: No such file/u],
  ])('ends with 1 for %s', async (_, changes, told) => {
    const { code, out, said } = await evaluated(['--gold', goldFolder(changes), '--only', 'benchie-dev'])
    expect([code, out]).toEqual([1, ''])
    expect(said).toMatch(told)
  })

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort('SIGINT')
    const { code, out, said } = await evaluated(['--gold', goldFolder(), '--only', 'benchie-dev'], { signal })
    expect([code, out, said]).toEqual([1, '', 'Stopped before the end.'])
  })
})

describe('eval without what it needs', () => {
  it('says that Python is not there', async () => {
    vi.stubEnv('PATH', scratch())
    const { code, said } = await evaluated(['--gold', goldFolder(), '--only', 'benchie-dev'])
    expect(code).toBe(1)
    expect(said).toMatch(/^wiregraph: python3: Python can’t be started/mu)
  })

  it('says that the folder or its scorers are not there', async () => {
    const folder = goldFolder()
    rmSync(join(folder, 'eval'), { recursive: true })
    expect(await evaluated(['--gold', folder])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/scorers beside/u),
    })
    expect(await evaluated(['--gold', 'no/such'])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/no\/such/u),
    })
    const empty = scratch()
    mkdirSync(join(empty, 'eval'))
    expect(await evaluated(['--gold', empty])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/one of seeds-claims/u),
    })
  })

  it('says how it is used', async () => {
    vi.stubEnv('WIREGRAPH_GOLD', undefined)
    expect(await evaluated([])).toMatchObject({ code: 2, said: expect.stringMatching(/--gold <dir>/u) })
    const unknown = await evaluated(['--gold', 'x', '--only', 'benchie-dev,poems'])
    expect(unknown).toMatchObject({
      code: 2,
      said: expect.stringMatching(/'poems' is invalid\. Expected seeds-claims, plv_train/u),
    })
  })
})
