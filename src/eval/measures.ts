/** How far a measure shall come. */
export interface Aim {
  /** What must be reached: a little under (of what shall be small, over) what is; a test holds it. */
  readonly floor?: number
  /** What is worked towards. */
  readonly target?: number
  /** Whether less is better. */
  readonly isSmall?: true
}

/** Every measure by its set, as shares of 1, in the order in which they are told. */
export const MEASURES = {
  'seeds-claims': {
    'claim P': {},
    'claim R': {},
    'claim F1': { floor: 0.595, target: 0.78 },
    'parties F1': { floor: 0.7, target: 0.85 },
    speaker: { floor: 0.87, target: 0.85 },
    actor: { floor: 0.88, target: 0.85 },
    place: { floor: 0.88, target: 0.8 },
    when: { floor: 0.93, target: 0.85 },
    'confidence error': { floor: 0.1, isSmall: true },
  },
  plv_train: {
    'recall@1 pair': { floor: 0.65, target: 0.82 },
    'recall@1 pair+class': { floor: 0.53, target: 0.66 },
    'recall@1 pair, target first': {},
    'recall@1 pair+class, target first': {},
    'direction, target first': { target: 0.75 },
  },
  conflibert_cameo_r7: {
    'pair F1': { floor: 0.31, target: 0.5 },
    'pair+class F1': { floor: 0.215, target: 0.37 },
    'false alarms': { floor: 0.24, target: 0.2, isSmall: true },
  },
  'benchie-dev': { 'short F1': { floor: 0.445, target: 0.45 } },
  'carb-dev': { 'long F1': { floor: 0.55, target: 0.58 } },
  'polnear-dev': {
    'attribution F1': { floor: 0.82, target: 0.82 },
    'source exact': { floor: 0.92, target: 0.88 },
    'content F1': { floor: 0.895, target: 0.88 },
  },
  'gum-ent-dev-news': {
    'person F1': { target: 0.9 },
    'place F1': { target: 0.85 },
    'organization F1': { target: 0.7 },
    'names F1': { floor: 0.77 },
    'chains MUC F1': {},
    'chains B³ F1': {},
    'chains CEAF-e F1': {},
    'chains CoNLL F1': { floor: 0.65, target: 0.5 },
    'chains CoNLL F1, whole spans': {},
    'all chains CoNLL F1': {},
    'anaphors P': {},
    'anaphors R': {},
    'anaphors F1': { floor: 0.67, target: 0.7 },
  },
  'gum-ent-train-news': {
    'person F1': {},
    'place F1': {},
    'organization F1': {},
    'names F1': { floor: 0.8 },
    'chains MUC F1': {},
    'chains B³ F1': {},
    'chains CEAF-e F1': {},
    'chains CoNLL F1': { floor: 0.745, target: 0.5 },
    'chains CoNLL F1, whole spans': {},
    'all chains CoNLL F1': {},
    'anaphors P': {},
    'anaphors R': {},
    'anaphors F1': { floor: 0.7, target: 0.7 },
  },
  'gum-ncfree-dev': {
    XPOS: { floor: 0.974 },
    UAS: { floor: 0.924 },
    LAS: { floor: 0.904 },
    'words from raw text': { floor: 0.997 },
    'sentences from raw text': { floor: 0.95 },
    'LAS from raw text': { floor: 0.899 },
  },
  'en_ewt-ud-test': { XPOS: { floor: 0.961 }, UAS: { floor: 0.919 }, LAS: { floor: 0.898 } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Aim>>>>

export type SetName = keyof typeof MEASURES
export const SET_NAMES = Object.keys(MEASURES) as readonly SetName[]

/** A measure and what it came to. */
export interface Figure {
  readonly set: SetName
  readonly measure: string
  /** 0 to 1. */
  readonly value: number
  readonly floor: number | null
  readonly target: number | null
  /** Whether it has not fallen below its floor; null where it has none. */
  readonly holds: boolean | null
}

/** The figures of a set, measured values in the order of the table. */
export function figuresOf(set: SetName, values: Readonly<Record<string, number>>): readonly Figure[] {
  return Object.entries<Aim>(MEASURES[set]).map(([measure, { floor = null, target = null, isSmall }]) => {
    const value = values[measure]
    if (value === undefined) throw new Error(`${set} does not measure ${measure}`)
    const holds = floor === null ? null : isSmall ? value <= floor : value >= floor
    return { set, measure, value, floor, target, holds }
  })
}
