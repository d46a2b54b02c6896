import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx'
import { LINE_TWIPS, PAGE, textArea, twips } from '@/domain/documents/paper-layout'
import type { Head, Imprint, OfficialDocument, Sheet } from '@/domain/documents/model'
import { drawBlock, emptyLine, rule } from './docx-blocks'
import { faceOf, FALLBACKS, run } from './docx-fonts'

const RED = 'C00000'
const GRID = { line: LINE_TWIPS, lineRule: LineRuleType.EXACT }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/**
 * A document as a DOCX file after GB/T 9704: A4, the text area of 156 × 225 mm on a grid of 22 lines of 28 characters, page numbers
 * — 1 — outside right on odd pages and left on even ones. Typefaces are named, not embedded; stand-ins are written beside their names.
 */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const { language, landscape = false, further = [] } = document
  const body = faceOf(language, 'body')
  const font = { ascii: body.latin, hAnsi: body.latin, eastAsia: body.east, cs: body.latin }
  const file = new Document({
    title: document.name,
    creator: document.imprint?.issuer ?? document.head?.organ ?? '',
    evenAndOddHeaderAndFooters: true,
    // Tables and small print keep the height that they are given.
    compatibility: { doNotSnapToGridInCell: true, version: 15 },
    styles: {
      default: {
        document: { run: { font, size: body.size, language: { value: language, eastAsia: 'zh-CN' } } },
      },
    },
    sections: [document, ...further].map((sheet, at) => ({
      properties: {
        page: {
          size: {
            width: twips(PAGE.widthMm),
            height: twips(PAGE.heightMm),
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: {
            top: twips(landscape ? PAGE.leftMm : PAGE.topMm),
            bottom: twips(landscape ? PAGE.rightMm : PAGE.bottomMm),
            left: twips(landscape ? PAGE.topMm : PAGE.leftMm),
            right: twips(landscape ? PAGE.bottomMm : PAGE.rightMm),
            header: twips(15),
            footer: twips(landscape ? 15 : PAGE.footerMm),
          },
          pageNumbers: at > 0 ? { start: 1 } : undefined,
        },
        grid: { type: DocumentGridType.LINES, linePitch: LINE_TWIPS },
      },
      footers: { default: pageNumber(document, 'odd'), even: pageNumber(document, 'even') },
      children: [
        ...top(document, sheet),
        ...sheet.blocks.flatMap((block, place) => drawBlock(document, block, sheet.blocks[place + 1])),
        ...(at === 0 && document.imprint ? [emptyLine(), imprint(document, document.imprint)] : []),
      ],
    })),
  })
  const bytes = await Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
  return new Uint8Array(bytes)
}

function pageNumber({ language }: OfficialDocument, side: 'odd' | 'even'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: 280 } : { left: 280 },
        children: [run(language, 'page', { children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

/** The mark of handling, and the head with its rule. */
function top(document: OfficialDocument, { marking, head }: Sheet): Paragraph[] {
  const { language } = document
  return [
    new Paragraph({ spacing: GRID, children: [run(language, 'mark', { text: marking })] }),
    ...(head ? drawHead(document, head) : []),
  ]
}

function drawHead(document: OfficialDocument, { organ, red, number, issuer, on }: Head): Paragraph[] {
  const { language } = document
  const color = red ? RED : '000000'
  const size = organSize(organ, faceOf(language, 'organ').size, language)
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: LINE_TWIPS, after: LINE_TWIPS },
      children: [run(language, 'organ', { text: organ }, { color, size })],
    }),
    ...(number
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: GRID,
            children: [run(language, 'body', { text: number })],
          }),
        ]
      : []),
    ...(issuer || on ? [sides(document, issuer ?? '', on ?? '')] : []),
    rule(color, 12, { spacing: { line: 160, lineRule: LineRuleType.EXACT, after: LINE_TWIPS } }),
  ]
}

/** The organ's mark stands on one line: smaller where its name is long, never smaller than the title. */
function organSize(organ: string, largest: number, language: OfficialDocument['language']): number {
  const halfPoints = (textArea(false).widthMm / 25.4) * 72 * 2
  const characters = language === 'en' ? organ.length * 0.5 : organ.length
  return Math.max(40, Math.min(largest, Math.floor((halfPoints * 0.98) / characters)))
}

function sides({ language, landscape }: OfficialDocument, left: string, right: string): Paragraph {
  const inside = twips(textArea(landscape === true).widthMm) - 320
  return new Paragraph({
    spacing: GRID,
    indent: { left: 320 },
    tabStops: [{ type: TabStopType.RIGHT, position: inside }],
    children: [run(language, 'body', { children: [left, new Tab(), right] })],
  })
}

/** 版记: at the end, between rules; kept together with the line above. */
function imprint(document: OfficialDocument, { copies, issuer, on }: Imprint): Table {
  const width = twips(textArea(document.landscape === true).widthMm)
  const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const row = (children: Paragraph[], first: boolean, last: boolean) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          borders: { top: first ? thick : thin, bottom: last ? thick : thin, left: NONE, right: NONE },
          children,
        }),
      ],
    })
  const words = (children: (string | Tab)[]) =>
    new Paragraph({
      spacing: { line: 440, lineRule: LineRuleType.EXACT },
      indent: { left: 280, right: 280 },
      tabStops: [{ type: TabStopType.RIGHT, position: width - 560 }],
      children: [run(document.language, 'small', { children })],
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    alignment: AlignmentType.CENTER,
    rows: [
      ...(copies ? [row([words([copies])], true, false)] : []),
      row([words([issuer, new Tab(), on])], !copies, true),
    ],
  })
}

function fontTable(): string {
  const fonts = Object.entries(FALLBACKS).map(
    ([name, { alternative, family }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
