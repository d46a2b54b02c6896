import { MARK, openDoc, type DocFile } from './doc-file'
import { SPRM, sprmsOf, viewOf, type DocRun } from './doc-properties'
import { documentText, type DocumentText } from './document-text'
import { OleFile, propertyWords } from './ole'
import { tableLines, type TableCell } from './table-lines'

const PARAGRAPH = '\r'
const CELL = '\x07'
const PAGE = '\f'
const FIELD = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'
const NOTE = '\x02'
const HEADING_STYLES = 9
const VERTICAL = 0x60
const RESTART = 0x60
const CELL_BYTES = 20

type Counts = { headings: number; numbered: number; notes: number; tables: number }
/** A row of a table as its end mark defines it: the edges of its cells, and those that go on from the row above. */
type RowShape = { edges: number[]; goesOn: boolean[] }
type Row = { cells: string[]; shape: RowShape | null }

/**
 * Reads a .doc or .wps of Word's 97 to 2003 format: a line for each paragraph, tabs between the cells of a row. Numbers that Word draws itself
 * are counted and not read. Refused: those of `openDoc`.
 */
export function readDoc(bytes: Uint8Array): DocumentText {
  const ole = new OleFile(bytes)
  const doc = openDoc(ole)
  const counts: Counts = { headings: 0, numbered: 0, notes: 0, tables: 0 }
  const { body, footnotes, endnotes, boxes, heads, headBoxes } = doc.stories
  const lines = storyLines(doc, body, counts)
  const notesIn = counts.notes
  const notes = [...noteLines(doc, footnotes), ...noteLines(doc, endnotes)]
  // Where on the page a text box stands is not said: its words follow the text.
  const boxed = storyLines(doc, boxes, counts).filter((line) => line.trim() !== '')
  const text = [...lines, ...notes, ...boxed].join('\n').replace(/\n+$/, '')
  const hidden = [...doc.marks].filter((mark) => mark & MARK.hidden).length
  const tracked = doc.marks.some((mark) => mark & (MARK.deleted | MARK.inserted))
  const aside = [
    propertyWords(ole.stream('\x05SummaryInformation')),
    propertyWords(ole.stream('\x05DocumentSummaryInformation')),
    storyLines(doc, heads, { ...counts }).join('\n'),
    storyLines(doc, headBoxes, { ...counts }).join('\n'),
    hidden ? [...doc.text].filter((_, i) => (doc.marks[i] ?? 0) & MARK.hidden).join('') : '',
  ]
  return documentText('doc', `${text}\n`, {
    tables: counts.tables,
    headings: counts.headings,
    notes: [
      { code: 'numbers_unsure', count: counts.numbered },
      { code: 'tracked_changes', count: tracked ? 1 : 0 },
      { code: 'hidden_text', count: hidden ? 1 : 0 },
      { code: 'footnotes', count: notesIn },
    ],
    further: aside.filter((words) => words.trim() !== ''),
  })
}

function noteLines(doc: DocFile, range: [number, number]): string[] {
  const counts: Counts = { headings: 0, numbered: 0, notes: 0, tables: 0 }
  return storyLines(doc, range, counts)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^\[\^(\d+)\]\s*/, '[^$1]: '))
}

function storyLines(doc: DocFile, [from, to]: [number, number], counts: Counts): string[] {
  const lines: string[] = []
  let rows: Row[] = []
  let cells: string[] = []
  let words = ''
  const fields: boolean[] = []
  const endTable = () => {
    if (rows.length > 0) {
      if (rows.some((row) => row.cells.length > 1)) counts.tables++
      lines.push(...tableLines(gridOf(rows)))
    }
    rows = []
  }
  for (let i = from; i < to; i++) {
    const character = doc.text[i] ?? ''
    const mark = doc.marks[i] ?? 0
    if (character === FIELD) fields.push(false)
    else if (character === FIELD_RESULT) fields[fields.length - 1] = true
    else if (character === FIELD_END) fields.pop()
    else if (character === PARAGRAPH || character === CELL || character === PAGE) {
      const run = doc.paragraphAt(i)
      const settings = settingsOf(doc, run)
      if (words.trim() && character !== CELL && run && run.style >= 1 && run.style <= HEADING_STYLES)
        counts.headings++
      if (words.trim() && settings.numbered) counts.numbered++
      if (character === CELL && settings.rowEnd) {
        rows.push({ cells, shape: settings.shape })
        cells = []
        words = ''
      } else if (character === CELL) {
        cells.push(words)
        words = ''
      } else if (settings.inTable || cells.length > 0) words += '\n'
      else {
        endTable()
        lines.push(...words.split('\n'))
        words = ''
      }
    } else if (fields.includes(false) || mark & (MARK.deleted | MARK.hidden)) continue
    else if (mark & MARK.symbol) words += mark & MARK.star ? '★' : ''
    else if (character === NOTE) words += `[^${++counts.notes}]`
    else words += PLAIN[character] ?? (character < ' ' && character !== '\t' ? '' : character)
  }
  if (cells.length > 0) rows.push({ cells, shape: null })
  endTable()
  if (words.trim()) lines.push(...words.split('\n'))
  return lines
}

const PLAIN: Record<string, string> = { '\v': '\n', '\x1e': '-', '\x1f': '', '\x0e': '\n' }

function settingsOf(doc: DocFile, run: DocRun | undefined) {
  let rowEnd = false
  let inTable = false
  let numbered = run ? doc.listStyles.has(run.style) : false
  let shape: RowShape | null = null
  for (const { code, operand } of run ? sprmsOf(run.group) : []) {
    if (code === SPRM.rowEnd) rowEnd = operand[0] === 1
    else if (code === SPRM.inTable) inTable = operand[0] === 1
    else if (code === SPRM.listId) numbered = operand.some((byte) => byte !== 0)
    else if (code === SPRM.tableDefinition) shape = shapeOf(operand)
  }
  return { rowEnd, inTable, numbered, shape }
}

function shapeOf(operand: Uint8Array): RowShape | null {
  const count = operand[2] ?? 0
  const view = viewOf(operand)
  if (count === 0 || 3 + (count + 1) * 2 > operand.length) return null
  const edges = Array.from({ length: count + 1 }, (_, i) => view.getInt16(3 + i * 2, true))
  const goesOn = Array.from({ length: count }, (_, i) => {
    const at = 3 + (count + 1) * 2 + i * CELL_BYTES
    const flags = at + 2 <= operand.length ? view.getUint16(at, true) & VERTICAL : 0
    return flags !== 0 && flags !== RESTART
  })
  return { edges, goesOn }
}

/** Rows with the columns that their cells cover, by where their edges stand over the whole table, and the rows that they go on through. */
function gridOf(rows: Row[]): TableCell[][] {
  const edges = [...new Set(rows.flatMap((row) => row.shape?.edges ?? []))].sort((a, b) => a - b)
  const columnOf = new Map<number, number>()
  // Edges a hair apart are one.
  let column = -1
  edges.forEach((edge, i) => {
    if (i === 0 || edge - (edges[i - 1] ?? 0) > 30) column++
    columnOf.set(edge, column)
  })
  let above = new Map<number, TableCell>()
  return rows.map(({ cells, shape }) => {
    const here = new Map<number, TableCell>()
    const starting: TableCell[] = []
    cells.forEach((words, i) => {
      const from = columnOf.get(shape?.edges[i] ?? NaN) ?? i
      const to = columnOf.get(shape?.edges[i + 1] ?? NaN) ?? from + 1
      const going = shape?.goesOn[i] ? above.get(from) : undefined
      if (going) going.rows++
      const cell = going ?? { text: words, columns: Math.max(1, to - from), rows: 1 }
      if (!going) starting.push(cell)
      here.set(from, cell)
    })
    above = here
    return starting
  })
}
