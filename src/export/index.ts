import { gexf } from './gexf.ts'
import { gexfEvents } from './gexf-events.ts'
import { graphologyJson } from './graphology.ts'

export { KIND_COLORS, QUAD_COLORS } from './colors.ts'
export type { ExportFormat, ExportInput, LaidOut } from './format.ts'
export { writeExport } from './write.ts'

/** Every format that a graph can be written in, the default first. Help and documents are made from this list. */
export const EXPORT_FORMATS = [gexf, graphologyJson, gexfEvents] as const
