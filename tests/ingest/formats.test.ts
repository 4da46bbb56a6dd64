import { describe, expect, it } from 'vitest'
import { FORMATS, ingest } from '../../src/ingest/index.ts'
import type { Article } from '../../src/model/index.ts'
import { all, chunked, folderOf, ingestFile, onlyArticle, toldIn } from './folder.ts'

const PARAGRAPHS = [
  'Russian warplanes bombed the rebel-held city of Idlib on Sunday, the Syrian Observatory for Human Rights said, and at least twelve people were killed in the market.',
  'Moscow denied that it had hit civilians. The defence ministry said its pilots had struck a depot of the Nusra Front and nothing else in the whole of the province.',
  'In Washington, Secretary of State John Kerry called on Russia to stop, and said that talks in Geneva would go on all the same for as long as both sides wanted them.',
]

describe('plain text', () => {
  it.each([
    'Talks go on.\r\n\r\nAll sides say so.\r\n',
    '  Talks\u00a0go on.\n\tAll sides say so.  ',
    'One line without an end',
    'Naïve “quotes” – and \u{1f54a} doves.\n',
  ])('%j stays as it is', async (text) => {
    expect((await onlyArticle('a.txt', text)).text).toBe(text)
  })

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from('\ufeffThe café’s owner.')],
    ['UTF-16 little-endian', Buffer.from('\ufeffThe café’s owner.', 'utf16le')],
    ['UTF-16 big-endian', Buffer.from('\ufeffThe café’s owner.', 'utf16le').swap16()],
    ['windows-1252', Buffer.from([...Buffer.from('The caf\u00e9\u0092s owner.', 'latin1')])],
  ])('is read as %s', async (_, bytes) => {
    expect((await onlyArticle('a.txt', bytes)).text).toBe('The café’s owner.')
  })
})

describe('Markdown', () => {
  const article = (source: string) => onlyArticle('a.md', source)

  it('takes its facts from the front matter', async () => {
    const source = `---\nid: 7\ntitle: "Truce: day one"\ndate: 2016-02-27\nsource: Sample Wire\nlink: https://sample.example/truce\nauthor: Staff\n---\n\nTalks go on.\n`
    expect(await article(source)).toMatchObject({
      id: '7',
      title: 'Truce: day one',
      published: '2016-02-27',
      basis: 'given',
      publisher: 'Sample Wire',
      url: 'https://sample.example/truce',
      text: 'Talks go on.',
    })
  })

  it.each([
    ['# Truce\n\nTalks go on.', 'Truce\n\nTalks go on.'],
    ['Truce\n=====\n\nTalks go on.\nAll say so.', 'Truce\n\nTalks go on. All say so.'],
    ['Talks  \ngo on\\\nfor now.', 'Talks\ngo on\nfor now.'],
    ['- one\n- two\n* three\n\nTalks.', 'one\ntwo\nthree\n\nTalks.'],
    ['1. one\n2. two', '1. one 2. two'],
    ['> Talks **go** *on*, he _said_ ~~twice~~.', 'Talks go on, he said twice.'],
    [
      'See [the text](https://sample.example/a_(b)) and [this][1].\n\n[1]: https://sample.example',
      'See the text and this.',
    ],
    ['He [sic] said so.[^1]', 'He [sic] said so.'],
    ['![A map](map.png)\n\nTalks.', 'Talks.'],
    ['5 * 3 and snake_case_name and \\*stars\\*.', '5 * 3 and snake_case_name and *stars*.'],
    ['AT&amp;T said&nbsp;so &mdash; <b>twice</b>.', 'AT&T said\u00a0so — twice.'],
    ['| Place | Dead |\n|---|---|\n| Idlib | 12 |', 'Place Dead\n\nIdlib 12'],
    ['Talks.\n\n---\n\n<!-- cut -->\n\nMore talks.', 'Talks.\n\nMore talks.'],
    ['Talks.<!-- a\n\nb --> Go<!----> on <!-- for now.', 'Talks. Go on <!-- for now.'],
    ['```\nTalks.\n```', 'Talks.'],
    ['---\nno fields here\n---\n\nTalks.', 'no fields here\n\nTalks.'],
  ])('%j reads as %j', async (source, text) => expect((await article(source)).text).toBe(text))

  it('takes no longer for comments that are never closed', { timeout: 5000 }, async () => {
    expect((await article('<!--'.repeat(100_000))).text).toHaveLength(400_000)
  })

  it('tells headline, deck, captions and links to other stories', async () => {
    const source = `# Truce holds\n\n*Both sides say so*\n\n![Idlib](a.jpg)\n*Idlib on Monday. (Sample Wire)*\n\n${PARAGRAPHS.join('\n\n')}\n\n- [What the truce says about Idlib](b)\n\n> **Read more** — [Who bombs whom in Idlib](c)\n`
    expect(toldIn(await article(source))).toEqual([
      'headline md.heading: Truce holds',
      'headline md.deck: Both sides say so',
      'caption md.caption: Idlib on Monday. (Sample Wire)',
      'boilerplate md.link: What the truce says about Idlib',
      'boilerplate md.link: Read more — Who bombs whom in Idlib',
    ])
  })
})

describe('HTML', () => {
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')
  const page = (head: string, inside = body) =>
    `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a></nav><main><article><h1>Jets bomb Idlib</h1>${inside}</article></main><footer>© Sample Wire</footer></body></html>`

  it.each<[string, Partial<Article>]>([
    [
      '<title>Jets bomb Idlib | Sample Wire</title><meta property="og:site_name" content="Sample Wire">',
      { title: 'Jets bomb Idlib', publisher: 'Sample Wire' },
    ],
    [
      '<meta property="og:title" content="Jets bomb Idlib again"><title>Other</title>',
      { title: 'Jets bomb Idlib again' },
    ],
    ['<title>Other</title>', { title: 'Jets bomb Idlib' }],
    [
      '<meta property="article:published_time" content="2015-10-02T23:40:00-04:00">',
      { published: '2015-10-02', basis: 'given' },
    ],
    ['<meta name="date" content="Oct. 2, 2015">', { published: '2015-10-02', basis: 'given' }],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-10-02","publisher":{"name":"Sample Wire"}}</script>',
      { published: '2015-10-02', publisher: 'Sample Wire' },
    ],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2015-10-02"}]}</script>',
      { published: '2015-10-02' },
    ],
    [
      '<script type="application/ld+json">{broken</script><meta property="og:url" content="https://sample.example/a">',
      { url: 'https://sample.example/a', published: null },
    ],
    [
      '<link rel="canonical" href="https://sample.example/jets"><meta property="og:url" content="https://sample.example/a">',
      { url: 'https://sample.example/jets' },
    ],
    ['<link rel="canonical" href="https://sample.example/">', { url: null }],
    ['<link rel="canonical" href="https://me:secret@sample.example/a">', { url: 'https://sample.example/a' }],
  ])('%s', async (head, facts) => expect(await onlyArticle('a.html', page(head))).toMatchObject(facts))

  it('is headline, deck and paragraphs, with captions told and everything around them gone', async () => {
    const inside = `<p class="deck">A dozen are killed.</p><p class="byline">By the world desk</p><time datetime="2015-10-02">Friday</time><figure><img src="a"><figcaption>Idlib on Friday.</figcaption></figure>${body}<aside><h2>Related</h2><ul><li><a href="b">Another story</a></li></ul></aside><p><a href="c">Who bombs whom in Idlib</a></p>`
    const article = await onlyArticle('a.html', page('', inside))
    expect(article.published).toBe('2015-10-02')
    expect(article.text).toContain(PARAGRAPHS.join('\n\n'))
    expect(article.text.startsWith('Jets bomb Idlib\n\nA dozen are killed.\n\n')).toBe(true)
    expect(article.text).not.toMatch(/Home|Another story|©/)
    expect(toldIn(article)).toEqual([
      'headline html.h1: Jets bomb Idlib',
      'headline html.deck: A dozen are killed.',
      'caption html.figcaption: Idlib on Friday.',
      'boilerplate html.link: Who bombs whom in Idlib',
    ])
  })

  it('reads short pages, fragments and pages without a body', async () => {
    for (const source of [
      '<p>Talks&nbsp;go on.</p>',
      '<html><p>Talks&nbsp;go on.</html>',
      page('', '<p>Talks&nbsp;go on.</p>'),
    ]) {
      expect((await onlyArticle('a.html', source)).text).toContain('Talks\u00a0go on.')
    }
  })

  it.each([
    ['One.\\n\\nTwo: 3 < 4.', 'One.\n\nTwo: 3 < 4.'],
    ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  ])('shows no text, but gives it in its JSON-LD as %s', async (given, text) => {
    const facts = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":" ${given} "}</script>`
    const empty = `<html><head><title>T</title>${facts}</head><body><div id="app"></div></body></html>`
    expect(await onlyArticle('a.html', empty)).toMatchObject({ title: 'T', text })
    expect((await onlyArticle('a.html', page(facts))).text).not.toContain('Two')
  })

  it('is read in the charset it declares', async () => {
    const source = Buffer.from(
      '<html><head><meta charset="iso-8859-2"></head><body><p>Prezydent Wa\u00b3\u00easa.</p></body></html>',
      'latin1',
    )
    expect((await onlyArticle('a.html', source)).text).toBe('Prezydent Wałęsa.')
  })

  it('may nest as deeply as it likes', async () => {
    const source = `<html><body>${'<div>'.repeat(5000)}Talks go on.</body></html>`
    expect((await onlyArticle('a.html', source)).text).toBe('Talks go on.')
  })
})

describe('JSON', () => {
  it.each<[string, Partial<Article>]>([
    ['{"text": "Talks\\r\\n go on. "}', { text: 'Talks\r\n go on. ', origin: 'a.json' }],
    ['{"text": "<p>As it is.</p>"}', { text: '<p>As it is.</p>' }],
    ['{"content": "<p>Talks</p><p>go on.</p>"}', { text: 'Talks\n\ngo on.' }],
    ['{"body": "3 < 4 and 5 > 4"}', { text: '3 < 4 and 5 > 4' }],
    [
      '{"full_text": "T.", "headline": " Truce \\n holds ", "outlet": "Sample Wire"}',
      { title: 'Truce holds', publisher: 'Sample Wire' },
    ],
    [
      '{"text": "T.", "source": {"id": null, "name": "Sample Wire"}, "publishedAt": "2015-09-30T23:00:00Z"}',
      { publisher: 'Sample Wire', published: '2015-09-30' },
    ],
    [
      '{"text": "T.", "timestamp": 1443571200, "link": "https://sample.example/a"}',
      { published: '2015-09-30', url: 'https://sample.example/a' },
    ],
    ['{"text": "T.", "link": "https://me:secret@sample.example/a?b#c"}', { url: 'https://sample.example/a?b#c' }],
    ['{"text": "T.", "url": "n/a", "date": "soon"}', { url: null, published: null, basis: 'unknown' }],
    ['{"articles": [{"text": "T."}], "status": "ok"}', { text: 'T.', origin: 'a.json#1' }],
  ])('%s', async (source, facts) => expect(await onlyArticle('a.json', source)).toMatchObject(facts))

  it('comes in lists, and a record a line', async () => {
    const records = ['{"id": 1, "text": "One."}', '{"id": "b", "text": "Two."}']
    for (const [name, source] of [
      ['a.json', `[${records}]`],
      ['a.jsonl', `\ufeff${records.join('\r\n\r\n')}`],
    ] as const) {
      const { articles } = await ingestFile(name, source)
      expect(articles.map(({ id, text, origin }) => [id, text, origin])).toEqual([
        ['1', 'One.', `${name}#1`],
        ['b', 'Two.', `${name}#2`],
      ])
    }
  })
})

describe('feeds', () => {
  it('RSS 2.0', async () => {
    const source = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sample Wire</title><link>https://sample.example</link>
      <item><title>Truce &amp; talks</title><link>https://sample.example/1</link><guid isPermaLink="false">x-1</guid><pubDate>Fri, 16 Dec 2016 22:50:00 +0000</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Talks go on &amp; on.</p><figure><figcaption>Geneva.</figcaption></figure><p>So they say. All of them.</p>]]></content:encoded></item>
      <item><title>&lt;b&gt;Two&lt;/b&gt;</title><description>&lt;p&gt;Second&amp;nbsp;story.&lt;/p&gt;</description></item></channel></rss>`
    const { articles } = await ingestFile('a.rss', source)
    expect(articles[0]).toMatchObject({
      origin: 'a.rss#1',
      title: 'Truce & talks',
      publisher: 'Sample Wire',
      published: '2016-12-16',
      basis: 'given',
      url: 'https://sample.example/1',
      text: 'Talks go on & on.\n\nGeneva.\n\nSo they say. All of them.',
    })
    expect(toldIn(articles[0] as Article)).toEqual(['caption html.figcaption: Geneva.'])
    expect(articles[1]).toMatchObject({ title: 'Two', text: 'Second\u00a0story.', url: null, published: null })
  })

  it('Atom', async () => {
    const source = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Wire</title>
      <entry><title type="html">Truce &amp;amp; talks</title><link rel="self" href="https://sample.example/self"/><link href="https://sample.example/1"/><id>urn:1</id><updated>2016-12-17T01:00:00Z</updated><published>2016-12-16T23:00:00Z</published><content type="html">&lt;p&gt;Talks go on.&lt;/p&gt;</content></entry>
      <entry><title>Two</title><id>urn:2</id><updated>2016-12-17T01:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Second</p><p>story.</p></div></content></entry>
      <entry><title>Three</title><summary>Third story.</summary></entry></feed>`
    const { articles } = await ingestFile('a.xml', source)
    expect(articles).toMatchObject([
      { title: 'Truce & talks', url: 'https://sample.example/1', published: '2016-12-16', text: 'Talks go on.' },
      { title: 'Two', url: null, published: '2016-12-17', text: 'Second\n\nstory.' },
      { title: 'Three', publisher: 'Sample Wire', text: 'Third story.' },
    ])
  })

  it('RSS 1.0', async () => {
    const source = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Sample Wire</title></channel><item><title>One</title><link>https://sample.example/1</link><description>Talks go on.</description><dc:date>2016-12-16</dc:date></item></rdf:RDF>`
    expect(await onlyArticle('a.rdf', source)).toMatchObject({ published: '2016-12-16', publisher: 'Sample Wire' })
  })
})

describe('the format of standard input is told by its looks', () => {
  it.each([
    ['jsonl', '{"text": "One."}\n{"text": "Two."}\n', ['One.', 'Two.']],
    ['jsonl', '{"text": "One."\n{"text": "Two."}\n', ['Two.']],
    ['json', '{\n  "text": "One."\n}', ['One.']],
    ['json', '[{"text": "One."}]', ['One.']],
    ['json', '{"articles":[{"id":"q","text":"One."}]}', ['One.']],
    ['json', '{"status": "ok", "articles": [{"text": "One."}, {"text": "Two."}]}\n', ['One.', 'Two.']],
    ['json', `{"n":1,"articles":[{"text":"${'One. '.repeat(20_000)}"}]}`, ['One. '.repeat(20_000)]],
    ['jsonl', '{"items": [{"n": 1}], "text": "One."}\n', ['One.']],
    ['jsonl', `{"text":"${'One. '.repeat(20_000)}"}`, ['One. '.repeat(20_000)]],
    ['html', '\n<!DOCTYPE html><html><body><p>One.</p></body></html>', ['One.']],
    [
      'feed',
      '<?xml version="1.0"?><rss><channel><item><description>One.</description></item></channel></rss>',
      ['One.'],
    ],
    ['md', '---\ntitle: T\n---\n*One.*', ['One.']],
    ['md', '# One\n\n**Two.**', ['One\n\nTwo.']],
    ['txt', '[One] of them.', ['[One] of them.']],
  ])('%s %.80j', async (_, source, texts) => {
    const results = await all(ingest(['-'], { boilerplate: [], stdin: chunked(source) }))
    expect(results.flatMap((x) => ('text' in x ? [x.text] : []))).toEqual(texts)
    expect(results[0]?.origin.replace(/#\d+$/, '')).toBe('-')
  })

  it.each(['', '<html><body><p>One.</p></body></html>'])('behind any number of comments, %j', async (rest) => {
    const stdin = chunked(`${'<!-- a -->'.repeat(60)}${rest}`, 1000)
    expect(await all(ingest(['-'], { boilerplate: [], stdin }))).toMatchObject([{ origin: '-' }])
  })

  it('unless it is given', async () => {
    const stdin = chunked('# One')
    expect(await all(ingest(['-'], { boilerplate: [], stdin, format: 'txt' }))).toMatchObject([{ text: '# One' }])
  })
})

it('every format has a name, a line of help and extensions of its own', () => {
  const extensions = FORMATS.flatMap((format) => format.extensions)
  expect(new Set(extensions).size).toBe(extensions.length)
  expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length)
  for (const { says } of FORMATS) expect(says).not.toBe('')
})

describe('ids', () => {
  const idOf = async (name: string, content: string) => (await onlyArticle(name, content)).id

  it('are the record’s own, trimmed', async () => {
    expect(await idOf('a.json', '{"id": " x 1 ", "text": "T."}')).toBe('x 1')
    expect(await idOf('a.json', '{"id": 17, "text": "T."}')).toBe('17')
  })

  it('else follow the URL, and nothing but the URL', async () => {
    const one = await idOf('a.json', '{"url": "https://sample.example/a", "text": "T.", "title": "A"}')
    const two = await idOf('b.jsonl', '{"link": "https://sample.example/a", "text": "Other.", "id": ""}')
    expect(one).toMatch(/^[\da-f]{16}$/)
    expect(two).toBe(one)
    expect(await idOf('a.json', '{"url": "https://sample.example/b", "text": "T."}')).not.toBe(one)
  })

  it('else follow title and text, wherever the file lies', async () => {
    const one = await idOf('a.txt', 'Talks go on.')
    expect(await idOf('sub/folder/b.txt', 'Talks go on.')).toBe(one)
    expect(await idOf('c.json', '{"text": "Talks go on."}')).toBe(one)
    expect(await idOf('c.json', '{"text": "Talks go on.", "title": "T"}')).not.toBe(one)
    expect(await idOf('a.txt', 'Talks go on!')).not.toBe(one)
  })

  it('of a feed’s guid only where there is no link', async () => {
    const feed = (item: string) => `<rss><channel><item><description>T.</description>${item}</item></channel></rss>`
    const guid = await idOf('a.rss', feed('<guid>x</guid>'))
    expect(await idOf('a.rss', feed('<guid>x</guid><title>Other</title>'))).toBe(guid)
    expect(guid).not.toBe('x')
    const link = '<link>https://sample.example/a</link>'
    expect(await idOf('a.rss', feed(`${link}<guid>x</guid>`))).toBe(await idOf('a.rss', feed(`${link}<guid>y</guid>`)))
  })
})

it('the user’s date and publisher stand where a record has none', async () => {
  const folder = folderOf({
    'a.txt': 'Talks go on.',
    'b.json': '{"text": "T.", "date": "2016-01-01", "site": "Sample Courier"}',
  })
  const options = { boilerplate: [], date: '2 January 2016', publisher: 'Sample Wire' }
  expect(await all(ingest([folder], options))).toMatchObject([
    { published: '2016-01-02', basis: 'given', publisher: 'Sample Wire' },
    { published: '2016-01-01', basis: 'given', publisher: 'Sample Courier' },
  ])
})
