import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'
import { tableLines, type TableCell } from './table-lines'
import { unzipParts } from './unzip'
import { child, childrenOf, descendants, parseXml, textIn, type XmlElement } from './xml'

const PARTS =
  /^(?:docProps\/(?:core|custom)\.xml|xl\/(?:workbook|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/
const MAX_ROWS = 10_000
const MAX_COLUMNS = 200

/**
 * Reads the task lists of a workbook: each sheet that is shown, a line a row, tabs between the cells. Dates are numbers there and stay as the
 * sheet stores them. Refused: directive.{file_damaged, file_too_large_unpacked}.
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
  const lines: string[] = []
  const aside: string[] = []
  let tables = 0
  for (const sheet of childrenOf(child(workbook, 'sheets'), 'sheet')) {
    const target = targets.get(sheet.attributes.id)?.replace(/^\/?(?:xl\/)?/, 'xl/') ?? ''
    const found = sheetLines(read(target), shared)
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

function sheetLines(sheet: XmlElement | undefined, shared: string[]): string[] {
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
      const words = valueOf(cell, shared)
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

function valueOf(cell: XmlElement, shared: string[]): string {
  if (cell.attributes.t === 'inlineStr') return wordsOf(child(cell, 'is') ?? cell)
  const value = textIn(child(cell, 'v'))
  return cell.attributes.t === 's' ? (shared[Number(value)] ?? '') : value
}

/** Rich text in its runs, without the readings that stand over it. */
function wordsOf(element: XmlElement): string {
  const own = childrenOf(element, 't')
  const runs = childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't'))
  return [...own, ...runs].map(textIn).join('')
}

function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!found) return null
  const column = [...(found[1] ?? '')].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]), column }
}
