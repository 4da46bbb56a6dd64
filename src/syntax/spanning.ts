/**
 * Finds the best tree over the words of a sentence.
 *
 * @param scores how well each head suits each word: `scores[word * (size + 1) + head + 1]`, where head -1 is the root.
 *   A word's score for itself is not looked at. A score that is not finite is worse than any that is.
 * @param size how many words there are
 * @param heads receives the index of each word's head; -1 for the one word under the root
 */
export type TreeFinder = (scores: Float32Array, size: number, heads: Int32Array) => void

/** Up to this many words, the room needed (12 bytes for each pair) is kept from one sentence to the next. */
const KEPT = 256

/**
 * A finder of maximum spanning trees with exactly one word under the root. It keeps its working space, so that most
 * sentences need none; finders share nothing. The same scores give the same tree; where single words decide, the first
 * of equal heads is taken, the root before the words.
 *
 * Where the best head of each word gives a tree with one word under the root, that is the answer. Otherwise cycles of
 * best heads are contracted. The root is left out of it: in a dense graph a group of words has some head outside it
 * until it holds all words, so the words end as one group, and the root enters that group once, where it costs least.
 * This is what a penalty on the root's arcs, higher than any difference of scores, would come to, but loses no digits
 * to a large number. Time and space are quadratic in the number of words.
 *
 * Sources: Chu & Liu 1965, "On the shortest arborescence of a directed graph"; Edmonds 1967, "Optimum branchings";
 * Tarjan 1977, "Finding optimum branchings" (dense graphs); Zmigrod, Vieira & Cotterell 2020, "Please mind the root".
 */
export function spanner(): TreeFinder {
  let kept = workspace(0)
  return (scores, size, heads) => {
    takeBest(scores, size, heads)
    if (isTree(heads, size)) return
    const space = size <= kept.size ? kept : workspace(size)
    if (size <= KEPT) kept = space
    fill(space, scores, size)
    expand(space, size, contract(space, size), heads)
  }
}

/** Gives each word its best head, trees or not. */
function takeBest(scores: Float32Array, size: number, heads: Int32Array): void {
  for (let word = 0, at = 0; word < size; word++) {
    let best = Number.NEGATIVE_INFINITY
    let head = -1
    for (let other = -1; other < size; other++, at++) {
      const score = scores[at]!
      if (score > best && score < Number.POSITIVE_INFINITY && other !== word) {
        best = score
        head = other
      }
    }
    heads[word] = head
  }
}

/** Whether all words hang, directly or not, on one word under the root. */
function isTree(heads: Int32Array, size: number): boolean {
  const seen = new Int32Array(size)
  let roots = 0
  for (let word = 0; word < size; word++) {
    let at = word
    while (at >= 0 && seen[at] === 0) {
      seen[at] = word + 1
      at = heads[at]!
      if (at < 0) roots++
    }
    if (at >= 0 && seen[at] === word + 1) return false
  }
  return roots === 1 || size === 0
}

/**
 * Words and contracted cycles are *groups*, numbered as they arise: first the words, then each cycle. Those not yet
 * part of another have a *slot*; a cycle takes over a slot of its members. An *arc* is its index in the scores given.
 */
interface Workspace {
  /** How many words it is made for. */
  readonly size: number
  /** What is gained by an arc, by slot of dependent and slot of head: its score, less those of the arcs it replaces. */
  readonly gain: Float64Array
  /** The arc that gains it. */
  readonly arc: Int32Array
  /** The same for the arc from the root, by slot. */
  readonly rootGain: Float64Array
  readonly rootArc: Int32Array
  /** The group in each slot. */
  readonly group: Int32Array
  /** Slots, each the best head of the one before it. */
  readonly path: Int32Array
  /** Where in the path a slot stands; -1 if it doesn't. */
  readonly place: Int32Array
  /** By group: the arc that enters it, and the cycle it went into. */
  readonly entry: Int32Array
  readonly cycle: Int32Array
}

const workspace = (size: number): Workspace => ({
  size,
  gain: new Float64Array(size * size),
  arc: new Int32Array(size * size),
  rootGain: new Float64Array(size),
  rootArc: new Int32Array(size),
  group: new Int32Array(size),
  path: new Int32Array(size),
  place: new Int32Array(size),
  entry: new Int32Array(2 * size),
  cycle: new Int32Array(2 * size),
})

/** Copies the scores. One that is not finite becomes so low that no gain in the rest of a tree can make up for it. */
function fill({ gain, arc, rootGain, rootArc, group, place }: Workspace, scores: Float32Array, size: number): void {
  const width = size + 1
  let largest = 0
  for (let at = 0; at < size * width; at++) {
    const magnitude = Math.abs(scores[at]!)
    if (magnitude > largest && magnitude < Number.POSITIVE_INFINITY) largest = magnitude
  }
  const floor = -(2 * size * largest + 1)
  const finite = (score: number): number => (Number.isFinite(score) ? score : floor)
  for (let word = 0; word < size; word++) {
    group[word] = word
    place[word] = -1
    rootArc[word] = word * width
    rootGain[word] = finite(scores[word * width]!)
    for (let head = 0, at = word * width + 1; head < size; head++, at++) {
      arc[word * size + head] = at
      gain[word * size + head] = head === word ? Number.NEGATIVE_INFINITY : finite(scores[at]!)
    }
  }
}

/**
 * Goes from slot to best head; where that closes a cycle, makes it one group and goes on from there, until all words
 * are one group, which the root enters.
 * @returns how many groups there are; the last holds all words
 */
function contract(space: Workspace, size: number): number {
  const { gain, arc, rootArc, group, path, place, entry } = space
  let groups = size
  let length = 0
  let top = 0
  for (let left = size; left > 1; ) {
    path[length] = top
    place[top] = length++
    const row = top * size
    let best = top
    for (let slot = 0; slot < size; slot++) if (gain[row + slot]! > gain[row + best]!) best = slot
    entry[group[top]!] = arc[row + best]!
    // what is gained by entering elsewhere is counted from here on
    const taken = gain[row + best]!
    for (let slot = 0; slot < size; slot++) gain[row + slot]! -= taken
    space.rootGain[top]! -= taken
    if (place[best]! < 0) {
      top = best
      continue
    }
    const from = place[best]!
    top = join(space, size, from, length, groups++)
    left -= length - from - 1
    length = from
  }
  entry[groups - 1] = rootArc[top]!
  return groups
}

/** Makes a group of the slots in a part of the path; returns its slot, the first of them. */
function join(space: Workspace, size: number, from: number, to: number, made: number): number {
  const { gain, arc, rootGain, rootArc, group, path, place, cycle } = space
  let kept = size
  for (let at = from; at < to; at++) {
    const slot = path[at]!
    kept = Math.min(kept, slot)
    cycle[group[slot]!] = made
    place[slot] = -1
  }
  group[kept] = made
  for (let at = from; at < to; at++) {
    const slot = path[at]!
    if (slot === kept) continue
    if (rootGain[slot]! > rootGain[kept]!) {
      rootGain[kept] = rootGain[slot]!
      rootArc[kept] = rootArc[slot]!
    }
    for (let other = 0; other < size; other++) {
      take(gain, arc, kept * size + other, slot * size + other)
      take(gain, arc, other * size + kept, other * size + slot)
      gain[other * size + slot] = Number.NEGATIVE_INFINITY
    }
  }
  gain[kept * size + kept] = Number.NEGATIVE_INFINITY
  return kept
}

/** Puts the better of two arcs into the first's cell. */
function take(gain: Float64Array, arc: Int32Array, into: number, from: number): void {
  if (gain[from]! <= gain[into]!) return
  gain[into] = gain[from]!
  arc[into] = arc[from]!
}

/** From the last cycle to the first: the arc that enters a cycle enters the member that holds its dependent. */
function expand({ entry, cycle }: Workspace, size: number, groups: number, heads: Int32Array): void {
  const width = size + 1
  for (let made = groups - 1; made >= size; made--) {
    let member = Math.floor(entry[made]! / width)
    while (cycle[member] !== made) member = cycle[member]!
    entry[member] = entry[made]!
  }
  for (let word = 0; word < size; word++) heads[word] = (entry[word]! % width) - 1
}
