const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Ends of stems before -ed, -ing, -er and -est: those in SILENT have lost an "e" ("mov|ed", "settl|ing"), those in WHOLE
 * have not ("pass|ed", "bring|ing"). The longest decides; a stem whose end is in neither is whole.
 */
const SILENT = set(`
c s u v z g bl cl dl fl gl kl pl sl tl zl br cr tr ab ib ob ub yb ad ed id od ud af if ak ik ok uk il ol ul yl am im um
ym an in un yn ap ip up yp ar ir ur yr at ot ut yt eng ung rang`)
const WHOLE = set('ss tz ng og')

/** Stems that have lost an "e" against the rule. */
const SILENT_STEMS = set(`
ach adher ador aton ax becom blasphem breath cach cano centr chang cloth coher complet compet condon contraven conven
creat cring delet delineat deplet deplor dethron elop enthron exchang excit excret exhal expedit explor extradit fring
gazett hing hom ignit ignor impal incit imping implor infring inhal interchang interfer interlop interven inton invit
lambast lath loath nauseat overcom ow past permeat persever phon pirouett postpon procreat recit reconven recreat regal
requit restor reunit rever rout scor secret seeth sheath silhouett sooth spong superven swath tast teeth telephon tipto
underscor unhing unit wast welcom whing wreath writ writh bath sho`)

/** Stems that are whole against the rule. */
const WHOLE_STEMS = set(`
arc assassin ballot bedevil bias bus cabin canvas caravan caucus caveat chorus collar combat copilot debut exam focus
format gas gossip hiccup imperil kayak kidnap margin martyr murmur nonplus orphan parrot pencil petrol pilot pistol
pivot plus program slogan solid stencil stupid sugar suntan sync timid vacuum vinegar worship young`)

/** Stems whose last consonant is double in the verb itself, where the rule would make it single. */
const DOUBLE_STEMS = set(`
add appall bankroll befall blackball boycott butt ebb egg enthrall err inn install odd purr recall reinstall snowball
stonewall whirr`)

/** A syllable or two before a verb; what follows begins with a consonant, so that "reach" is not "re|ach". */
const PREFIX = /^(?:re|over|under|un|out|fore|mis|dis|pre|up|down|with|be|inter|counter)(?=[^aeiou].)/

/** How much of a word is prefix or stands before a hyphen. */
const prefixLength = (word: string): number => word.lastIndexOf('-') + 1 || (PREFIX.exec(word)?.[0].length ?? 0)

/** What a table has for a word, or for the word after a prefix or hyphen: "overtook" → "overtake". */
export function lookUp(table: ReadonlyMap<string, string>, word: string): string | undefined {
  const known = table.get(word)
  if (known !== undefined) return known
  const cut = prefixLength(word)
  const rest = cut > 0 ? table.get(word.slice(cut)) : undefined
  return rest === undefined ? undefined : word.slice(0, cut) + rest
}

function isVowel(word: string, at: number): boolean {
  const letter = word.charAt(at)
  if (letter === 'y') return at > 0
  // "qu" and "gu" before a vowel are consonants: "requir|ed", "guid|ed"
  if (letter === 'u') return !(at > 0 && 'qg'.includes(word.charAt(at - 1)) && /[aeio]/.test(word.charAt(at + 1)))
  return letter !== '' && 'aeio'.includes(letter)
}

function syllables(word: string, from: number): number {
  let count = 0
  for (let at = from; at < word.length; at++) if (isVowel(word, at) && !(at > from && isVowel(word, at - 1))) count++
  return count
}

export const hasVowel = (word: string): boolean => syllables(word, 0) > 0

/** The plain form of a verb or an adjective without its -ed, -ing, -er or -est: "stopp" → "stop", "mov" → "move". */
export function unsuffixed(stem: string): string {
  const cut = prefixLength(stem)
  const rest = stem.slice(cut)
  if (WHOLE_STEMS.has(stem) || WHOLE_STEMS.has(rest)) return stem
  if (SILENT_STEMS.has(stem) || SILENT_STEMS.has(rest)) return `${stem}e`
  const last = stem.length - 1
  if (stem[last] === 'e') return /[eoy]e$/.test(stem) ? stem : `${stem}e`
  if (stem[last] === stem[last - 1] && !isVowel(stem, last)) return isDouble(stem, cut) ? stem : stem.slice(0, -1)
  return isSilent(stem, last, cut) ? `${stem}e` : stem
}

/** "call|ed" and "overfill|ed", but "travell|ed" and "duell|ed". */
function isDouble(stem: string, cut: number): boolean {
  const last = stem.at(-1) ?? ''
  if ('sfzc'.includes(last) || DOUBLE_STEMS.has(stem)) return true
  return last === 'l' && syllables(stem, cut) === 1 && !isVowel(stem, stem.length - 4)
}

function isSilent(stem: string, last: number, cut: number): boolean {
  if (SILENT.has(stem.slice(-4)) || SILENT.has(stem.slice(-3))) return true
  const end = stem.slice(-2)
  if (WHOLE.has(end)) return false
  if (SILENT.has(stem.slice(-1))) return true
  if (isVowel(stem, last) || !isVowel(stem, last - 1)) return SILENT.has(end)
  // a vowel before: "need|ed", "rain|ed", but "initiat|ed", "persuad|ed"
  if (isVowel(stem, last - 2)) return /[iu]a[td]$/.test(stem)
  // one vowel and one consonant in one syllable would be double otherwise: "hop|ing" and "hopp|ing"
  return SILENT.has(end) || (!'wxyh'.includes(stem.charAt(last)) && syllables(stem, cut) === 1 && cut === 0)
}

/** Verbs and nouns in -che, -oe and -sse, which without their -s would pass for ones in -ch, -o and -ss. */
const BEFORE_S = set(`
ache apache avalanche brioche cache cliche creche headache heartache moustache mustache niche pastiche porsche psyche
quiche toothache aloe canoe doe floe foe hoe horseshoe oboe roe shoe throe tiptoe toe woe mistletoe crevasse finesse
impasse mousse posse lacrosse`)

/** Nouns and verbs in -ie, apart from those of three letters ("tie", "lie"). */
const IN_IE = set(`
auntie barbie bestie birdie biggie bookie boogie bourgeoisie brownie budgie caddie calorie collie cookie coterie cutie
dearie doggie eerie eyrie foodie freebie genie goalie groupie hankie hippie hoagie homie hoodie indie junkie kiddie
laddie lassie lingerie magpie meanie menagerie movie necktie newbie oldie pixie prairie quickie reverie roadie rookie
selfie smoothie sortie stymie sweetie talkie techie townie underlie veggie walkie yuppie zombie camaraderie aussie untie
belie`)

/** Nouns in -use; the other nouns in -uses are in -us ("viruses"), apart from those in -ause and -ouse. */
const IN_USE = set('abuse accuse excuse fuse hypotenuse masseuse misuse muse recluse refuse reuse ruse use')

/** The plain form of a verb without its -s. */
export function withoutVerbS(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  const stem = word.slice(0, -2)
  return word.endsWith('es') && WHOLE_STEMS.has(stem) ? stem : withoutS(word)
}

/** The singular of a regular plural in -s. */
export function withoutNounS(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|sis)$/.test(word)) return word
  if (word.endsWith('uses') && !/[ao]uses$/.test(word)) {
    const stem = word.slice(0, -1)
    return IN_USE.has(stem) ? stem : word.slice(0, -2)
  }
  return withoutS(word)
}

function withoutS(word: string): string {
  const stem = word.slice(0, -1)
  if (!stem.endsWith('e')) return stem || word
  if (stem.endsWith('ie'))
    return stem.length <= 3 || IN_IE.has(stem.slice(prefixLength(stem))) ? stem : `${stem.slice(0, -2)}y`
  return /(?:[csz]h|x|ss|zz|tz|[^o]o)e$/.test(stem) && !BEFORE_S.has(stem) ? stem.slice(0, -1) : stem
}
