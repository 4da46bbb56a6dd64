import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WiregraphError } from '../../src/model/index.ts'

export type Files = Readonly<Record<string, string>>

/** A folder with these files, gone when the test is. A cell of a table is set apart by ` ~ ` here, so that it can be seen. */
export function folder(files: Files): string {
  const dir = mkdtempSync(join(tmpdir(), 'lexicon-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), file.endsWith('.tsv') ? text.replaceAll(/ ?~ ?/g, '\t') : text)
  }
  return dir
}

/** The message of the `bad-table` that this throws, without the sentence that all of them share. */
export function faultOf(run: () => unknown, dir?: string): string {
  try {
    run()
  } catch (error) {
    if (!(error instanceof WiregraphError) || error.code !== 'bad-table') throw error
    const message = error.message.replace(/(^|: )This row of the tables is not right: /, '$1')
    return dir === undefined ? message : message.replaceAll(join(dir, '/'), '')
  }
  return 'no fault'
}

export const ACTORS = 'id ~ label ~ kind ~ aliases ~ demonyms ~ rulers ~ codes\n'
export const PLACES = 'id ~ label ~ aliases ~ feature ~ within ~ lat ~ lon ~ geonames\n'
export const ROLES = 'actor ~ role ~ also ~ for ~ from ~ until\n'

/** A small folder with something of everything. */
export const SMALL: Files = {
  'actors.tsv': `# Who acts.
${ACTORS}russia ~ Russia ~ state ~ Russian Federation ~ Russian; Russians ~ Moscow; the Kremlin ~ wikidata=Q159; iso2=RU; iso3=RUS
syria ~ Syria ~ state ~ ~ Syrian; =Syrians ~ Damascus ~ iso2=SY
vladimir-putin ~ Vladimir Putin ~ person ~ Putin ~ ~ ~ wikidata=Q7747
~ Russian Armed Forces ~ military ~ ~ ~ ~
`,
  'places.tsv': `${PLACES}moscow ~ Moscow ~ ~ capital ~ russia ~ 55.75 ~ 37.62 ~ 524901
idlib-governorate ~ Idlib Governorate ~ Idlib Province ~ province ~ syria ~ ~ ~
idlib ~ Idlib ~ ~ city ~ idlib-governorate ~ 35.93 ~ 36.63 ~
`,
  'roles.tsv': `${ROLES}vladimir-putin ~ president ~ head of state ~ russia ~ 2000-05-07 ~ 2008-05-07
vladimir-putin ~ president ~ head of state ~ russia ~ 2012-05-07 ~
russian-armed-forces ~ military ~ ~ russia ~ ~
`,
  'groups.tsv': `noun ~ kind
rebel ~ armed-group
`,
  'titles.tsv': `word ~ gender
captain ~
-woman ~ f
`,
  'given-names.tsv': `name ~ gender
vladimir ~ m
`,
  'nouns.tsv': `word ~ kinds ~ uses
company ~ organization ~ back; two
city ~ capital; city ~ back
supreme ~ ~ body
`,
  'types/assault.yaml': `type: ASSAULT
says: X uses armed or physical violence against Y
quad: material-conflict
cameo: "19"
score: -9.3
verb: assaults
source: PLOVER codebook, ASSAULT
rows:
  assault.aerial:
    says: X strikes Y from the air
    mode: aerial
    patterns:
      - X bomb Y
      - X's air strike on/against Y
    examples:
      - "Russian warplanes bombed the city of Idlib on Sunday. => Russia > Idlib"
    not:
      - "The film bombed at the box office."
  assault.fight:
    says: X and Y fight each other
    reciprocal: true
    target: actor
    patterns: [X fight with/against Y]
    examples:
      - "Russia and Syria fought. => Russia, Syria | negated"
`,
  'types/support.yaml': `type: SUPPORT
says: X supports Y
quad: verbal-cooperation
cameo: "05"
score: 4
verb: supports
rows:
  support.back:
    says: X backs Y
    patterns:
      - X back Y
      - X-backed Y
    examples:
      - "Russia backed Syria. => Russia > Syria"
`,
  'cues.yaml': `deny:
  says: X says that something is not so
  act: REJECT
  content: { polarity: negated }
  cues:
    - deny
    - deny to Y
  phrases:
    - despite denials by/from X
    - in X's denial
  examples:
    - "Russia denied that it bombed Idlib. => ASSAULT: Russia > Idlib | negated | said by Russia"
  not:
    - "The guard denied him entry."
plan:
  says: X means to do something
  act: null
  content:
    modality: planned
  cues: [plan to]
  examples:
    - "Russia plans to bomb Idlib. => ASSAULT: Russia > Idlib | planned"
`,
  'modality.yaml': `negation:
  says: the deed did not happen
  words:
    - not
    - "n't"
  examples:
    - "Russia did not bomb Idlib. => ASSAULT: Russia > Idlib | negated"
light:
  words:
    - carry out
  not:
    - "She carried out the bin."
`,
  'boilerplate.yaml': `appeal.donate:
  says: asks for money
  part: boilerplate
  where: end
  starts:
    - please donate
  ends:
    - "keep us *free*"
  maxWords: 20
  cutsRest: true
  example: Please donate today.
  not:
    - They donated blood.
`,
}
