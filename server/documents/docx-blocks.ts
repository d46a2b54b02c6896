import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  PageBreak,
  Paragraph,
  type IParagraphOptions,
  type Table,
} from 'docx'
import { LINE_TWIPS } from '@/domain/documents/paper-layout'
import type { Block, OfficialDocument, SignatureParty } from '@/domain/documents/model'
import { faceOf, run } from './docx-fonts'
import { drawForm, drawTable } from './docx-tables'

const TITLE_LINE = 660
const PIXELS_PER_MM = 96 / 25.4
/** A signature stands four characters from the right margin (two where a seal is not printed). */
const SIGNATURE_INDENT = 1280
const GRID = { line: LINE_TWIPS, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
/** Small print stands closer than the grid; exact, or office programs would put it on the grid again. */
const LOOSE = { line: 400, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

type Drawn = Paragraph | Table
type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** Two characters, as the first line of a paragraph is set in; half an inch less a little in Latin text. */
function indent(document: OfficialDocument): IParagraphOptions['indent'] {
  const size = faceOf(document.language, 'body').size
  return document.language === 'en'
    ? { firstLine: 560 }
    : ({ firstLineChars: 200, firstLine: size * 20 } as IParagraphOptions['indent'])
}

/** An empty line of the grid. */
export function emptyLine(keepNext = false): Paragraph {
  return new Paragraph({ spacing: GRID, keepNext })
}

/** Draws a block; a table is followed by an empty line's room of its own. */
export function drawBlock(document: OfficialDocument, block: Block, next?: Block): Drawn[] {
  switch (block.kind) {
    case 'title':
      return drawTitle(document, block)
    case 'addressee':
      return [line(document, block.text)]
    case 'heading':
      return [drawHeading(document, block)]
    case 'paragraph':
      return [drawParagraph(document, block, next?.kind === 'signature')]
    case 'quote':
      return drawQuote(document, block, next?.kind === 'form')
    case 'form':
      return [drawForm(document, block.rows), gap()]
    case 'table':
      return drawTableBlock(document, block)
    case 'figure':
      return drawFigure(document, block)
    case 'note':
      return [small(document, block.text)]
    case 'attachments':
      return drawAttachments(document, block)
    case 'signature':
      return block.parties.flatMap((party) => drawParty(document, party))
    case 'page_break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function line(document: OfficialDocument, text: string, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ spacing: GRID, children: [run(document.language, 'body', { text })], ...more })
}

function small(document: OfficialDocument, text: string, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ spacing: LOOSE, children: [run(document.language, 'small', { text })], ...more })
}

/** The room below a table, so that what follows does not touch its rule. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT } })
}

function drawTitle({ language }: OfficialDocument, { lines }: Of<'title'>): Drawn[] {
  return lines.map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: {
          line: TITLE_LINE,
          lineRule: LineRuleType.EXACT,
          after: at === lines.length - 1 ? LINE_TWIPS : 0,
        },
        children: [run(language, 'title', { text })],
      }),
  )
}

function drawHeading(document: OfficialDocument, { level, text }: Of<'heading'>): Paragraph {
  const role = level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'body'
  return new Paragraph({
    spacing: GRID,
    keepNext: true,
    outlineLevel: level - 1,
    indent: document.language === 'en' ? undefined : indent(document),
    children: [run(document.language, role, { text })],
  })
}

/** The last words before a signature go to its page with it: no sheet bears a signature alone. */
function drawParagraph(document: OfficialDocument, block: Of<'paragraph'>, keepNext: boolean): Paragraph {
  return new Paragraph({
    spacing: GRID,
    keepNext,
    keepLines: keepNext,
    alignment: document.language === 'en' ? AlignmentType.LEFT : AlignmentType.BOTH,
    indent: block.indent === false ? undefined : indent(document),
    children: block.spans.flatMap(({ text, strong }) =>
      text
        .split('\n')
        .map((one, at) =>
          run(document.language, strong ? 'heading2' : 'body', { text: one, break: at > 0 ? 1 : undefined }),
        ),
    ),
  })
}

function drawQuote(document: OfficialDocument, { text, source }: Of<'quote'>, keepNext: boolean): Drawn[] {
  const set = { keepNext, indent: { left: 640, right: 320 } }
  return [
    ...text.split('\n').map(
      (one) =>
        new Paragraph({
          ...set,
          spacing: GRID,
          children: [run(document.language, 'heading2', { text: one }, { bold: false })],
        }),
    ),
    ...(source ? [small(document, source, { ...set, alignment: AlignmentType.RIGHT })] : []),
  ]
}

function caption({ language }: OfficialDocument, text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: GRID,
    children: [run(language, 'heading1', { text }, { size: language === 'en' ? 24 : 28 })],
  })
}

function drawTableBlock(document: OfficialDocument, block: Of<'table'>): Drawn[] {
  return [
    ...(block.caption ? [caption(document, block.caption)] : []),
    drawTable(document, block),
    ...(block.source ? [small(document, block.source)] : []),
    gap(),
  ]
}

function drawFigure(document: OfficialDocument, { picture, caption: words, source }: Of<'figure'>): Drawn[] {
  const { png, widthMm, heightMm, alt } = picture
  const size = { width: Math.round(widthMm * PIXELS_PER_MM), height: Math.round(heightMm * PIXELS_PER_MM) }
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: size,
    altText: { name: alt, title: alt, description: alt },
  })
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    caption(document, words),
    ...(source ? [small(document, source)] : []),
  ]
}

function drawAttachments(document: OfficialDocument, { label, items }: Of<'attachments'>): Drawn[] {
  const numbered = items.length > 1
  return items.map((item, at) =>
    line(document, `${at === 0 ? label : '　'.repeat(label.length)}${numbered ? `${at + 1}. ` : ''}${item}`, {
      indent: indent(document),
    }),
  )
}

function drawParty(document: OfficialDocument, { name, by, on }: SignatureParty): Drawn[] {
  const set = { alignment: AlignmentType.RIGHT, keepLines: true, indent: { right: SIGNATURE_INDENT } }
  return [
    emptyLine(true),
    line(document, name, { ...set, keepNext: true }),
    ...(by ? [line(document, by, { ...set, keepNext: true })] : []),
    line(document, on, set),
  ]
}

/** A rule across the text area, in red or black. */
export function rule(color: string, size: number, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({
    spacing: { line: 120, lineRule: LineRuleType.EXACT, after: 0 },
    border: { bottom: { style: BorderStyle.SINGLE, size, color, space: 1 } },
    ...more,
  })
}
