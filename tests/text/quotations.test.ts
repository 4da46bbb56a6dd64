import { describe, expect, it } from 'vitest'
import { quotationsOf } from '../../src/text/index.ts'

const quoted = (text: string) =>
  quotationsOf(text).map(({ start, end, closed }) => `${text.slice(start, end)}${closed ? '' : ' …'}`)

describe('quotations', () => {
  it.each([
    ['“We will stay,” he said. “For good.”', ['We will stay,', 'For good.']],
    ['He called it "a mistake" and left.', ['a mistake']],
    ['It was "near," he said, "very near".', ['near,', 'very near']],
    ['“One sentence. Another one,” she said.', ['One sentence. Another one,']],
    ['“It began here.\n\n“It ended there.”', ['It began here.\n\n“It ended there.']],
    ['“It began here.\n\nHe fell silent.', ['It began here. …']],
    ['No marks at all.', []],
    ['“”', []],
  ])('of %j', (text, expected) => {
    expect(quoted(text)).toEqual(expected)
  })
})
