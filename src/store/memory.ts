import { type ArticleId, type Claim, type ClaimId, type Entity, type Skip, WiregraphError } from '../model/index.ts'
import { canonicalJson } from './canonical.ts'
import { checkName, checkReading, heldElsewhere } from './check.ts'
import {
  EMPTY_VERSION,
  moveVersion,
  type Packed,
  packArticle,
  packReading,
  settle,
  unpackArticle,
  weight,
} from './pack.ts'
import type { Store } from './store.ts'
import { wordsOf } from './words.ts'

/**
 * A store that lives as long as the program: for one-off work and for tests. It behaves as the SQLite store does, and
 * gives copies: what is done later to a reading that was put can't reach it.
 */
export function memoryStore(): Store {
  const kept = new Map<ArticleId, Packed>()
  const holders = new Map<ClaimId, ArticleId>()
  const skipped = new Map<string, string>()
  let total = EMPTY_VERSION
  let open = true

  const alive = (): void => {
    if (open) return
    throw new WiregraphError('store-failed', { where: 'memory', expected: 'an open store', got: 'one that was closed' })
  }
  const ids = (): readonly ArticleId[] => [...kept.keys()].sort()

  function drop(id: ArticleId): bigint {
    const old = kept.get(id)
    if (old === undefined) return 0n
    for (const claim of old.claims) holders.delete(claim.id)
    kept.delete(id)
    return weight(old)
  }

  function keep(packed: Packed): bigint {
    kept.set(packed.id, packed)
    for (const claim of packed.claims) holders.set(claim.id, packed.id)
    return weight(packed)
  }

  const store: Store = {
    put(reading) {
      alive()
      checkReading(reading)
      const next = packReading(reading)
      for (const { id } of next.claims) {
        const holder = holders.get(id)
        if (holder !== undefined && holder !== next.id) throw heldElsewhere(id, holder)
      }
      const old = kept.get(next.id)
      const { applied, origin } = settle(old ?? null, next)
      const whole = old !== undefined && applied === 'unchanged' ? old : next
      const lost = drop(next.id)
      total = moveVersion(total, keep({ ...whole, origin }) - lost)
      skipped.delete(next.origin)
      return applied
    },
    has(article, reader) {
      alive()
      const old = kept.get(article.id)
      if (old === undefined || skipped.has(article.origin)) return false
      const { applied, origin } = settle(old, packArticle(article, reader))
      return applied === 'unchanged' && origin === old.origin
    },
    remove(id) {
      alive()
      const found = kept.has(id)
      total = moveVersion(total, -drop(id))
      return found
    },

    *articles() {
      alive()
      for (const id of ids()) {
        const found = store.article(id)
        if (found) yield found
      }
    },
    article(id) {
      alive()
      const found = kept.get(id)
      return found === undefined ? null : unpackArticle(found)
    },
    *claims() {
      alive()
      for (const id of ids()) yield* store.claimsOf(id)
    },
    claimsOf(id) {
      alive()
      return (kept.get(id)?.claims ?? []).map(({ json }) => JSON.parse(json) as Claim)
    },
    claim(id) {
      alive()
      const holder = holders.get(id)
      const found = holder === undefined ? undefined : kept.get(holder)?.claims.find((claim) => claim.id === id)
      return found === undefined ? null : (JSON.parse(found.json) as Claim)
    },
    *entities() {
      alive()
      for (const article of ids()) {
        alive()
        for (const { json } of kept.get(article)?.entities ?? []) {
          yield { article, entity: JSON.parse(json) as Entity }
        }
      }
    },
    search(words, limit) {
      alive()
      const wanted = new Set(wordsOf(words))
      if (wanted.size === 0 || !(limit >= 1)) return []
      const hits = [...kept.values()].flatMap(({ claims, spoken }) =>
        claims.flatMap(({ id, sentence }) => {
          const found = spoken[sentence] ?? []
          return [...wanted].every((word) => found.includes(word)) ? [{ id, length: found.length }] : []
        }),
      )
      hits.sort((a, b) => a.length - b.length || (a.id < b.id ? -1 : 1))
      return hits.slice(0, limit).map(({ id }) => id)
    },

    skip(skip) {
      alive()
      checkName('origin', skip.origin)
      skipped.set(skip.origin, canonicalJson(skip))
    },
    skips() {
      alive()
      return [...skipped.keys()].sort().map((origin) => JSON.parse(skipped.get(origin) ?? '') as Skip)
    },

    counts() {
      alive()
      const sentences = [...kept.values()].reduce((sum, packed) => sum + packed.sentences, 0)
      return { articles: kept.size, sentences, claims: holders.size, skips: skipped.size }
    },
    version() {
      alive()
      return total
    },
    close() {
      open = false
      kept.clear()
      holders.clear()
      skipped.clear()
    },
  }
  return store
}
