/**
 * Abbreviations of English news and letters, without their full stop. Each set says when the stop belongs to the word;
 * those that are written with and without capitals are listed as they are mostly written.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

export const MONTHS = words('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec')

/** Whether a word begins as the name of a month does, "May" included. */
export const isMonth = (word: string): boolean => MONTHS.has(word.slice(0, 3)) || word.startsWith('May')

export const WEEKDAYS = words('Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun')

/** Stand before a name, so that no sentence ends with them. */
export const TITLES = words(`
  Mr Mrs Ms Mx Dr Drs Prof Profs Messrs Mlle Mme Mmes Rev Revd Msgr Fr Ste Hon Pres Amb
  Gen Gens Brig Col Cols Lt Lts Maj Majs Capt Capts Cmdr Comdr Adm Sgt Sgts Cpl Pvt Pfc Supt Insp Det Dep
  Sen Sens Rep Reps Gov Govs Atty Asst Assoc Ald Pte Spc Spec`)

/** Stand after a name or anywhere, and may end a sentence. */
const COMMON = words(`
  Jr Sr St Mt Ft Inc Corp Co Cos Ltd Bros Dept Depts Univ Assn Ave Blvd Bldg Rd Hwy Esq Intl Natl Govt Mfg
  etc eg ie vs approx est dept govt esp incl excl misc cf viz eds
  arr arrv dep attn Attn Ext Tel Fax Mob Conf Para ft lbs hrs mins yrs min max avg temp tbsp tsp`)

/** States and provinces that are no words of their own. */
const STATES = words(`
  Ala Ariz Calif Colo Conn Del Fla Ga Kan Kans Ky La Md Mich Minn Mont Neb Nebr Nev Okla Pa Penn Tenn Tex Va Vt Wis Wisc
  Wyo Ont Que Sask Alta`)

/** States that are words as well: abbreviations only after a comma, as in "Salem, Ore.". */
export const STATES_OR_WORDS = words('Ark Ill Ind Mass Me Miss Mo Ore Wash Cal Id Ida')

/** Abbreviations only before a figure: "No. 5", "p. 12", "c. 1640". */
export const BEFORE_FIGURES = words(`
  No Nos nos Art Sec Fig Figs fig figs p pp c ca vol vols Vol Vols ch chap Ch Sc Ed b d m div v Pt Op`)

/** Abbreviations whose full stop is a part of them wherever they stand. */
export const ALWAYS: ReadonlySet<string> = new Set([...MONTHS, ...TITLES, ...COMMON, ...STATES])

/** Abbreviations that are words as well, or that give up their stop when they end a sentence. */
export const YIELDING = words(
  `
  etc al Mar Sep Del Col Gen Rep Fr Sr Hon Det Dep Pres Spec min mins max temp est esp Ext Fax Tel dep`,
)

/** Abbreviations that no sentence ends with, because what they belong to follows. */
export const NEVER_LAST: ReadonlySet<string> = new Set([
  ...TITLES,
  ...BEFORE_FIGURES,
  ...words('eg ie e.g i.e P.S a.k.a vs approx cf viz attn Attn esp incl excl Ext Tel Fax Mob'),
])

/**
 * Words with a capital that begin a sentence rather than go on with one: after "the U.S." or "Acme Inc." a sentence is
 * taken to end only before such a word.
 */
export const STARTERS = words(`
  The A An He She It They We I You In On At By For From But And Or So This That These Those There His Her Its Their Our My
  Your If When While As After Before Since Although Though However Meanwhile What Who Why How Where Which Then Now Not Both
  Some Many Most Several Last Among Under With Without According Despite During Also Another Other Such One Two Three Yet
  Still Sometimes Maybe Perhaps Even Until Because Instead Once Just Each All Here Officials Critics Asked Nor No Nearly About Over More Earlier
  Later Next To Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should Please Asked Speaking Police
  Authorities Residents Activists Rebels Witnesses Neither Either Every Everyone Nobody Nothing Of Within Between Through
  Analysts Experts Supporters Opponents Sources`)
