/** PLOVER's sixteen event types, SAY, and four standing relations. The tables tell what each means. */
export const CLAIM_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'SAY',
  'OPPOSE',
  'ALLY',
  'CONTROL',
  'MEMBER',
] as const
export type ClaimType = (typeof CLAIM_TYPES)[number]

const STANDING: readonly ClaimType[] = ['OPPOSE', 'ALLY', 'CONTROL', 'MEMBER']

/** Whether a type is a relation that holds, not a deed that happens. */
export const isStanding = (type: ClaimType): boolean => STANDING.includes(type)

const SHARED: readonly ClaimType[] = ['AGREE', 'CONSULT', 'COOPERATE']

/** Whether a deed of this type is done together, so that it is one deed whichever party is named first. */
export const isShared = (type: ClaimType): boolean => SHARED.includes(type)

/** The open type: two named actors joined by a verb that no table knows. It is kept and counted, and makes no tie by default. */
export type OpenType = null

/** PLOVER's quads, and neutral for what is neither cooperation nor conflict. */
export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
  'neutral',
] as const
export type Quad = (typeof QUADS)[number]

/** What users of event data join on, for each claim type; filled by the tables and kept with the graph. */
export interface TypeInfo {
  readonly type: ClaimType
  readonly says: string
  readonly quad: Quad
  /** CAMEO root code, two digits. */
  readonly cameo: string
  /** From -10, most hostile, to 10, most friendly. */
  readonly score: number
  /** Third person ("assaults"), so that source, verb and target read as a sentence. */
  readonly verb: string
}

export const POLARITIES = ['affirmed', 'negated'] as const
export type Polarity = (typeof POLARITIES)[number]

export const MODALITIES = ['actual', 'planned', 'demanded', 'possible', 'conditional'] as const
export type Modality = (typeof MODALITIES)[number]
