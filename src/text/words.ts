/**
 * Words that are written as one and read as several, and those that are written with a hyphen and read as one, as the
 * English Universal Dependencies treebanks have them. In lower case, with a straight apostrophe.
 */

/** Where words come apart that no ending tells apart, as offsets into them. */
export const SPLITS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ['cannot', [3]],
  ['gonna', [3]],
  ['gotta', [3]],
  ['wanna', [3]],
  ['gimme', [3]],
  ['lemme', [3]],
  ['outta', [3]],
  ['dunno', [2, 3]],
  ["d'you", [2]],
  ["y'all", [2]],
  ["'tis", [2]],
  ["'twas", [2]],
  ["i'ma", [1, 3]],
  ['im', [1]],
  ['ive', [1]],
  ['youre', [3]],
  ['youve', [3]],
  ['youll', [3]],
  ['theyre', [4]],
  ['theyve', [4]],
  ['weve', [2]],
  ['hes', [2]],
  ['shes', [3]],
  ['thats', [4]],
  ['whats', [4]],
  ['theres', [5]],
  ...'do does did wo ca could would should is are was were has have had ai ar'
    .split(' ')
    .map((verb): [string, readonly number[]] => [`${verb}nt`, [verb.length]]),
])

/** Contractions without an apostrophe that are names or abbreviations when written with capitals: "Ive", "IM". */
export const LOWER_ONLY: ReadonlySet<string> = new Set(['im', 'ive', 'hes', 'shes'])

/** Words that begin with an apostrophe. */
export const ELIDED: ReadonlySet<string> = new Set(
  "'em 'cause 'cos 'cuz 'til 'till 'bout 'n 'round 'tis 'twas 'nother 'im 'er 'scopes".split(' '),
)

/** What stays with the word after its hyphen: "co-operate", "mid-August", "e-mail". */
export const PREFIXES: ReadonlySet<string> = new Set(
  `anti arch bi co counter cross crypto de di dis e electro ex extra geo hyper infra inter intra macro mega meta micro mid
  mini mis mono multi neo non over para poly post pre pro proto pseudo psycho re retro semi socio sub
  super thermo trans tri uber ultra un`
    .trim()
    .split(/\s+/u),
)

/** What stays with the word before its hyphen: "career-wise". */
export const SUFFIXES: ReadonlySet<string> = new Set(['wise', 'esque', 'ish', 'ness'])

/** Cries and the like that are one word in spite of their hyphens. */
export const HYPHENATED: ReadonlySet<string> = new Set(
  'uh-oh uh-huh uh-uh mm-hm mm-hmm m-hm hm-m m-mm m-m oh-ho whoo-hoo woo-hoo ha-ha'.split(' '),
)

/** Names that end in a mark, and which mark it is. */
export const MARKED_NAMES: ReadonlyMap<string, string> = new Map([['Yahoo', '!']])
