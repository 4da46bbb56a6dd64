import { CLAIM_TYPES } from '../../dist/index.js'
import { random } from './texts.mjs'

/** What a writer of files is given, with so many actors and ties. */
export function views(actors, ties, seed = 1) {
  const next = random(seed)
  const whole = (most) => Math.floor(next() * most)
  const entities = new Map()
  for (let at = 0; at < actors; at++) {
    const id = `actor-${String(at).padStart(7, '0')}`
    entities.set(id, {
      id,
      label: `Actor ${at}`,
      kind: 'organization',
      aliases: [],
      codes: {},
      roles: [],
      basis: 'table',
    })
  }
  const ids = [...entities.keys()]
  const made = new Map()
  while (made.size < ties) {
    const [source, target, type] = [ids[whole(actors)], ids[whole(actors)], CLAIM_TYPES[whole(CLAIM_TYPES.length)]]
    if (source === target) continue
    const id = `${source}~${type}~${target}`
    const claims = 1 + whole(9)
    made.set(id, {
      id,
      source,
      type,
      target,
      status: 'reported',
      via: 'target',
      mutual: false,
      asserted: claims,
      attributed: 0,
      denied: 0,
      unrealized: 0,
      claims,
      articles: 1,
      publishers: 1,
      first: '2015-09-30',
      last: '2016-03-14',
      predicates: [['meet', claims]],
      best: id,
    })
  }
  const sorted = [...made.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    view: { entities, ties: sorted },
    types: new Map(),
    quote: () => 'A sentence.',
    positions: null,
    all: false,
    version: '0',
    title: 'bench',
  }
}
