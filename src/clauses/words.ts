import type { Lexicon, Pattern, PatternWord } from '../lexicon/index.ts'

/** What the tables say of words, each list made once. */
const kept = <T>(make: (lexicon: Lexicon) => T): ((lexicon: Lexicon) => T) => {
  const made = new WeakMap<Lexicon, { readonly of: T }>()
  return (lexicon) => {
    const known = made.get(lexicon) ?? { of: make(lexicon) }
    made.set(lexicon, known)
    return known.of
  }
}

const names = (word: PatternWord, wanted: string): boolean => 'words' in word && word.words.includes(wanted)
const patternsOf = ({ rows }: Lexicon, shape: Pattern['shape']): readonly Pattern[] =>
  rows.flatMap(({ patterns }) => patterns).filter((pattern) => pattern.shape === shape)
const headsOf = (patterns: readonly Pattern[]): ReadonlySet<string> => new Set(patterns.flatMap(({ head }) => head))

/** The nouns that name deeds. */
export const deedNouns = kept((lexicon) => headsOf(patternsOf(lexicon, 'noun')))

/** Nouns of deeds that come "from" who does them: "support from Iran"; not those that lead away from somewhere. */
export const nounsFrom = kept((lexicon): ReadonlySet<string> => {
  const away = headsOf(patternsOf(lexicon, 'noun').filter(({ rest }) => rest.some((word) => names(word, 'from'))))
  return new Set([...deedNouns(lexicon)].filter((word) => !away.has(word)))
})

/** Nouns of deeds that are for somebody: "support for Y", "aid to Y". */
export const nounsFor = kept((lexicon) =>
  headsOf(
    patternsOf(lexicon, 'noun').filter(
      ({ before, rest }) => before.length === 0 && rest.length === 2 && rest.some((word) => names(word, 'for')),
    ),
  ),
)

const harms = ({ rows, types }: Lexicon, of: Pattern['shape']): ReadonlySet<string> =>
  headsOf(
    rows
      .filter(({ type }) => types.get(type)?.quad === 'material-conflict')
      .flatMap(({ patterns }) => patterns.filter(({ shape }) => shape === of)),
  )

/** Verbs of material conflict. */
export const harmfulVerbs = kept((lexicon) => harms(lexicon, 'verb'))

/** Nouns of material conflict, whose "of" and "on" lead to a victim: "the invasion of Kuwait". */
export const harmfulNouns = kept((lexicon) => harms(lexicon, 'noun'))
