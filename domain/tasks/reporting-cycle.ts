import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  localDateOf,
  partsOf,
  weekday,
  type LocalDate,
} from '@/domain/calendar/local-date'
import { nextWorkingDay, type WorkingCalendar } from '@/domain/calendar/working-days'

/** How often an ongoing task is reported on. */
export const REPORTING_CYCLES = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const
/** One of `REPORTING_CYCLES`. */
export type ReportingCycle = (typeof REPORTING_CYCLES)[number]

/** The greatest day that a cycle can end on: a weekday (1 = Monday) or a day of the month, in a quarter of its last month. */
export function lastCycleDay(cycle: ReportingCycle): 7 | 31 {
  return cycle === 'weekly' || cycle === 'fortnightly' ? 7 : 31
}

/** A cycle as one assignment has it: null for `day` counts the periods from the day it was sent. */
export type CycleRule = { cycle: ReportingCycle; day: number | null; startOn: LocalDate }

/** From its first to its last day, both in it; the report is due on `dueOn`, the last day or the first worked day after it. */
export type Period = { n: number; startOn: LocalDate; endOn: LocalDate; dueOn: LocalDate }

/** A time in which nothing is owed, from the day it began up to, but without, the day it ended; null while it lasts. */
export type Pause = { fromOn: LocalDate; toOn: LocalDate | null }

/** served: reported in time · missed · due: today lies in it · ahead · excused: nothing was owed. */
export const PERIOD_STATES = ['served', 'missed', 'due', 'ahead', 'excused'] as const
/** One of `PERIOD_STATES`. */
export type PeriodState = (typeof PERIOD_STATES)[number]

/**
 * How reporting stands: periods missed in a row up to yesterday, the days by which these were due, and those by which the next two
 * are; `reportFromOn`: the first day on which a report serves the first of these, null while nothing is owed.
 */
export type ReportingStanding = {
  missedPeriods: number
  reportDuesAhead: LocalDate[]
  reportFromOn: LocalDate | null
  missedDues: LocalDate[]
}

const DAYS_OF: Readonly<Record<ReportingCycle, number>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 30,
  quarterly: 91,
}

/** The last days of the periods, without end, before days off are looked at. */
function* anchors({ cycle, day, startOn }: CycleRule): Generator<LocalDate> {
  const weeks = cycle === 'weekly' ? 7 : cycle === 'fortnightly' ? 14 : 0
  const months = cycle === 'monthly' ? 1 : 3
  const longEnough = (end: LocalDate) => daysBetween(startOn, end) + 1 >= DAYS_OF[cycle] / 2
  if (day === null) {
    for (let n = 1; ; n++) yield weeks > 0 ? addDays(startOn, weeks * n) : addMonths(startOn, months * n)
  }
  if (weeks > 0) {
    let end = addDays(startOn, (day - weekday(startOn) + 7) % 7)
    while (!longEnough(end)) end = addDays(end, 7)
    for (; ; end = addDays(end, weeks)) yield end
  }
  const { year, month } = partsOf(startOn)
  const ofMonth = (ahead: number) => {
    const at = year * 12 + month - 1 + ahead
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1]
    return localDateOf(y, m, Math.min(day, daysInMonth(y, m))) as LocalDate
  }
  // A quarter ends with March, June, September, December.
  let ahead = months === 3 ? 2 - ((month - 1) % 3) : 0
  while (ofMonth(ahead) < startOn || !longEnough(ofMonth(ahead))) ahead += months
  for (; ; ahead += months) yield ofMonth(ahead)
}

/**
 * The periods of a cycle, without end, without gap or overlap. A first period shorter than half a cycle is merged into the next;
 * so is one whose report would fall due on the same worked day as the next one's (the long holidays of a weekly cycle).
 */
export function* periodsOf(rule: CycleRule, calendar: WorkingCalendar): Generator<Period> {
  let n = 1
  let startOn = rule.startOn
  let last: { endOn: LocalDate; dueOn: LocalDate } | null = null
  for (const endOn of anchors(rule)) {
    const dueOn = nextWorkingDay(endOn, calendar)
    if (last && last.dueOn !== dueOn) {
      yield { n, startOn, ...last }
      n += 1
      startOn = addDays(last.endOn, 1)
    }
    last = { endOn, dueOn }
  }
}

/** A period with how it stands and the day of the report that served it. */
export type PeriodView = Period & { state: PeriodState; servedOn: LocalDate | null }

/**
 * The periods up to the one after that in which today lies, oldest first. A period is served by any report handed in after the
 * due day before it and up to its own; `reportedOn` are those days. It is excused where its due day lies in a pause, or where
 * less than half of its days were outside one. Late reports serve the period in which they come.
 */
export function periodViews(
  rule: CycleRule,
  reportedOn: readonly LocalDate[],
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
  today: LocalDate,
): PeriodView[] {
  const views: PeriodView[] = []
  let after: LocalDate | null = null
  for (const period of periodsOf(rule, calendar)) {
    const from = after === null ? rule.startOn : addDays(after, 1)
    const servedOn = reportedOn.reduce<LocalDate | null>(
      (first, day) => (day >= from && day <= period.dueOn && (first === null || day < first) ? day : first),
      null,
    )
    const state = servedOn ? 'served' : stateOf(period, from, pauses, today)
    views.push({ ...period, state, servedOn })
    after = period.dueOn
    if (from > today) return views
  }
  return views
}

function stateOf(period: Period, from: LocalDate, pauses: readonly Pause[], today: LocalDate): PeriodState {
  if (isExcused(period, from, pauses)) return 'excused'
  if (from > today) return 'ahead'
  return period.dueOn < today ? 'missed' : 'due'
}

function isExcused({ dueOn }: Period, from: LocalDate, pauses: readonly Pause[]): boolean {
  const length = daysBetween(from, dueOn) + 1
  let paused = 0
  for (const { fromOn, toOn } of pauses) {
    if (dueOn >= fromOn && (toOn === null || dueOn < toOn)) return true
    if (toOn === null || toOn <= from || fromOn > dueOn) continue
    paused += daysBetween(fromOn > from ? fromOn : from, toOn)
  }
  return length - paused < length / 2
}

/** The period that a report handed in today serves. */
export function periodServedOn(rule: CycleRule, calendar: WorkingCalendar, today: LocalDate): Period | null {
  for (const period of periodsOf(rule, calendar)) if (period.dueOn >= today) return period
  return null
}

/**
 * How reporting stands today. The period that today lies in is due, not missed; once it is served the ones after it are ahead.
 * A report, late or not, ends the row of missed periods before it; an excused period neither ends nor lengthens it.
 */
export function reportingStanding(
  rule: CycleRule,
  reportedOn: readonly LocalDate[],
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
  today: LocalDate,
): ReportingStanding {
  const missedDues: LocalDate[] = []
  const reportDuesAhead: LocalDate[] = []
  let reportFromOn: LocalDate | null = null
  let fromOn = rule.startOn
  for (const { state, dueOn } of periodViews(rule, reportedOn, pauses, calendar, today)) {
    if (state === 'served') missedDues.length = 0
    if (state === 'missed') missedDues.push(dueOn)
    if (state === 'due' || state === 'ahead') {
      reportDuesAhead.push(dueOn)
      reportFromOn ??= fromOn
    }
    fromOn = addDays(dueOn, 1)
  }
  for (const { dueOn } of periodsOf(rule, calendar)) {
    if (reportDuesAhead.length >= 2) break
    if (dueOn > (reportDuesAhead.at(-1) ?? today)) reportDuesAhead.push(dueOn)
  }
  return { missedPeriods: missedDues.length, reportDuesAhead, reportFromOn, missedDues }
}
