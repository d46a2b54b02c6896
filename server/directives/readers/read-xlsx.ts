import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'
import { tableLines, type TableCell } from './table-lines'
import { unzipParts } from './unzip'
import { child, childrenOf, descendants, parseXml, textIn, type XmlElement } from './xml'

const PARTS =
  /^(?:docProps\/(?:core|custom)\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/
const MAX_ROWS = 10_000
const MAX_COLUMNS = 200

/**
 * Reads the task lists of a workbook: each sheet that is shown, a line a row, tabs between the cells, dates as dates. Refused: directive.{file_damaged, file_too_large_unpacked}.
 */
export function readXlsx(bytes: Uint8Array): DocumentText {
  const parts = unzipParts(bytes, (path) => PARTS.test(path))
  const read = (path: string) => {
    const part = parts.get(path)
    return part && parseXml(part)
  }
  const workbook = child(read('xl/workbook.xml'), 'workbook') ?? failRefused('directive.file_damaged')
  const targets = new Map(
    descendants(read('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      one.attributes.Id,
      one.attributes.Target ?? '',
    ]),
  )
  const shared = childrenOf(child(read('xl/sharedStrings.xml'), 'sst'), 'si').map(wordsOf)
  const words = { shared, dates: dateStylesOf(child(read('xl/styles.xml'), 'styleSheet')) }
  const lines: string[] = []
  const aside: string[] = []
  let tables = 0
  for (const sheet of childrenOf(child(workbook, 'sheets'), 'sheet')) {
    const target = targets.get(sheet.attributes.id)?.replace(/^\/?(?:xl\/)?/, 'xl/') ?? ''
    const found = sheetLines(read(target), words)
    if ((sheet.attributes.state ?? 'visible') !== 'visible') aside.push(found.join('\n'))
    else if (found.length > 0) {
      tables++
      lines.push(...(lines.length > 0 ? [''] : []), ...found)
    }
  }
  const properties = ['docProps/core.xml', 'docProps/custom.xml'].map((path) =>
    descendants(read(path), 'title').map(textIn).join('\n'),
  )
  return documentText('xlsx', `${lines.join('\n')}\n`, {
    tables,
    notes: [{ code: 'hidden_text', count: aside.length }],
    further: [...aside, ...properties].filter((words) => words.trim() !== ''),
  })
}

/** What the cells of a book refer to: its shared texts, and the styles that make a number a date. */
export type Words = { shared: string[]; dates: Set<number> }

function sheetLines(sheet: XmlElement | undefined, book: Words): string[] {
  const root = child(sheet, 'worksheet')
  const spans = new Map(
    childrenOf(child(root, 'mergeCells'), 'mergeCell').map((one) => {
      const [from, to] = (one.attributes.ref ?? '').split(':').map(placeOf)
      return [
        `${from?.row}.${from?.column}`,
        { columns: (to?.column ?? 0) - (from?.column ?? 0) + 1, rows: (to?.row ?? 0) - (from?.row ?? 0) + 1 },
      ]
    }),
  )
  const grid = new Map<number, Map<number, string>>()
  for (const row of childrenOf(child(root, 'sheetData'), 'row').slice(0, MAX_ROWS)) {
    childrenOf(row, 'c').forEach((cell, i) => {
      const place = placeOf(cell.attributes.r ?? '') ?? {
        row: Number(row.attributes.r ?? grid.size + 1),
        column: i,
      }
      const words = valueOf(cell, book)
      if (words.trim() === '' || place.column >= MAX_COLUMNS) return
      const line = grid.get(place.row) ?? new Map<number, string>()
      grid.set(place.row, line.set(place.column, words))
    })
  }
  const used = [...grid.keys()].sort((a, b) => a - b)
  const width = Math.max(0, ...[...grid.values()].map((line) => Math.max(...line.keys()) + 1))
  const taken = new Set<string>()
  const rows = used.map((row) => {
    const cells: TableCell[] = []
    for (let column = 0; column < width; column++) {
      if (taken.has(`${row}.${column}`)) continue
      const span = spans.get(`${row}.${column}`) ?? { columns: 1, rows: 1 }
      const covered = used.filter((one) => one >= row && one < row + span.rows)
      for (const one of covered)
        for (let c = 0; c < Math.min(span.columns, MAX_COLUMNS); c++) taken.add(`${one}.${column + c}`)
      cells.push({ text: grid.get(row)?.get(column) ?? '', columns: span.columns, rows: covered.length })
    }
    return cells
  })
  return tableLines(rows)
}

/** The words of a cell: dates as dates, a formula's last result. */
export function valueOf(cell: XmlElement, { shared, dates }: Words): string {
  const { t: type, s: style } = cell.attributes
  if (type === 'inlineStr') return wordsOf(child(cell, 'is') ?? cell)
  const value = textIn(child(cell, 'v'))
  // A cell that was only given a format holds nothing.
  if (value === '') return ''
  if (type === 's') return shared[Number(value)] ?? ''
  return type === undefined && dates.has(Number(style)) ? dateOf(Number(value)) : value
}

/** The styles of cells whose number is a date: formats that draw a year, a month or a day (ECMA-376 part 1, 18.8.30). */
export function dateStylesOf(styles: XmlElement | undefined): Set<number> {
  const own = new Map(
    childrenOf(child(styles, 'numFmts'), 'numFmt').map((one) => [
      one.attributes.numFmtId,
      one.attributes.formatCode ?? '',
    ]),
  )
  const found = new Set<number>()
  childrenOf(child(styles, 'cellXfs'), 'xf').forEach((one, at) => {
    const id = Number(one.attributes.numFmtId)
    const format = own.get(one.attributes.numFmtId)?.replace(/"[^"]*"|\[[^\]]*\]/g, '')
    const isDate =
      format === undefined
        ? (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)
        : /[yd]/i.test(format)
    if (isDate) found.add(at)
  })
  return found
}

/** Day 1 is 1 January 1900, and day 60 a 29 February that there never was. */
function dateOf(value: number): string {
  if (!(value > 60 && value < 100_000)) return String(value)
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** Rich text in its runs, without the readings that stand over it. */
export function wordsOf(element: XmlElement): string {
  const own = childrenOf(element, 't')
  const runs = childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't'))
  return [...own, ...runs].map(textIn).join('')
}

/** Row (from 1) and column (from 0) of a reference such as B12; null for none. */
export function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!found) return null
  const column = [...(found[1] ?? '')].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]), column }
}
