// Files as other programs write them, of our own words: for the tests of intake.
import { strToU8, zipSync } from 'fflate'

/** Words at a place: points from the left and from the top of an A4 page; `size` 16 as in official papers. */
export type Placed = { text: string; x: number; y: number; size?: number }
/** A page of placed words and of strokes from one point to another. */
export type SamplePage = { words: Placed[]; strokes?: [number, number, number, number][] }

const HEIGHT = 842

/** A PDF whose Chinese font is not embedded, as old office programs write them: readable by way of character maps alone. */
export function samplePdf(
  pages: SamplePage[],
  { info = '', encrypted = false, image = false, content = null as string | null } = {},
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${8 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontBBox [-25 -254 1000 880] >>',
    `<< ${info} >>`,
    `<< /Filter /Standard /V 1 /R 2 /O <${'4f'.repeat(32)}> /U <${'55'.repeat(32)}> /P -4 >>`,
    ...pages.flatMap((page, i) => {
      const drawn = image ? '0.5 g 0 0 595 842 re f' : contentOf(page)
      const stream = content ?? `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${9 + i * 2} 0 R >>`,
        stream,
      ]
    }),
  ]
  let out = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = out.length
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const encrypt = encrypted ? `/Encrypt 7 0 R /ID [<${'61'.repeat(16)}> <${'61'.repeat(16)}>]` : ''
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R ${encrypt} >>\nstartxref\n${table}\n%%EOF\n`
  return new Uint8Array(Buffer.from(out, 'latin1'))
}

function contentOf({ words, strokes = [] }: SamplePage): string {
  const shown = words.map(({ text, x, y, size = 16 }) => {
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
    return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex}> Tj ET`
  })
  const drawn = strokes.map(([x1, y1, x2, y2]) => `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`)
  return [...shown, ...drawn].join('\n')
}

/** Strokes of a table with these edges. */
export function gridOf(xs: number[], ys: number[]): [number, number, number, number][] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)]
  return [
    ...ys.map((y): [number, number, number, number] => [left, y, right, y]),
    ...xs.map((x): [number, number, number, number] => [x, top, x, bottom]),
  ]
}

/** A paragraph set as official papers are: 28 characters a line, two blank at its start, from a height on. */
export function setParagraph(text: string, y: number, { left = 74, size = 16, columns = 28 } = {}): Placed[] {
  const lines = [text.slice(0, columns - 2)]
  for (let at = columns - 2; at < text.length; at += columns) lines.push(text.slice(at, at + columns))
  return lines.map((line, i) => ({ text: line, x: i === 0 ? left + 2 * size : left, y: y + i * 29, size }))
}

/** An OFD of pages, in millimetres, with a template that stands on each. */
export function sampleOfd(pages: Placed[][], { template = [] as Placed[], title = '' } = {}): Uint8Array {
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const objects = (words: Placed[]) =>
    words
      .map(
        ({ text, x, y, size = 5 }, i) =>
          `<ofd:TextObject ID="${i + 100}" Boundary="${x} ${y} ${text.length * size} ${size}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size * 0.8}" DeltaX="g ${text.length - 1} ${size}">${text}</ofd:TextCode></ofd:TextObject>`,
      )
      .join('')
  const content = (words: Placed[], use = '') =>
    `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${space}>${use}<ofd:Content><ofd:Layer ID="1"><ofd:PageBlock ID="2">${objects(words)}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>`
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${space} Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:Title>${title}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    'Doc_0/Tpls/Tpl_0/Content.xml': content(template),
  }
  pages.forEach((words, i) => {
    parts[`Doc_0/Pages/Page_${i}/Content.xml`] = content(
      words,
      '<ofd:Template TemplateID="9" ZOrder="Background"/>',
    )
  })
  return zipOf(parts)
}

/** A .docx of the body's XML and, where given, other parts. */
export function sampleDocx(body: string, parts: Record<string, string> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

/** A zip of texts by their path. */
export function zipOf(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}
