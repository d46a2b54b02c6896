import type { Encoding } from '@/server/directives/decode-text'

/** Kinds of file whose text can be read. */
export const DOCUMENT_KINDS = ['txt', 'docx', 'doc', 'pdf', 'ofd', 'html', 'xlsx'] as const
/** One of `DOCUMENT_KINDS`. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What a person should know about how a file was read, with how often it occurred. */
export type ReadNote = {
  code:
    | 'numbers_rebuilt'
    | 'numbers_unsure'
    | 'tracked_changes'
    | 'hidden_text'
    | 'footnotes'
    | 'running_heads'
    | 'pages_without_text'
    | 'page_left_out'
    | 'unreadable_characters'
  count: number
}

/** The text of a file and how it was read. */
export type DocumentText = {
  kind: DocumentKind
  text: string
  /** Of a text or web page. */
  encoding: Encoding | null
  /** True where the encoding is a guess that a person should look at. */
  doubtful: boolean
  /** Every encoding in which the bytes are a text, where it is doubtful or was chosen. */
  choices: { encoding: Encoding; text: string }[]
  pages: number | null
  tables: number
  headings: number
  notes: ReadNote[]
  /** What else the file says that is no part of the text (properties, page heads, hidden words): a state-secret mark counts there too. */
  further: string[]
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A reading with nothing special about it. A plain text stays as it came; of others, half characters and NULs are the reader's and not the author's. */
export function documentText(
  kind: DocumentKind,
  text: string,
  more: Partial<DocumentText> = {},
): DocumentText {
  return {
    kind,
    text: kind === 'txt' ? text : text.replace(HALF, '\ufffd').replaceAll('\0', ''),
    encoding: null,
    doubtful: false,
    choices: [],
    pages: null,
    tables: 0,
    headings: 0,
    further: [],
    ...more,
    notes: (more.notes ?? []).filter((note) => note.count > 0),
  }
}
