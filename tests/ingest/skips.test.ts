import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articlesOf, ingest } from '../../src/ingest/index.ts'
import { type ErrorCode, type ErrorDetail, WiregraphError } from '../../src/model/index.ts'
import { all, chunked, folderOf, ingestFile } from './folder.ts'

const TEXT_KEYS =
  'text under one of text, body, content, article, full_text, articleBody, maintext, content_html, content_text'
const record = JSON.stringify({ text: 'Talks go on.' })

describe('what can’t be an article is told, and the rest goes on', () => {
  it.each<[string, string | Uint8Array, number, string, ErrorCode, ErrorDetail]>([
    ['a.txt', '', 0, 'a.txt', 'empty-input', { where: 'a.txt', expected: 'text', got: '0 bytes' }],
    ['a.txt', ' \n\t\n', 0, 'a.txt', 'empty-input', { where: 'a.txt', expected: 'text', got: '4 bytes' }],
    [
      'a.md',
      '---\ntitle: T\n---\n',
      0,
      'a.md',
      'empty-input',
      { where: 'a.md', expected: 'text below the front matter', got: 'none' },
    ],
    [
      'a.jsonl',
      '\n\n',
      0,
      'a.jsonl',
      'empty-input',
      { where: 'a.jsonl', expected: 'at least one article', got: 'none' },
    ],
    ['a.json', '[]', 0, 'a.json', 'empty-input', { where: 'a.json', expected: 'at least one article', got: 'none' }],
    [
      'a.rss',
      '<rss><channel/></rss>',
      0,
      'a.rss',
      'empty-input',
      { where: 'a.rss', expected: 'at least one article', got: 'none' },
    ],
    [
      'a.txt',
      Buffer.from('abc\0def'),
      0,
      'a.txt',
      'not-text',
      { where: 'a.txt', expected: 'UTF-8 text', got: 'a zero byte at 3' },
    ],
    [
      'a.txt',
      Buffer.from([1, 2, 3, 4, 65, 66, 67, 68]),
      0,
      'a.txt',
      'not-text',
      { where: 'a.txt', expected: 'UTF-8 text', got: '50 % control characters' },
    ],
    [
      'a.txt',
      Buffer.from([0xe1, 0xe2, 0xe3, 0x41]),
      0,
      'a.txt',
      'not-text',
      { where: 'a.txt', expected: 'UTF-8 text', got: '75 % bytes that are no UTF-8' },
    ],
    [
      'a.md',
      '---\ntitle: "T\nb: [\n---\nText.',
      0,
      'a.md',
      'bad-record',
      { where: 'a.md line 3', expected: 'front matter in YAML', got: 'Missing closing "quote' },
    ],
    [
      'a.json',
      '{\n"text": "T.",\n}',
      0,
      'a.json',
      'bad-json',
      { where: 'a.json line 3 column 1', expected: 'a key', got: '“}”' },
    ],
    [
      'a.json',
      `${record}\n${record}`,
      0,
      'a.json',
      'bad-json',
      {
        where: 'a.json line 2 column 1',
        expected: 'the end',
        got: '“{”',
        hint: 'One record a line is JSON Lines: name the file .jsonl.',
      },
    ],
    [
      'a.json',
      '{"headline": "T", "id": 4}',
      0,
      'a.json',
      'bad-record',
      { where: 'a.json', expected: TEXT_KEYS, got: 'headline, id' },
    ],
    ['a.json', '"T."', 0, 'a.json', 'bad-record', { where: 'a.json', expected: 'an object', got: 'a string' }],
    [
      'a.json',
      `[${record}, {"text": " "}, ${record}]`,
      2,
      'a.json#2',
      'bad-record',
      { where: 'a.json record 2', expected: TEXT_KEYS, got: 'text' },
    ],
    [
      'a.json',
      `[${record}, null, {}]`,
      1,
      'a.json#2',
      'bad-record',
      { where: 'a.json record 2', expected: 'an object', got: 'null' },
    ],
    [
      'a.jsonl',
      `${record}\n\n{"text": "T."\n${record}\n`,
      2,
      'a.jsonl#2',
      'bad-json',
      { where: 'a.jsonl line 3 column 14', expected: '“,” or “}”', got: 'the end' },
    ],
    [
      'a.jsonl',
      `${record}\n{"body": 7}\n${record}`,
      2,
      'a.jsonl#2',
      'bad-record',
      { where: 'a.jsonl line 2', expected: TEXT_KEYS, got: 'body' },
    ],
    [
      'a.jsonl',
      `${record}\n[]\n${record}`,
      2,
      'a.jsonl#2',
      'bad-record',
      { where: 'a.jsonl line 2', expected: 'an object', got: 'a list' },
    ],
    [
      'a.jsonl',
      Buffer.from(`${record}\n\0\n${record}`),
      2,
      'a.jsonl#2',
      'not-text',
      { where: 'a.jsonl line 2', expected: 'UTF-8 text', got: 'a zero byte at 0' },
    ],
    [
      'a.html',
      '<html><head><title>T</title></head><body><script>x</script></body></html>',
      0,
      'a.html',
      'bad-html',
      {
        where: 'a.html',
        expected: 'a page with an article, or at least with text in its body',
        got: 'no text, or a headline alone',
      },
    ],
    [
      'a.xml',
      '<?xml version="1.0"?><opml/>',
      0,
      'a.xml',
      'bad-feed',
      { where: 'a.xml', expected: '<rss>, <feed> or <rdf:RDF>', got: '<opml>' },
    ],
    [
      'a.xml',
      'Talks go on.',
      0,
      'a.xml',
      'bad-feed',
      { where: 'a.xml', expected: '<rss>, <feed> or <rdf:RDF>', got: 'no element' },
    ],
    [
      'a.rss',
      '<rss><channel><item><title>T</title><link>x</link></item><item><description>Talks go on.</description></item></channel></rss>',
      1,
      'a.rss#1',
      'bad-record',
      {
        where: 'a.rss item 1',
        expected: 'text in one of content:encoded, content, description, summary',
        got: 'title, link',
      },
    ],
  ])('%s %j', async (name, content, articles, origin, code, detail) => {
    const results = await ingestFile(name, content)
    expect(results.articles).toHaveLength(articles)
    expect(results.skips[0]).toEqual({ origin, code, detail, message: new WiregraphError(code, detail).message })
  })
})

describe('names that are no Unicode', () => {
  const half = String.raw`{"id": "\ud800x", "text": "T."}`
  const expected = 'an id of well-formed Unicode'
  const refused = { code: 'bad-record', detail: { expected, got: 'half of a surrogate pair' } }

  it.each([
    ['a.jsonl', `${record}\n${half}\n${record}`],
    ['a.json', `[${record}, ${half}, ${record}]`],
  ])('are no ids: %s', async (name, content) => {
    const { articles, skips } = await ingestFile(name, content)
    expect(articles.map(({ origin }) => origin)).toEqual([`${name}#1`, `${name}#3`])
    expect(skips).toMatchObject([{ ...refused, origin: `${name}#2` }])
  })

  it('are no ids in front matter', async () => {
    expect((await ingestFile('a.md', '---\nid: "\\udc00"\n---\nT.')).skips).toMatchObject([
      { ...refused, origin: 'a.md' },
    ])
  })

  it('are no origins', async () => {
    const path = join(folderOf({ 'a.txt': 'T.' }), 'a.txt')
    expect(await all(articlesOf({ kind: 'file', origin: '\udc00.txt', path }, { boilerplate: [] }))).toMatchObject([
      { origin: '\ufffd.txt', code: 'bad-record', detail: { expected: 'an origin of well-formed Unicode' } },
    ])
  })

  it('whole pairs are', async () => {
    const { articles } = await ingestFile('a.json', String.raw`{"id": "\ud83d\ude00", "text": "T."}`)
    expect(articles).toMatchObject([{ id: '\u{1f600}' }])
  })
})

describe('limits', () => {
  it('a document over the limit is refused', async () => {
    const { skips } = await ingestFile('a.txt', 'x'.repeat(1001), { maxBytes: 1000 })
    expect(skips).toMatchObject([
      { origin: 'a.txt', code: 'too-large', detail: { where: 'a.txt', expected: 'at most 1 kB', got: '1 kB' } },
    ])
    expect((await ingestFile('a.txt', 'x'.repeat(1000), { maxBytes: 1000 })).articles).toHaveLength(1)
  })

  it('a stream over the limit is not read on', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given += 1000
        yield Buffer.alloc(1000, 'x ')
      }
    }
    const options = { boilerplate: [], maxBytes: 100_000, stdin: endless() }
    expect(await all(ingest(['-'], options))).toMatchObject([
      { origin: '-', code: 'too-large', detail: { where: '-', expected: 'at most 100 kB', got: 'more' } },
    ])
    expect(given).toBeLessThan(200_000)
  })

  it('a line over the limit is left out, whatever the size of the file', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(2_499_990) })
    const { articles, skips } = await ingestFile('a.jsonl', `${record}\n${long}\n${record}\n`, {
      maxBytes: 100,
      maxLineBytes: 1000,
    })
    expect(articles.map(({ origin }) => origin)).toEqual(['a.jsonl#1', 'a.jsonl#3'])
    expect(skips).toMatchObject([
      {
        origin: 'a.jsonl#2',
        code: 'too-large',
        detail: { where: 'a.jsonl line 2', expected: 'at most 1 kB', got: '2.5 MB' },
        message: 'a.jsonl line 2: This is too large: expected at most 1 kB, got 2.5 MB.',
      },
    ])
  })
})

describe('options that are wrong are errors', () => {
  it.each([
    [
      { date: '30 Feb 2015' },
      'bad-date',
      { where: 'date', expected: 'a day such as 2015-09-30', got: '"30 Feb 2015"' },
    ],
    [
      { format: 'pdf' },
      'unknown-format',
      { where: 'format', expected: 'jsonl, json, html, feed, md, txt', got: '"pdf"' },
    ],
  ])('%j', async (options, code, detail) => {
    const reading = all(ingest(['-'], { boilerplate: [], stdin: chunked('Talks go on.'), ...options }))
    await expect(reading).rejects.toMatchObject({ name: 'WiregraphError', code, detail })
  })
})
