import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What a room may import: rooms before it, by their doors, and packages. */
interface Room {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
}

const READING = ['model', 'lexicon', 'text', 'encoder', 'syntax']

/** The plan of the house, in the order in which data flow. */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: [] },
  lexicon: { rooms: ['model'], packages: ['yaml', 'zod'] },
  ingest: { rooms: ['model'], packages: ['@mozilla/readability', 'linkedom', 'tinyglobby', 'yaml'] },
  text: { rooms: ['model'], packages: [] },
  encoder: { rooms: ['model', 'text'], packages: ['onnxruntime-node'] },
  syntax: { rooms: ['model', 'text', 'encoder'], packages: [] },
  mentions: { rooms: READING, packages: [] },
  clauses: { rooms: READING, packages: [] },
  claims: { rooms: [...READING, 'mentions', 'clauses'], packages: [] },
  store: { rooms: ['model'], packages: ['better-sqlite3'] },
  graph: { rooms: ['model', 'store'], packages: ['graphology', 'graphology-types', 'graphology-layout-forceatlas2'] },
  query: { rooms: ['model', 'store', 'graph'], packages: [] },
  export: { rooms: ['model', 'store', 'graph'], packages: [] },
  api: { rooms: ['model', 'store', 'query', 'export'], packages: ['express', 'zod', 'helmet', 'pino'] },
  eval: { rooms: ['model', 'claims'], packages: [] },
  cli: {
    rooms: [
      'model',
      'lexicon',
      'ingest',
      'text',
      'encoder',
      'syntax',
      'mentions',
      'clauses',
      'claims',
      'store',
      'graph',
      'query',
      'export',
      'api',
      'eval',
    ],
    packages: ['commander', 'cli-progress'],
  },
}

/** Source files by their path under `src/`, with `/` between folders. */
export type Sources = Readonly<Record<string, string>>

/** The TypeScript files under a folder. */
export function sourcesIn(folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  )
}

const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/gmu

/** Every way in which the sources leave the plan, one line each. */
export function faults(sources: Sources, plan: Readonly<Record<string, Room>> = ROOMS): readonly string[] {
  const found: string[] = []
  const imports = new Map<string, string[]>()
  for (const [file, text] of Object.entries(sources)) {
    const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : null
    if (room !== null && !plan[room]) found.push(`${file}: the room ${room} is not in the plan`)
    const targets: string[] = []
    for (const match of text.matchAll(IMPORT)) {
      const target = match[1] ?? match[2] ?? match[3] ?? ''
      if (target.startsWith('.')) targets.push(resolve(file, target))
      else if (!target.startsWith('node:')) found.push(...packageFault(file, room, target, plan))
    }
    imports.set(file, targets)
    for (const target of targets) found.push(...roomFault(file, room, target, sources, plan))
  }
  return [...found, ...cycles(imports)]
}

function packageFault(file: string, room: string | null, target: string, plan: typeof ROOMS): readonly string[] {
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
  const isAllowed = room !== null && plan[room]?.packages.includes(name)
  return isAllowed ? [] : [`${file}: the package ${name} does not belong to the room ${room ?? 'src'}`]
}

function roomFault(
  file: string,
  room: string | null,
  target: string,
  sources: Sources,
  plan: typeof ROOMS,
): readonly string[] {
  if (!(target in sources)) return [`${file}: ${target} is no source file`]
  const other = target.slice(0, target.indexOf('/'))
  if (other === room) return []
  if (target !== `${other}/index.ts`) return [`${file}: passes by the door of ${other} to ${target}`]
  if (room === null || plan[room]?.rooms.includes(other)) return []
  return [`${file}: the room ${room} may not import ${other}`]
}

function resolve(file: string, target: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Each import that closes a cycle of files. */
function cycles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string): void => {
    state.set(file, 'open')
    for (const target of imports.get(file) ?? []) {
      if (state.get(target) === 'open') found.push(`${file}: closes a cycle with ${target}`)
      else if (!state.has(target)) visit(target)
    }
    state.set(file, 'done')
  }
  for (const file of imports.keys()) if (!state.has(file)) visit(file)
  return found
}
