import { wholeText } from '../bytes.ts'
import type { Format } from '../format.ts'

export const txt: Format = {
  name: 'txt',
  says: 'plain text, one article a file; the text is the file, character by character',
  extensions: ['.txt', '.text'],
  types: ['text/plain'],
  looksLike: () => true,
  async *read(input) {
    yield { text: await wholeText(input) }
  },
}
