import type { Column } from './columns'

/** A line of a sheet: its number as the sheet shows it, and its cells in words. */
export type SheetLine = { line: number; cells: readonly string[] }

/** A line as the register's columns see it; `no` is the row's number where the sheet gives one. */
export type RegisterLine = { line: number; no: string; raw: Record<string, string> }

/** The heads that are no columns of the register: the row's number, the unit, its state. */
export const FIXED_HEADS = {
  no: ['序号', 'No.', 'No'],
  unit: ['单位', 'Unit'],
  state: ['状态', 'State'],
  problem: ['需要修改', 'To be fixed'],
} as const

const plain = (words: string) => words.replace(/[\s*＊:：]/g, '').toLowerCase()
const HEAD_WITHIN = 10

/** What a sheet holds for a register: its lines, heads that no column has, and columns whose head is missing. */
export type ReadSheet = { lines: RegisterLine[]; unknown: string[]; missing: Column[] }

/**
 * Finds the line of heads (the one of the first ten with the most names of columns, in either language) and reads what stands below it.
 * Empty lines are passed over. Null where no line holds the name of a column.
 */
export function readLines(columns: readonly Column[], sheet: readonly SheetLine[]): ReadSheet | null {
  const isHead = (column: Column, words: string) =>
    words !== '' && [column.name, column.nameEn].some((one) => plain(one) === words && one !== '')
  const score = ({ cells }: SheetLine) =>
    columns.filter((column) => cells.some((cell) => isHead(column, plain(cell)))).length
  const best = sheet.slice(0, HEAD_WITHIN).reduce<{
    line: SheetLine
    score: number
  } | null>((found, line) => (score(line) > (found?.score ?? 0) ? { line, score: score(line) } : found), null)
  if (!best) return null
  const heads = best.line.cells.map(plain)
  const at = new Map(columns.map((column) => [column.key, heads.findIndex((head) => isHead(column, head))]))
  const fixed = (name: keyof typeof FIXED_HEADS) => FIXED_HEADS[name].map(plain)
  // A column of the register's own may be called “unit” or “state” as well.
  const noAt = heads.findIndex((head, i) => fixed('no').includes(head) && ![...at.values()].includes(i))
  const known = Object.keys(FIXED_HEADS).flatMap((name) => fixed(name as keyof typeof FIXED_HEADS))
  const unknown = best.line.cells.filter(
    (cell, i) => heads[i] !== '' && !known.includes(heads[i] ?? '') && ![...at.values()].includes(i),
  )
  const lines = sheet.slice(sheet.indexOf(best.line) + 1).flatMap(({ line, cells }): RegisterLine[] => {
    const raw = Object.fromEntries(
      columns.map((column) => [column.key, cells[at.get(column.key) ?? -1]?.trim() ?? '']),
    )
    const empty = Object.values(raw).every((words) => words === '')
    return empty ? [] : [{ line, no: noAt < 0 ? '' : (cells[noAt]?.trim() ?? ''), raw }]
  })
  return { lines, unknown, missing: columns.filter((column) => (at.get(column.key) ?? -1) < 0) }
}
