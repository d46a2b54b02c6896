import { REGISTER_LIMITS, type Column } from '@/domain/registers/columns'
import { readLines, type ReadSheet } from '@/domain/registers/read-lines'
import type { Grid } from '@/server/directives/readers/read-grid'
import { failRefused } from '@/server/errors'

/** The lines of a sheet under the heads that are known. Refused: register.{no_heads, head_missing, no_lines, too_many_lines}. */
export function readSheet(columns: readonly Column[], grid: Grid): ReadSheet {
  const sheet = readLines(columns, grid.lines) ?? failRefused('register.no_heads')
  const missing = sheet.missing.filter((one) => one.required)
  if (missing.length > 0)
    failRefused('register.head_missing', { columns: missing.map((one) => one.name).join('、') })
  if (sheet.lines.length === 0) failRefused('register.no_lines')
  if (sheet.lines.length > REGISTER_LIMITS.lines)
    failRefused('register.too_many_lines', { most: REGISTER_LIMITS.lines })
  return sheet
}
