import type { Upos } from '../model/index.ts'
import { IRREGULAR } from './irregular.ts'
import { hasVowel, lookUp, unsuffixed, withoutNounS, withoutVerbS } from './spelling.ts'

/**
 * The dictionary form of an English word as the Universal Dependencies treebanks write it (EWT and GUM; where they differ,
 * mostly as EWT does): "struck" → "strike", "n't" → "not", "him" → "he", "States" as a plural name → "State".
 * Names and adjectives of origin keep their capitals, and so do words in capitals that look like abbreviations.
 * `xpos` is the Penn tag; null leaves the inflection to be guessed from the ending. Never empty for a form that is not.
 */
export function lemmaOf(form: string, upos: Upos, xpos: string | null): string {
  switch (upos) {
    case 'PUNCT':
    case 'SYM':
      return markOf(form, xpos)
    case 'PROPN':
    case 'X':
      return nameOf(form, xpos)
    case 'NUM':
      return xpos === null || xpos === 'CD' ? numberOf(form) : form
    case 'AUX':
      return auxiliaryOf(form, xpos)
    case 'VERB':
      return xpos?.startsWith('NNP') ? named(form, verbOf(form, null)) : verbOf(form, xpos)
    case 'NOUN':
      return xpos?.startsWith('NNP') ? nameOf(form, xpos) : nounOf(form, xpos)
    case 'ADJ':
    case 'ADV':
      return xpos?.startsWith('NNP') ? nameOf(form, xpos) : degreeOf(form, upos, xpos)
    case 'PRON':
      return pronounOf(form, xpos)
    case 'DET':
      return short(IRREGULAR.determiners, form)
    case 'PART':
      return short(IRREGULAR.particles, form)
    case 'ADP':
    case 'SCONJ':
    case 'CCONJ':
      return short(IRREGULAR.links, form)
    case 'INTJ':
      return form.toLowerCase()
  }
}

/** What a table has for a word, else the word in small letters. */
const short = (table: ReadonlyMap<string, string>, form: string): string => {
  const word = form.toLowerCase()
  return table.get(word) ?? word
}

function markOf(form: string, xpos: string | null): string {
  if (xpos === ':' && form === '...') return '…'
  if (xpos === ':' && form === '--') return '-'
  return IRREGULAR.marks.get(form) ?? form
}

/** Thousands lose their commas; Roman figures keep their capitals. */
function numberOf(form: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?!\d)/.test(form)) return form.replaceAll(',', '')
  const sum = IRREGULAR.sums.get(form.toLowerCase())
  return sum ?? (/^[IVXLCDM]+$/.test(form) ? form : form.toLowerCase().replace('’', "'"))
}

function nameOf(form: string, xpos: string | null): string {
  if (xpos !== 'NNP' && xpos !== 'NNPS') return form
  // a word of six letters or more in capitals is seldom an abbreviation
  const name = /^[A-Z]{6,}$/.test(form) ? form.charAt(0) + form.slice(1).toLowerCase() : form
  if (xpos === 'NNPS') return IRREGULAR.namesInS.has(name) ? name : named(name, singularOf(name.toLowerCase()))
  return IRREGULAR.namesForShort.get(name) ?? name
}

/** A lemma in the capitals of its form, as far as they are the same letters. */
function named(form: string, lemma: string): string {
  let same = 0
  while (same < lemma.length && form.charAt(same).toLowerCase() === lemma.charAt(same)) same++
  return form.slice(0, same) + lemma.slice(same)
}

function pronounOf(form: string, xpos: string | null): string {
  const word = form.toLowerCase()
  // "her" is "she" as an object, and stays as a possessive
  if (word === 'her' && xpos !== 'PRP') return word
  return IRREGULAR.pronouns.get(word) ?? word
}

function auxiliaryOf(form: string, xpos: string | null): string {
  const word = form.toLowerCase()
  if (xpos === 'VBD' && /^['’]?d$/.test(word)) return 'have'
  return IRREGULAR.auxiliaries.get(word) ?? verbOf(form, xpos)
}

function verbOf(form: string, xpos: string | null): string {
  const word = form.toLowerCase()
  const first = word.charAt(0)
  if (first === "'" || first === '’') return xpos === 'VBD' ? 'have' : short(IRREGULAR.auxiliaries, word)
  switch (xpos) {
    case 'VB':
    case 'VBP':
      // "of bombing" is at times taken for an infinitive, "join" is one
      if (IRREGULAR.bases.has(word)) return word
      return IRREGULAR.verbs.get(word) ?? (word.endsWith('ing') ? withoutIng(word) : word)
    case 'MD':
      return word
    case 'VBZ':
      return lookUp(IRREGULAR.verbs, word) ?? withoutVerbS(word)
    case 'VBD':
    case 'VBN':
      return lookUp(IRREGULAR.verbs, word) ?? withoutEd(word)
    case 'VBG':
      return lookUp(IRREGULAR.verbs, word) ?? withoutIng(word)
    default:
      return (IRREGULAR.bases.has(word) ? undefined : lookUp(IRREGULAR.verbs, word)) ?? withoutAny(word)
  }
}

function withoutAny(word: string): string {
  if (word.endsWith('ed')) return withoutEd(word)
  return word.endsWith('ing') ? withoutIng(word) : withoutVerbS(word)
}

function withoutEd(word: string): string {
  if (/['’]d$/.test(word)) return word.slice(0, -2)
  if (!word.endsWith('ed') || /(?:^[fhnsw]|bl|br|sp|c)eed$/.test(word)) return word
  const stem = word.slice(0, -2)
  if (stem.endsWith('i')) return stem.length > 2 ? `${stem.slice(0, -1)}y` : `${stem}e`
  return hasVowel(stem) ? unsuffixed(stem) : word
}

function withoutIng(word: string): string {
  if (/in['’]?$/.test(word)) return withoutIng(word.replace(/['’]?$/, 'g'))
  const stem = word.slice(0, -3)
  return word.endsWith('ing') && hasVowel(stem) ? unsuffixed(stem) : word
}

function nounOf(form: string, xpos: string | null): string {
  const word = form.toLowerCase()
  const known = IRREGULAR.nounsForShort.get(word)
  if (known !== undefined) return known
  if (isAbbreviation(form)) return form
  if (xpos !== 'NNS') return nounCase(form, word)
  const singular = singularOf(word)
  if (form === word || form === form.toUpperCase()) return singular
  const cased = named(form, singular)
  return isAbbreviation(cased) ? cased : nounCase(cased, singular)
}

function singularOf(word: string): string {
  if (/^(?:mid-)?['’]?\d*0['’]?s$/.test(word)) return word.replace(/['’]s$/, 's')
  if (/.['’]s$/.test(word)) return word.slice(0, -2)
  if (IRREGULAR.pluralsOnly.has(word)) return word
  const known = lookUp(IRREGULAR.nouns, word)
  if (known !== undefined) return known
  const half = IRREGULAR.halves.find((plural) => word.endsWith(plural))
  return half === undefined ? withoutNounS(word) : word.slice(0, -half.length) + (IRREGULAR.nouns.get(half) ?? half)
}

function degreeOf(form: string, upos: Upos, xpos: string | null): string {
  const word = form.toLowerCase()
  if (xpos !== 'JJR' && xpos !== 'RBR' && xpos !== 'JJS' && xpos !== 'RBS') {
    return /^[A-Z]$/.test(form) ? form : adjectiveCase(form, word)
  }
  const known = (upos === 'ADV' ? IRREGULAR.adverbs.get(word) : undefined) ?? IRREGULAR.degrees.get(word)
  if (known !== undefined) return known
  const stem = word.replace(/(?:er|est)$/, '')
  if (stem === word || !hasVowel(stem)) return word
  return stem.endsWith('i') ? `${stem.slice(0, -1)}y` : unsuffixed(stem)
}

/** TV, GDP, B2B, M: up to three letters in capitals, or capitals with figures. */
const isAbbreviation = (form: string): boolean => /^[A-Z&]{1,3}$|^(?=.*\d)[A-Z\d-]+$/.test(form)

/** A common noun in small letters, unless the capitals are its own: "Muslim", "iPhone", "anti-Americanism". */
function nounCase(form: string, word: string): string {
  if (form === word || form === form.toUpperCase()) return word
  if (form.slice(1) === word.slice(1)) return IRREGULAR.origins.has(form) ? form : word
  return form.replace(/^(?:Anti|Pro|Non|Pre|Post|Neo|Mid|Ex)-/, (prefix) => prefix.toLowerCase())
}

/** The same of an adjective or adverb, where more endings tell an origin: "Russian", "Chinese", "Iraqi-born". */
function adjectiveCase(form: string, word: string): string {
  const isTitle = form !== word && form.slice(1) === word.slice(1)
  return isTitle && isOrigin(word) ? form : nounCase(form, word)
}

function isOrigin(word: string): boolean {
  const end = word.indexOf('-')
  const first = end < 0 ? word : word.slice(0, end)
  if (IRREGULAR.origins.has(first.charAt(0).toUpperCase() + first.slice(1))) return true
  return /(?:..an|ese|...i)$/.test(first) && !IRREGULAR.notOrigins.has(first)
}
