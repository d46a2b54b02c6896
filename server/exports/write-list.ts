import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { csvLine, type Cell } from '@/domain/exports/csv-line'
import type { ExportFormat } from '@/domain/exports/export'
import type { SheetColumn } from './source'

/** What is written: the heads that state filter, time and person; the columns; the rows in batches. */
export type List = {
  title: string
  note: string
  columns: readonly SheetColumn[]
  batches: AsyncIterable<readonly (readonly Cell[])[]>
}

/** A finished file. */
export type Written = { rows: number; bytes: number; checksum: string }

const FORMATS = { number: 'General', date: 'yyyy-mm-dd', text: '@' } as const
const HEAD_LINES = 3
const LONGEST_NAME = 31
/** The longest text of a cell that office programs open. */
const LONGEST_CELL = 32_767

/** Writes a list to `place` batch by batch; `progress` hears how many rows are written. Returns rows, size and SHA-256. */
export async function writeList(
  place: string,
  format: ExportFormat,
  list: List,
  progress: (rows: number) => Promise<void> = async () => {},
): Promise<Written> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const rows = await (format === 'csv' ? writeCsv : writeXlsx)(place, list, progress)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(place)) hash.update(chunk as Uint8Array)
  return { rows, bytes: (await stat(place)).size, checksum: hash.digest('hex') }
}

type Progress = (rows: number) => Promise<void>

/** UTF-8 with a byte order mark, so that office programs read Chinese; heads first, then the title line, so that other programs find them. */
async function writeCsv(place: string, list: List, progress: Progress): Promise<number> {
  const stream = createWriteStream(place, { mode: 0o600 })
  const put = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
  await put('\uFEFF')
  await put(csvLine([list.title]))
  await put(csvLine([list.note]))
  await put(csvLine(list.columns.map((one) => one.words)))
  let rows = 0
  for await (const batch of list.batches) {
    await put(batch.map(csvLine).join(''))
    rows += batch.length
    await progress(rows)
  }
  stream.end()
  await once(stream, 'finish')
  return rows
}

/** Title, note, then a frozen head with a filter. Days are days, numbers numbers; words are text cells, never formulas. */
async function writeXlsx(place: string, list: List, progress: Progress): Promise<number> {
  const stream = createWriteStream(place, { mode: 0o600 })
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName(list.title), {
    views: [{ state: 'frozen', ySplit: HEAD_LINES }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = list.columns.map(({ width, type }) => ({
    width,
    style: { numFmt: FORMATS[type ?? 'text'], alignment: { vertical: 'top', wrapText: true } },
  }))
  sheet.pageSetup.printTitlesRow = `${HEAD_LINES}:${HEAD_LINES}`
  sheet.autoFilter = {
    from: { row: HEAD_LINES, column: 1 },
    to: { row: HEAD_LINES, column: list.columns.length },
  }
  const plain = { alignment: { wrapText: false } }
  addLine(sheet, [list.title], { font: { bold: true, size: 14 }, ...plain })
  addLine(sheet, [list.note], { font: { color: { argb: 'FF4B5664' } }, ...plain })
  addLine(
    sheet,
    list.columns.map((one) => one.words),
    { font: { bold: true }, alignment: { wrapText: true, vertical: 'middle' } },
  )
  let rows = 0
  for await (const batch of list.batches) {
    for (const cells of batch) sheet.addRow(cells.map(fitting)).commit()
    rows += batch.length
    // The writer takes rows faster than the disk: it is given the time to hand on what it has.
    while (stream.writableNeedDrain) await once(stream, 'drain')
    await setImmediate()
    await progress(rows)
  }
  sheet.commit()
  await book.commit()
  return rows
}

function addLine(sheet: ExcelJS.Worksheet, cells: string[], style: Partial<ExcelJS.Style>): void {
  const row = sheet.addRow(cells)
  row.eachCell((cell) => Object.assign(cell, style))
  row.commit()
}

/** Characters that no XML holds are left out; what is longer than a cell is cut. */
function fitting(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  return cell.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, LONGEST_CELL)
}

function sheetName(title: string): string {
  return title.replace(/[\\/*?:[\]]/g, ' ').slice(0, LONGEST_NAME) || 'Sheet'
}
