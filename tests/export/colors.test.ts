import { describe, expect, it } from 'vitest'
import { KIND_COLORS, QUAD_COLORS } from '../../src/export/index.ts'
import { ENTITY_KINDS, QUADS } from '../../src/model/index.ts'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** How colours look to whom one kind of cone is missing: Machado, Oliveira and Fernandes 2009, severity 1, linear RGB. */
const EYES: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** sRGB to linear light (IEC 61966-2-1). */
function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const times = (matrix: Matrix, [r, g, b]: Triple): Triple => {
  const row = ([x, y, z]: Triple) => Math.min(1, Math.max(0, x * r + y * g + z * b))
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** CIE 1976 L*a*b* under D65, in which a distance of 2.3 is just seen. */
function lab([r, g, b]: Triple): Triple {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const TABLES = [
  ['kinds', KIND_COLORS, ENTITY_KINDS],
  ['quads', QUAD_COLORS, QUADS],
] as const

describe.each(TABLES)('the colours of %s', (_, table, keys) => {
  it('are there for each, in full hex', () => {
    expect(Object.keys(table).sort()).toEqual([...keys].sort())
    for (const color of Object.values(table)) expect(color).toMatch(/^#[0-9A-F]{6}$/)
  })

  it.each(Object.entries(EYES))('can be told apart: %s', (_eyes, matrix) => {
    const seen = Object.entries(table).map(([key, hex]) => [key, lab(times(matrix, linear(hex)))] as const)
    const near = seen.flatMap(([a, one], n) =>
      seen
        .slice(n + 1)
        .map(([b, other]) => [Math.hypot(...one.map((value, i) => value - (other[i] ?? 0))), a, b] as const)
        .filter(([distance]) => distance < 10),
    )
    expect(near).toEqual([])
  })
})
