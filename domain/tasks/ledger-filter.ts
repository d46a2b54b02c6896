import { isLocalDate } from '@/domain/calendar/local-date'
import { LIGHTS } from './light'
import { TASK_STATUSES, type TaskStatus } from './lifecycle'

/** The fixed views of the ledger 任务台账: open, to acknowledge, due this week, off course, waiting for review, mine, all. */
export const LEDGER_VIEWS = ['open', 'acknowledge', 'week', 'off', 'review', 'mine', 'all'] as const
/** One of `LEDGER_VIEWS`. */
export type LedgerView = (typeof LEDGER_VIEWS)[number]

/** What the ledger can be ordered by: due date, number, light (worst first), last report, since when the move waits. */
export const LEDGER_SORTS = ['due', 'no', 'light', 'last', 'move'] as const
/** One of `LEDGER_SORTS`. */
export type LedgerSort = (typeof LEDGER_SORTS)[number]

/** The lights that can be asked for; `done` is completed in time, `late` completed late. */
export const LEDGER_LIGHTS = [...LIGHTS, 'late'] as const
/** One of `LEDGER_LIGHTS`. */
export type LedgerLight = (typeof LEDGER_LIGHTS)[number]

/** A row's place in the order: its sort value (null sorts last), its id, and how many rows stand before the page. */
export type LedgerCursor = { back: boolean; value: string | null; id: string; before: number }

/** Which tasks, in what order, from where: what the address of the ledger says. */
export type LedgerFilter = {
  view: LedgerView
  /** Numbers of directives. */
  directive: number[]
  /** Codes of lead units. */
  lead: string[]
  /** Codes of units with any part. */
  unit: string[]
  light: LedgerLight[]
  status: TaskStatus[]
  q: string
  sort: LedgerSort
  direction: 'asc' | 'desc'
  cursor: LedgerCursor | null
}

/** The direction in which each order is first asked for: the newest report, else the soonest, lowest, worst. */
export const FIRST_DIRECTION: Readonly<Record<LedgerSort, 'asc' | 'desc'>> = {
  due: 'asc',
  no: 'asc',
  light: 'asc',
  last: 'desc',
  move: 'asc',
}

const LONGEST_QUERY = 100
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CODE = /^[A-Za-z0-9_-]{1,64}$/

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
  const filter = {
    directive: list(query.directive)
      .map((value) => Number(/^D?(\d{1,9})$/i.exec(value)?.[1]))
      .filter(Number.isInteger),
    lead: list(query.lead).filter((code) => CODE.test(code)),
    unit: list(query.unit).filter((code) => CODE.test(code)),
    light: someOf(LEDGER_LIGHTS, 'light'),
    status: someOf(TASK_STATUSES, 'status'),
    q: text(query.q).trim().slice(0, LONGEST_QUERY),
  }
  const sort = oneOf(LEDGER_SORTS, 'sort') ?? 'due'
  const direction = oneOf(['asc', 'desc'] as const, 'dir') ?? FIRST_DIRECTION[sort]
  const view = oneOf(LEDGER_VIEWS, 'view') ?? (isFiltered(filter) ? 'all' : 'open')
  return { view, ...filter, sort, direction, cursor: parseCursor(text(query.at), sort) }
}

type Choices = Pick<LedgerFilter, 'directive' | 'lead' | 'unit' | 'light' | 'status' | 'q'>

/** True where anything but the view is chosen. */
export function isFiltered(filter: Choices): boolean {
  const { directive, lead, unit, light, status, q } = filter
  return q !== '' || [directive, lead, unit, light, status].some((chosen) => chosen.length > 0)
}

/** The address of a filter; a change other than of the page goes back to the first page. */
export function ledgerHref(filter: LedgerFilter, change: Partial<LedgerFilter> = {}): string {
  const next = { ...filter, cursor: null, ...change }
  const query: [string, string][] = [['view', next.view]]
  const put = (name: string, values: readonly (string | number)[]) =>
    values.length > 0 && query.push([name, values.join(',')])
  put(
    'directive',
    next.directive.map((no) => `D${no}`),
  )
  put('lead', next.lead)
  put('unit', next.unit)
  put('light', next.light)
  put('status', next.status)
  if (next.q) query.push(['q', next.q])
  if (next.sort !== 'due' || next.direction !== 'asc')
    query.push(['sort', next.sort], ['dir', next.direction])
  if (next.cursor) query.push(['at', formatCursor(next.cursor)])
  return `/tasks?${query.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`
}

/** The address of the tasks that went out and show these lights, of a directive, a lead unit or a unit: what a figure by light links to. */
export function lightsHref(
  lights: readonly LedgerLight[],
  of: Readonly<Partial<Record<'directive' | 'lead' | 'unit', string>>> = {},
): string {
  return ledgerHref(parseLedgerFilter({ view: 'all', ...of, light: lights }))
}

/** The same filter with nothing chosen, in the same view and order. */
export function withoutChoices(filter: LedgerFilter): LedgerFilter {
  return { ...filter, directive: [], lead: [], unit: [], light: [], status: [], q: '', cursor: null }
}

/** `<a|b>.<rows before>.<id>.<sort value>`; no sort value where it is null. */
function formatCursor({ back, value, id, before }: LedgerCursor): string {
  return [back ? 'b' : 'a', before, id, ...(value === null ? [] : [value])].join('.')
}

const INSTANT = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/
const isInstant = (value: string) => isLocalDate(INSTANT.exec(value)?.[1])
/** What the database can read as the value of the order: a day that no calendar has would fail there. */
const IS_VALUE: Readonly<Record<LedgerSort, (value: string) => boolean>> = {
  due: isLocalDate,
  no: (value) => /^\d{1,9}$/.test(value),
  light: (value) => /^\d \d{4}-\d\d-\d\d$/.test(value),
  last: isInstant,
  move: isLocalDate,
}

function parseCursor(address: string, sort: LedgerSort): LedgerCursor | null {
  const [way, before, id, ...rest] = address.split('.')
  if ((way !== 'a' && way !== 'b') || !/^\d{1,9}$/.test(before ?? '') || !UUID.test(id ?? '')) return null
  const value = rest.length > 0 ? rest.join('.') : null
  if (value !== null && !IS_VALUE[sort](value)) return null
  return { back: way === 'b', before: Number(before), id: id ?? '', value }
}

/** A NUL is no text that the database could be asked for. */
function text(value: string | readonly string[] | undefined): string {
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').replaceAll('\0', '')
}

function list(value: string | readonly string[] | undefined): string[] {
  const values = typeof value === 'string' ? [value] : (value ?? [])
  return values.flatMap((one) => one.split(',')).filter((one) => one !== '')
}
