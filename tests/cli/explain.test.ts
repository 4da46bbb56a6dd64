import { describe, expect, it } from 'vitest'
import { columns } from '../../src/cli/drawing.ts'
import type { Reading } from '../../src/model/index.ts'
import { wiregraph } from './console.ts'

const TEXT =
  'Russian warplanes bombed Idlib on Sunday, the Syrian Observatory for Human Rights said. Sergey Lavrov denied that at Lake Baikal.'

const told = await wiregraph(['explain', TEXT])
const { sentences, trees, mentions, reports }: Reading = JSON.parse((await wiregraph(['explain', TEXT, '--json'])).out)

/** The lines below each heading. */
const sections = new Map(
  told.out.split(/^(?=[A-Z]+\n)/mu).map((section): [string, string] => {
    const [heading = ''] = section.split('\n', 1)
    return [heading, section.slice(heading.length + 1).trimEnd()]
  }),
)
const section = (heading: string) => sections.get(heading) ?? ''
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim()

describe('explain', () => {
  it('shows each stage under a heading', () => {
    expect([told.code, told.said]).toEqual([0, ''])
    expect([...sections.keys()]).toEqual(['WORDS', 'NAMES', 'CLAUSES', 'REPORTS', 'CLAIMS'])
  })

  it('draws each sentence, a word a line', () => {
    const drawn = section('WORDS').split('\n\n')
    expect(drawn.map((tree) => tree.split('\n').map((line) => /[╼━] (\S+)/u.exec(line)?.[1]))).toEqual(
      trees.map(({ tokens }) => tokens.map(({ text }) => text)),
    )
  })

  it('shows the names of each sentence in brackets', () => {
    const blocks = section('NAMES').split('\n\n')
    expect(blocks).toHaveLength(sentences.length)
    for (const [at, { text }] of sentences.entries()) {
      const count = mentions.filter(({ sentence }) => sentence === at).length
      expect(flat(blocks[at]!.replace(/[[\]]/gu, ''))).toContain(text)
      expect([blocks[at]!.split('[').length, blocks[at]!.split(']').length]).toEqual([count + 1, count + 1])
    }
    expect(section('NAMES')).toContain(' bombed [Idlib] on Sunday')
  })

  it('shows whom each name stands for, if that is known, and by which rule', () => {
    expect(section('NAMES')).toMatch(/^ {4}Idlib → Idlib +place, name, by name\.name$/mu)
    expect(mentions.some(({ entity }) => entity === null)).toBe(true)
    for (const { text, entity, kind, form, rule } of mentions) {
      const at = flat(section('NAMES')).indexOf(`${text} → ${entity === null ? 'unknown ' : ''}`)
      expect(at).toBeGreaterThan(0)
      expect(flat(section('NAMES')).slice(at)).toContain(` ${kind}, ${form}, by ${rule}`)
    }
  })

  it('shows of each report who says what, and by which words', () => {
    const blocks = section('REPORTS').split('\n\n')
    expect(blocks.map(flat)).toEqual(
      reports.map(({ source, cue, content, kind }) => {
        const words = content.map(({ text }) => text).join(' … ')
        return `source ${source?.text ?? '–'} cue ${cue?.text} (${cue?.group ?? '–'}, ${kind}) content ${words || '–'}`
      }),
    )
  })

  it('breaks what is long', () => {
    for (const line of [...section('NAMES').split('\n'), ...section('CLAIMS').split('\n')]) {
      expect(columns(line)).toBeLessThanOrEqual(90)
    }
  })

  it('lets no text drive the terminal', async () => {
    const { out } = await wiregraph(['explain', 'Russia \u001b[31mbombed\u0007 Idlib\u2028on Sunday.\nIt\tdid.'])
    expect(out).not.toMatch(/(?!\n)\p{Cc}|\u2028/u)
    expect(out).toContain('\\x1b')
  })

  it('has nothing to show of nothing', async () => {
    const { out } = await wiregraph(['explain', ''])
    expect(out).toBe('WORDS\n\nNAMES\n\nCLAUSES\n\nREPORTS\n\nCLAIMS\n')
  })
})
