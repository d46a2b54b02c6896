/** A cell of a list: words, a number, a day as its date, or nothing. */
export type Cell = string | number | Date | null

/** What office programs take for the beginning of a formula, in half and full width, and the marks that are skipped before one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Words that would be read as a formula stand behind an apostrophe; a number is a number. */
function neutral(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = typeof cell === 'number' ? String(cell) : neutral(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of a CSV file (RFC 4180), with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}
