import type { Lexicon, NounKind, NounUse } from '../lexicon/index.ts'
import { type ActorKind, type Entity, foldName } from '../model/index.ts'

/** Whether the tables use a noun, in the singular and in lower case, in one way. */
export const isUsed = ({ nouns }: Lexicon, noun: string, use: NounUse): boolean =>
  nouns.get(noun)?.uses.has(use) === true

/** Whether a name says only what it is: "Foreign Ministry", "Supreme Court". */
export const isGeneric = (lexicon: Lexicon, label: string): boolean =>
  foldName(label)
    .split('-')
    .every((word) => isUsed(lexicon, word, 'body'))

/** Whether a noun may speak of somebody: "city" of a town, "company" of an organization. A place of unknown sort may be a town. */
export function speaksOf({ nouns }: Lexicon, noun: string, entity: Entity): boolean {
  const kinds: readonly NounKind[] = nouns.get(noun)?.kinds ?? []
  const own = entity.kind === 'place' ? (entity.feature ?? 'town') : entity.kind
  return kinds.some((kind) => kind === own)
}

/** The kind of body that a name says it is, by its last telling word before "of": "Labour Party". Organization where it tells none. */
export function kindOfName({ nouns }: Lexicon, label: string): ActorKind {
  const words = label
    .split(/ (?:of|for|in|on) /u, 1)[0]!
    .toLowerCase()
    .split(/[\s-]+/u)
  const noun = nouns.get(words.at(-1)!) ?? nouns.get(words.at(-1)!.replace(/s$/u, ''))
  const kind = noun?.uses.has('name') ? noun.kinds[0] : undefined
  return (kind as ActorKind | undefined) ?? 'organization'
}
