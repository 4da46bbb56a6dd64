import { mkdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { sources } from '../../src/ingest/index.ts'
import { all, folderOf } from './folder.ts'

/** Nothing is locked for the superuser, so that folders of these names fail as such folders do. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const faults: Readonly<Record<string, string>> = { locked: 'EACCES', gone: 'ENOENT' }
  const readdir = async (folder: string, options: { withFileTypes: true }) => {
    const code = faults[basename(folder)]
    if (code !== undefined) throw Object.assign(new Error(code), { code, syscall: 'scandir' })
    return real.readdir(folder, options)
  }
  return { ...real, readdir }
})

const KNOWN = '.jsonl, .ndjson, .json, .html, .htm, .xhtml, .rss, .xml, .atom, .rdf, .md, .markdown, .txt, .text'
const found = async (...inputs: string[]) => all(sources(inputs))
const origins = async (...inputs: string[]) => (await found(...inputs)).map(({ origin }) => origin)

describe('a folder', () => {
  it('gives its files in code-unit order of their paths, to the bottom', async () => {
    const folder = folderOf({ 'b.txt': '', 'B.md': '', 'ä.txt': '', 'a/z.html': '', 'a.txt': '', 'a/b/c.jsonl': '' })
    expect(await origins(folder)).toEqual(['B.md', 'a.txt', 'a/b/c.jsonl', 'a/z.html', 'b.txt', 'ä.txt'])
  })

  it('leaves out what is no article, and tells what may be one', async () => {
    const folder = folderOf({
      'README.md': '',
      'sub/readme.txt': '',
      LICENSE: '',
      '.hidden.txt': '',
      '.git/config.txt': '',
      'node_modules/x/notes.md': '',
      'photo.JPG': '',
      'style.css': '',
      'report.pdf': '',
      notes: '',
      'news.TXT': '',
    })
    const results = await found(folder)
    expect(results.map(({ origin }) => origin)).toEqual(['news.TXT', 'notes', 'report.pdf'])
    expect(results[2]).toMatchObject({
      code: 'unknown-format',
      detail: { where: 'report.pdf', expected: KNOWN, got: '.pdf' },
    })
    expect(results[1]).toMatchObject({ detail: { where: 'notes', got: 'a name without extension' } })
  })

  it('without articles is told', async () => {
    const folder = folderOf({ 'README.md': '' })
    expect(await found(folder)).toMatchObject([
      { code: 'empty-input', detail: { where: folder, expected: 'a folder with articles in it', got: 'none' } },
    ])
  })

  it('that links back to itself ends', async () => {
    const folder = folderOf({ 'a/b.txt': '' })
    symlinkSync(folder, join(folder, 'a', 'up'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.txt'))
    expect(await origins(folder)).toEqual(['a/b.txt', 'gone.txt'])
  })
})

describe('several inputs', () => {
  it('keep their order, and nothing comes twice', async () => {
    const folder = folderOf({ 'a.txt': '', 'b.txt': '' })
    const inputs = [join(folder, 'b.txt'), '-', folder, 'https://sample.example/a', '-', `${folder}/*.txt`]
    expect(await origins(...inputs)).toEqual(['b.txt', '-', 'a.txt', 'https://sample.example/a'])
  })

  it('that would share an origin keep the path as typed', async () => {
    const folder = folderOf({ 'x/a.txt': '1', 'y/a.txt': '2', 'y/b.txt': '3' })
    const typed = [`${folder}/x/a.txt`, `${folder}/y/a.txt`, 'b.txt']
    expect(await origins(`${folder}/x`, `${folder}/y`)).toEqual(typed)
    expect(new Set(await origins(`${folder}/y`, `${folder}/x`))).toEqual(new Set(typed))
  })
})

describe('what is left out', () => {
  it('of several inputs is told for each, and once', async () => {
    const folder = folderOf({ 'a/data.csv': '', 'b/data.csv': '', 'b/other.csv': '' })
    const typed = [`${folder}/a/data.csv`, `${folder}/b/data.csv`, 'other.csv']
    const results = await found(`${folder}/a`, `${folder}/b`, `${folder}/b/data.csv`, `${folder}/b/*.csv`)
    expect(results.map(({ origin }) => origin)).toEqual(typed)
    expect(results).toMatchObject(typed.map((where) => ({ code: 'unknown-format', detail: { where } })))
  })

  it('shares no origin with a file', async () => {
    const folder = folderOf({ 'a/notes': '', 'b/notes': '' })
    expect(await origins(`${folder}/a`, `${folder}/b/notes`)).toEqual([`${folder}/a/notes`, `${folder}/b/notes`])
  })

  it('may be named by itself', async () => {
    const folder = folderOf({ notes: '' })
    for (const inputs of [
      [folder, `${folder}/notes`],
      [`${folder}/notes`, folder],
    ]) {
      expect(await found(...inputs)).toMatchObject([{ kind: 'file', origin: 'notes' }])
    }
  })

  it('for a folder that can’t be read is that folder alone', async () => {
    const folder = folderOf({ 'a.txt': '', 'sub/locked/b.txt': '', 'sub/gone/c.txt': '', 'sub/z.txt': '' })
    expect(await found(folder)).toMatchObject([
      { kind: 'file', origin: 'a.txt' },
      { origin: 'sub/gone', code: 'not-found', detail: { where: 'sub/gone' } },
      { origin: 'sub/locked', code: 'not-readable', detail: { where: 'sub/locked', got: 'EACCES' } },
      { kind: 'file', origin: 'sub/z.txt' },
    ])
    const locked = `${folder}/sub/locked`
    expect(await found(locked)).toMatchObject([{ origin: locked, code: 'not-readable', detail: { where: locked } }])
  })
})

describe('a pattern', () => {
  it('gives what it matches, relative to the folder it starts in', async () => {
    const folder = folderOf({ 'b.txt': '', 'a.md': '', 'sub/c.txt': '', 'sub/d.png': '' })
    expect(await origins(`${folder}/**/*.{txt,png}`)).toEqual(['b.txt', 'sub/c.txt'])
    expect(await origins(`${folder}/*`)).toEqual(['a.md', 'b.txt'])
  })

  it('that matches nothing is told', async () => {
    const pattern = `${folderOf({})}/*.txt`
    expect(await found(pattern)).toMatchObject([
      { code: 'not-found', detail: { where: pattern, expected: 'a pattern that files match' } },
    ])
  })

  it('is a file where a file has this very name', async () => {
    const folder = folderOf({ '[draft].txt': '' })
    expect(await found(`${folder}/[draft].txt`)).toMatchObject([{ kind: 'file', origin: '[draft].txt' }])
  })
})

describe('a path', () => {
  it('that leads nowhere is told as it was typed', async () => {
    const path = join(folderOf({}), 'gone.txt')
    expect(await found(path)).toEqual([
      { origin: path, code: 'not-found', message: `${path}: No such file, folder or record.`, detail: { where: path } },
    ])
  })

  it('that can’t be followed is told with the reason', async () => {
    const folder = folderOf({})
    mkdirSync(join(folder, 'd'))
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'))
    const path = join(folder, 'loop.txt')
    expect(await found(path)).toMatchObject([{ code: 'not-readable', detail: { where: path, got: 'ELOOP' } }])
  })

  it('may have no extension when it is named; a strange one needs a format', async () => {
    const folder = folderOf({ notes: '', 'news.page': '' })
    expect(await found(join(folder, 'notes'))).toMatchObject([{ kind: 'file', origin: 'notes' }])
    expect(await found(join(folder, 'news.page'))).toMatchObject([{ code: 'unknown-format' }])
    const forced = all(sources([join(folder, 'news.page')], { format: 'html' }))
    expect(await forced).toMatchObject([{ kind: 'file', origin: 'news.page' }])
  })
})
