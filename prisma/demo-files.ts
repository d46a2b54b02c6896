// Evidence of the demo: small files of the kinds that units send, with content that fits their name and report. The same every time.
import { DEMO_REGIONS } from './demo-regions'
import { pngOf, zipOf } from './demo-zip'

/** What a file is about: its name with the ending, who sends it, on which task, and what the report says. */
export type FileStory = { name: string; unit: string; task: string; day: string; text: string }

/** The bytes of the file, by the ending of its name. */
export function demoFile(story: FileStory): Buffer {
  const ending = story.name.slice(story.name.lastIndexOf('.') + 1)
  if (ending === 'xlsx') return xlsx(tableOf(story))
  if (ending === 'csv') {
    const lines = tableOf(story).map((row) => row.join(','))
    return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
  }
  if (ending === 'docx') return docx(linesOf(story))
  if (ending === 'pdf') return pdf(linesOf(story))
  if (ending === 'png') return picture(story)
  return Buffer.from(`${linesOf(story).join('\n')}\n`)
}

/** A number that depends on the words alone, 0 ≤ n < range. */
function figure(words: string, range: number): number {
  let hash = 2166136261
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0
  return hash % range
}

const titleOf = ({ name }: FileStory) => name.slice(0, name.lastIndexOf('.'))

function linesOf(story: FileStory): string[] {
  const sentences = story.text.split(/(?<=[。；])/).filter((line) => line !== '')
  return [
    titleOf(story),
    `事项：${story.task}`,
    `报送单位：${story.unit}`,
    `日期：${story.day}`,
    '',
    ...sentences,
  ]
}

/** A table by place with a total, as annexes have it. */
function tableOf(story: FileStory): string[][] {
  const places = DEMO_REGIONS.filter(({ kind }) => kind !== 'county')
  const rows = places.map(({ shortName }, index) => {
    const due = 200 + figure(`${story.name}${shortName}`, 800)
    const done = Math.round(due * (0.6 + figure(`${shortName}${story.task}`, 40) / 100))
    return [index + 1, shortName, due, done, due - done]
  })
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const total = ['', '合计', sum(2), sum(3), sum(4)]
  const head = ['序号', '地区', '应办', '已办', '未办']
  return [[titleOf(story)], head, ...[...rows, total].map((row) => row.map(String))]
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org'
const RELATION = `${OFFICE}/officeDocument/2006/relationships`
const relations = (...targets: [type: string, target: string][]) =>
  `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${targets
    .map(([type, to], at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/${type}" Target="${to}"/>`)
    .join('')}</Relationships>`
const contentTypes = (...parts: [name: string, type: string][]) =>
  `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(
      ([name, type]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('')}</Types>`

function docx(lines: readonly string[]): Buffer {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${escape(line)}</w:t></w:r></w:p>`).join('')
  return zipOf([
    ['[Content_Types].xml', contentTypes(['/word/document.xml', 'wordprocessingml.document.main'])],
    ['_rels/.rels', relations(['officeDocument', 'word/document.xml'])],
    [
      'word/document.xml',
      `${XML}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
    ],
  ])
}

function xlsx(rows: readonly (readonly string[])[]): Buffer {
  const cell = (value: string) =>
    /^\d+$/.test(value) ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escape(value)}</t></is></c>`
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  const main = `${OFFICE}/spreadsheetml/2006/main`
  return zipOf([
    [
      '[Content_Types].xml',
      contentTypes(
        ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
        ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ),
    ],
    ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${main}" xmlns:r="${RELATION}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'])],
    [
      'xl/worksheets/sheet1.xml',
      `${XML}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ],
  ])
}

/** One page in the Song typeface that readers bring along; lines of at most 34 characters. */
function pdf(lines: readonly string[]): Buffer {
  const short = lines.flatMap((line) => line.match(/.{1,34}/gu) ?? [''])
  const hex = (line: string) => Buffer.from(line, 'utf16le').swap16().toString('hex')
  const shown = short.map((line) => `<${hex(line)}> Tj T*`).join('\n')
  const stream = `BT /F1 12 Tf 20 TL 72 770 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

/** A picture without people or places: a building under a sky, in colours that depend on the name. */
function picture({ name, day }: FileStory): Buffer {
  const [width, height] = [480, 320]
  const tone = figure(name + day, 60)
  return pngOf(width, height, (x, y) => {
    const inHouse = x > 90 && x < 390 && y > 110 && y < 260
    const window =
      inHouse && (x - 90) % 60 > 18 && (x - 90) % 60 < 46 && (y - 110) % 50 > 14 && (y - 110) % 50 < 38
    if (window) return [70 + tone, 100 + tone, 130 + tone]
    if (inHouse) return [214 - tone, 200 - tone, 178]
    return y > 260 ? [120, 142 + Math.round(tone / 2), 110] : [190, 212, 232 - Math.round((y / height) * 40)]
  })
}
