import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** An empty project in which the package lies as `npm pack` makes it. */
const project = mkdtempSync(join(tmpdir(), 'wiregraph-package-'))
const run = (command: string, args: readonly string[], cwd = project) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const LOCK = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { dev?: boolean }> }

beforeAll(() => {
  run('npm', ['run', '--silent', 'build'], '.')
  const packed = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], '.'))
  // npm 12 may name packages by key, older ones list them
  const [{ filename }] = (Array.isArray(packed) ? packed : Object.values(packed)) as [{ filename: string }]
  const modules = join(project, 'node_modules')
  mkdirSync(modules)
  run('tar', ['-xzf', filename])
  cpSync(join(project, 'package'), join(modules, 'wiregraph'), { recursive: true })
  // what it needs at run time and nothing else, so that an undeclared package is missed
  for (const [path, { dev }] of Object.entries(LOCK.packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(path)?.[1]
    if (name === undefined || dev || !existsSync(path)) continue
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(resolve(path), join(modules, name))
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }\n')
}, 120_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

const PROGRAM = `
import { loadLexicon, memoryStore, openEncoder, openQuery, readArticle, toolsOf, asArticleId, type_ } from 'wiregraph'
const lexicon = loadLexicon()
const store = memoryStore()
const article = {
  id: asArticleId('a'), origin: '-', title: null, publisher: null, published: null, basis: 'unknown', url: null,
  text: 'Russian warplanes bombed Idlib on Sunday.', regions: [],
}
store.put(await readArticle(article, toolsOf(lexicon, await openEncoder(), '1')))
const { ties } = await openQuery(store).neighborhood({ actor: 'Russia' })
console.log(ties.map((tie) => tie.id).join(' '))
`

describe('the package, as npm packs it', () => {
  it('holds the program, the tables and the seeds, and neither sources nor tests', () => {
    const files = readdirSync(join(project, 'package'), { recursive: true }).map(String)
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/index.js',
        'dist/index.d.ts',
        'dist/encoder/weights.bin',
        'dist/lexicon/actors.tsv',
        'dist/lexicon/types/assault.yaml',
        'README.md',
      ]),
    )
    expect(files.filter((file) => /^(?:src|tests|\.ci)\b|(?<!\.d)\.ts$/u.test(file))).toEqual([])
  })

  it('serves JavaScript', () => {
    writeFileSync(join(project, 'use.js'), PROGRAM.replace(', type_', ''))
    expect(run('node', ['use.js'])).toBe('russia~ASSAULT~idlib\n')
  })

  it('serves TypeScript, types checked', () => {
    const typed = PROGRAM.replace('type_', 'type Article, type Tie')
      .replace('const article =', 'const article: Article =')
      .replace('(tie) =>', '(tie: Tie) =>')
    writeFileSync(join(project, 'use.ts'), typed)
    const options = '--strict --module nodenext --target es2023 --lib es2023,dom --skipLibCheck use.ts'.split(' ')
    const tsc = resolve('node_modules/typescript/bin/tsc')
    expect(run('node', [tsc, ...options])).toBe('')
    expect(run('node', ['use.js'])).toBe('russia~ASSAULT~idlib\n')
  })

  it('runs as a command', () => {
    const main = join(project, 'node_modules/wiregraph/dist/cli/main.js')
    expect(run('node', [main, '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })

  it('gives equal bytes in any time zone and locale', () => {
    const main = join(project, 'node_modules/wiregraph/dist/cli/main.js')
    const files = [
      { TZ: 'UTC', LANG: 'C' },
      { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ].map((env, at) => {
      const out = join(project, `out-${at}`)
      const options = { cwd: project, env: { ...process.env, ...env }, stdio: 'ignore' } as const
      execFileSync('node', [main, 'start', '--no-serve', '--out', out], options)
      return ['actors.gexf', 'graph.json'].map((name) => readFileSync(join(out, name), 'utf8'))
    })
    expect(files[1]).toEqual(files[0])
  }, 60_000)

  it('shows everything on the seeds, serves, and ends on Ctrl-C', async () => {
    const main = join(project, 'node_modules/wiregraph/dist/cli/main.js')
    const child = spawn('node', [main, 'start', '--port', '0'], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listening = new Promise<string>((done, fail) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk
        const urls = said.match(/http:\S+/gu) ?? []
        if (urls.length >= 3) done(urls.join(' '))
      })
      child.once('exit', () => fail(new Error(said)))
    })
    const urls = (await listening).split(' ')
    for (const url of urls) expect((await fetch(url)).status, url).toBe(200)
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(readdirSync(join(project, 'out')).sort()).toEqual(['actors.gexf', 'graph.json', 'seeds.db'])
  }, 60_000)
})
