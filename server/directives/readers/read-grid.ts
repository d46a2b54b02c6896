import { failRefused } from '@/server/errors'
import { kindOfFile } from './kind-of-file'
import type { DocumentFile } from './read-document'
import { dateStylesOf, placeOf, valueOf, wordsOf, type Words } from './read-xlsx'
import { unzipParts } from './unzip'
import { child, childrenOf, descendants, parseXml, type XmlElement } from './xml'

/** The lines of a sheet that hold anything, by the number that the sheet shows, cells in words. */
export type Grid = { name: string; lines: { line: number; cells: string[] }[] }

const PARTS =
  /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/
/** Lines with words and columns that are read; more are refused, never cut off in silence. */
const MAX_LINES = 5010
const MAX_COLUMNS = 100
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** The first shown sheet of a workbook, cell by cell. Refused: register.{not_a_workbook, too_many_lines}, directive.{file_damaged, file_too_large_unpacked}. */
export async function readGrid({ bytes, name }: DocumentFile): Promise<Grid> {
  if (kindOfFile(bytes, name) !== 'xlsx') failRefused('register.not_a_workbook')
  const parts = unzipParts(bytes, (path) => PARTS.test(path))
  const read = (path: string) => {
    const part = parts.get(path)
    return part && parseXml(part)
  }
  const workbook = child(read('xl/workbook.xml'), 'workbook') ?? failRefused('directive.file_damaged')
  const sheet = childrenOf(child(workbook, 'sheets'), 'sheet').find(
    (one) => (one.attributes.state ?? 'visible') === 'visible',
  )
  const target = descendants(read('xl/_rels/workbook.xml.rels'), 'Relationship').find(
    (one) => one.attributes.Id === sheet?.attributes.id,
  )?.attributes.Target
  const words = {
    shared: childrenOf(child(read('xl/sharedStrings.xml'), 'sst'), 'si').map(wordsOf),
    dates: dateStylesOf(child(read('xl/styles.xml'), 'styleSheet')),
  }
  const root = read((target ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'))
  return { name: sheet?.attributes.name ?? '', lines: linesOf(child(root, 'worksheet'), words) }
}

function linesOf(sheet: XmlElement | undefined, words: Words): Grid['lines'] {
  const lines: Grid['lines'] = []
  let line = 0
  for (const row of childrenOf(child(sheet, 'sheetData'), 'row')) {
    line = Number(row.attributes.r ?? line + 1) || line + 1
    const cells: string[] = []
    childrenOf(row, 'c').forEach((cell, i) => {
      const column = placeOf(cell.attributes.r ?? '')?.column ?? i
      if (column < MAX_COLUMNS)
        cells[column] = valueOf(cell, words).toWellFormed().replace(CONTROL, '').trim()
    })
    const filled = Array.from(cells, (cell) => cell ?? '')
    if (filled.every((cell) => cell === '')) continue
    lines.push({ line, cells: filled })
    if (lines.length > MAX_LINES) failRefused('register.too_many_lines', { most: 5000 })
  }
  return lines
}
