import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, type ExportFormat, writeExport } from '../../src/export/index.ts'
import { WiregraphError } from '../../src/model/index.ts'
import { inputOf, VIEW } from './make.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiregraph-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const [gexf] = EXPORT_FORMATS
const input = inputOf(VIEW)

/** A format that writes these pieces. */
const pieces = (write: () => Iterable<string>): ExportFormat => ({ ...gexf, write })

/** What the failed writing of a file says. */
async function refusal(path: string, format: ExportFormat = gexf): Promise<unknown> {
  return writeExport(format, input, path).then(
    () => expect.fail(`${path} was written`),
    (error: unknown) => error,
  )
}

describe.each(EXPORT_FORMATS)('writing $name to a file', (format) => {
  it('leaves the very bytes of the format, and nothing beside them', async () => {
    const path = join(folder, `graph${format.extension}`)
    const notes: string[] = []
    await writeExport(format, input, path, (note) => notes.push(note))
    const told: string[] = []
    expect(readFileSync(path, 'utf8')).toBe([...format.write(input, (note) => told.push(note))].join(''))
    expect(readdirSync(folder)).toEqual([`graph${format.extension}`])
    expect(notes).toEqual(told)
  })
})

describe('writing an export', () => {
  it('takes the place of an earlier file, and of the one a link leads to', async () => {
    writeFileSync(join(folder, 'old.gexf'), 'old')
    symlinkSync('old.gexf', join(folder, 'link.gexf'))
    await writeExport(
      pieces(() => ['a', 'b']),
      input,
      join(folder, 'link.gexf'),
    )
    expect(readFileSync(join(folder, 'old.gexf'), 'utf8')).toBe('ab')
    expect(readdirSync(folder).sort()).toEqual(['link.gexf', 'old.gexf'])
  })

  it('waits for the disk: no more is made than is written', async () => {
    let made = 0
    let ahead = 0
    const path = join(folder, 'large')
    const format = pieces(function* () {
      for (; made < 200; made++) {
        const [parts] = readdirSync(folder).filter((name) => name.startsWith('.'))
        const done = made === 0 ? 0 : statSync(join(folder, parts ?? '', 'part')).size
        ahead = Math.max(ahead, made - done / 65_536)
        yield 'x'.repeat(65_536)
      }
    })
    await writeExport(format, input, path)
    expect(readFileSync(path).length).toBe(200 * 65_536)
    expect(ahead).toBeLessThan(40)
  })

  it('keeps the earlier file and leaves nothing half-written when a piece can’t be made', async () => {
    writeFileSync(join(folder, 'graph.gexf'), 'old')
    const defect = new Error('a defect')
    const format = pieces(function* () {
      yield 'x'.repeat(100_000)
      throw defect
    })
    expect(await refusal(join(folder, 'graph.gexf'), format)).toBe(defect)
    expect(readdirSync(folder)).toEqual(['graph.gexf'])
    expect(readFileSync(join(folder, 'graph.gexf'), 'utf8')).toBe('old')
  })

  it('writes two exports to one place at once, and one of them stays', async () => {
    const path = join(folder, 'graph.gexf')
    await Promise.all(
      ['a', 'b'].map((text) =>
        writeExport(
          pieces(() => [text.repeat(70_000), text]),
          input,
          path,
        ),
      ),
    )
    expect(readFileSync(path, 'utf8')).toMatch(/^(?:a{70001}|b{70001})$/)
    expect(readdirSync(folder)).toEqual(['graph.gexf'])
  })

  const refused: readonly (readonly [says: string, path: readonly string[], got: string])[] = [
    ['a folder that is not there', ['missing', 'graph.gexf'], 'a folder that does not exist'],
    ['a path through a file', ['file.txt', 'graph.gexf'], 'a path that leads through a file'],
    ['a folder', ['inner'], 'a folder'],
    ['a name that is too long', ['x'.repeat(300)], 'a name that is too long'],
  ]
  it.each(refused)('refuses %s, and leaves nothing', async (_, path, got) => {
    writeFileSync(join(folder, 'file.txt'), 'mine')
    mkdirSync(join(folder, 'inner'))
    const where = join(folder, ...path)
    const error = await refusal(where)
    expect(error).toBeInstanceOf(WiregraphError)
    expect(error).toMatchObject({ code: 'write-failed', detail: { where, got, hint: expect.stringMatching(/\.$/) } })
    expect(readdirSync(folder).sort()).toEqual(['file.txt', 'inner'])
    expect(readdirSync(join(folder, 'inner'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('refuses a device', async () => {
    expect(await refusal('/dev/null')).toMatchObject({ code: 'write-failed', detail: { got: 'a device or pipe' } })
  })

  // The superuser may write anywhere.
  it.skipIf(process.getuid?.() === 0)('refuses a folder that it may not write to', async () => {
    mkdirSync(join(folder, 'locked'), { mode: 0o500 })
    const error = await refusal(join(folder, 'locked', 'graph.gexf'))
    expect(error).toMatchObject({ code: 'write-failed', detail: { got: 'no permission' } })
    expect(readdirSync(join(folder, 'locked'))).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')('refuses a file system that takes no files', async () => {
    expect(await refusal('/proc/graph.gexf')).toMatchObject({ code: 'write-failed' })
  })
})
