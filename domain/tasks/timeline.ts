import {
  addDays,
  addMonths,
  dateOfNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  partsOf,
  weekday,
  type LocalDate,
} from '@/domain/calendar/local-date'
import { isWorkingDay, type WorkingCalendar } from '@/domain/calendar/working-days'

/** How near the timetable 时间表 looks: a window of eight weeks, six months or six quarters. */
export const TIMELINE_ZOOMS = ['week', 'month', 'quarter'] as const
/** One of `TIMELINE_ZOOMS`. */
export type TimelineZoom = (typeof TIMELINE_ZOOMS)[number]

/** The days that are drawn, both counted, and how near. */
export type TimelineWindow = { zoom: TimelineZoom; fromOn: LocalDate; toOn: LocalDate }

const WEEKS = 8
const MONTHS: Readonly<Record<'month' | 'quarter', number>> = { month: 6, quarter: 18 }
/** How much of a window lies before today when it is first opened: two weeks, two months, two quarters. */
const BEFORE = { week: 14, month: 2, quarter: 6 } as const

/** The first day of the week, month or quarter that the day lies in. */
function startOf(zoom: TimelineZoom, day: LocalDate): LocalDate {
  if (zoom === 'week') return addDays(day, 1 - weekday(day))
  const { month, day: ofMonth } = partsOf(day)
  const first = addDays(day, 1 - ofMonth)
  return zoom === 'month' ? first : addMonths(first, -((month - 1) % 3))
}

/** The window of a zoom; without a day of its own it holds today with what lies shortly before it. */
export function timelineWindow(zoom: TimelineZoom, from: LocalDate | null, today: LocalDate): TimelineWindow {
  const first =
    from ?? (zoom === 'week' ? addDays(today, -BEFORE.week) : addMonths(startOf(zoom, today), -BEFORE[zoom]))
  const fromOn = startOf(zoom, first)
  const end = zoom === 'week' ? addDays(fromOn, WEEKS * 7) : addMonths(fromOn, MONTHS[zoom])
  return { zoom, fromOn, toOn: addDays(end, -1) }
}

/** The nearest window that holds all of these days; where none does, the widest from the first of them. Without days: around today. */
export function fittingWindow(days: readonly LocalDate[], today: LocalDate): TimelineWindow {
  const [first] = [...days].sort()
  const last = [...days].sort().at(-1)
  if (!first || !last) return timelineWindow('month', null, today)
  const windows = TIMELINE_ZOOMS.map((zoom) => timelineWindow(zoom, first, today))
  return windows.find((one) => one.toOn >= last) ?? timelineWindow('quarter', first, today)
}

/** Where the windows before and after begin: half a window away, so that nothing is cut from what it belongs to. */
export function besideWindow({ zoom, fromOn }: TimelineWindow, way: 1 | -1): LocalDate {
  return zoom === 'week'
    ? addDays(fromOn, (way * WEEKS * 7) / 2)
    : addMonths(fromOn, way * (zoom === 'month' ? 3 : 9))
}

/** Where a day begins in the window, in percent of its width; outside it below 0 or from 100 on. */
export function placeOf({ fromOn, toOn }: TimelineWindow, day: LocalDate): number {
  return percent((daysBetween(fromOn, day) / (daysBetween(fromOn, toOn) + 1)) * 100)
}

const percent = (value: number) => Math.round(value * 100) / 100
const within = (value: number) => Math.min(100, Math.max(0, value))

/** A stretch of days in the window, in percent; `before` and `after` say that it goes on beyond the edge. Null outside. */
export type Stretch = { from: number; to: number; before: boolean; after: boolean }

/** The stretch from the first to the last day, both counted. */
export function stretchOf(window: TimelineWindow, firstOn: LocalDate, lastOn: LocalDate): Stretch | null {
  const from = placeOf(window, firstOn)
  const to = placeOf(window, addDays(lastOn, 1))
  if (to <= 0 || from >= 100 || to <= from) return null
  return { from: within(from), to: within(to), before: from < 0, after: to > 100 }
}

/** What a task shows on the time axis. */
export type TimelineDates = {
  dispatchedOn: LocalDate | null
  dueOn: LocalDate | null
  originalDueOn: LocalDate | null
  completedOn: LocalDate | null
  /** Still to be done: an overdue one runs on to today. */
  open: boolean
  /** Verified progress in percent. */
  verified: number
}

/** The drawn parts of a task: until its first date, what was added to it, what ran on past it; and where the first date stands. */
export type TimelineParts = {
  given: Stretch | null
  /** As much of the way from its dispatch to its due date as was verified. */
  verified: Stretch | null
  extension: Stretch | null
  late: Stretch | null
  originalAt: number | null
  /** Without a due date the bar stays open. */
  endless: boolean
  /** The whole task lies before or after the window. */
  outside: 'before' | 'after' | null
}

/** The parts of a task in a window; null where it has not gone out. A date that was brought forward has no extension. */
export function timelineParts(
  window: TimelineWindow,
  task: TimelineDates,
  today: LocalDate,
): TimelineParts | null {
  const { dispatchedOn, dueOn, originalDueOn, completedOn, open } = task
  if (!dispatchedOn) return null
  const end = dueOn ?? (completedOn && !open ? completedOn : null)
  const moved = dueOn && originalDueOn && originalDueOn < dueOn ? originalDueOn : null
  const lateUntil = dueOn && (open ? today : completedOn)
  const last = [end, lateUntil].reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)), null)
  const originalAt = originalDueOn && originalDueOn !== dueOn ? originalDueOn : null
  const bracket = originalAt ? placeOf(window, addDays(originalAt, 1)) : -1
  return {
    given: stretchOf(window, dispatchedOn, moved ?? end ?? window.toOn),
    verified: dueOn ? verifiedPart(window, dispatchedOn, dueOn, task.verified) : null,
    extension: moved && dueOn ? stretchOf(window, addDays(moved, 1), dueOn) : null,
    late: dueOn && lateUntil && lateUntil > dueOn ? stretchOf(window, addDays(dueOn, 1), lateUntil) : null,
    originalAt: bracket > 0 && bracket <= 100 ? bracket : null,
    endless: end === null,
    outside: last && last < window.fromOn ? 'before' : dispatchedOn > window.toOn ? 'after' : null,
  }
}

function verifiedPart(
  window: TimelineWindow,
  from: LocalDate,
  dueOn: LocalDate,
  verified: number,
): Stretch | null {
  const days = Math.round(((daysBetween(from, dueOn) + 1) * verified) / 100)
  return days > 0 ? stretchOf(window, from, addDays(from, days - 1)) : null
}

/** A mark on the axis: `heading` begins a month (a quarter in the widest view), the others are days or months between. */
export type TimelineTick = { on: LocalDate; at: number }

/** The axis: headings by month, and between them Mondays, every other Monday, or the months of the quarters. */
export function timelineTicks(window: TimelineWindow): { headings: TimelineTick[]; between: TimelineTick[] } {
  const { zoom, fromOn, toOn } = window
  const tick = (on: LocalDate) => ({ on, at: Math.max(0, placeOf(window, on)) })
  const headings = [fromOn]
  const step = zoom === 'quarter' ? 3 : 1
  for (let on = addMonths(startOf(zoom === 'quarter' ? 'quarter' : 'month', fromOn), step); on <= toOn; ) {
    headings.push(on)
    on = addMonths(on, step)
  }
  const between: LocalDate[] = []
  const every = zoom === 'week' ? 7 : 14
  let on = zoom === 'quarter' ? fromOn : addDays(fromOn, (8 - weekday(fromOn)) % 7)
  while (on <= toOn) {
    between.push(on)
    on = zoom === 'quarter' ? addMonths(on, 1) : addDays(on, every)
  }
  return { headings: headings.map(tick), between: between.map(tick) }
}

/** The days off of the window as stretches in percent, none in the widest view: a day is thinner than a line there. */
export function daysOff(window: TimelineWindow, calendar: WorkingCalendar): { from: number; to: number }[] {
  if (window.zoom === 'quarter') return []
  const found: { from: number; to: number }[] = []
  for (let n = dayNumber(window.fromOn); n <= dayNumber(window.toOn); n += 1) {
    const day = dateOfNumber(n)
    if (isWorkingDay(day, calendar)) continue
    const [from, to] = [placeOf(window, day), placeOf(window, addDays(day, 1))]
    const last = found.at(-1)
    if (last && Math.abs(last.to - from) < 0.02) last.to = to
    else found.push({ from, to })
  }
  return found
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** The window that an address asks for: `zoom` and `start`; what it does not know it leaves out. */
export function parseTimeline(query: Query, today: LocalDate): TimelineWindow {
  const zoom = TIMELINE_ZOOMS.find((one) => one === query.zoom) ?? 'month'
  const from =
    isLocalDate(query.start) && query.start >= '1990-01-01' && query.start <= '2190-12-31'
      ? query.start
      : null
  return timelineWindow(zoom, from, today)
}
