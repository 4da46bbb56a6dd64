import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { claimsOf } from '../../src/claims/claims.ts'
import { readArticle, readerOf } from '../../src/claims/index.ts'
import { clausesOf, reportsOf } from '../../src/clauses/index.ts'
import { loadLexicon } from '../../src/lexicon/index.ts'
import { mentionsOf } from '../../src/mentions/index.ts'
import { treeOf } from '../../src/syntax/index.ts'
import { quotationsOf, sentencesOf } from '../../src/text/index.ts'
import { articleOf } from '../articles.ts'

const lexicon = loadLexicon()
it('times', { timeout: 300_000 }, () => {
  readArticle(articleOf('Russia bombed Idlib, he said.'), lexicon, readerOf(lexicon, '0'))
  const out: string[] = []
  const sizes = (process.env.SIZES ?? '10000,20000').split(',').map(Number)
  for (const unit of [
    'published ',
    'Russia, ',
    'Russia bombed Idlib and ',
    'A.',
    'he said that ',
    '. ',
    ...(process.env.MORE
      ? [
          'x',
          '“ ',
          '"A" ',
          'A. ',
          'a-',
          '1,',
          'Russia bombed Idlib.\n',
          '“Russia bombed Idlib,” he said. ',
          'x\n',
          '"\n',
          '. . . A',
          'Jan. 1 ',
          'a\u00a0',
          'Mr. ',
          '\u200b',
          'U.S.',
          '....',
          'a.b.c',
        ]
      : []),
  ]) {
    for (const size of sizes) {
      const article = articleOf(unit.repeat(Math.ceil(size / unit.length)))
      const t: number[] = [performance.now()]
      const s = sentencesOf(article)
      t.push(performance.now())
      const q = quotationsOf(article.text)
      t.push(performance.now())
      const trees = s.map((x) => treeOf(x))
      t.push(performance.now())
      const { mentions } = mentionsOf(article, trees, lexicon)
      t.push(performance.now())
      const clauses = trees.flatMap((tree) => clausesOf(article, tree, lexicon))
      t.push(performance.now())
      const by = new Map<number, (typeof clauses)[number][]>()
      for (const c of clauses) {
        const g = by.get(c.sentence)
        if (g) g.push(c)
        else by.set(c.sentence, [c])
      }
      const reports = trees.flatMap(({ sentence }) =>
        reportsOf(article, s[sentence]!, by.get(sentence) ?? [], q, lexicon),
      )
      t.push(performance.now())
      claimsOf({ article, sentences: s, mentions, clauses, reports }, lexicon)
      t.push(performance.now())
      const d = t.slice(1).map((x, i) => Math.round(x - t[i]!))
      const b = performance.now()
      if (process.env.FULL) readArticle(article, lexicon, readerOf(lexicon, '0'))
      out.push(
        `${JSON.stringify(unit)} ${size} sum ${d.reduce((a, c) => a + c)} sent/quot/tree/ment/clau/rep/claims ${d.join(' ')} ns=${s.length} full ${Math.round(performance.now() - b)}`,
      )
      writeFileSync('/tmp/scratch-times.txt', out.join('\n') + '\n')
    }
  }
})
