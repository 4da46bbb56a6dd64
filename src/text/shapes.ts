/**
 * The shapes that a token can have beside a plain word. Each is tried at one place of a chunk, which is a stretch
 * without white space. Repetitions that may have to be given back are bounded, so that the time taken stays in
 * proportion to the length of the text.
 */

const LABEL = String.raw`[\p{L}\p{N}_-]{1,63}`
const PATH = String.raw`(?:[\/?#](?:[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?)?`
/** Domains that are no words, so that "Idlib.In" is none. Any two letters will do after two names: "example.co.uk". */
const DOMAINS = 'com|org|net|gov|edu|mil|int|info|biz|tv|io|eu|uk|ru|sy|COM|ORG|NET'
const FILES = 'docx?|xlsx?|pdf|pptx?|txt|rtf|csv|jpe?g|png|gif|zip|exe|html?|php|aspx?|jsp|mp3|mp4|xml|json'

/** Addresses on the net and names of files. */
export const ADDRESS = new RegExp(
  [
    String.raw`(?:[Hh]ttps?:\/\/|ftp:\/\/|[Ww]ww\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`(?:mailto:)?[\p{L}\p{N}_][\p{L}\p{N}_.+%-]{0,63}@${LABEL}(?:\.${LABEL}){0,8}`,
    String.raw`${LABEL}(?:\.${LABEL}){0,8}\.(?:${DOMAINS})(?![\p{L}\p{N}_]|\.[\p{L}\p{N}])${PATH}`,
    String.raw`\p{Ll}[\p{Ll}\p{N}-]{1,62}(?:\.${LABEL}){1,8}\.\p{Ll}{2}(?![\p{L}\p{N}_]|\.[\p{L}\p{N}])${PATH}`,
    String.raw`${LABEL}(?:\.${LABEL}){0,8}\.(?:${FILES}|${FILES.toUpperCase()})(?![\p{L}\p{N}_])`,
    String.raw`\p{Ll}{2,30}(?:\.\p{Ll}[\p{Ll}-]{1,30}){2,8}(?![\p{L}\p{N}_])`,
  ].join('|'),
  'uy',
)

/** Names that begin with a sign: "@someone", "#something". */
export const HANDLE = /[@#]\p{L}[\p{L}\p{N}_]*/uy

/** Numbers of telephones, and dates and fractions in figures, whose hyphens and strokes do not part them. */
export const FIGURES = new RegExp(
  [
    String.raw`(?:\+?\d{1,3}[-.])?\d{3}[-.\/]\d{3}-\d{4}(?![-\d])`,
    String.raw`\d{3}-\d{4}(?![-\d])`,
    String.raw`\+\d{1,16}(?:-\d{1,16}){0,6}(?![\p{L}\d.,])`,
    String.raw`\d{5}-\d{4}(?![-\d])`,
    String.raw`\d{1,4}-\d{1,2}-\d{1,4}(?![-\d])`,
    String.raw`\d{1,6}(?:\/\d{1,6}){1,3}(?![\p{L}\d\/])`,
  ].join('|'),
  'uy',
)

/** Letters with full stops: "U.S.", "p.m.", "J.K." before a name, "U.S" before white space, "Ph.D.". */
export const ACRONYM = new RegExp(
  [
    String.raw`(?:Ph|B|M|D|Ed)\.(?:D|Sc|A|S|Ed|Phil|Litt)\b\.?`,
    String.raw`(?:\p{L}\.-?){1,12}\p{L}\.(?![\p{L}\p{N}])`,
    String.raw`(?:\p{Lu}\.){1,6}\p{Lu}\.(?=\p{Lu}\p{L})`,
    String.raw`(?:\p{L}\.){1,6}\p{L}(?![\p{L}\p{N}.'’])`,
  ].join('|'),
  'uy',
)

export const CURRENCY = /(?:US|AU?|CA?|CAD|CDN|HK|NZ|NT|S|R|U)\$|\p{Sc}/uy

/** Figures with their commas, points and colons: "36,000", "3.5", "10:30", ".45". */
export const NUMBER = /(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)|\d+)(?:[.:]\d+)*|(?<![\p{L}\p{N}])\.\d+/uy

/** What makes one word with the figures before it: "20th", "1990s", and "60's" but not "2003's". */
export const NUMBER_ENDING = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|(?<=(?:^|\P{N})(?:1\d)?\d0)['’]s(?!\p{L})/uy

/** Years without a century: "'72", "’60s". */
export const SHORT_YEAR = /['’]\d\ds?(?![\p{L}\p{N}'’-])/uy

/** Units that are words of their own after figures: "5 km", "10 am". */
export const UNIT =
  /(?:[ap]\.?m\b|[AP]\.?M\b|[kcm]?m|[km]?g|[kK]|M|bn?|tn?|mn|mln|ft|lbs?|oz|in|sq|cc|hp|mph|kph|kmh|hrs?|mins?|secs?|yrs?|[KMGT]B|[kKMGT]W|[kMG]Hz|[MG]bps|mm|ml|BST|GMT|UTC|E[SD]?T|P[SD]?T|C[SD]T|x)(?![\p{L}\p{N}])/uy

/** "Without" and "with" as they are noted down: "w/o". */
export const WITH = /[Ww]\/(?:out|o)?(?![\p{L}\p{N}])/uy

/** A plain word, with apostrophes and "&" between letters. */
export const WORD =
  /[\p{L}\p{N}\p{M}\p{Cf}](?:[\p{L}\p{N}\p{M}\p{Cf}]|['’](?=\p{L})|[&_](?=[\p{L}\p{N}])|(?<=\d)\.(?=\d))*/uy

/** Marks that go together, faces made of marks, and any other mark alone with the accents and joiners that follow it. */
export const MARK = new RegExp(
  [
    String.raw`\[(?:\.{2,}|…)\]`,
    String.raw`\.{2,}|…\.?`,
    String.raw`[!?][!?.]*|\.[!?]+`,
    String.raw`<3(?!\d)|\^_*\^`,
    String.raw`([-=*_~#+<>/\\|^•·–—])\1+|[-‐‑–—―]+`,
    "''|``|‘‘|’’|‘’",
    String.raw`\p{RI}\p{RI}`,
    String.raw`[^](?:[\p{M}\p{Cf}\p{EMod}]|(?<=\u200d)\p{Extended_Pictographic})*`,
  ].join('|'),
  'uy',
)

/** Faces made of marks: ":)", ";-(", ":D". */
export const FACE =
  /[:;=]['’]?-?[()[\]|/\\]+(?![\p{L}\p{N}/])|(?<![\p{L}\p{N}])[:;=]-?[DdPpOo](?![\p{L}\p{N}/])|>:\(|\(:(?!\S)/uy

/** The end of `pattern` (a sticky one) where it matches at `at`, else -1. */
export function reach(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}
