import { Command, Option } from 'commander'
import { asEventId, CLAIM_TYPES, ENTITY_KINDS, MODALITIES, POLARITIES, STATUSES, type Tie } from '../../model/index.ts'
import { DIRECTIONS, openQuery, type Query } from '../../query/index.ts'
import { openSqliteStore, type Store } from '../../store/index.ts'
import type { Context } from '../context.ts'
import { dbOption, limitOption, rollupOption, sinceOption, typesOption, untilOption, whole } from '../options.ts'
import { shown } from '../shown.ts'
import { more, tellEvent, tellEvents } from '../told-events.ts'
import { claimLine } from './explain.ts'

/** Answers for people, line by line; null leaves the JSON as the only form. */
type Told<T> = (answer: T, query: Query) => Promise<readonly string[]> | readonly string[]

/** `wiregraph query …`: the questions of the API, on the command line. */
export function query(context: Context): Command {
  const make = (name: string, says: string) =>
    new Command(name).description(says).addOption(dbOption()).option('--json', 'print the whole answer as JSON')

  async function answer<T>(
    flags: { db: string; json?: true },
    ask: (query: Query, store: Store) => Promise<T>,
    told: Told<T>,
  ): Promise<void> {
    const store = openSqliteStore(flags.db, { readonly: true })
    try {
      const asked = openQuery(store)
      const found = await ask(asked, store)
      const lines = flags.json ? [JSON.stringify(found, null, 2)] : (await told(found, asked)).map(shown)
      await context.out(lines.map((line) => `${line}\n`).join(''))
    } finally {
      store.close()
    }
  }
  const statusOption = (what = 'ties') =>
    new Option('--status <status...>', `${what} of these statuses (default: those that stand)`).choices(STATUSES)

  const neighborhood = make('neighborhood', 'what an actor or place does and undergoes')
    .argument('<actor>', 'a name or an id')
    .option('--depth <n>', 'how many ties away, 1 to 4', whole, 1)
    .addOption(new Option('--direction <which>', 'follow ties this way').choices(DIRECTIONS).default('both'))
    .option('--min-publishers <n>', 'ties of at least so many publishers', whole, 1)
    .addOption(statusOption())
    .addOption(typesOption())
    .addOption(sinceOption())
    .addOption(untilOption())
    .addOption(rollupOption())
    .addOption(limitOption(200))
    .action((actor: string, { db, json, ...params }) =>
      answer(
        { db, json },
        (q) => q.neighborhood({ actor, ...params }),
        async ({ ties, truncated }, q) => [
          ...(await Promise.all(ties.map((tie) => tieLine(tie, q)))),
          ...(truncated ? ['… and more: raise --limit'] : []),
        ],
      ),
    )

  const paths = make('paths', 'how two actors or places are connected')
    .argument('<from>', 'a name or an id')
    .argument('<to>', 'a name or an id')
    .option('--max-length <n>', 'longest path in ties, 1 to 6', whole, 4)
    .option('--k <n>', 'how many paths, 1 to 20', whole, 3)
    .option('--directed', 'follow ties from source to target only')
    .option('--avoid <actors...>', 'actors or places that no path may touch')
    .addOption(statusOption())
    .addOption(typesOption())
    .addOption(sinceOption())
    .addOption(untilOption())
    .addOption(rollupOption())
    .action((from: string, to: string, { db, json, ...params }) =>
      answer(
        { db, json },
        (q) => q.paths({ from, to, ...params }),
        async ({ paths: found }, q) => {
          const told = await Promise.all(found.map(({ steps }) => Promise.all(steps.map(({ tie }) => tieLine(tie, q)))))
          return told.length === 0
            ? ['no path']
            : told.flatMap((steps, at) => [`path ${at + 1}`, ...steps.map((step) => `  ${step}`)])
        },
      ),
    )

  const claims = make('claims', 'what was read, claim by claim')
    .option('--about <actor>', 'as source, target or place')
    .option('--speaker <actor>', 'who says so')
    .addOption(new Option('--type <type>', 'claim type').choices(CLAIM_TYPES))
    .addOption(new Option('--polarity <which>', 'affirmed or negated').choices(POLARITIES))
    .addOption(new Option('--modality <which>', 'how real it is said to be').choices(MODALITIES))
    .option('--q <words>', 'words that the sentence holds')
    .addOption(sinceOption())
    .addOption(untilOption())
    .addOption(limitOption(50))
    .option('--cursor <cursor>', 'go on from an earlier answer')
    .action(({ db, json, ...params }) =>
      answer(
        { db, json },
        (q) => q.claims(params),
        ({ items, next }) => [
          ...items.flatMap(({ claim, article }) => [
            claimLine(claim),
            `  “${claim.quote}” — ${article.title ?? article.id}`,
          ]),
          ...more(next),
        ],
      ),
    )

  const events = make('events', 'what happened, the latest first; with an id, one event and its claims')
    .argument('[id]', 'of an event')
    .addOption(new Option('--type <type>', 'claim type').choices(CLAIM_TYPES))
    .option('--actor <actor>', 'as source or target')
    .option('--place <place>', 'where it happened: there, or in a place that lies in it')
    .addOption(statusOption('events'))
    .addOption(sinceOption())
    .addOption(untilOption())
    .addOption(rollupOption())
    .addOption(limitOption(50))
    .option('--cursor <cursor>', 'go on from an earlier answer')
    .action((id: string | undefined, { db, json, ...params }) =>
      id === undefined
        ? answer({ db, json }, (q) => q.events(params), tellEvents)
        : answer({ db, json }, (q) => q.event(asEventId(id), params), tellEvent),
    )

  const actors = make('actors', 'actors and places, those with most ties first')
    .argument('[words]', 'the start of a word of the name')
    .addOption(new Option('--kind <kind>', 'of this kind').choices(ENTITY_KINDS))
    .addOption(limitOption(50))
    .option('--cursor <cursor>', 'go on from an earlier answer')
    .action((words: string | undefined, { db, json, ...params }) =>
      answer(
        { db, json },
        (q) => q.actors({ ...params, ...(words === undefined ? {} : { q: words }) }),
        ({ items, next }) => [
          ...items.map(
            ({ entity, ties, neighbors }) =>
              `${entity.id}  ${entity.label} (${entity.kind}), ${ties} ties to ${neighbors}`,
          ),
          ...more(next),
        ],
      ),
    )

  const ledger = make('ledger', 'what happened to each article: read, cut and by which rule, skipped and why').action(
    ({ db, json }) =>
      answer(
        { db, json },
        async (_, store) => ({
          articles: [...store.articles()].map((article) => article.ledger),
          skips: store.skips(),
        }),
        ({ articles, skips }) => [
          ...articles.flatMap(({ origin, article, sentences, read, claims: found, cuts }) => [
            `${origin} (${article}): ${read} of ${sentences} sentences read, ${found} claims`,
            ...cuts.map(({ rule, start, end }) => `  cut by ${rule}: characters ${start} to ${end}`),
          ]),
          ...skips.map(({ message }) => `skipped: ${message}`),
        ],
      ),
  )

  const command = new Command('query').description(
    'ask a database: neighborhood, paths, events, claims, actors, ledger',
  )
  for (const part of [neighborhood, paths, events, claims, actors, ledger]) command.addCommand(part)
  return command
}

async function tieLine({ source, type, target, status, claims, best }: Tie, asked: Query): Promise<string> {
  const [from, to, view] = await Promise.all([asked.entity(source), asked.entity(target), asked.claim(best)])
  return `${from.label} ${type ?? 'OPEN'} ${to.label} (${status}, ${claims}): “${view.claim.quote}”`
}
