/** Where a figure leads on a screen: the rows that add up to it, how many they are, what it counts as of when. Paper shows nothing of it. */
export type FigureLink = { href: string; count?: number; note: string }

/** A stretch of a paragraph; `strong` is set in the second heading's type (楷体), as the lead words of a paragraph are. */
export type Span = { text: string; strong?: boolean; link?: FigureLink }

/** How the cells of a column stand. */
export type Align = 'start' | 'center' | 'end'

/** A row of a table: its cells, or one text across all columns, such as the head of a group with its subtotals. */
export type TableRow = readonly string[] | string

/** A column of a table: its head, its share of the width (any unit, compared with its neighbours), how its cells stand. */
export type TableColumn = { words: string; share: number; align?: Align }

/** A picture as PNG with its size on paper, in millimetres. */
export type Picture = { png: Uint8Array; widthMm: number; heightMm: number; alt: string }

/** What a document is made of, from top to bottom. */
export type Block =
  /** 标题: one entry a line, broken by sense. */
  | { kind: 'title'; lines: readonly string[] }
  /** 主送: whom it is for, with its colon. */
  | { kind: 'addressee'; text: string }
  /** 一、 (1) · （一） (2) · 1. (3): the text brings its own number. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id?: string }
  | { kind: 'paragraph'; spans: readonly Span[]; indent?: boolean; id?: string }
  /** Words of another document, quoted, with where they stand. */
  | { kind: 'quote'; text: string; source?: string }
  /** A form of label and value, two pairs a row where both are `half`. */
  | { kind: 'form'; rows: readonly FormRow[] }
  | {
      kind: 'table'
      caption?: string
      columns: readonly TableColumn[]
      rows: readonly TableRow[]
      /** Where cells lead on a screen, by row and column. */
      links?: readonly (readonly (FigureLink | null)[])[]
      source?: string
    }
  /** A figure with its caption below and the note of its source. */
  | { kind: 'figure'; picture: Picture; caption: string; source?: string }
  /** Small print: where figures come from, as of when. */
  | { kind: 'note'; text: string }
  /** 附件说明 */
  | { kind: 'attachments'; label: string; items: readonly string[] }
  /** 署名 and 成文日期, right; several where more than one party signs. */
  | { kind: 'signature'; parties: readonly SignatureParty[] }
  | { kind: 'page_break' }

/** A field of a form; `half` shares its row with the next or the last. */
export type FormRow = { label: string; value: string; half?: boolean }

/** Who signs, with what stands beside the name (typed name, role), and the date in words; empty where it is signed by hand. */
export type SignatureParty = { name: string; by?: string; on: string }

/** 版头: the organ's mark, red only where the paper is official; number, and who issues it on which day. */
export type Head = {
  organ: string
  red: boolean
  /** 发文字号 or number of issue, centred above the rule. */
  number?: string
  /** Left and right above the rule: issuing office and date (a bulletin). */
  issuer?: string
  on?: string
}

/** 版记: to whom copies go, and who printed it when. */
export type Imprint = { copies?: string; issuer: string; on: string }

/** One paper of several that are printed together, from a page of its own: its mark, head and blocks. */
export type Sheet = Pick<OfficialDocument, 'marking' | 'head' | 'blocks'>

/** A document laid out as official documents are (GB/T 9704): what every kind of paper is before it is drawn. */
export type OfficialDocument = {
  language: 'zh-CN' | 'en'
  /** What the file is called, without its ending. */
  name: string
  /** 办理标识, top left; empty where none. */
  marking: string
  head?: Head
  blocks: readonly Block[]
  imprint?: Imprint
  /** Papers that follow in the same file, each from a page of its own and numbered from one. */
  further?: readonly Sheet[]
  /** Wide tables lie across the sheet. */
  landscape?: boolean
}

/** Says something in the document's language: a key of messages/<language>/documents.json. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** A plain paragraph. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [{ text }] }
}

/** A heading by its place: 一、 in Chinese, 1. in English. Levels as in `Block`. */
export function numberedHeading(
  language: OfficialDocument['language'],
  n: number,
  text: string,
): Extract<Block, { kind: 'heading' }> {
  return { kind: 'heading', level: 1, text: language === 'en' ? `${n}. ${text}` : `${inHan(n)}、${text}` }
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as headings are numbered in Chinese: 十, 十一, 二十. */
export function inHan(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : (DIGITS[ones] ?? '')}`
}
