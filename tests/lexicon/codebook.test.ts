import { expect, it } from 'vitest'
import { codebook, loadLexicon } from '../../src/lexicon/index.ts'
import { folder, SMALL } from './folder.ts'

it('prints the small folder as one page', async () => {
  const lexicon = loadLexicon({ dir: folder(SMALL) })
  const page = codebook(lexicon)
  expect(page).toBe(codebook(loadLexicon({ dir: folder(SMALL) })))
  await expect(page.replace(lexicon.digest, '0123456789abcdef')).toMatchFileSnapshot('codebook.golden.txt')
})

it('prints what is there', () => {
  const page = codebook(loadLexicon({ dir: folder({ 'groups.tsv': SMALL['groups.tsv']! }) }))
  expect(page.match(/^## .*$/gm)).toEqual(['## Nouns of groups'])
})
