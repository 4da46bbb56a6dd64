import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UPOS, type Upos } from '../../src/model/index.ts'
import { lemmaOf } from '../../src/syntax/lemmas.ts'

/** Rows "form lemma | form lemma …" for one pair of tags. */
const TABLE: readonly (readonly [upos: Upos, xpos: string | null, rows: string])[] = [
  [
    'VERB',
    'VBD',
    'struck strike | led lead | lay lie | laid lay | fell fall | felled fell | found find | founded found',
  ],
  ['VERB', 'VBD', 'overtook overtake | rebuilt rebuild | withdrew withdraw | foresaw foresee | ex-served ex-serve'],
  ['VERB', 'VBD', 'stopped stop | travelled travel | controlled control | killed kill | recalled recall | added add'],
  ['VERB', 'VBD', 'died die | denied deny | underlay underlie | agreed agree | vetoed veto | moved move | DENIED deny'],
  [
    'VERB',
    'VBD',
    'visited visit | invited invite | offered offer | interfered interfere | monitored monitor | hit hit',
  ],
  [
    'VERB',
    'VBD',
    "bombed bomb | changed change | hanged hang | challenged challenge | focused focus | abused abuse | 'd have",
  ],
  [
    'VERB',
    'VBN',
    'bound bind | born bear | wounded wound | wound wind | taken take | panicked panic | been be | shed shed',
  ],
  [
    'VERB',
    'VBN',
    'created create | treated treat | persuaded persuade | raided raid | required require | recruited recruit',
  ],
  [
    'VERB',
    'VBG',
    'dying die | lying lie | relying rely | bombing bomb | escalating escalate | seizing seize | seeing see',
  ],
  ['VERB', 'VBG', 'bringing bring | putting put | reaching reach | aching ache | dyeing dye | gon go | fightin’ fight'],
  [
    'VERB',
    'VBZ',
    "goes go | does do | has have | dies die | relies rely | passes pass | focuses focus | uses use | 's be",
  ],
  ['VERB', 'VB', 'found found | lay lay | bind bind | need need | bring bring'],
  ['VERB', 'VBP', "are be | wan want | say say | 've have"],
  ['VERB', null, 'struck strike | shelling shell | moved move | says say | found found'],
  ['VERB', 'NNP', 'United Unite | Rolling Roll'],
  ['AUX', 'VBZ', "is be | has have | 's be | does do"],
  ['AUX', 'VBP', "'re be | ’m be | 've have"],
  ['AUX', 'MD', "'ll will | ca can | wo will | 'd would | Could could"],
  ['AUX', 'VBD', "'d have | were be | did do"],
  ['PART', 'RB', "n't not | n’t not | Not not"],
  ['PART', 'POS', "'s 's | ’s 's | ’ 's"],
  ['PART', 'TO', 'To to | na to'],
  ['PRON', 'PRP', "him he | her she | us we | I I | 's we | mine my | ours our | It it | themselves themselves"],
  ['PRON', 'PRP$', 'their their | her her | His his'],
  ['PRON', 'DT', 'those that | These this'],
  ['DET', 'DT', 'an a | these this | The the'],
  [
    'NOUN',
    'NNS',
    'men man | militiamen militiaman | grandchildren grandchild | wives wife | lives life | olives olive',
  ],
  [
    'NOUN',
    'NNS',
    'crises crisis | analyses analysis | bases base | viruses virus | causes cause | uses use | buses bus',
  ],
  ['NOUN', 'NNS', 'parties party | movies movie | ties tie | series series | heroes hero | shoes shoe | taxis taxi'],
  [
    'NOUN',
    'NNS',
    'churches church | headaches headache | witnesses witness | prizes prize | criteria criterion | sheep sheep',
  ],
  ['NOUN', 'NNS', "1990s 1990s | 1990's 1990s | CFLs CFL | AK-47s AK-47 | FORCES force | Women woman | Muslims Muslim"],
  [
    'NOUN',
    'NNS',
    'people people | troops troops | clothes clothes | police police | critics critic | politics politics',
  ],
  ['NOUN', 'NN', 'Council council | TV TV | GDP GDP | FOOD food | pm p.m. | news news | iPhone iPhone'],
  ['PROPN', 'NNP', 'Hastings Hastings | NATO NATO | TEXAS TEXAS | LONDON London | Sept. September | al al'],
  ['PROPN', 'NNPS', 'States State | Forces Force | Iraqis Iraqi | Netherlands Netherlands | Emergencies Emergency'],
  ['ADJ', 'JJR', 'better good | worse bad | larger large | bigger big | smaller small | younger young | earlier early'],
  ['ADJ', 'JJS', 'best good | worst bad | deadliest deadly | safest safe | clearest clear | most most | truest true'],
  [
    'ADJ',
    'JJ',
    'Russian Russian | Iraqi Iraqi | British British | Human human | Civilian civilian | Great great | NEW new',
  ],
  ['ADJ', 'JJ', 'Anti-American anti-American | Well-known well-known | Iranian-backed Iranian-backed'],
  ['ADJ', 'NNP', 'National National'],
  ['ADV', 'RBR', 'better well | worse badly | later late | more more | further far'],
  ['ADV', 'RB', 'However however | better better'],
  ['ADP', 'IN', 'vs. versus | In in'],
  ['CCONJ', 'CC', 'AND and'],
  ['SCONJ', 'IN', 'If if'],
  ['INTJ', 'UH', 'Yes yes'],
  ['NUM', 'CD', '40,000 40000 | 3.5 3.5 | II II | Two two | bn billion | 1,200.50 1200.50'],
  ['NUM', 'LS', 'B B'],
  ['PUNCT', '``', '“ " | ‘ \''],
  ['PUNCT', ':', '– - | ; ;'],
  ['SYM', '$', '$ $'],
  ['X', 'FW', 'Ciao Ciao'],
]

const CASES = TABLE.flatMap(([upos, xpos, rows]) =>
  rows.split(' | ').map((row) => {
    const [form = '', lemma = ''] = row.split(' ')
    return { form, upos, xpos, lemma }
  }),
)

const XPOS = ['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'MD', 'NN', 'NNS', 'NNP', 'NNPS', 'JJR', 'RBS', 'CD', ':', null]

describe('the lemma', () => {
  it.each(CASES)('of $form as $upos $xpos is $lemma', ({ form, upos, xpos, lemma }) => {
    expect(lemmaOf(form, upos, xpos)).toBe(lemma)
  })

  it('is a word for any word, whatever the tags', () => {
    const pieces = fc.constantFrom(
      's',
      'es',
      'ies',
      'ed',
      'ied',
      'ing',
      'ying',
      'er',
      'iest',
      "'s",
      '’',
      '-',
      'd',
      'in',
      'e',
    )
    const forms = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(forms, fc.constantFrom(...UPOS), fc.constantFrom(...XPOS), (form, upos, xpos) => {
        expect(lemmaOf(form, upos, xpos)).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  it('of an inflected verb or noun is its own lemma as a base form or singular', () => {
    const ofKind = (kind: Upos) => CASES.filter(({ upos, xpos }) => upos === kind && xpos !== 'NNP')
    for (const { lemma } of ofKind('VERB')) expect(lemmaOf(lemma, 'VERB', 'VB')).toBe(lemma)
    for (const { lemma } of ofKind('NOUN')) expect(lemmaOf(lemma, 'NOUN', 'NN')).toBe(lemma)
  })

  it('of the forms that a regular verb makes is the verb', () => {
    for (const verb of 'attack bomb carry change deny deploy enter escalate fire hope kill move reach seize'.split(
      ' ',
    )) {
      const stem = verb.replace(/e$/, '')
      const past = /[^aeo]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
      expect(lemmaOf(past, 'VERB', 'VBD'), past).toBe(verb)
      expect(lemmaOf(`${stem}ing`, 'VERB', 'VBG'), `${stem}ing`).toBe(verb)
    }
  })
})
