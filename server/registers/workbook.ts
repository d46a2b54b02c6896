import ExcelJS from 'exceljs'
import { nameIn, type Column } from '@/domain/registers/columns'
import type { RowValues } from '@/domain/registers/read-row'
import { wordsOf } from '@/domain/registers/read-row'

/** A cell of a sheet: words, a number, a day 'YYYY-MM-DD' as a date, or nothing. */
export type SheetCell = string | number | Date | null

/** A sheet: what stands over the table, its heads, widths in characters, and its lines. */
export type SheetSpec = {
  name: string
  title: string
  /** Filter, time and person: what the file holds. */
  note: string
  heads: readonly { words: string; width: number; date?: boolean; choices?: readonly string[] }[]
  lines: readonly (readonly SheetCell[])[]
  /** Empty lines below that take the same choices. */
  room?: number
}

const LONGEST_LIST = 250
type Validations = { add(range: string, rule: ExcelJS.DataValidation): void }

/**
 * Draws a sheet as an XLSX file: title, note, then a frozen head with a filter. Dates are dates; words are text cells, so that what begins
 * with = + - @ is never taken for a formula.
 */
export async function drawWorkbook(spec: SheetSpec): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(spec.name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Sheet', {
    views: [{ state: 'frozen', ySplit: 3 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.addRow([spec.title]).font = { bold: true, size: 14 }
  sheet.addRow([spec.note]).font = { color: { argb: 'FF4B5664' } }
  const head = sheet.addRow(spec.heads.map((one) => one.words))
  head.font = { bold: true }
  head.alignment = { wrapText: true, vertical: 'middle' }
  spec.heads.forEach((one, i) => {
    const column = sheet.getColumn(i + 1)
    column.width = one.width
    column.numFmt = one.date ? 'yyyy-mm-dd' : '@'
  })
  for (const line of spec.lines) {
    const row = sheet.addRow([...line])
    row.eachCell((cell) => {
      cell.numFmt =
        cell.value instanceof Date ? 'yyyy-mm-dd' : typeof cell.value === 'number' ? 'General' : '@'
      cell.alignment = { wrapText: true, vertical: 'top' }
    })
  }
  const last = 3 + spec.lines.length + (spec.room ?? 0)
  addChoices(sheet, spec, last)
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: spec.heads.length } }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addChoices(sheet: ExcelJS.Worksheet, spec: SheetSpec, last: number) {
  // Known to the library, not to its types: a rule for a range instead of one for every cell.
  const rules = (sheet as unknown as { dataValidations: Validations }).dataValidations
  spec.heads.forEach(({ choices }, i) => {
    const list = choices?.join(',') ?? ''
    if (list === '' || list.length > LONGEST_LIST || /["，]/.test(list) || last < 4) return
    const letter = sheet.getColumn(i + 1).letter
    rules.add(`${letter}4:${letter}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list}"`],
      showErrorMessage: true,
    })
  })
}

/** A day as the date of a cell. */
export function dateCell(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00.000Z`)
}

/** The heads of a register's own columns. */
export function headsOf(columns: readonly Column[], language: string): SheetSpec['heads'] {
  const yes = language.startsWith('en') ? ['Yes', 'No'] : ['是', '否']
  return columns.map((column) => ({
    words: `${nameIn(column, language)}${column.required ? ' *' : ''}`,
    width: column.type === 'text' ? 28 : column.type === 'unit' ? 22 : 14,
    date: column.type === 'date',
    choices:
      column.type === 'choice'
        ? column.options.map((one) => nameIn(one, language))
        : column.type === 'yes_no'
          ? yes
          : undefined,
  }))
}

/** The cells of a row's own columns, such that reading them again gives the same values. */
export function cellsOf(
  columns: readonly Column[],
  values: RowValues,
  language: string,
  unitName: (id: string) => string,
): SheetCell[] {
  return columns.map((column) => {
    const value = values[column.key]
    if (value === null || value === undefined) return null
    if (column.type === 'number') return Number(value)
    if (column.type === 'date') return dateCell(String(value))
    return wordsOf(column, value, language, unitName)
  })
}
