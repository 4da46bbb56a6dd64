/** What the encoder says of an article's sentences, before anything is decided: the input of trees, names and reports. */
export interface Signals {
  /** One for each sentence, in order. */
  readonly sentences: readonly SentenceSignals[]
  /** By the words that report, in order of the text. */
  readonly reports: readonly ReportSignals[]
}

/** Of one sentence of n words. */
export interface SentenceSignals {
  readonly words: number
  /** n × (n + 1): score of each word for each head; the first column is the root, the others are the words. */
  readonly arcs: Float32Array
  /** Best universal and Penn tag of each word. */
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** By their head words, in order. */
  readonly mentions: readonly MentionSignals[]
  /** The best relation of a word to a head, both by index, with its subtype; never `root`. */
  readonly relation: (dependent: number, head: number) => string
}

/** Words of a sentence that speak of a person, a place or another thing: names, nouns and pronouns alike. */
export interface MentionSignals {
  /** Indices of words, `last` included. */
  readonly head: number
  readonly first: number
  readonly last: number
  /** One of GUM's: person, place, organization, object, event, time, substance, animal, plant, abstract. */
  readonly kind: string
  /** Of the kind, 0 to 1. */
  readonly probability: number
}

/** Words that report, as "said" or "according to", with how much each word around belongs to who says it and to what is said. */
export interface ReportSignals {
  /** Index of the sentence, and of the cue's first and last words. */
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** That this is a cue, 0 to 1. */
  readonly probability: number
  readonly scores: readonly ReportScores[]
}

/** Of the words of one sentence, from the word `from` on; above 0 speaks for, below against. */
export interface ReportScores {
  readonly sentence: number
  readonly from: number
  readonly source: Float32Array
  readonly content: Float32Array
}
