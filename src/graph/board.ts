import { type ArticleId, asEventId, type ClaimType, digest, type EventId } from '../model/index.ts'
import type { Kin } from './kin.ts'
import type { Printing } from './printings.ts'
import { type Side, type Slots, sorted } from './slots.ts'
import { better, dayAfter, dayOf, FRESH, type Time } from './times.ts'
import type { Unit } from './units.ts'

/** A happening to be: it starts as one unit, and learns its time from those that join it. */
export interface Draft {
  readonly id: EventId
  readonly type: ClaimType
  readonly slots: Slots
  time: Time
  readonly reals: Set<boolean>
  readonly printings: Printing[]
  readonly articles: Set<ArticleId>
}

export const draftOf = ({ key, type, slots, time, real, printings, articles }: Unit): Draft => ({
  id: asEventId(digest('event', key)),
  type,
  slots,
  time,
  reals: new Set([real]),
  printings: [...printings],
  articles: new Set(articles),
})

/** The drafts so far, by what they are looked up by. */
export interface Board {
  readonly add: (draft: Draft, articles: Iterable<ArticleId>) => void
  readonly join: (host: Draft, unit: Unit) => void
  /** Those of the unit's type in its articles. */
  readonly near: (unit: Unit) => Iterable<Draft>
  /** Those of its type and, in the end, the same parties, at about its time. */
  readonly far: (unit: Pick<Unit, 'type' | 'slots' | 'time'>) => Iterable<Draft>
  /** Those of longer times, of its type and the same parties. */
  readonly spans: (draft: Draft) => Iterable<Draft>
  /** In order of id. */
  readonly all: () => Draft[]
}

export function boardOf(kin: Kin): Board {
  const drafts: Draft[] = []
  const byArticle = lists()
  const byDay = lists()
  const bySpan = lists()
  const byParties = lists()

  const articleKey = (article: ArticleId, type: ClaimType) => `${article}~${type}`
  const ends = ({ ids, heads }: Side, day: string | null) =>
    ids.length > 0 ? sorted(ids.map((id) => kin.principal(id, day))) : heads.map((head) => `?${head}`)
  const keys = new WeakMap<Slots, string>()
  function parties({ type, slots }: Pick<Unit, 'type' | 'slots'>): string {
    const found = keys.get(slots)
    if (found !== undefined) return found
    const { sources, targets, mutual, day } = slots
    const key = `${type}${mutual ? '~' : ''} ${ends(sources, day).join()} ${ends(targets, day).join()} `
    keys.set(slots, key)
    return key
  }

  function file(draft: Draft): void {
    const day = dayOf(draft.time)
    if (day !== null) byDay.add(`${parties(draft)}${day}`, draft)
    else if (draft.time.basis === 'told') bySpan.add(parties(draft), draft)
  }

  function* far(unit: Pick<Unit, 'type' | 'slots' | 'time'>): Generator<Draft> {
    const { time } = unit
    if (time.basis === 'unknown') return
    const key = parties(unit)
    const day = dayOf(time)
    if (day === null) {
      // Few long times are told of any parties, and they hold many days.
      for (const draft of byParties.of(key)) if (dayOf(draft.time) !== null) yield draft
      yield* bySpan.of(key)
      return
    }
    const first = time.basis === 'published' ? -FRESH : 0
    for (let days = first; days <= first + FRESH; days++) yield* byDay.of(`${key}${dayAfter(day, days)}`)
  }

  return {
    add: (draft, articles) => {
      drafts.push(draft)
      for (const article of articles) byArticle.add(articleKey(article, draft.type), draft)
      byParties.add(parties(draft), draft)
      file(draft)
    },
    join: (host, unit) => {
      host.printings.push(...unit.printings)
      host.reals.add(unit.real)
      for (const article of unit.articles) {
        if (host.articles.has(article)) continue
        host.articles.add(article)
        byArticle.add(articleKey(article, host.type), host)
      }
      const time = better(host.time, unit.time)
      if (time === host.time) return
      host.time = time
      file(host)
    },
    near: function* ({ articles, type }) {
      const met = new Set<Draft>()
      for (const article of articles) {
        for (const draft of byArticle.of(articleKey(article, type))) {
          if (!met.has(draft)) yield draft
          met.add(draft)
        }
      }
    },
    far: (unit) => new Set(far(unit)),
    spans: (draft) => bySpan.of(parties(draft)),
    all: () => drafts.sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** A list for each key. */
function lists() {
  const kept = new Map<string, Draft[]>()
  return {
    of: (key: string): readonly Draft[] => kept.get(key) ?? [],
    add: (key: string, draft: Draft): void => {
      const list = kept.get(key)
      if (list === undefined) kept.set(key, [draft])
      else list.push(draft)
    },
  }
}
