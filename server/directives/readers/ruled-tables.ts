import { linesOfPage, type PageItem } from './page-lines'
import { tableLines, type TableCell } from './table-lines'

/** A drawn line, upright or level, in points from the top left. */
export type Rule = { x1: number; y1: number; x2: number; y2: number }

/** A table found by its rules: where it begins on the page, and its lines. */
export type RuledTable = { y: number; rows: string[]; columns: number; items: Set<PageItem> }

const NEAR = 3
const MOST_RULES = 4000

/** Tables that are drawn with rules; words inside them are read cell by cell. A frame of one cell is no table. */
export function ruledTables(items: PageItem[], rules: Rule[]): RuledTable[] {
  if (rules.length < 4 || rules.length > MOST_RULES) return []
  return groupsOf(rules).flatMap((group) => {
    const level = group.filter((rule) => rule.x2 - rule.x1 > rule.y2 - rule.y1)
    const upright = group.filter((rule) => rule.x2 - rule.x1 <= rule.y2 - rule.y1)
    const ys = places(level.flatMap((rule) => [rule.y1, rule.y2]))
    const xs = places(upright.flatMap((rule) => [rule.x1, rule.x2]))
    if (ys.length < 3 || xs.length < 3) return []
    const inside = items.filter((item) => {
      const x = item.x + item.width / 2
      return (
        x > (xs[0] ?? 0) &&
        x < (xs.at(-1) ?? 0) &&
        middle(item) > (ys[0] ?? 0) &&
        middle(item) < (ys.at(-1) ?? 0)
      )
    })
    if (inside.length === 0) return []
    const rows = tableLines(cellsOf(inside, xs, ys, level, upright))
    return [{ y: ys[0] ?? 0, rows, columns: xs.length - 1, items: new Set(inside) }]
  })
}

const middle = (item: PageItem) => item.y - item.size * 0.35

/** Rules that touch belong together. */
function groupsOf(rules: Rule[]): Rule[][] {
  const group = rules.map((_, i) => i)
  const top = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at] = group[group[at] ?? at] ?? at
    return at
  }
  const order = rules.map((_, i) => i).sort((a, b) => (rules[a]?.y1 ?? 0) - (rules[b]?.y1 ?? 0))
  for (let n = 0; n < order.length; n++) {
    const i = order[n] ?? 0
    const one = rules[i]
    for (let m = n + 1; one && m < order.length; m++) {
      const j = order[m] ?? 0
      const other = rules[j]
      if (!other || other.y1 > one.y2 + NEAR) break
      if (other.x1 <= one.x2 + NEAR && other.x2 >= one.x1 - NEAR) group[top(i)] = top(j)
    }
  }
  const found = new Map<number, Rule[]>()
  rules.forEach((rule, i) => found.set(top(i), [...(found.get(top(i)) ?? []), rule]))
  return [...found.values()].filter((one) => one.length >= 4)
}

/** Places a hair apart are one. */
function places(values: number[]): number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (out.at(-1) ?? -Infinity) > NEAR) out.push(value)
  return out
}

function cellsOf(
  items: PageItem[],
  xs: number[],
  ys: number[],
  level: Rule[],
  upright: Rule[],
): TableCell[][] {
  const hasRight = (row: number, column: number) => {
    const x = xs[column + 1] ?? 0
    const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
    return upright.some((rule) => Math.abs(rule.x1 - x) <= NEAR && rule.y1 <= y && rule.y2 >= y)
  }
  const hasBelow = (row: number, column: number) => {
    const y = ys[row + 1] ?? 0
    const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
    return level.some((rule) => Math.abs(rule.y1 - y) <= NEAR && rule.x1 <= x && rule.x2 >= x)
  }
  const [height, width] = [ys.length - 1, xs.length - 1]
  const taken = new Set<string>()
  return Array.from({ length: height }, (_, row) => {
    const cells: TableCell[] = []
    for (let column = 0; column < width; column++) {
      if (taken.has(`${row}.${column}`)) continue
      let columns = 1
      while (column + columns < width && !hasRight(row, column + columns - 1)) columns++
      let rows = 1
      while (row + rows < height && !hasBelow(row + rows - 1, column)) rows++
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) taken.add(`${row + r}.${column + c}`)
      const own = items.filter((item) => {
        const x = item.x + item.width / 2
        return (
          x >= (xs[column] ?? 0) &&
          x < (xs[column + columns] ?? 0) &&
          middle(item) >= (ys[row] ?? 0) &&
          middle(item) < (ys[row + rows] ?? 0)
        )
      })
      cells.push({ text: wordsOf(own), columns, rows })
    }
    return cells
  })
}

/** Words wrapped in a cell are one line again: Chinese without a blank. */
function wordsOf(items: PageItem[]): string {
  return linesOfPage(items)
    .map((line) => line.text.trim())
    .reduce(
      (all, text) =>
        /[\u2e80-\uffef]$/.test(all) || /^[\u2e80-\uffef]/.test(text)
          ? all + text
          : all
            ? `${all} ${text}`
            : text,
      '',
    )
}
