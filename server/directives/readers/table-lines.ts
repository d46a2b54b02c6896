import { columnOf } from '@/domain/directives/attributes-zh'

/** A cell where it starts, with how many columns and rows it covers; its paragraphs are parted by line feeds. */
export type TableCell = { text: string; columns: number; rows: number }

type Slot = { text: string; firstRow: boolean; firstColumn: boolean }
type Kind = ReturnType<typeof columnOf>

const MAX_COLUMNS = 200
const HEADER_ROWS = 5
const HAN_ONLY = /^[\u4e00-\u9fff]{1,12}$/
const CLOSED = /[，。；、：！？）》”]$/

/**
 * The lines of a table: cells parted by tabs, one line a row. Under a header that names tasks with their units or dates, a cell that covers
 * several rows stands in each of them, and rows that share one task become one line. A table of one column is its paragraphs.
 */
export function tableLines(rows: TableCell[][]): string[] {
  const grid = gridOf(rows)
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width <= 1) return rows.flatMap((row) => row.flatMap((cell) => cell.text.split('\n')))
  const header = headerOf(grid)
  const kinds = header < 0 ? [] : (grid[header] ?? []).map((slot) => columnOf(squeezed(slot.text)))
  const task = kinds.indexOf('task')
  const lines: string[][] = []
  grid.forEach((row, at) => {
    const under = header >= 0 && at > header
    const folded = under && row[task] && !row[task].firstRow ? lines.at(-1) : undefined
    if (folded) return fold(folded, row, kinds)
    lines.push(
      Array.from({ length: width }, (_, column) => {
        const slot = row[column]
        if (!slot?.firstColumn) return ''
        const text = slot.firstRow || header >= 0 ? oneLine(slot.text) : ''
        return header >= 0 && at <= header ? squeezed(text) : text
      }),
    )
  })
  return lines.map((cells, at) => {
    const filled = cells.filter((cell) => cell !== '')
    // A title above the header is a line of its own; under it a tab keeps it inside the table.
    return filled.length === 1 && at < header ? (filled[0] ?? '') : cells.join('\t')
  })
}

/** A further row of the same task: what it adds to each column joins the line. */
function fold(line: string[], row: Slot[], kinds: Kind[]) {
  row.forEach((slot, column) => {
    const text = oneLine(slot.text)
    if (!slot.firstRow || !slot.firstColumn || text === '' || line[column] === text) return
    const mark = kinds[column] === 'lead' || kinds[column] === 'support' ? '、' : '；'
    line[column] = line[column] ? `${line[column].replace(/[；。、]$/, '')}${mark}${text}` : text
  })
}

function gridOf(rows: TableCell[][]): Slot[][] {
  const grid: Slot[][] = rows.map(() => [])
  rows.forEach((cells, at) => {
    let column = 0
    for (const cell of cells) {
      while (grid[at]?.[column]) column++
      const columns = Math.min(Math.max(1, cell.columns), MAX_COLUMNS - column)
      for (let down = 0; down < Math.max(1, cell.rows) && at + down < grid.length; down++) {
        for (let right = 0; right < columns; right++) {
          const target = grid[at + down]
          if (target)
            target[column + right] ??= { text: cell.text, firstRow: down === 0, firstColumn: right === 0 }
        }
      }
      column += columns
      if (column >= MAX_COLUMNS) break
    }
  })
  return grid.map((row) => Array.from(row, (slot) => slot ?? { text: '', firstRow: true, firstColumn: true }))
}

/** The last of the first rows that names a column of tasks and one of units or dates; -1 where none does. */
function headerOf(grid: Slot[][]): number {
  for (let at = Math.min(HEADER_ROWS, grid.length) - 1; at >= 0; at--) {
    const kinds = (grid[at] ?? []).map((slot) => columnOf(squeezed(slot.text)))
    if (kinds.includes('task') && (kinds.includes('lead') || kinds.includes('deadline'))) return at
  }
  return -1
}

/** 牵 头 单 位 → 牵头单位: headings are spread for their looks. */
function squeezed(text: string): string {
  const tight = text.replace(/\s+/g, '')
  return HAN_ONLY.test(tight) ? tight : oneLine(text)
}

/** Paragraphs of a cell in one line. */
export function oneLine(text: string): string {
  return text
    .split(/[\n\t]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .reduce((all, part) => (all === '' ? part : CLOSED.test(all) ? all + part : `${all} ${part}`), '')
}
