import { type ErrorCode, type ErrorDetail, type Region, type Skip, WiregraphError } from '../model/index.ts'

/** The bytes of one source, and what is known about them. */
export interface Input {
  readonly origin: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** As the server declared it; used only where the bytes are neither marked nor valid UTF-8. */
  readonly charset: string | null
  /** Where it was fetched from; null for files and standard input. */
  readonly url: string | null
  /** Limit of a whole document, and of one line of a format that is read line by line. */
  readonly maxBytes: number
  readonly maxLineBytes: number
}

/** What a format makes of one article, before the rules that all formats share. Missing and null mean the same. */
export interface Draft {
  readonly text: string
  readonly regions?: readonly Region[]
  /** Whether markup has told decks, captions and links to other stories, so that nothing needs to be guessed from the shape of lines. */
  readonly isMarkedUp?: boolean
  /** The record's own id. */
  readonly id?: string | number | null
  readonly title?: string | null
  readonly publisher?: string | null
  /** In any form that `parseDay` reads. */
  readonly date?: unknown
  readonly url?: string | null
  /** What the publisher knows it by, used as id where there is neither an id nor a URL. */
  readonly guid?: string | null
  /** 1-based number of the record in its file; missing when the file is one article. */
  readonly record?: number
}

/** One way in which articles are written down. A new one is a file beside the others and a name in `FORMATS`. */
export interface Format {
  readonly name: string
  readonly says: string
  /** With the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Content types, without parameters. */
  readonly types: readonly string[]
  /** Whether something that begins like this (byte order mark and white space left out) is of this format. */
  looksLike(head: string): boolean
  /** Drafts in the order of the file; a record that can't be read is a skip, and does not stop the rest. */
  read(input: Input): AsyncIterable<Draft | Skip>
}

/** Half of a surrogate pair, which UTF-8 can't write and so nothing can keep. */
const HALF_PAIR = /\p{Surrogate}/u
export const isWellFormed = (text: string): boolean => !HALF_PAIR.test(text)
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

export function skip(origin: string, code: ErrorCode, detail: ErrorDetail): Skip {
  return { origin, code, detail, message: new WiregraphError(code, detail).message }
}

export const isSkip = (x: object): x is Skip => 'code' in x && 'message' in x

/** The skip that says what an error said. Anything but a {@link WiregraphError} is a defect, and thrown on. */
export function skipOf(origin: string, error: unknown): Skip {
  if (!(error instanceof WiregraphError)) throw error
  return { origin, code: error.code, message: error.message, detail: error.detail }
}
