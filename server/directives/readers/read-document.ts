import type { Encoding } from '@/server/directives/decode-text'
import type { DocumentText } from './document-text'
import { kindOfFile } from './kind-of-file'
import { readText } from './read-text'

/** A file as it came; `encoding` where a person chose one. Its name only tells a text that holds HTML from a web page. */
export type DocumentFile = {
  bytes: Uint8Array
  name: string
  encoding?: Encoding
  /** The cells of a workbook's first sheet are wanted (`readGrid`), not its text. */
  as?: 'grid'
}

/**
 * Reads the text of a file of any kind that can be read (told by its content), without a database. Readers of a kind are loaded when the kind
 * occurs. Refused, each with what to do: directive.{kind_*, file_*, pdf_*, ofd_*, text_undecodable}.
 */
export async function readDocument(file: DocumentFile): Promise<DocumentText> {
  const { bytes, encoding } = file
  const kind = kindOfFile(bytes, file.name)
  switch (kind) {
    case 'txt':
      return readText(bytes, encoding)
    case 'docx':
      return (await import('./read-docx')).readDocx(bytes)
    case 'doc':
      return (await import('./read-doc')).readDoc(bytes)
    case 'html':
      return (await import('./read-html')).readHtml(bytes, encoding)
    case 'pdf':
      return (await import('./read-pdf')).readPdf(bytes)
    case 'ofd':
      return (await import('./read-ofd')).readOfd(bytes)
    case 'xlsx':
      return (await import('./read-xlsx')).readXlsx(bytes)
  }
}
