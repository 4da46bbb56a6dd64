import { describe, expect, it, vi } from 'vitest'
import { asTieId } from '../../src/model/index.ts'
import { openQuery } from '../../src/query/index.ts'
import type { Store } from '../../src/store/index.ts'
import { type Line, reading } from '../graph/make.ts'
import { sampleStore } from './sample.ts'

describe('the snapshot', () => {
  const line: Line = { source: ['Iran'], type: 'AID', target: ['Hezbollah'] }

  function counted(store: Store) {
    let reads = 0
    const watched: Store = {
      ...store,
      claims: () => {
        reads++
        return store.claims()
      },
    }
    return { watched, reads: () => reads }
  }

  it('is made once a version, and answers change with the store', async () => {
    const store = sampleStore()
    const { watched, reads } = counted(store)
    const asked = openQuery(watched, { settle: 0 })
    const before = await asked.neighborhood({ actor: 'Hezbollah' })
    await asked.stats()
    expect(reads()).toBe(1)
    store.put(reading('d', [line]))
    expect((await asked.neighborhood({ actor: 'Hezbollah' })).ties.map(({ id }) => id)).toEqual(['iran~AID~hezbollah'])
    expect(reads()).toBe(2)
    store.remove(reading('d', []).article.id)
    expect(await asked.neighborhood({ actor: 'Hezbollah' })).toEqual(before)
  })

  it('settles before a newer one is looked for, also after tries that failed', async () => {
    const store = sampleStore()
    const { watched, reads } = counted(store)
    let time = 5
    const asked = openQuery(watched, { now: () => time, settle: 100 })
    const { version } = await asked.stats()
    store.put(reading('d', [line]))
    time += 99
    expect([(await asked.stats()).version, await asked.version(), reads()]).toEqual([version, version, 1])
    expect((await asked.stats()).articles).toBe(3)
    time += 1
    expect([await asked.version(), (await asked.stats()).articles, reads()]).toEqual([store.version(), 4, 2])

    let writes = 0
    const restless = openQuery(
      {
        ...watched,
        claims: () => {
          if (time > 300) store.put(reading(`e${writes++}`, []))
          return watched.claims()
        },
      },
      { now: () => time, settle: 100 },
    )
    await restless.stats()
    time = 400
    store.put(reading('f', []))
    const before = reads()
    await restless.stats()
    await restless.stats()
    expect(reads()).toBe(before + 3)
  })

  it('is kept for a second by the clock of the machine', async () => {
    const store = sampleStore()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(7)
    try {
      const asked = openQuery(store)
      const before = await asked.version()
      store.put(reading('d', [line]))
      clock.mockReturnValue(1006)
      expect(await asked.version()).toBe(before)
      expect(await openQuery(store).version()).toBe(store.version())
      clock.mockReturnValue(1007)
      expect(await asked.version()).toBe(store.version())
    } finally {
      clock.mockRestore()
    }
  })

  it('is of one version even when somebody writes meanwhile', async () => {
    const store = sampleStore()
    let writes = 1
    const asked = openQuery(
      {
        ...store,
        claims: () => {
          if (writes-- > 0) store.put(reading('d', [line]))
          return store.claims()
        },
      },
      { settle: 0 },
    )
    expect((await asked.tie(asTieId('iran~AID~hezbollah'))).claims).toBe(1)
    expect((await asked.stats()).version).toBe(store.version())
  })

  it('of a store that never rests is refused, or stays what it was', async () => {
    const store = sampleStore()
    let busy = true
    let writes = 0
    const asked = openQuery(
      {
        ...store,
        claims: () => {
          if (busy) store.put(reading(`d${writes++}`, []))
          return store.claims()
        },
      },
      { settle: 0 },
    )
    await expect(asked.stats()).rejects.toMatchObject({ code: 'store-busy' })
    busy = false
    const { version } = await asked.stats()
    busy = true
    store.put(reading('e', []))
    expect((await asked.stats()).version).toBe(version)
  })

  it('answers alike whatever order articles came in', async () => {
    const lines = [[line], [{ ...line, source: ['Syria'] }], [line, { ...line, target: ['Idlib'] }]]
    const [one, other] = await Promise.all(
      [lines.entries(), [...lines.entries()].reverse()].map((order) => {
        const store = sampleStore()
        for (const [index, said] of order) store.put(reading(`x${index}`, said))
        return openQuery(store).neighborhood({ actor: 'Iran', depth: 4 })
      }),
    )
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })
})
