/** The names under which records keep what an article is made of, the surest first. */
export const KEYS = {
  id: ['id', '_id', 'article_id'],
  text: ['text', 'body', 'content', 'article', 'full_text', 'articleBody', 'maintext', 'content_html', 'content_text'],
  title: ['title', 'headline'],
  date: [
    'date',
    'published',
    'published_at',
    'publishedAt',
    'date_published',
    'datePublished',
    'pubDate',
    'date_publish',
    'datetime',
    'timestamp',
    'created_at',
  ],
  url: ['url', 'link', 'canonical_url', 'web_url'],
  publisher: ['publisher', 'source', 'outlet', 'site', 'siteName', 'site_name', 'source_name', 'publication'],
} as const
export type Field = keyof typeof KEYS

type Record_ = Readonly<Record<string, unknown>>
export const isRecord = (x: unknown): x is Record_ => typeof x === 'object' && x !== null && !Array.isArray(x)

const isWords = (x: unknown): x is string => typeof x === 'string' && x.trim() !== ''
const isScalar = (x: unknown): x is string | number => isWords(x) || (typeof x === 'number' && Number.isFinite(x))

function find<T>(record: Record_, field: Field, is: (x: unknown) => x is T): { key: string; value: T } | null {
  for (const key of KEYS[field]) {
    const value = record[key]
    if (is(value)) return { key, value }
  }
  return null
}

/** The field's first value that is a number, or a string with something in it. */
export const pick = (record: Record_, field: Field): string | number | null =>
  find(record, field, isScalar)?.value ?? null

export const pickText = (record: Record_, field: Field): string | null => find(record, field, isWords)?.value ?? null

/** The text and the key it stood under. */
export const pickBody = (record: Record_) => find(record, 'text', isWords)

/** A name that may stand in an object of its own: `{"source": {"id": null, "name": "Sample Wire"}}`. */
export function pickName(record: Record_, field: Field): string | null {
  for (const key of KEYS[field]) {
    const value = record[key]
    if (isWords(value)) return value
    if (isRecord(value) && isWords(value.name)) return value.name
  }
  return null
}
