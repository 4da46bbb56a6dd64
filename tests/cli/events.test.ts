import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { scratch, wiregraph } from './console.ts'

it('query events tells what happened, and of one event who says so', { timeout: 60_000 }, async () => {
  const folder = scratch()
  const articles = [
    {
      id: 'a',
      source: 'Sample Wire',
      date: '2015-10-03',
      text: 'Russian jets bombed Idlib on Friday. Russia denied on Saturday that it had bombed Homs.',
    },
    {
      id: 'b',
      source: 'Example Times',
      date: '2015-10-03',
      text: 'Turkey said that Russian warplanes had bombed Idlib on Friday. Iran may attack Turkey.',
    },
  ]
  const [file, db, picture] = [join(folder, 'news.jsonl'), join(folder, 'news.db'), join(folder, 'events.gexf')]
  writeFileSync(file, articles.map((each) => JSON.stringify(each)).join('\n'))
  await wiregraph(['build', file, '--db', db])
  const asked = ['query', 'events', '--type', 'ASSAULT', '--actor', 'Russia', '--place', 'Syria', '--db', db]

  const { out } = await wiregraph(asked)
  const [, id] = /^([0-9a-f]{16}) {2}2015-10-02 {2}Russia ASSAULT in Idlib \(reported, 2\)\n/u.exec(out) ?? []
  expect(out).toContain('“Russian jets bombed Idlib on Friday.”')
  expect(out).not.toContain('Homs')

  const one = await wiregraph(['query', 'events', id ?? '', '--db', db])
  expect(one.out).toContain('says so: Sample Wire, Turkey')
  expect(one.out).toContain('“Turkey said that Russian warplanes had bombed Idlib on Friday.” — b')

  const denied = JSON.parse((await wiregraph([...asked, '--status', 'denied', '--json'])).out)
  expect(denied.items[0].event.denying).toEqual({ publishers: [], speakers: ['russia'] })
  expect((await wiregraph(['query', 'events', '0123456789abcdef', '--db', db])).said).toMatch(/No such event/u)

  const { said } = await wiregraph(['export', '--as', 'gexf-events', '-o', picture, '--db', db])
  expect(said).toMatch(/wrote .*: \d+ actors and places, \d+ events$/u)
  expect(readFileSync(picture, 'utf8')).toContain(`source="russia" target="event~${id}"`)
})
