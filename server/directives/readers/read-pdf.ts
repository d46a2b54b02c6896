import { fileURLToPath } from 'node:url'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { MAX_TEXT_LENGTH } from '@/domain/directives/intake-rules'
import { isFailure } from '@/domain/errors'
import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'
import type { PageItem } from './page-lines'
import { multiplied, pdfRules, type Matrix } from './pdf-rules'
import { textOfPages, type Page } from './read-pages'

const MAX_PAGES = 500
/** So many letters a page and less: the page is a picture. */
const FEW_LETTERS = 4
/** From this share of characters without meaning on, the fonts say nothing of what they draw. */
const MEANINGLESS = 0.2
/** Chinese fonts that are not embedded are read through these tables (Adobe's, see their LICENSE). */
const CMAPS = fileURLToPath(new URL('./cmaps/', import.meta.url))

// Node 20 lacks this method, without which pdf.js gives up a page's drawing at its first font.
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
  return this.slice(0, length)
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Reads a .pdf with text: words by their places on each page, paragraphs put together, ruled tables cell by cell. Refused:
 * directive.{file_encrypted, file_damaged, too_many_pages, pdf_scanned, pdf_unreadable_fonts}.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > MAX_PAGES)
      failRefused('directive.too_many_pages', { pages: pdf.numPages, max: MAX_PAGES })
    return await read(pdf)
  } catch (error) {
    if (isFailure(error)) throw error
    return failRefused('directive.file_damaged')
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      cMapUrl: CMAPS,
      cMapPacked: true,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
      maxImageSize: 1,
      stopAtErrors: false,
    })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return failRefused(name === 'PasswordException' ? 'directive.file_encrypted' : 'directive.file_damaged')
  }
}

async function read(pdf: Pdf): Promise<DocumentText> {
  const { OPS } = await getResolvedPDFJS()
  const pages: Page[] = []
  const turned: string[] = []
  let letters = 0
  let empty = 0
  for (let no = 1; no <= pdf.numPages && letters <= MAX_TEXT_LENGTH; no++) {
    const page = await pdf.getPage(no)
    const view = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const words: PageItem[] = []
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const at = multiplied(view.transform as Matrix, item.transform as Matrix)
      // Stamps and watermarks stand aslant.
      if (Math.abs(at[1]) > 0.2 * Math.hypot(at[0], at[1])) turned.push(item.str)
      else
        words.push({
          text: item.str,
          x: at[4],
          y: at[5],
          width: item.width,
          size: Math.hypot(at[2], at[3]) || 10,
        })
    }
    const here = words.reduce((all, item) => all + item.text.trim().length, 0)
    if (here < FEW_LETTERS) empty++
    letters += here
    const drawn = here > 0 ? await page.getOperatorList() : { fnArray: [], argsArray: [] }
    pages.push({ items: words, rules: pdfRules(drawn, OPS, view.transform as Matrix) })
    page.cleanup()
  }
  if (empty === pages.length) failRefused('directive.pdf_scanned', { pages: pages.length })
  const { text, heads, tables } = textOfPages(pages)
  const strange = text.match(/[\ufffd\ue000-\uf8ff]|[\x00-\x08\x0e-\x1f]/g)?.length ?? 0
  if (strange > MEANINGLESS * letters) failRefused('directive.pdf_unreadable_fonts')
  return documentText('pdf', text.replace(/[\x00-\x08\x0b\x0e-\x1f]/g, ''), {
    pages: pdf.numPages,
    tables,
    notes: [
      { code: 'running_heads', count: heads.length },
      { code: 'pages_without_text', count: empty },
      { code: 'unreadable_characters', count: strange },
    ],
    further: [await properties(pdf), heads.join('\n'), turned.join('\n')].filter((one) => one.trim() !== ''),
  })
}

async function properties(pdf: Pdf): Promise<string> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  return Object.values(info)
    .filter((value) => typeof value === 'string')
    .join('\n')
}
