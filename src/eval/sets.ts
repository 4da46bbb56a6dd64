import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coreference } from './coreference.ts'
import { type GoldFolder, linesFrom, rowsOf, seedsOf } from './folder.ts'
import type { GumArticle } from './gum.ts'
import {
  type Judged,
  judgedClaims,
  judgedEvents,
  type SentenceOfClaims,
  type SentenceOfEvents,
  toldOf,
} from './judged.ts'
import type { SetName } from './measures.ts'
import { converted, printed, type Table, treesOn } from './printed.ts'
import { AGREEMENT, reliabilityOf } from './reliability.ts'
import { python, scores } from './scorers.ts'

/** What a set comes to. */
export interface Measured {
  /** By the names of `MEASURES`. */
  readonly values: Readonly<Record<string, number>>
  /** Claims that can be told right from wrong. */
  readonly judged?: readonly Judged[]
}

/** A set of the folder. */
export interface GoldSet {
  /** Where it lies within the folder. */
  readonly file: readonly string[]
  /** Which folder it needs besides. */
  readonly needs?: string
  /** What scores it. */
  readonly scripts: readonly string[]
  /** What a reader of its figures should know. */
  readonly note?: string
  /** How many texts are read. */
  readonly size: (folder: GoldFolder) => number
  readonly measure: (table: Table) => Promise<Measured>
}

/** A sentence of PLV with its source and target marked. */
interface Marked {
  readonly id: string
  readonly marked: string
}

export const SETS: Readonly<Record<SetName, GoldSet>> = {
  'seeds-claims': {
    file: ['gold', 'seeds-claims.jsonl'],
    needs: 'seeds',
    scripts: ['score_claims.py'],
    size: (folder) => documentsOf(folder).size,
    async measure(table) {
      const gold = goldFile(table, 'seeds-claims')
      const read = await printed(table, seedsFile(table), 'claims')
      const { at } = await scores(table.folder, 'score_claims.py', gold, read.file)
      const judged = judgedClaims(rowsOf<SentenceOfClaims>(gold), read.readings)
      const [claim, matched] = ['polarity+modality', 'matched']
      const values = {
        'claim P': at(claim, 'p'),
        'claim R': at(claim, 'r'),
        'claim F1': at(claim, 'f1'),
        'parties F1': at('parties', 'f1'),
        speaker: at(matched, 'speaker'),
        actor: at(matched, 'actor'),
        place: at(matched, 'place'),
        when: at(matched, 'when'),
        'confidence error': reliabilityOf(judged.map(toldOf), AGREEMENT['seeds-claims']).error,
      }
      return { values, judged }
    },
  },
  plv_train: {
    file: ['gold', 'plv_train.jsonl'],
    note: 'one relation a sentence is labelled, so that only recall is told',
    scripts: ['convert.py', 'score_events.py'],
    size: (folder) => linesOf(folder, 'plv_train'),
    async measure(table) {
      const { folder, scratch } = table
      const gold = goldFile(table, 'plv_train')
      const read = await converted(table, gold, 'claims', 'events')
      const { at } = await scores(folder, 'score_events.py', gold, read.file)
      const turned = rowsOf<Marked>(gold).filter(({ marked }) => {
        const target = marked.indexOf('<t>')
        return target >= 0 && target < marked.indexOf('<s>')
      })
      const ids = new Set(turned.map(({ id }) => id))
      const part = [join(scratch, 'turned.gold.jsonl'), join(scratch, 'turned.jsonl')] as const
      writeFileSync(part[0], linesFrom(turned))
      writeFileSync(part[1], linesFrom(rowsOf<Marked>(read.file).filter(({ id }) => ids.has(id))))
      const first = await scores(folder, 'score_events.py', ...part)
      const values = {
        'recall@1 pair': at('recall@1 pair'),
        'recall@1 pair+class': at('recall@1 pair+root'),
        'recall@1 pair, target first': first.at('recall@1 pair'),
        'recall@1 pair+class, target first': first.at('recall@1 pair+root'),
        'direction, target first': first.at('direction_accuracy'),
      }
      return { values, judged: judgedEvents('plv_train', rowsOf<SentenceOfEvents>(gold), read.readings) }
    },
  },
  conflibert_cameo_r7: {
    file: ['gold', 'conflibert_cameo_r7.jsonl'],
    scripts: ['convert.py', 'score_events.py'],
    size: (folder) => linesOf(folder, 'conflibert_cameo_r7'),
    async measure(table) {
      const gold = goldFile(table, 'conflibert_cameo_r7')
      const read = await converted(table, gold, 'claims', 'events')
      const { at } = await scores(table.folder, 'score_events.py', gold, read.file)
      const values = {
        'pair F1': at('pair', 'f1'),
        'pair+class F1': at('pair+root', 'f1'),
        'false alarms': at('false_alarm_rate'),
      }
      return { values, judged: judgedEvents('conflibert_cameo_r7', rowsOf<SentenceOfEvents>(gold), read.readings) }
    },
  },
  'benchie-dev': clauses('benchie', 'short'),
  'carb-dev': clauses('carb', 'long'),
  'polnear-dev': {
    file: ['gold', 'polnear-dev.jsonl'],
    scripts: ['convert.py', 'score_polnear.py'],
    size: (folder) => linesOf(folder, 'polnear-dev'),
    async measure(table) {
      const gold = goldFile(table, 'polnear-dev')
      const read = await converted(table, gold, 'quotes', 'polnear')
      const { at } = await scores(table.folder, 'score_polnear.py', gold, read.file)
      const values = {
        'attribution F1': at('attribution', 'f1'),
        'source exact': at('source_exact_given_match'),
        'content F1': at('content_char_f1_given_match'),
      }
      return { values }
    },
  },
  'gum-ent-dev-news': names('gum-ent-dev-news'),
  'gum-ent-train-news': {
    ...names('gum-ent-train-news'),
    note: 'the encoder has seen these articles in training',
  },
  'gum-ncfree-dev': {
    file: ['ud', 'gum-ncfree-dev.conllu'],
    scripts: ['score_conllu.py'],
    size: (folder) => 2 * documentsIn(folder, 'gum-ncfree-dev'),
    async measure(table) {
      const { folder, scratch } = table
      const gold = goldFile(table, 'gum-ncfree-dev')
      const trees = await treesOn(table, gold)
      const texts = join(scratch, 'raw.jsonl')
      writeFileSync(texts, await python(folder, 'score_conllu.py', '--make-raw', gold))
      const read = await printed(table, texts, 'conllu')
      const { at } = await scores(folder, 'score_conllu.py', '--raw', gold, read.file)
      const values = {
        ...trees,
        'words from raw text': at('tokens') / 100,
        'sentences from raw text': at('sentences') / 100,
        'LAS from raw text': at('las') / 100,
      }
      return { values }
    },
  },
  'en_ewt-ud-test': {
    file: ['ud', 'en_ewt-ud-test.conllu'],
    scripts: ['score_conllu.py'],
    size: (folder) => documentsIn(folder, 'en_ewt-ud-test'),
    measure: async (table) => ({ values: await treesOn(table, goldFile(table, 'en_ewt-ud-test')) }),
  },
}

/** Open clauses against a set of the OIE scorer. */
function clauses(set: 'benchie' | 'carb', length: 'short' | 'long'): GoldSet {
  return {
    file: ['gold', `${set}-dev.jsonl`],
    scripts: ['convert.py', 'score_oie.py'],
    size: (folder) => linesOf(folder, `${set}-dev`),
    async measure(table) {
      const gold = goldFile(table, `${set}-dev`)
      const read = await converted(table, gold, `${length} clauses`, 'oie')
      const { at } = await scores(table.folder, 'score_oie.py', set, gold, read.file)
      return { values: { [`${length} F1`]: at('f1') } }
    },
  }
}

/** Names and coreference on news of GUM. */
function names(set: 'gum-ent-dev-news' | 'gum-ent-train-news'): GoldSet {
  return {
    file: ['gold', `${set}.jsonl`],
    scripts: ['convert.py', 'score_ner.py'],
    size: (folder) => linesOf(folder, set),
    async measure(table) {
      const gold = goldFile(table, set)
      const read = await converted(table, gold, 'entities', 'ner')
      const { at } = await scores(table.folder, 'score_ner.py', gold, read.file)
      const found = new Map(read.readings.map(({ article, mentions }) => [String(article.id), mentions]))
      const pairs = rowsOf<GumArticle>(gold).map((row) => ({ gold: row, mentions: found.get(row.id) ?? [] }))
      const values = {
        'person F1': at('person', 'exact', 'f1'),
        'place F1': at('place', 'exact', 'f1'),
        'organization F1': at('organization', 'exact', 'f1'),
        'names F1': at('all', 'exact', 'f1'),
        ...coreference(pairs),
      }
      return { values }
    },
  }
}

const goldFile = ({ folder }: Table, set: SetName): string => folder.path(...SETS[set].file)

const linesOf = (folder: GoldFolder, set: SetName): number => rowsOf(folder.path(...SETS[set].file)).length

const documentsIn = (folder: GoldFolder, set: SetName): number =>
  readFileSync(folder.path(...SETS[set].file), 'utf8').split('# newdoc').length - 1

const documentsOf = (folder: GoldFolder): ReadonlySet<string> =>
  new Set(rowsOf<{ readonly doc: string }>(folder.path(...SETS['seeds-claims'].file)).map(({ doc }) => doc))

/** The articles that the claims were annotated in, as a file that can be read. */
function seedsFile({ folder, scratch }: Table): string {
  const file = join(scratch, 'seeds.jsonl')
  writeFileSync(file, linesFrom(seedsOf(folder, documentsOf(folder))))
  return file
}
