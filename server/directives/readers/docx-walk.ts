import type { DocxNumbering } from './docx-numbering'
import type { DocxStyles } from './docx-styles'
import { oneLine, tableLines, type TableCell } from './table-lines'
import { child, childrenOf, elementsOf, textIn, valueOf, type XmlElement } from './xml'

/** Counted on the way through a document. */
export type DocxCounts = Record<
  'rebuilt' | 'unsure' | 'tracked' | 'hidden' | 'footnotes' | 'tables' | 'headings',
  number
>

/** What the walk needs to know, and what it counts and sets aside. */
export type DocxWalk = {
  styles: DocxStyles
  numbering: DocxNumbering
  counts: DocxCounts
  /** Words that nobody sees on paper. */
  hiddenWords: string[]
}

/** Stars of symbol fonts, as they stand in marks; other such characters have no meaning outside their font. */
const SYMBOL_STARS = new Set(['F0AB', 'F0B6', 'F076'])
/** A table inside a table inside a table … : deeper ones are read as text. */
const DEEPEST_TABLE = 6

/** The lines of a body, a cell, a note: a line for each paragraph and for each row of a table. */
export function docxLines(walk: DocxWalk, container: XmlElement, depth = 0): string[] {
  const lines: string[] = []
  for (const one of elementsOf(container)) {
    if (one.name === 'p') lines.push(...paragraphLines(walk, one, depth))
    else if (one.name === 'tbl') {
      const rows = rowsOf(walk, one).map(partsOfRow)
      // A table of one column lays a page out: what stands in it is read as if it stood alone.
      if (depth < DEEPEST_TABLE && rows.every((cells) => cells.length <= 1)) {
        lines.push(...rows.flat().flatMap((cell) => docxLines(walk, cell, depth + 1)))
        continue
      }
      walk.counts.tables++
      lines.push(...tableLines(cellsOf(walk, one, depth)))
    } else if (one.name === 'del' || one.name === 'moveFrom') walk.counts.tracked++
    else if (one.name === 'ins' || one.name === 'moveTo') {
      walk.counts.tracked++
      lines.push(...docxLines(walk, one, depth))
    } else if (one.name === 'AlternateContent') lines.push(...docxLines(walk, choiceOf(one), depth))
    else if (['sdt', 'sdtContent', 'customXml', 'smartTag'].includes(one.name)) {
      lines.push(...docxLines(walk, one, depth))
    }
  }
  return lines
}

function paragraphLines(walk: DocxWalk, paragraph: XmlElement, depth: number): string[] {
  const settings = child(paragraph, 'pPr')
  const style = valueOf(settings, 'pStyle') ?? walk.styles.usual
  const boxes: string[] = []
  const words = runs(walk, paragraph, boxes, depth)
  if (child(child(settings, 'rPr'), 'ins') || child(child(settings, 'rPr'), 'del')) walk.counts.tracked++
  if (words.trim() === '' && boxes.length > 0) return boxes
  const heading = valueOf(settings, 'outlineLvl')
  if (words.trim() && (heading ? Number(heading) < 9 : walk.styles.isHeading(style))) walk.counts.headings++
  const number = numberOf(walk, settings, style)
  if (number === 'unsure') walk.counts.unsure++
  else if (number) walk.counts.rebuilt++
  const drawn = number && number !== 'unsure' ? number.text : ''
  return [...boxes, ...`${drawn}${words.replace(/^\t+/, '')}`.split('\n')]
}

function numberOf(walk: DocxWalk, settings: XmlElement | undefined, style: string | null) {
  const own = child(settings, 'numPr')
  const ofStyle = walk.styles.numberOf(style)
  const numId = valueOf(own, 'numId') ?? ofStyle?.numId
  if (numId === undefined || numId === '0') return null
  const level = valueOf(own, 'ilvl')
  const at =
    level !== undefined
      ? Number(level)
      : (ofStyle?.level ?? (ofStyle ? walk.numbering.levelOfStyle(numId, ofStyle.from) : 0))
  return walk.numbering.next(numId, at)
}

function runs(walk: DocxWalk, container: XmlElement, boxes: string[], depth: number): string {
  let out = ''
  for (const one of elementsOf(container)) {
    switch (one.name) {
      case 'r':
        if (isHidden(one)) {
          walk.counts.hidden++
          walk.hiddenWords.push(textIn(one))
        } else out += runs(walk, one, boxes, depth)
        break
      case 't':
        out += textIn(one)
        break
      case 'tab':
      case 'ptab':
        out += '\t'
        break
      case 'br':
      case 'cr':
        out += '\n'
        break
      case 'noBreakHyphen':
        out += '-'
        break
      case 'sym':
        out += SYMBOL_STARS.has(one.attributes.char?.toUpperCase() ?? '') ? '★' : ''
        break
      case 'footnoteReference':
      case 'endnoteReference':
        walk.counts.footnotes++
        out += `[^${one.name === 'footnoteReference' ? '' : 'e'}${one.attributes.id ?? ''}]`
        break
      case 'del':
      case 'moveFrom':
        walk.counts.tracked++
        break
      case 'ins':
      case 'moveTo':
        walk.counts.tracked++
        out += runs(walk, one, boxes, depth)
        break
      case 'ruby':
        out += runs(walk, child(one, 'rubyBase') ?? one, boxes, depth)
        break
      case 'AlternateContent':
        out += runs(walk, choiceOf(one), boxes, depth)
        break
      case 'txbxContent':
        if (depth < DEEPEST_TABLE) boxes.push(...docxLines(walk, one, depth + 1))
        break
      case 'pPr':
      case 'rPr':
      case 'instrText':
      case 'delText':
        break
      default:
        out += runs(walk, one, boxes, depth)
    }
  }
  return out
}

function isHidden(run: XmlElement): boolean {
  const vanish = child(child(run, 'rPr'), 'vanish')
  return vanish !== undefined && !['0', 'false', 'off'].includes(vanish.attributes.val ?? '')
}

/** Newer drawings stand beside an older copy of themselves: only one is read. */
function choiceOf(alternate: XmlElement): XmlElement {
  return child(alternate, 'Choice') ?? child(alternate, 'Fallback') ?? alternate
}

function cellsOf(walk: DocxWalk, table: XmlElement, depth: number): TableCell[][] {
  const rows: TableCell[][] = []
  /** By its first column: the cell above that goes on below. */
  let open = new Map<number, TableCell>()
  for (const row of rowsOf(walk, table)) {
    const cells: TableCell[] = []
    const still = new Map<number, TableCell>()
    let column = Number(valueOf(child(row, 'trPr'), 'gridBefore') ?? 0)
    if (column > 0) cells.push({ text: '', columns: column, rows: 1 })
    for (const one of partsOfRow(row)) {
      const settings = child(one, 'tcPr')
      const columns = Math.max(1, Number(valueOf(settings, 'gridSpan') ?? 1) || 1)
      const merge = child(settings, 'vMerge')
      const above = open.get(column)
      if (merge && merge.attributes.val !== 'restart' && above) {
        above.rows++
        still.set(column, above)
      } else {
        const cell = { text: cellText(walk, one, depth), columns, rows: 1 }
        cells.push(cell)
        if (merge) still.set(column, cell)
      }
      column += columns
    }
    open = still
    rows.push(cells)
  }
  return rows
}

function rowsOf(walk: DocxWalk, table: XmlElement): XmlElement[] {
  return through(table, 'tr').filter((row) => {
    const settings = child(row, 'trPr')
    if (child(settings, 'ins') || child(settings, 'del')) walk.counts.tracked++
    return !child(settings, 'del')
  })
}

const partsOfRow = (row: XmlElement) => through(row, 'tc')

/** Rows and cells may stand inside content controls. */
function through(container: XmlElement, name: string): XmlElement[] {
  return elementsOf(container).flatMap((one) => {
    if (one.name === name) return [one]
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(one.name) ? through(one, name) : []
  })
}

function cellText(walk: DocxWalk, cell: XmlElement, depth: number): string {
  const inner = depth >= DEEPEST_TABLE ? [textIn(cell)] : docxLines(walk, cell, depth + 1)
  // A table inside a cell is read as its rows, in one line with the rest.
  return inner.map((line) => (line.includes('\t') ? oneLine(line) : line)).join('\n')
}

/** Notes of a document, as lines “[^1]: …”. */
export function docxNotes(
  walk: DocxWalk,
  part: XmlElement | undefined,
  kind: 'footnote' | 'endnote',
): string[] {
  const root = child(part, `${kind}s`)
  return childrenOf(root, kind)
    .filter((note) => note.attributes.type === undefined || note.attributes.type === 'normal')
    .map((note) => {
      const words = oneLine(docxLines(walk, note, 1).join('\n'))
      return `[^${kind === 'footnote' ? '' : 'e'}${note.attributes.id ?? ''}]: ${words}`
    })
}
