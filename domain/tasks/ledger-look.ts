/** How the ledger is drawn over the same tasks: table 表格, board 看板, timeline 时间表. */
export const LEDGER_FORMS = ['table', 'board', 'timeline'] as const
/** One of `LEDGER_FORMS`. */
export type LedgerForm = (typeof LEDGER_FORMS)[number]

/** What rows can be grouped by: lead unit, directive, light, workflow status. */
export const LEDGER_GROUPS = ['none', 'lead', 'directive', 'light', 'status'] as const
/** One of `LEDGER_GROUPS`. */
export type LedgerGroup = (typeof LEDGER_GROUPS)[number]

/** The columns of the ledger in the order in which they first stand; `change` is there only while comparing with a day. */
export const LEDGER_COLUMNS = [
  'light',
  'no',
  'title',
  'lead',
  'due',
  'progress',
  'last',
  'status',
  'move',
  'change',
  'type',
] as const
/** One of `LEDGER_COLUMNS`. */
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]

/** Widths of the columns as they first stand, in px; the title takes what the others leave until it is given one. */
export const COLUMN_WIDTHS: Readonly<Record<LedgerColumn, number>> = {
  light: 148,
  no: 56,
  title: 280,
  lead: 116,
  due: 144,
  progress: 136,
  last: 76,
  status: 84,
  move: 152,
  change: 176,
  type: 72,
}
/** The narrowest and the widest column, and the step of its buttons, in px. */
export const WIDTH_LIMITS = { least: 48, most: 640, step: 24 } as const

/** Chosen widths by column, in px. */
export type ColumnWidths = Partial<Record<LedgerColumn, number>>

/** A width within the limits, whole. */
export function boundedWidth(px: number): number {
  return Math.round(Math.min(WIDTH_LIMITS.most, Math.max(WIDTH_LIMITS.least, px)))
}

/** `title:320,due:160` of an address, in the order of the columns; what it does not know, or is too narrow or wide, it leaves out. */
export function parseWidths(parts: readonly string[]): ColumnWidths {
  const found = parts.flatMap((part) => {
    const [, name, px] = /^([a-z]+):(\d{2,3})$/.exec(part) ?? []
    const column = LEDGER_COLUMNS.find((one) => one === name)
    return column && boundedWidth(Number(px)) === Number(px) ? [[column, Number(px)] as const] : []
  })
  const widths = new Map(found)
  return Object.fromEntries(
    LEDGER_COLUMNS.flatMap((column) => (widths.has(column) ? [[column, widths.get(column)]] : [])),
  )
}

/** The same as parts of an address; a width as it first stands is not said. */
export function formatWidths(widths: ColumnWidths): string[] {
  return LEDGER_COLUMNS.flatMap((column) => {
    const px = widths[column]
    return px === undefined || (column !== 'title' && px === COLUMN_WIDTHS[column]) ? [] : [`${column}:${px}`]
  })
}

/** Heights of a row: 32, 40 and 56 px. */
export const LEDGER_DENSITIES = ['s', 'm', 'l'] as const
/** One of `LEDGER_DENSITIES`. */
export type LedgerDensity = (typeof LEDGER_DENSITIES)[number]

/** What a person has not asked for: the type of a task stands in its page. */
const FIRST_COLUMNS: readonly LedgerColumn[] = LEDGER_COLUMNS.filter((column) => column !== 'type')

/** What the screen of the ledger looks like, beside which tasks it holds. */
export type LedgerLook = {
  as: LedgerForm
  group: LedgerGroup
  /** Keys of groups that are folded up. */
  folded: string[]
  /** The one group that is paged through by itself; its cursor is the page's. */
  open: string | null
  /** How many groups stand before the first that is shown. */
  from: number
  /** Chosen columns in their order; empty: as they first stand. */
  cols: LedgerColumn[]
  /** Widths of columns that are not as they first stand. */
  widths: ColumnWidths
  density: LedgerDensity
  /** Number of the task that is looked at in the drawer. */
  show: number | null
  /** The saved view that the screen was opened from. */
  saved: string | null
}

/** The columns that are drawn, in order: the title always, the change since a day where there is one to compare with. */
export function columnsOf(look: Pick<LedgerLook, 'cols'>, comparing: boolean): LedgerColumn[] {
  const chosen = look.cols.length > 0 ? [...look.cols] : [...FIRST_COLUMNS]
  if (!chosen.includes('title')) chosen.unshift('title')
  if (comparing && !chosen.includes('change')) chosen.push('change')
  return chosen.filter((column) => comparing || column !== 'change')
}

/** True where these are the columns as they first stand, so that an address need not say them. */
export function areFirstColumns(cols: readonly LedgerColumn[]): boolean {
  const first = FIRST_COLUMNS.filter((column) => column !== 'change').join()
  return cols.length === 0 || cols.filter((column) => column !== 'change').join() === first
}

/** What the board's columns stand for: the grouping where it is a state or a light, else the state. */
export function boardGroupOf(look: Pick<LedgerLook, 'group'>): 'status' | 'light' {
  return look.group === 'light' ? 'light' : 'status'
}
