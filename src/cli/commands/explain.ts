import { Command } from 'commander'
import type { Lexicon } from '../../lexicon/index.ts'
import {
  type Article,
  asArticleId,
  type Claim,
  digest,
  type EntityId,
  type Mention,
  type Party,
  type Reading,
  type Report,
  type Sentence,
} from '../../model/index.ts'
import type { Context } from '../context.ts'
import { columns, drawTree, oneLine, padded, wrapped } from '../drawing.ts'
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
      const [{ readArticle }, { toolsWith }] = await Promise.all([
        import('../../claims/index.ts'),
        import('../reading.ts'),
      ])
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
      const reading = await readArticle(article, await toolsWith(lexicon, context.version))
      if (flags.json) await context.out(`${JSON.stringify(reading, null, 2)}\n`)
      else await context.out(shown(`${told(reading, lexicon).join('\n')}\n`))
    })
}

function told(reading: Reading, lexicon: Lexicon): readonly string[] {
  const { trees, clauses, reports, claims } = reading
  const sections: Readonly<Record<string, readonly string[]>> = {
    WORDS: spaced(trees.map((tree) => drawTree(tree).map((line) => `  ${line}`))),
    NAMES: namesOf(reading, lexicon),
    CLAUSES: clauses.map(({ subject, predicate, objects, obliques, passive, polarity, modality }) => {
      const words = (phrases: readonly { marker: string | null; text: string }[]) =>
        phrases.map(({ marker, text }) => (marker === null ? text : `${marker} ${text}`)).join(', ')
      const mood = [passive ? 'passive' : '', polarity, modality].filter((word) => word !== '').join(', ')
      return `  [${words(subject)}] ${predicate.lemma} [${words(objects)}] ${words(obliques)} (${mood})`
    }),
    REPORTS: spaced(reports.map(reportLines)),
    CLAIMS: claims.flatMap((claim) => [
      ...wrapped(claimLine(claim), '  ', '      '),
      ...wrapped(rowLine(claim, lexicon), '    ', '        '),
    ]),
  }
  return spaced(Object.entries(sections).map(([name, lines]) => [name, ...lines]))
}

/** The lines of all blocks, with an empty one between two. */
const spaced = (blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]))

/** Longer names have what is said of them on a line of its own. */
const NAME = 40

/** Of each sentence that names somebody, its words with the names in brackets, then each name and what was made of it. */
function namesOf({ sentences, mentions, entities }: Reading, lexicon: Lexicon): readonly string[] {
  const whom = (id: EntityId | null): string => {
    if (id === null) return 'unknown'
    return (lexicon.entities.get(id) ?? entities.find((entity) => entity.id === id))?.label ?? id
  }
  const entries = mentions.map(({ sentence, text, entity, kind, form, rule }) => {
    return { sentence, name: oneLine(`${text} → ${whom(entity)}`), says: `${kind}, ${form}, by ${rule}` }
  })
  const width = Math.min(NAME, Math.max(0, ...entries.map(({ name }) => columns(name))))
  const blocks = sentences.map((sentence) => {
    const lines = entries
      .filter((entry) => entry.sentence === sentence.index)
      .flatMap(({ name, says }) =>
        columns(name) > width
          ? [...wrapped(name, '    ', '      '), `    ${padded('', width)}  ${says}`]
          : [`    ${padded(name, width)}  ${says}`],
      )
    return lines.length > 0 ? [...wrapped(bracketed(sentence, mentions), '  '), ...lines] : []
  })
  return spaced(blocks.filter((block) => block.length > 0))
}

/** The words of a sentence, with brackets round its names. */
function bracketed({ text, start, index }: Sentence, mentions: readonly Mention[]): string {
  const own = mentions.filter(({ sentence }) => sentence === index)
  const signs = [
    ...own.map((mention) => ({ sign: ']', at: mention.end - start })),
    ...own.map((mention) => ({ sign: '[', at: mention.start - start })),
  ].sort((a, b) => a.at - b.at)
  const parts = signs.map(({ sign, at }, next) => text.slice(signs[next - 1]?.at ?? 0, at) + sign)
  return oneLine(parts.join('') + text.slice(signs.at(-1)?.at ?? 0))
}

function reportLines({ source, cue, content, kind }: Report): readonly string[] {
  const words = content.map(({ text }) => text).join(' … ')
  return [
    ...wrapped(oneLine(source?.text ?? '–'), '  source   '),
    ...wrapped(oneLine(`${cue?.text ?? '–'} (${cue?.group ?? '–'}, ${kind})`), '  cue      '),
    ...wrapped(oneLine(words || '–'), '  content  '),
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
