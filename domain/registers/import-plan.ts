import type { FieldFailure } from '@/domain/errors'
import type { Column } from './columns'
import type { RegisterLine } from './read-lines'
import { readRow, type RowSources, type RowValues } from './read-row'

/** A row as it stands, which a line may name. `open` false: withdrawn, or not the importer's to change. */
export type StandingRow = { id: string; no: number; version: number; values: RowValues; open: boolean }

/** What becomes of a line: a new row, a change of one, nothing (it stands already), or nothing until it is mended. */
export type PlannedLine = { line: number; raw: Record<string, string> } & (
  | { act: 'add'; values: RowValues }
  | { act: 'change'; values: RowValues; row: StandingRow; changed: string[] }
  | { act: 'same'; row: StandingRow }
  | { act: 'bad'; problems: FieldFailure[] }
)

/**
 * What an import would do, line by line. A line names a row by its number, else by the columns that tell rows apart, else by being the same
 * all over, so that the same file twice adds nothing. Two lines for one row are refused, each with the other's number.
 */
export function planImport(
  columns: readonly Column[],
  lines: readonly RegisterLine[],
  rows: readonly StandingRow[],
  sources: RowSources,
): PlannedLine[] {
  const byNo = new Map(rows.map((row) => [row.no, row]))
  const keys = columns.filter((column) => column.identifies).map((column) => column.key)
  const all = columns.map((column) => column.key)
  const nameOf = (values: RowValues, by: string[]) => JSON.stringify(by.map((key) => values[key] ?? null))
  const byKey = groupBy(rows, (row) => nameOf(row.values, keys.length > 0 ? keys : all))
  const taken = new Map<string, number>()
  const seen = new Map<string, number>()

  return lines.map(({ line, no, raw }): PlannedLine => {
    const { values, fields } = readRow(columns, raw, sources)
    const problems = [...fields]
    const key = nameOf(values, keys.length > 0 ? keys : all)
    let row: StandingRow | undefined
    if (no !== '') {
      row = /^\d{1,9}$/.test(no) ? byNo.get(Number(no)) : undefined
      if (!row) problems.push({ path: 'no', code: 'register.no_unknown', params: { no } })
    } else if (fields.length === 0) {
      row = (byKey.get(key) ?? []).find((one) => one.open && !taken.has(one.id))
      const before = keys.length > 0 ? seen.get(key) : undefined
      if (before !== undefined)
        problems.push({ path: 'no', code: 'register.line_repeated', params: { line: before } })
    }
    if (row) {
      const before = taken.get(row.id)
      if (before !== undefined)
        problems.push({ path: 'no', code: 'register.line_repeated', params: { line: before } })
      else if (!row.open)
        problems.push({ path: 'no', code: 'register.row_not_yours', params: { no: row.no } })
    }
    if (problems.length > 0) return { line, raw, act: 'bad', problems }
    seen.set(key, line)
    if (!row) return { line, raw, act: 'add', values }
    taken.set(row.id, line)
    const standing = row
    const changed = all.filter((one) => (values[one] ?? null) !== (standing.values[one] ?? null))
    return changed.length === 0
      ? { line, raw, act: 'same', row: standing }
      : { line, raw, act: 'change', values, row: standing, changed }
  })
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

/** How many lines of each kind. */
export function countPlan(plan: readonly { act: PlannedLine['act'] }[]): Record<PlannedLine['act'], number> {
  const of = (act: PlannedLine['act']) => plan.filter((one) => one.act === act).length
  return { add: of('add'), change: of('change'), same: of('same'), bad: of('bad') }
}
