import type { ClaimType, Tie, TypeInfo } from '../model/index.ts'
import type { Query } from '../query/index.ts'
import type { Store } from '../store/index.ts'
import type { BuildReport } from './reading.ts'
import { shown } from './shown.ts'

/** How many of the strongest ties are shown. */
const SHOWN = 5

/** What was read, what it gave, what was left out and why, and the strongest ties with a sentence each. */
export async function summarize(
  store: Store,
  query: Query,
  report: BuildReport,
  types: ReadonlyMap<ClaimType, TypeInfo>,
  ledger: string,
): Promise<readonly string[]> {
  const stats = await query.stats()
  const counts = stats.types.map(({ type, claims }) => `${type ?? 'open'} ${claims}`)
  const cuts = [...store.articles()].flatMap((article) => article.ledger.cuts)
  const { added, replaced, unchanged, skips } = report
  const lines = [
    `articles  ${stats.articles} (${added} new, ${replaced} changed, ${unchanged} as before)`,
    `sentences ${stats.sentences}`,
    `claims    ${stats.claims}: ${counts.join(', ') || 'none'}`,
    `graph     ${stats.actors} actors, ${stats.places} places, ${stats.ties} ties (${stats.standing} stand)`,
    `cut       ${cuts.length} passages as boilerplate: ${tallied(cuts.map(({ rule }) => rule)) || 'none'}`,
    `skipped   ${skips.length === 0 ? 'nothing' : skips.length}`,
    ...skips.map(({ message }) => `  ${shown(message)}`),
    `ledger    ${ledger}`,
  ]
  const ties = await query.strongest(SHOWN)
  return ties.length === 0
    ? lines
    : [...lines, '', 'The strongest ties:', ...(await Promise.all(ties.map((tie) => told(tie, query, types))))]
}

async function told(tie: Tie, query: Query, types: ReadonlyMap<ClaimType, TypeInfo>): Promise<string> {
  const [source, target, best] = await Promise.all([
    query.entity(tie.source),
    query.entity(tie.target),
    query.claim(tie.best),
  ])
  const verb = tie.type === null ? 'is joined to' : (types.get(tie.type)?.verb ?? tie.type)
  const { claim, article } = best
  const from = shown([article.publisher, article.published].filter((part) => part !== null).join(', '))
  const claims = tie.claims === 1 ? '1 claim' : `${tie.claims} claims`
  return `  ${source.label} ${verb} ${target.label} (${tie.status}, ${claims})\n    “${shown(claim.quote)}”${from === '' ? '' : ` — ${from}`}`
}

/** "a 3, b 1", most frequent first. */
function tallied(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return rows.map(([name, count]) => `${name} ${count}`).join(', ')
}
