import { checkEvidence, type Reading, WiregraphError } from '../model/index.ts'

/** Half of a surrogate pair, which no UTF-8 file can hold: two ids that differ in it alone would become one. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** Whether a store can tell this name from every other. */
export const isKeepable = (name: string): boolean => !LONE_SURROGATE.test(name)

/** @throws WiregraphError `bad-record` when a name holds half a surrogate pair */
export function checkName(what: string, name: string): void {
  if (isKeepable(name)) return
  throw new WiregraphError('bad-record', {
    where: `${what} ${JSON.stringify(name)}`,
    expected: 'well-formed Unicode',
    got: 'half of a surrogate pair',
  })
}

/**
 * Holds a reading against itself before anything of it is kept: every claim is of its article, stands in its words,
 * and is there once; so is every entity.
 * @throws WiregraphError `evidence` for the first claim or entity that is off, `bad-record` for an id or origin that
 * is not well-formed Unicode
 */
export function checkReading({ article, claims, entities }: Reading): void {
  checkName('article id', article.id)
  checkName('origin', article.origin)
  for (const claim of claims) {
    if (claim.article !== article.id) {
      throw new WiregraphError('evidence', {
        where: `claim ${claim.id}`,
        expected: `a claim of article ${article.id}`,
        got: `one of article ${claim.article}`,
      })
    }
    checkEvidence(claim, article.text)
  }
  checkOnce(`claim of article ${article.id}`, claims)
  checkOnce(`entity of article ${article.id}`, entities)
}

function checkOnce(what: string, things: readonly { readonly id: string }[]): void {
  const seen = new Set<string>()
  for (const { id } of things) {
    if (seen.has(id)) {
      throw new WiregraphError('evidence', { where: what, expected: 'every id once', got: `${id} twice` })
    }
    seen.add(id)
  }
}

/** A claim can belong to one article only. */
export const heldElsewhere = (claim: string, holder: string): WiregraphError =>
  new WiregraphError('evidence', {
    where: `claim ${claim}`,
    expected: 'an id that no other article has',
    got: `the id of a claim of article ${holder}`,
  })
