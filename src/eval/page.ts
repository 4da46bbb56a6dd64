import type { Evaluation } from './evaluate.ts'
import type { Reliability } from './reliability.ts'

/** An evaluation as a page of plain text. */
export function pageOf({ figures, notes, reliability, fit }: Evaluation): string {
  const width = Math.max(0, ...figures.map(({ measure }) => measure.length))
  const set = Math.max(0, ...figures.map((figure) => figure.set.length))
  const row = (...[a, b, c, d, e]: readonly [string, string, string, string, string]): string =>
    `${a.padEnd(set)}  ${b.padEnd(width)}  ${c.padStart(6)}  ${d.padStart(5)}  ${e.padStart(6)}`.trimEnd()
  const lines = figures.map(({ measure, value, floor, target, holds, ...figure }, at) => {
    const isFirst = figures[at - 1]?.set !== figure.set
    const told = row(isFirst ? figure.set : '', measure, shown(value), shown(floor), shown(target))
    return holds === false ? `${told.padEnd(set + width + 25)}  not held` : told
  })
  const said = Object.entries(notes).map(([name, note]) => `${name}: ${note}`)
  return [
    row('set', 'measure', 'figure', 'floor', 'target'),
    ...lines,
    ...(said.length === 0 ? [] : ['', ...said]),
    ...reliabilityPage('How much of what is claimed with a confidence is right', reliability),
    ...(fit === null ? [] : ['', 'Confidence fitted anew, for src/claims/confidence.ts:', ...sharesPage(fit.shares)]),
    ...(fit === null ? [] : reliabilityPage('The same, each fifth of the sets by the other four', fit.reliability)),
    '',
  ].join('\n')
}

const shown = (value: number | null): string => (value === null ? '' : value.toFixed(3))

function reliabilityPage(title: string, sets: Evaluation['reliability']): readonly string[] {
  const tables = Object.entries<Reliability>(sets)
  if (tables.length === 0) return []
  return ['', `${title}:`, ...tables.flatMap(([set, table]) => tableLines(set, table))]
}

const tableLines = (set: string, { bins, claims, error }: Reliability): readonly string[] => [
  `  ${set.padEnd(22)}  claims   mean  right`,
  ...bins.map(({ from, to, ...bin }) => {
    const range = `${from.toFixed(1)} to ${to.toFixed(1)}`
    return `    ${range.padEnd(20)}  ${String(bin.claims).padStart(6)}   ${bin.confidence.toFixed(2)}   ${bin.right.toFixed(2)}`
  }),
  `    ${'expected error'.padEnd(20)}  ${String(claims).padStart(6)}   ${error.toFixed(2)}`,
]

/** The lines of the table in the sources. */
const sharesPage = (shares: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(shares)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, share]) => `  ${/^[a-z]+$/u.test(name) ? name : `'${name}'`}: ${share},`)
