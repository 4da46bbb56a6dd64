import { ingest, loadLexicon } from '../../dist/index.js'

/** Small fast generator (mulberry32): the same seed gives the same numbers everywhere. */
export function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const ACTORS =
  'Russia,Turkey,Iran,Israel,the United States,Hezbollah,France,Jordan,Sergey Lavrov,John Kerry,the Kremlin'.split(',')
const DEEDS = 'bombed,condemned,praised,armed,warned,met,sanctioned,supported,accused,visited'.split(',')
const PLACES = 'Idlib,Aleppo,Homs,Damascus,Geneva,Moscow,Ankara,Raqqa'.split(',')
const FRAMES = [
  (a, v, b, p) => `${a} ${v} ${b} in ${p} on Friday.`,
  (a, v, b, p) => `Officials in ${p} said that ${a} ${v} ${b}, which denied it.`,
  (a, v, b, p) => `“We will not leave ${p},” ${a} said after ${b} ${v} the rebels.`,
]

/** `count` articles of `length` sentences each, made up of public names; not news. */
export function articles(count, length, seed = 1) {
  const next = random(seed)
  const one = (list) => list[Math.floor(next() * list.length)]
  const sentence = () => one(FRAMES)(one(ACTORS), one(DEEDS), one(ACTORS), one(PLACES))
  return Array.from({ length: count }, (_, at) => ({
    id: `bench-${at}`,
    origin: '-',
    title: null,
    publisher: `Sample ${at % 7}`,
    published: '2015-10-01',
    basis: 'given',
    url: null,
    text: Array.from({ length }, sentence).join(' '),
    regions: [],
  }))
}

/** The sample reports, so many times over: prose as newspapers print it. */
export async function prose(times) {
  const { boilerplate } = loadLexicon()
  const found = []
  for await (const item of ingest(['seeds'], { boilerplate })) if ('text' in item) found.push(item)
  return Array.from({ length: times }, () => found).flat()
}
