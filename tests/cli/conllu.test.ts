import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conlluOf } from '../../src/cli/conllu.ts'
import { asArticleId, type Reading } from '../../src/model/index.ts'
import { sentencesOf } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'
import { wiregraph } from './console.ts'

/** CoNLL-U of a text, each word hanging on the one before it. */
function written(text: string, id = 'a1'): string {
  const article = articleOf(text, { id: asArticleId(id) })
  const sentences = sentencesOf(article)
  const trees = sentences.map(({ index, tokens }) => ({
    sentence: index,
    tokens: tokens.map((token, at) => {
      const deprel = at === 0 ? 'root' : 'dep'
      return { ...token, index: at, upos: 'X' as const, xpos: 'FW', lemma: token.text, head: at - 1, deprel }
    }),
  }))
  // the writer looks at nothing else
  return conlluOf({ article, sentences, trees } as unknown as Reading)
}

const sentencesIn = (conllu: string) =>
  conllu
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const lines = block.split('\n')
      const rows = lines.filter((line) => !line.startsWith('# ')).map((line) => line.split('\t'))
      return { comments: lines.slice(0, lines.length - rows.length), rows }
    })
const commentOf = (comments: readonly string[], key: string) =>
  comments.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5)

describe('CoNLL-U', { timeout: 30_000 }, () => {
  it('tells documents, paragraphs and sentences', () => {
    expect(written('Jets  hit Idlib. It\u00a0burnt.\r\n\n\tMoscow denied that.They left')).toBe(
      `# newdoc id = a1
# newpar
# sent_id = a1-1
# text = Jets hit Idlib.
1	Jets	Jets	X	FW	_	0	root	_	_
2	hit	hit	X	FW	_	1	dep	_	_
3	Idlib	Idlib	X	FW	_	2	dep	_	SpaceAfter=No
4	.	.	X	FW	_	3	dep	_	_

# sent_id = a1-2
# text = It burnt.
1	It	It	X	FW	_	0	root	_	_
2	burnt	burnt	X	FW	_	1	dep	_	SpaceAfter=No
3	.	.	X	FW	_	2	dep	_	_

# newpar
# sent_id = a1-3
# text = Moscow denied that.
1	Moscow	Moscow	X	FW	_	0	root	_	_
2	denied	denied	X	FW	_	1	dep	_	_
3	that	that	X	FW	_	2	dep	_	SpaceAfter=No
4	.	.	X	FW	_	3	dep	_	SpaceAfter=No

# sent_id = a1-4
# text = They left
1	They	They	X	FW	_	0	root	_	_
2	left	left	X	FW	_	1	dep	_	SpaceAfter=No

`,
    )
  })

  it.each([
    ['a b', 'a_b'],
    ['a\n# newdoc', 'a_#_newdoc'],
    ['x\t\u00001', 'x_1'],
    ['https://sample.example/1', 'https://sample.example/1'],
  ])('makes an id of %j', (id, safe) => {
    const [first] = sentencesIn(written('It fell.', id))
    expect(first?.comments.slice(0, 3)).toEqual([`# newdoc id = ${safe}`, '# newpar', `# sent_id = ${safe}-1`])
  })

  it('keeps the columns of a token that holds white space', () => {
    const article = articleOf('a\tb')
    const token = {
      text: 'a\tb\n',
      start: 0,
      end: 3,
      index: 0,
      upos: 'X' as const,
      xpos: '',
      lemma: '\u2028',
      head: -1,
    }
    const sentence = { text: 'a\tb', start: 0, end: 3 }
    const trees = [{ sentence: 0, tokens: [{ ...token, deprel: 'root' }] }]
    const [first] = sentencesIn(conlluOf({ article, sentences: [sentence], trees } as unknown as Reading))
    expect(first?.rows).toEqual(['1	a b	_	X	_	_	0	root	_	SpaceAfter=No'.split('\t')])
  })

  const odd = fc.string({
    unit: fc.constantFrom(...'aB.“"-\'’9#_=|@\\ \t\n\r\v\f', '\u0085', '\u2028', '\u00a0', '\u0000', '😀'),
  })
  it('holds every character but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        const sentences = sentencesIn(written(text))
        for (const { comments, rows } of sentences) {
          expect(comments.every((line) => line.startsWith('# '))).toBe(true)
          expect(rows.map(([id]) => id)).toEqual(rows.map((_, at) => String(at + 1)))
          for (const row of rows) {
            expect(row).toHaveLength(10)
            for (const column of row) expect(column).toMatch(/\S/u)
          }
          const words = rows.map(([, form, , , , , , , , misc]) => form + (misc === '_' ? ' ' : '')).join('')
          expect(words.trimEnd()).toBe(commentOf(comments, 'text'))
        }
        const forms = sentences.flatMap(({ rows }) => rows.map(([, form]) => form))
        expect(forms.join('')).toBe(text.replace(/\s+/gu, ''))
        const ids = sentences.map(({ comments }) => commentOf(comments, 'sent_id'))
        expect(ids).toEqual(ids.map((_, at) => `a1-${at + 1}`))
        const paragraphs = text.split(/[\n\r\u2028\u2029]/u).filter((line) => line.trim() !== '')
        expect(sentences.filter(({ comments }) => comments.includes('# newpar'))).toHaveLength(paragraphs.length)
      }),
    )
  })

  it('holds boilerplate too, article after article', async () => {
    const texts = [
      'Jets hit Idlib on Sunday, activists said.\nMoscow denied it had hit the town.\nSign up for our newsletter!\nFollow us on Twitter',
      'Talks went on in Vienna.',
    ]
    const input = texts.map((text, at) => `${JSON.stringify({ id: `n${at}`, text })}\n`).join('')
    const { code, out } = await wiregraph(['extract', '-', '--as', 'conllu'], { input })
    expect(code).toBe(0)
    const sentences = sentencesIn(out)
    const forms = sentences.flatMap(({ rows }) => rows.map(([, form]) => form))
    expect(forms.join('')).toBe(texts.join('').replace(/\s/gu, ''))
    expect(sentences.flatMap(({ comments }) => commentOf(comments, 'newdoc id') ?? [])).toEqual(['n0', 'n1'])
    for (const { rows } of sentences) expect(rows.filter((row) => row[6] === '0' && row[7] === 'root')).toHaveLength(1)
  })
})
