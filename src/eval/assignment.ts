/**
 * The one-to-one assignment of rows to columns with the greatest sum, by the method of Kuhn (1955) and Munkres (1957) in
 * its form with potentials, in time n²m. Rows and columns may differ in number.
 * @returns for each row its column, or -1
 */
export function bestAssignment(weights: readonly (readonly number[])[]): readonly number[] {
  const columns = weights[0]?.length ?? 0
  if (weights.length > columns) return transposed(weights, columns)
  const rows = weights.length
  // costs to be made least; index 0 is a sentinel on both sides
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    const before = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const isDone = new Uint8Array(columns + 1)
    let at = 0
    do {
      isDone[at] = 1
      const from = rowOf[at]!
      let [least, next] = [Number.POSITIVE_INFINITY, 0]
      for (let column = 1; column <= columns; column++) {
        if (isDone[column]) continue
        const cost = -weights[from - 1]![column - 1]! - rowPotential[from]! - columnPotential[column]!
        if (cost < slack[column]!) {
          slack[column] = cost
          before[column] = at
        }
        if (slack[column]! < least) [least, next] = [slack[column]!, column]
      }
      for (let column = 0; column <= columns; column++) {
        if (isDone[column]) {
          rowPotential[rowOf[column]!]! += least
          columnPotential[column]! -= least
        } else slack[column]! -= least
      }
      at = next
    } while (rowOf[at] !== 0)
    // the path back turns over what was assigned
    while (at !== 0) {
      const from = before[at]!
      rowOf[at] = rowOf[from]!
      at = from
    }
  }
  const found = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) if (rowOf[column] !== 0) found[rowOf[column]! - 1] = column - 1
  return found
}

function transposed(weights: readonly (readonly number[])[], columns: number): readonly number[] {
  const found = new Array<number>(weights.length).fill(-1)
  const turned = Array.from({ length: columns }, (_, column) => weights.map((row) => row[column]!))
  for (const [column, row] of bestAssignment(turned).entries()) if (row >= 0) found[row] = column
  return found
}
