import { describe, expect, it } from 'vitest'
import { clausesOf, type Length, tuplesOf } from '../../src/clauses/index.ts'
import { loadLexicon } from '../../src/lexicon/index.ts'
import { articleOf } from '../articles.ts'
import { madeTree, textOf } from '../syntax/made.ts'

const lexicon = loadLexicon()

/** The tuples of a sentence, each as `subject | predicate | argument | argument`. */
function told(words: string, length: Length): readonly string[] {
  const tree = madeTree(words)
  const clauses = clausesOf(articleOf(textOf(tree)), tree, lexicon)
  return clauses
    .flatMap((clause) => tuplesOf(tree, clause, length))
    .map((one) => [one.subject, one.predicate, ...one.arguments].join(' | '))
}

const HANDED =
  'Russia/NNP/nsubj>1 handed~hand/VBD/root the/DT/det>3 keys/NNS/obj>1 to/IN/case>5 Poland/NNP/obl>1 ././punct>1'
const WANTS = 'Turkey/NNP/nsubj>1 wants~want/VBZ/root to/TO/mark>3 leave/VB/xcomp>1 Syria/NNP/obj>3'
const URGED = 'Iran/NNP/nsubj>1 urged~urge/VBD/root Turkey/NNP/obj>1 to/TO/mark>4 leave/VB/xcomp>1 Syria/NNP/obj>4'
const OPENED = 'In/IN/case>1 1939/CD/obl>3 Germany/NNP/nsubj>3 invaded~invade/VBD/root Poland/NNP/obj>3'
const MEMBER = 'Germany/NNP/nsubj>3 is~be/VBZ/cop>3 a/DT/det>3 member/NN/root of/IN/case>5 NATO/NNP/nmod>3 ././punct>3'
const PASSIVE =
  'Poland/NNP/nsubj:pass>2 was~be/VBD/aux:pass>2 invaded~invade/VBN/root by/IN/case>4 Germany/NNP/obl:agent>2'
const TWO =
  'Iran/NNP/nsubj>3 and/CC/cc>2 Iraq/NNP/conj>0 left~leave/VBD/root because/IN/case>6 of/IN/fixed>4 oil/NN/obl>3'
const CITIES =
  'Russia/NNP/nsubj>3 did~do/VBD/aux>3 not/RB/advmod>3 bomb/VB/root Idlib/NNP/obj>3 and/CC/cc>6 Homs/NNP/conj>4'
const CAPITAL =
  'Russia/NNP/nsubj>1 bombs~bomb/VBZ/root the/DT/det>3 capital/NN/obj>1 of/IN/case>5 Syria/NNP/nmod>3 near/IN/case>7 Iran/NNP/nmod>3'
const GERUND =
  'Russia/NNP/nsubj>1 ended~end/VBD/root it/PRP/obj>1 by/IN/mark>4 bombing~bomb/VBG/advcl>1 Idlib/NNP/obj>4'
const RARELY = 'Russia/NNP/nsubj>2 rarely/RB/advmod>2 bombs~bomb/VBZ/root Idlib/NNP/obj>2 now/RB/advmod>2'
const CLAUSE =
  'Iran/NNP/nsubj>1 said~say/VBD/root that/IN/mark>5 Iraq/NNP/nsubj>5 had~have/VBD/aux>5 fled~flee/VBN/ccomp>1 ././punct>1'

describe('short tuples', () => {
  it.each([
    ['are one for each argument', HANDED, ['Russia | handed | the keys', 'Russia | handed the keys to | Poland']],
    ['take up the verbs that govern theirs', WANTS, ['Turkey | wants to leave | Syria']],
    ['but none that has an object of its own', URGED, ['Iran | urged | Turkey', 'Turkey | leave | Syria']],
    ['put what opens the sentence last', OPENED, ['Germany | invaded | Poland', 'Germany | invaded Poland In | 1939']],
    [
      'of what "be" says take up the noun before its preposition',
      MEMBER,
      ['Germany | is | a member of NATO', 'Germany | is a member of | NATO'],
    ],
    ['of a passive are about its subject', PASSIVE, ['Poland | was invaded by | Germany']],
    ['are one for each subject', TWO, ['Iran | left because of | oil', 'Iraq | left because of | oil']],
    [
      'are one for each object, with the negation',
      CITIES,
      ['Russia | did not bomb | Idlib', 'Russia | did not bomb | Homs'],
    ],
    [
      'keep an "of", and tell the phrases on the object',
      CAPITAL,
      [
        'Russia | bombs | the capital of Syria',
        'Russia | bombs the capital of | Syria',
        'Russia | bombs the capital near | Iran',
      ],
    ],
    [
      'hold a gerund behind a preposition',
      GERUND,
      ['Russia | ended | it', 'Russia | ended it by | bombing Idlib', 'Russia | bombing | Idlib'],
    ],
    ['keep an adverb right before the verb, not one behind', RARELY, ['Russia | rarely bombs | Idlib']],
    ['hold a clause without what leads to it', CLAUSE, ['Iran | said that | Iraq had fled']],
    ['are none without an argument', 'Russia/NNP/nsubj>1 fled~flee/VBD/root', []],
    ['are none without a subject', 'bombed~bomb/VBD/root Idlib/NNP/obj>0', []],
    ['are none of a noun', 'Russian/JJ/amod>1 airstrikes~airstrike/NNS/root on/IN/case>3 Idlib/NNP/nmod>1', []],
  ])('%s', (_, words, expected) => {
    expect(told(words, 'short')).toEqual(expected)
  })
})

describe('long tuples', () => {
  it.each([
    ['are one for each subject, with all arguments', HANDED, ['Russia | handed | the keys | to Poland']],
    ['hold their arguments whole', CAPITAL, ['Russia | bombs | the capital of Syria near Iran']],
    ['hold conjuncts together', CITIES, ['Russia | did not bomb | Idlib and Homs']],
    ['put the first preposition to the predicate', PASSIVE, ['Poland | was invaded by | Germany']],
    ['of what "be" says leave out its subject and marks', MEMBER, ['Germany | is | a member of NATO']],
    ['put what opens the sentence last', OPENED, ['Germany | invaded | Poland | In 1939']],
    ['are one for each subject', TWO, ['Iran | left because of | oil', 'Iraq | left because of | oil']],
  ])('%s', (_, words, expected) => {
    expect(told(words, 'long')).toEqual(expected)
  })
})
