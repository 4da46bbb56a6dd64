/** Every way in which wiregraph can say no, with the sentence that opens the message. */
export const ERRORS = {
  'not-found': 'No such file, folder or record',
  'not-readable': 'This file can’t be read',
  'empty-input': 'Nothing to read here',
  'not-text': 'This is not text',
  'bad-json': 'This is not valid JSON',
  'bad-record': 'This record is not an article',
  'bad-html': 'No article could be found in this page',
  'bad-feed': 'This is not a feed',
  'bad-conllu': 'This is not CoNLL-U',
  'bad-date': 'This is not a date',
  'bad-url': 'This URL can’t be read',
  'private-address': 'This URL leads to a private address',
  'fetch-failed': 'The page could not be fetched',
  'too-large': 'This is too large',
  'unknown-format': 'This format is not known',
  'bad-table': 'This row of the tables is not right',
  'bad-request': 'This request is not right',
  doubled: 'Another article bears this id',
  evidence: 'A claim does not stand in its article',
  'unknown-actor': 'No actor of this name',
  'unknown-article': 'No such article',
  'unknown-claim': 'No such claim',
  'unknown-tie': 'No such tie',
  'unknown-event': 'No such event',
  'bad-store': 'This is not a wiregraph database',
  'newer-store': 'This database was made by a newer wiregraph',
  'store-busy': 'Another process is writing to this database',
  'store-failed': 'The database could not be used',
  'no-encoder': 'The encoder’s native library can’t be loaded here',
  'write-failed': 'The file could not be written',
  'port-in-use': 'The server could not start',
  'no-python': 'Python can’t be started',
  'scorer-failed': 'A scorer has failed',
} as const
export type ErrorCode = keyof typeof ERRORS

/** What went wrong, told so that it can be mended. Every part is one line of plain words. */
export interface ErrorDetail {
  /** File, line, record or parameter. */
  readonly where?: string
  readonly expected?: string
  readonly got?: string
  /** What the user can do about it. */
  readonly hint?: string
}

/** The one error of this program. Anything else that is thrown is a defect. */
export class WiregraphError extends Error {
  override readonly name = 'WiregraphError'
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(describe(code, detail), options)
    this.code = code
    this.detail = detail
  }
}

function describe(code: ErrorCode, { where, expected, got, hint }: ErrorDetail): string {
  const place = where === undefined ? '' : `${where}: `
  const contrast = [expected === undefined ? '' : `expected ${expected}`, got === undefined ? '' : `got ${got}`]
  const facts = contrast.filter((part) => part !== '').join(', ')
  return `${place}${ERRORS[code]}${facts === '' ? '' : `: ${facts}`}.${hint === undefined ? '' : ` ${hint}`}`
}
