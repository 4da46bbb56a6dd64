import { Command } from 'commander'
import type { Lexicon } from '../../lexicon/index.ts'
import { type Article, asArticleId, type Claim, digest, type Party, type Reading } from '../../model/index.ts'
import type { Context } from '../context.ts'
import { dateOption, lexiconFrom, lexiconOption } from '../options.ts'
import { shown } from '../shown.ts'

/** `wiregraph explain "SENTENCE"`: what each stage of reading makes of some words. */
export function explain(context: Context): Command {
  return new Command('explain')
    .description(
      'show how a sentence is read: words, names, clauses, reports, claims, and the rows of the tables that fired',
    )
    .argument('<sentence>', 'one or more sentences, in quotation marks')
    .addOption(dateOption())
    .addOption(lexiconOption())
    .option('--json', 'print the whole reading as JSON')
    .action(async (sentence: string, flags: { lexicon: readonly string[]; json?: true; date?: string }) => {
      const { readArticle, readerOf } = await import('../../claims/index.ts')
      const lexicon = await lexiconFrom(flags)
      const article: Article = {
        id: asArticleId(digest(sentence)),
        origin: '-',
        title: null,
        publisher: null,
        published: flags.date ?? null,
        basis: flags.date === undefined ? 'unknown' : 'given',
        url: null,
        text: sentence,
        regions: [],
      }
      const reading = readArticle(article, lexicon, readerOf(lexicon, context.version))
      if (flags.json) await context.out(`${JSON.stringify(reading, null, 2)}\n`)
      else await context.out(shown(`${told(reading, lexicon).join('\n')}\n`))
    })
}

function told(reading: Reading, lexicon: Lexicon): readonly string[] {
  const { trees, mentions, clauses, reports, claims } = reading
  return [
    'WORDS',
    ...trees.map(({ tokens }) => `  ${tokens.map(({ text, xpos, upos }) => `${text}/${xpos ?? upos}`).join(' ')}`),
    'NAMES',
    ...mentions.map(({ text, kind, form, entity, rule }) => `  ${text} → ${entity} (${kind}, ${form}; ${rule})`),
    'CLAUSES',
    ...clauses.map(({ subject, predicate, objects, obliques, passive, polarity, modality }) => {
      const words = (phrases: readonly { marker: string | null; text: string }[]) =>
        phrases.map(({ marker, text }) => (marker === null ? text : `${marker} ${text}`)).join(', ')
      const mood = [passive ? 'passive' : '', polarity, modality].filter((word) => word !== '').join(', ')
      return `  [${words(subject)}] ${predicate.lemma} [${words(objects)}] ${words(obliques)} (${mood})`
    }),
    'REPORTS',
    ...reports.map(({ source, cue, content, kind }) => {
      return `  ${source?.text ?? '?'} “${cue?.text}” (${cue?.group}, ${kind}): ${content.map(({ text }) => text).join(' … ')}`
    }),
    'CLAIMS',
    ...claims.flatMap((claim) => [`  ${claimLine(claim)}`, `    ${rowLine(claim, lexicon)}`]),
  ]
}

/** A claim on one line. */
export function claimLine({ type, source, target, place, polarity, modality, attribution }: Claim): string {
  const names = (parties: readonly Party[]) => parties.map(({ label, text }) => label ?? `“${text}”`).join(', ') || '–'
  const mood = [polarity === 'negated' ? 'negated' : '', modality === 'actual' ? '' : modality].filter(
    (word) => word !== '',
  )
  const said = attribution.map(({ speaker }) => `said by ${speaker?.label ?? speaker?.text ?? 'somebody'}`)
  const notes = [...(place.length > 0 ? [`in ${names(place)}`] : []), ...mood, ...said]
  return `${names(source)} ${type ?? 'OPEN'} ${names(target)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

function rowLine({ rule, confidence, predicate }: Claim, { rows }: Lexicon): string {
  const row = rows.find(({ id }) => id === rule)
  const says = row ? ` (${row.says}; ${row.at})` : ''
  return `by ${rule}${says}, from “${predicate.text}”, confidence ${confidence}`
}
