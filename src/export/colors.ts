import type { EntityKind, Quad } from '../model/index.ts'

/**
 * Colours of actors and places, which colour-blind readers can tell apart as well. The nine hues are the scheme "muted"
 * of Paul Tol, Colour Schemes, SRON/EPS/TN/09-002; the greys beside them lie as far from all nine as greys can.
 */
export const KIND_COLORS: Readonly<Record<EntityKind, string>> = {
  state: '#332288',
  government: '#88CCEE',
  military: '#117733',
  person: '#DDCC77',
  'armed-group': '#882255',
  organization: '#44AA99',
  igo: '#AA4499',
  party: '#CC6677',
  media: '#999933',
  people: '#222222',
  place: '#BBBBBB',
}

/**
 * Colours of deeds: cooperation is blue, conflict orange, and what is material the darker. Hues of Okabe and Ito, Color
 * Universal Design, 2008.
 */
export const QUAD_COLORS: Readonly<Record<Quad, string>> = {
  'verbal-cooperation': '#56B4E9',
  'material-cooperation': '#0072B2',
  'verbal-conflict': '#E69F00',
  'material-conflict': '#D55E00',
  neutral: '#999999',
}
