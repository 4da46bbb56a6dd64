import { shown } from './bundles.ts'
import type { ExportInput } from './format.ts'

/** Tells how many ties the view has that the file does not show. */
export function tellHidden({ view, all }: ExportInput, report: (note: string) => void): void {
  let hidden = 0
  for (const tie of view.ties) if (!shown(tie, all)) hidden++
  if (hidden > 0) report(`Left out ${countOf(hidden, 'tie')} that only denials, plans, demands or guesses speak of.`)
}

/** "1 tie", "2 ties". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What the view has. */
export const tiesHeld = ({ view }: ExportInput): string =>
  `${view.entities.size} actors and places, ${countOf(view.ties.length, 'tie')}`
