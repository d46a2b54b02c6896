import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { formLines } from '@/domain/documents/form-lines'
import { textArea, twips, widthsOf } from '@/domain/documents/paper-layout'
import type { Align, Block, FormRow, OfficialDocument } from '@/domain/documents/model'
import { run } from './docx-fonts'

const CELL_LINE = 340
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE }
const MARGINS = { top: 40, bottom: 40, left: 85, right: 85 }
const ALIGN = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT }
/** Share of a label's column beside its value's. */
const LABEL = 17
const VALUE = 33

type Cell = { text: string; width: number; head?: boolean; align?: Align; span?: number }

function cell(document: OfficialDocument, { text, width, head, align = 'start', span }: Cell): TableCell {
  const lines = text === '' ? [''] : text.split('\n')
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    borders: BORDERS,
    margins: MARGINS,
    children: lines.map(
      (line) =>
        new Paragraph({
          alignment: ALIGN[align],
          spacing: { line: CELL_LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
          children: [run(document.language, head ? 'cellHead' : 'cell', { text: line })],
        }),
    ),
  })
}

function frame(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows,
  })
}

const areaOf = (document: OfficialDocument) => twips(textArea(document.landscape === true).widthMm)

/** A table whose head is repeated on each page and whose rows are not broken. */
export function drawTable(document: OfficialDocument, table: Extract<Block, { kind: 'table' }>): Table {
  const widths = widthsOf(
    table.columns.map((one) => one.share),
    areaOf(document),
  )
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ words }, at) =>
      cell(document, { text: words, width: widths[at] ?? 0, head: true, align: 'center' }),
    ),
  })
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const body = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children:
          typeof row === 'string'
            ? [cell(document, { text: row, width: whole, head: true, span: table.columns.length })]
            : row.map((text, at) =>
                cell(document, { text, width: widths[at] ?? 0, align: table.columns[at]?.align }),
              ),
      }),
  )
  return frame(widths, [head, ...body])
}

/** A form: label and value, halves two pairs a row. A value longer than a page may go on on the next. */
export function drawForm(document: OfficialDocument, rows: readonly FormRow[]): Table {
  const widths = widthsOf([LABEL, VALUE, LABEL, VALUE], areaOf(document))
  const [label = 0, value = 0, label2 = 0, value2 = 0] = widths
  const pair = (row: FormRow, [first, second]: [number, number], span?: number) => [
    cell(document, { text: row.label, width: first, head: true, align: 'center' }),
    cell(document, { text: row.value, width: second, span }),
  ]
  return frame(
    widths,
    formLines(rows).map(
      ([first, second]) =>
        new TableRow({
          children: second
            ? [...pair(first, [label, value]), ...pair(second, [label2, value2])]
            : pair(first, [label, value + label2 + value2], 3),
        }),
    ),
  )
}
