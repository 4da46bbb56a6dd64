/** Rows "lemma form form …". A prefixed verb (overtake, rebuild) goes as the verb within it. */
const VERBS = `
arise arose arisen|awake awoke awoken|be am is are was were been being art|bear bore borne born|beat beaten|become became
begin began begun|behold beheld|bend bent|bereave bereft|beseech besought|bestride bestrode|bid bade bidden|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought
catch caught|choose chose chosen|cleave clove cloven|cling clung|clothe clad|come came|creep crept|deal dealt|dig dug
dive dove|do did done does doth|draw drew drawn|dream dreamt|drink drank drunk drunken|drive drove driven|dwell dwelt
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbear forbore forborne|forbid forbade forbidden|forget forgot forgotten|forsake forsook forsaken|freeze froze frozen
get got gotten|gild gilt|give gave given|go went gone gon|grind ground|grow grew grown|hang hung|have has had hath
hear heard|hew hewn|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant
leap leapt|learn learnt|leave left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|mow mown
partake partook partaken|pay paid|plead pled|prove proven|rend rent|ride rode ridden|ring rang rung|rise rose risen
rive riven|run ran|saw sawn|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shave shaven
shear shorn|shine shone|shoe shod|shoot shot|show shown|shrink shrank shrunk shrunken|sing sang sung|sink sank sunk sunken
sit sat|slay slew slain|sleep slept|slide slid|sling slung|slink slunk|smell smelt|smite smote smitten|sneak snuck
sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|spoil spoilt
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strew strewn
stride strode stridden|strike struck stricken|string strung|strive strove striven|swear swore sworn|sweep swept
swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|tread trod trodden|undergo underwent undergone|wake woke woken|want wan|wear wore worn|weave wove woven
weep wept|win won|wind wound|wring wrung|write wrote written|quiz quizzes quizzed quizzing|gas gases gassed gassing
bus bussed bussing|die dying|tie tying|vie vying|belie belied belies belying
underlie underlain underlay underlies underlying|untie untied unties untying|bias biassed|focus focussed focussing
ski skied|taxi taxis taxied taxiing|dye dyeing|singe singeing|whiz whizzed|axe axes axed|panic panicked panicking
mimic mimicked mimicking|traffic trafficked trafficking|picnic picnicked picnicking|frolic frolicked frolicking
politic politicked politicking|rebel rebelled rebelling|repel repelled repelling|format formatted formatting
ping pinged pinging|rely relying|age ageing|awe awed awing|hoe hoed|toe toed|dispel dispelled dispelling
revel revelled revelling|forgive forgave forgiven`

/** Past forms that are verbs of their own as well; told apart by the tag. */
const OWN_VERBS = 'found ground wound felt fell bore bound rent spat slew smelt dove rose spoke wove'

/** Rows "singular plural". */
const NOUNS = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|person persons|die dice
brother brethren|penny pence|life lives|afterlife afterlives|wife wives|knife knives|leaf leaves|half halves|shelf shelves
self selves|wolf wolves|thief thieves|loaf loaves|calf calves|hoof hooves|scarf scarves|elf elves|sheaf sheaves
wharf wharves|dwarf dwarves|crisis crises|oasis oases|axe axes|emphasis emphases|ellipsis ellipses|synopsis synopses
nemesis nemeses|diagnosis diagnoses|prognosis prognoses|neurosis neuroses|psychosis psychoses|symbiosis symbioses
metamorphosis metamorphoses|metastasis metastases|thesis theses|antithesis antitheses|hypothesis hypotheses
synthesis syntheses|parenthesis parentheses|prosthesis prostheses|genesis geneses|testis testes|analysis analyses
paralysis paralyses|dialysis dialyses|criterion criteria|phenomenon phenomena|bacterium bacteria|stratum strata
curriculum curricula|memorandum memoranda|referendum referenda|addendum addenda|erratum errata|millennium millennia
symposium symposia|consortium consortia|medium media|spectrum spectra|ovum ova|automaton automata|alumnus alumni
alumna alumnae|stimulus stimuli|fungus fungi|nucleus nuclei|radius radii|focus foci|locus loci|cactus cacti
syllabus syllabi|terminus termini|bacillus bacilli|larva larvae|alga algae|formula formulae|vertebra vertebrae
antenna antennae|nebula nebulae|index indices|appendix appendices|matrix matrices|vertex vertices|vortex vortices
codex codices|apex apices|corpus corpora|genus genera|schema schemata|stigma stigmata|lens lenses|gas gases|bias biases
atlas atlases|canvas canvases|alias aliases|christmas christmases|pancreas pancreases|iris irises|trellis trellises
pelvis pelvises|metropolis metropolises|quiz quizzes|money monies|passer-by passers-by|passerby passersby
runner-up runners-up|son-in-law sons-in-law|brother-in-law brothers-in-law|sister-in-law sisters-in-law
daughter-in-law daughters-in-law|commander-in-chief commanders-in-chief|graffito graffiti|bureau bureaux|plateau plateaux
chateau chateaux|tableau tableaux|yes yeses|cash cashes`

/** Second halves of compounds that change as they do alone: "policewomen", "grandchildren", "werewolves". */
const HALVES = 'men women children feet teeth mice wives knives shelves wolves selves crises analyses theses'

/** Plurals that have no singular, or another sense than it. */
const PLURALS_ONLY = `
species series means headquarters news clothes pants trousers jeans shorts scissors glasses sunglasses binoculars goods
thanks regards contents whereabouts surroundings proceedings savings manners genitals remains auspices billiards
barracks gallows crossroads outskirts pyjamas pajamas tights pliers tweezers tongs alms amends feces faeces panties
tenterhooks earnings confines hackles annals arrears furnishings specifics underpants reparations shambles measles mumps
rabies corps chassis rendezvous troops supplies finances police people data mathematics politics geopolitics economics
physics ethics genetics dynamics logistics electronics athletics gymnastics aesthetics linguistics ballistics robotics
acoustics`

/** Names in -s that are not the plural of another name. */
const NAMES_IN_S = `
Philippines Netherlands Bahamas Maldives Seychelles Comoros Falls Works Appropriations Olympics Paralympics Beatles
Commons Springs Woods People`

/** Adjectives of origin, faith and party that their ending does not give away. */
const ORIGINS = `
British Irish English Scottish Welsh Spanish Danish Swedish Finnish Polish Turkish Jewish Kurdish Flemish French Dutch
German Greek Swiss Czech Slovak Serb Croat Turk Kurd Arab Arabic Islamic Islamist Muslim Moslem Sunni Shia Shiite
Shi'ite Alawite Druze Christian Catholic Protestant Buddhist Sikh Thai Uzbek Tajik Kazakh Turkmen Kyrgyz Tamil Uyghur
Rohingya Filipino Latino Hispanic Latin Arctic Antarctic Baltic Slavic Celtic Nordic Icelandic Atlantic Pacific Soviet
Nazi Zionist Marxist Maoist Leninist Stalinist Salafist Baathist Hebrew Inuit Argentine Byzantine Democratic Gothic
Masonic Satanic Hellenic Qatari Houthi`

/** Common adjectives with an ending of those of origin: -an, -ese or -i. */
const NOT_ORIGINS = `
human urban suburban metropolitan cosmopolitan veteran clean mean lean partisan bipartisan pagan artisan puritan
civilian humanitarian authoritarian sectarian veterinarian vegetarian egalitarian totalitarian utilitarian
parliamentarian pedestrian amphibian equestrian disciplinarian agrarian custodian guardian libertarian median obese
subterranean vegan orphan inhuman multi anti semi mini`

/**
 * Rows "plain comparative superlative", of adjectives, and words that only look like a comparative; ADVERBS has those that
 * differ in an adverb.
 */
const DEGREES = `
good better best|bad worse worst|far farther farthest furthest|old elder eldest|less lesser|severe severer severest
sincere sincerer sincerest|polite politer politest|strange stranger strangest|handsome handsomer handsomest
cruel crueller cruellest|free freer freest|stupid stupider stupidest|solid solider solidest|timid timider timidest
further further|upper upper|inner inner|outer outer|other other|rather rather`
const ADVERBS = 'well better best|badly worse worst|far further farther farthest furthest'

/** Function words with their other forms, by universal tag. */
const PRONOUNS = `
I i me|he him|she her|we us 's ’s|they them 'em ’em em|my mine|your yours ur|our ours|their theirs|her hers|you u ya y' y’
this these|that those`
const DETERMINERS = 'a an|this these|that those'
const AUXILIARIES = `
be 's ’s 'm ’m 're ’re s m re r ai|have 've ’ve ve|do du d' d’|would 'd ’d|will 'll ’ll ll wo wilt|can ca|shall sha`
const PARTICLES = "not n't n’t nt|'s ’s ' ’ s `s|to na ta"

/** Words written for short, by universal tag. */
const LINKS =
  "versus vs vs. v v.|through thru|with w/ w|without w/o w/out|of o' o’ o|and n 'n n' ’n’ 'n'|because coz b/c bc|though tho"
const NAMES_FOR_SHORT = `
Monday Mon Mon.|Tuesday Tue Tue. Tues Tues.|Wednesday Wed Wed.|Thursday Thu Thu. Thur Thur. Thurs Thurs.|Friday Fri Fri.
Saturday Sat.|Sunday Sun.|January Jan.|February Feb Feb.|March Mar.|April Apr Apr.|August Aug Aug.
September Sept Sept. Sep Sep.|October Oct Oct.|November Nov Nov.|December Dec Dec.`
const NOUNS_FOR_SHORT = 'a.m. am a.m|p.m. pm p.m|etc. etc|hour hrs hrs.|year yr yr. yrs yrs.|minute mins mins.'
const SUMS = 'thousand k|million m|billion b bn|trillion tn'

/** Marks that are written in more ways than one. */
const MARKS = "\" “ ” „ `` « »|' ‘ ’|'' ’’ ‘’|- –"

/** From each form to its lemma; where two rows claim a form, the later one has it. */
const read = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows
      .trim()
      .split(/[|\n]/)
      .map((row) => row.trim().split(/\s+/))
      .flatMap(([lemma = '', ...forms]) => forms.map((form): [string, string] => [form, lemma])),
  )

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const bases = (rows: string): readonly string[] => [...new Set(read(rows).values())]

export const IRREGULAR = {
  verbs: read(VERBS),
  /** Forms that a verb tagged as a base form has as they are. */
  bases: new Set([...bases(VERBS), ...OWN_VERBS.split(' ')]) as ReadonlySet<string>,
  nouns: read(NOUNS),
  halves: HALVES.split(' '),
  pluralsOnly: set(PLURALS_ONLY),
  namesInS: set(NAMES_IN_S),
  origins: set(ORIGINS),
  notOrigins: set(NOT_ORIGINS),
  degrees: read(DEGREES),
  adverbs: read(ADVERBS),
  pronouns: read(PRONOUNS),
  determiners: read(DETERMINERS),
  auxiliaries: read(AUXILIARIES),
  particles: read(PARTICLES),
  links: read(LINKS),
  namesForShort: read(NAMES_FOR_SHORT),
  nounsForShort: read(NOUNS_FOR_SHORT),
  sums: read(SUMS),
  marks: read(MARKS),
} as const
