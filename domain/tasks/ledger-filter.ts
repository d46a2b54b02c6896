import { isLocalDate, type LocalDate } from '@/domain/calendar/local-date'
import {
  FIRST_DIRECTION,
  formatCursor,
  LEDGER_SORTS,
  parseCursor,
  type LedgerCursor,
  type LedgerSort,
} from './ledger-cursor'
import { formatDue, parseDue, type LedgerDue } from './ledger-due'
import { formatDuring, parseDuring, type LedgerDuring } from './ledger-during'
import {
  areFirstColumns,
  formatWidths,
  LEDGER_COLUMNS,
  LEDGER_DENSITIES,
  LEDGER_FORMS,
  LEDGER_GROUPS,
  parseWidths,
  type LedgerLook,
} from './ledger-look'
import { LIGHTS, type Light } from './light'
import { TASK_KINDS, TASK_STATUSES, type TaskKind, type TaskStatus } from './lifecycle'
import { MOVE_PARTIES, type MoveParty } from './whose-move'

/** The fixed views of the ledger 任务台账: open, to acknowledge, due this week, off course, waiting for review, mine, all. */
export const LEDGER_VIEWS = ['open', 'acknowledge', 'week', 'off', 'review', 'mine', 'all'] as const
/** One of `LEDGER_VIEWS`. */
export type LedgerView = (typeof LEDGER_VIEWS)[number]

/** The lights that can be asked for; `done` is completed in time, `late` completed late. */
export const LEDGER_LIGHTS = [...LIGHTS, 'late'] as const
/** One of `LEDGER_LIGHTS`. */
export type LedgerLight = Light | 'late'

/** What is chosen beside the view. */
export type LedgerChosen = {
  /** Numbers of single tasks: what was ticked. */
  no: number[]
  /** Numbers of directives. */
  directive: number[]
  /** Codes of lead units. */
  lead: string[]
  /** Codes of units with any part. */
  unit: string[]
  light: LedgerLight[]
  status: TaskStatus[]
  type: TaskKind[]
  /** Whose move it is. */
  move: MoveParty[]
  due: LedgerDue | null
  /** What happened to them in which days. */
  during: LedgerDuring | null
  q: string
}

/** Which tasks, in what order, from where, compared with what, drawn how: all that the address of the ledger says. */
export type LedgerFilter = LedgerChosen &
  LedgerLook & {
    view: LedgerView
    sort: LedgerSort
    direction: 'asc' | 'desc'
    cursor: LedgerCursor | null
    /** The day with whose evening the tasks are compared. */
    since: LocalDate | null
  }

const LONGEST_QUERY = 100
/** Most tasks that an address names one by one: as many as a batch takes. */
export const MOST_NAMED = 500
/** The longest address of the ledger, after its question mark: that of so many tasks. */
export const QUERY_LENGTH = 6000
const MOST_FOLDED = 100
const CODE = /^[A-Za-z0-9_-]{1,64}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Reads an address. What it does not know it leaves out, so that no address fails. Without a view it is the open ones,
 * but all of them where a filter is given: `/tasks?directive=D3&light=done` means what it says.
 */
export function parseLedgerFilter(query: Query): LedgerFilter {
  const one = (name: string) => list(query[name])[0] ?? ''
  const oneOf = <T extends string>(known: readonly T[], name: string) => known.find((v) => v === one(name))
  const someOf = <T extends string>(known: readonly T[], name: string) =>
    known.filter((value) => list(query[name]).includes(value))
  const codes = (name: string) => [...new Set(list(query[name]))].filter((code) => CODE.test(code))
  const number = (name: string, form: RegExp) => Number(form.exec(one(name))?.[1] ?? 0)
  const numbers = (name: string, form: RegExp) => [
    ...new Set(
      list(query[name])
        .map((value) => Number(form.exec(value)?.[1]))
        .filter(Number.isInteger),
    ),
  ]
  const chosen: LedgerChosen = {
    no: numbers('no', /^T?(\d{1,9})$/i).slice(0, MOST_NAMED),
    directive: numbers('directive', /^D?(\d{1,9})$/i),
    lead: codes('lead'),
    unit: codes('unit'),
    light: someOf(LEDGER_LIGHTS, 'light'),
    status: someOf(TASK_STATUSES, 'status'),
    type: someOf(TASK_KINDS, 'type'),
    move: someOf(MOVE_PARTIES, 'move'),
    // A form asks for a span by its two ends.
    due: parseDue(one('due')) ?? parseDue(`${one('dueFrom')}..${one('dueTo')}`),
    during: parseDuring(one('during')),
    q: text(query.q).trim().slice(0, LONGEST_QUERY),
  }
  const sort = oneOf(LEDGER_SORTS, 'sort') ?? 'due'
  const columns = list(query.cols)
  const since = one('since')
  const open = codes('open')[0] ?? null
  return {
    view: oneOf(LEDGER_VIEWS, 'view') ?? (isFiltered(chosen) ? 'all' : 'open'),
    ...chosen,
    sort,
    direction: oneOf(['asc', 'desc'] as const, 'dir') ?? FIRST_DIRECTION[sort],
    cursor: parseCursor(text(query.at), sort),
    since: isLocalDate(since) ? since : null,
    as: oneOf(LEDGER_FORMS, 'as') ?? 'table',
    group: oneOf(LEDGER_GROUPS, 'group') ?? 'none',
    folded: codes('folded').slice(0, MOST_FOLDED),
    open,
    from: number('from', /^(\d{1,6})$/),
    // In the order asked for: it is the order of the columns.
    cols: [...new Set(columns)].flatMap((name) => LEDGER_COLUMNS.find((column) => column === name) ?? []),
    widths: parseWidths(list(query.widths)),
    density: oneOf(LEDGER_DENSITIES, 'density') ?? 'l',
    show: number('show', /^T?(\d{1,9})$/i) || null,
    saved: UUID.test(one('saved')) ? one('saved') : null,
  }
}

/** The same from the text after the question mark of an address. */
export function parseLedgerQuery(query: string): LedgerFilter {
  return parseLedgerFilter(Object.fromEntries(new URLSearchParams(query)))
}

/** True where anything but the view is chosen. */
export function isFiltered(filter: LedgerChosen): boolean {
  const { no, directive, lead, unit, light, status, type, move, due, during, q } = filter
  return (
    q !== '' ||
    due !== null ||
    during !== null ||
    [no, directive, lead, unit, light, status, type, move].some((chosen) => chosen.length > 0)
  )
}

/**
 * The address of a filter. A change other than of the page goes back to the first page and puts the drawer away; who wants to
 * stay hands `placeOf(filter)` along.
 */
export function ledgerHref(filter: LedgerFilter, change: Partial<LedgerFilter> = {}): string {
  const next = { ...filter, cursor: null, show: null, open: null, from: 0, ...change }
  const query: [string, string][] = [['view', next.view]]
  const put = (name: string, ...values: readonly (string | number)[]) =>
    values.length > 0 && query.push([name, values.join(',')])
  put('no', ...next.no.map((no) => `T${no}`))
  put('directive', ...next.directive.map((no) => `D${no}`))
  put('lead', ...next.lead)
  put('unit', ...next.unit)
  put('light', ...next.light)
  put('status', ...next.status)
  put('type', ...next.type)
  put('move', ...next.move)
  if (next.due) put('due', formatDue(next.due))
  if (next.during) put('during', formatDuring(next.during))
  if (next.q) put('q', next.q)
  if (next.sort !== 'due' || next.direction !== 'asc') {
    put('sort', next.sort)
    put('dir', next.direction)
  }
  if (next.since) put('since', next.since)
  if (next.as !== 'table') put('as', next.as)
  if (next.group !== 'none') put('group', next.group)
  put('folded', ...next.folded)
  if (next.open) put('open', next.open)
  if (next.from > 0) put('from', next.from)
  if (!areFirstColumns(next.cols)) put('cols', ...next.cols)
  put('widths', ...formatWidths(next.widths))
  if (next.density !== 'l') put('density', next.density)
  if (next.saved) put('saved', next.saved)
  if (next.cursor) put('at', formatCursor(next.cursor))
  if (next.show) put('show', `T${next.show}`)
  return `/tasks?${query.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`).join('&')}`
}

/** The address as a kept view remembers it: everything but the page, the drawer and the view that it came from. */
export function keptQuery(filter: LedgerFilter): string {
  return ledgerHref(filter, { saved: null }).split('?')[1] ?? ''
}

/** The filter alone as text, without the look and the place: what “all that match” stands for. */
export function queryOf(filter: LedgerFilter): string {
  const plain = { ...parseLedgerFilter({}), ...chosenOf(filter), view: filter.view }
  return ledgerHref(plain).split('?')[1] ?? ''
}

function chosenOf(filter: LedgerFilter): LedgerChosen {
  const { no, directive, lead, unit, light, status, type, move, due, during, q } = filter
  return { no, directive, lead, unit, light, status, type, move, due, during, q }
}

/** The address of exactly these tasks as text: what a batch, an export or a paper of ticked rows is of. In the order of `like`, where there is one. */
export function queryOfTasks(nos: readonly number[], like = parseLedgerFilter({})): string {
  const { sort, direction } = like
  return (
    ledgerHref({ ...parseLedgerFilter({ view: 'all' }), no: [...nos], sort, direction }).split('?')[1] ?? ''
  )
}

/** Where in the list the reader is: handed to `ledgerHref` by what changes the look and not the list. */
export function placeOf(filter: LedgerFilter): Pick<LedgerFilter, 'cursor' | 'open' | 'from'> {
  return { cursor: filter.cursor, open: filter.open, from: filter.from }
}

/** The address of the tasks that went out and show these lights, of a directive, a lead unit or a unit: what a figure by light links to. */
export function lightsHref(
  lights: readonly LedgerLight[],
  of: Readonly<Partial<Record<'directive' | 'lead' | 'unit', string>>> = {},
): string {
  return ledgerHref(parseLedgerFilter({ view: 'all', ...of, light: lights }))
}

/** The same filter with nothing chosen, in the same view, order and look. */
export function withoutChoices(filter: LedgerFilter): LedgerFilter {
  const none = {
    no: [],
    directive: [],
    lead: [],
    unit: [],
    light: [],
    status: [],
    type: [],
    move: [],
    due: null,
    during: null,
    q: '',
  }
  return { ...filter, ...none, cursor: null }
}

/** A NUL is no text that the database could be asked for. */
function text(value: string | readonly string[] | undefined): string {
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').replaceAll('\0', '')
}

function list(value: string | readonly string[] | undefined): string[] {
  const values = typeof value === 'string' ? [value] : (value ?? [])
  return values.flatMap((one) => one.split(',')).filter((one) => one !== '')
}
