import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faults, ROOMS, sourcesIn } from './rooms.ts'

describe('the rooms', () => {
  it('keep to the plan', () => {
    expect(faults(sourcesIn('src'))).toEqual([])
  })

  it('are all there', () => {
    const rooms = new Set(
      Object.keys(sourcesIn('src'))
        .filter((file) => file.endsWith('/index.ts'))
        .map((file) => file.split('/')[0]),
    )
    expect(Object.keys(ROOMS).filter((room) => room !== 'cli' && !rooms.has(room))).toEqual([])
  })

  it('stand in the map, one line each', () => {
    const map = readFileSync('src/README.md', 'utf8')
    expect(Object.keys(ROOMS).filter((room) => !new RegExp(`^\\| \`${room}\` +\\|`, 'mu').test(map))).toEqual([])
  })

  const door = {
    'model/index.ts': "export * from './ids.ts'",
    'model/ids.ts': '',
    'store/index.ts': "import '../model/index.ts'",
  }
  it.each([
    [
      'a room imports a later one',
      { ...door, 'text/index.ts': "import { x } from '../store/index.ts'" },
      'text/index.ts: the room text may not import store',
    ],
    [
      'a package belongs elsewhere',
      { ...door, 'text/index.ts': "import express from 'express'" },
      'text/index.ts: the package express does not belong to the room text',
    ],
    [
      'a scoped package belongs elsewhere',
      { 'text/a.ts': "import { R } from '@mozilla/readability/x'" },
      'text/a.ts: the package @mozilla/readability does not belong to the room text',
    ],
    [
      'a door is passed by',
      { ...door, 'text/index.ts': "import type { Id } from '../model/ids.ts'" },
      'text/index.ts: passes by the door of model to model/ids.ts',
    ],
    [
      'a door is passed by in a dynamic import',
      { ...door, 'text/index.ts': "const m = await import('../model/ids.ts')" },
      'text/index.ts: passes by the door of model to model/ids.ts',
    ],
    [
      'files import each other',
      { 'text/a.ts': "export * from './b.ts'", 'text/b.ts': "import {\n  a,\n} from './a.ts'" },
      'text/b.ts: closes a cycle with text/a.ts',
    ],
    ['a room is not planned', { 'attic/index.ts': '' }, 'attic/index.ts: the room attic is not in the plan'],
    ['a file is missing', { 'text/a.ts': "import './gone.ts'" }, 'text/a.ts: text/gone.ts is no source file'],
  ])('are refused when %s', (_, sources, fault) => {
    expect(faults(sources)).toEqual([fault])
  })

  it('may import by the door, from rooms before them', () => {
    expect(faults({ ...door, 'index.ts': "export * from './store/index.ts'" })).toEqual([])
  })
})
