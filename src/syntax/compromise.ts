import nlp from 'compromise/two'

/** A word as compromise tags it. `text` is empty for the hidden half of a contraction. */
export interface Term {
  readonly text: string
  readonly pre: string
  readonly post: string
  readonly tags: ReadonlySet<string>
}

/** The parts of compromise's world that are used here; its types leave them open. */
interface World {
  readonly model: object
  readonly methods: {
    readonly two: {
      readonly transform: {
        readonly verb: { readonly toInfinitive: (verb: string, model: object, tense?: string) => string }
        readonly noun: { readonly toSingular: (noun: string, model: object) => string }
      }
    }
  }
}

const { model, methods } = nlp.world() as World
const { verb, noun } = methods.two.transform

/** The words of a stretch of text with their tags, sentence borders ignored. */
export const tagWords = (text: string): readonly Term[] => (nlp(text).document as readonly Term[][]).flat()

/** "struck" → "strike", tried as each of the tenses in turn. */
export function infinitive(word: string, tenses: readonly string[]): string {
  for (const tense of tenses) {
    const found = verb.toInfinitive(word, model, tense)
    if (found !== '' && found !== word) return found
  }
  return word
}

/** "parties" → "party". */
export const singular = (word: string): string => noun.toSingular(word, model)
