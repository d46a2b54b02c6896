import { compareDates, type LocalDate } from '@/domain/calendar/local-date'
import { workingDaysBetween, type WorkingCalendar } from '@/domain/calendar/working-days'

/** The figures of domain.md §5 that are a unit's own, in its order. */
export const UNIT_METRICS = [
  'acknowledged_on_time',
  'reported_on_time',
  'completed_on_time',
  'overdue',
  'returned',
  'accepted_first_time',
  'verified',
  'extensions_per_task',
  'working_days_to_complete',
] as const

/** All figures of domain.md §5, in its order, for the messages. */
export const METRICS = [...UNIT_METRICS, 'sentence_coverage', 'requests_per_unit_month'] as const
/** One of `METRICS`. */
export type Metric = (typeof METRICS)[number]

/** A figure is never shown without both of its numbers. */
export type Ratio = { numerator: number; denominator: number }

/** A ratio as a fraction, null where nothing was counted: no data is not zero. */
export function valueOf(ratio: Ratio): number | null {
  return ratio.denominator === 0 ? null : ratio.numerator / ratio.denominator
}

/** Below so many cases a share says more than is known: the counts are shown, no percentage. */
export const CASES_FOR_PERCENT = 5

/** The share in whole percent (one decimal above 200 cases), null below `CASES_FOR_PERCENT`. */
export function percentOf({ numerator, denominator }: Ratio): number | null {
  if (denominator < CASES_FOR_PERCENT) return null
  const percent = (numerator / denominator) * 100
  return denominator > 200 ? Math.round(percent * 10) / 10 : Math.round(percent)
}

/** Several ratios as one: what is counted apart by month or unit, counted together. */
export function sumRatios(all: readonly Ratio[]): Ratio {
  return all.reduce(
    (sum, one) => ({
      numerator: sum.numerator + one.numerator,
      denominator: sum.denominator + one.denominator,
    }),
    { numerator: 0, denominator: 0 },
  )
}

function share<T>(all: readonly T[], counts: (one: T) => boolean): Ratio {
  return { numerator: all.filter(counts).length, denominator: all.length }
}

type AssignmentRecord = {
  acknowledgeDueOn: LocalDate
  acknowledgedOn: LocalDate | null
  dueOn: LocalDate | null
  completedOn: LocalDate | null
}
type PeriodRecord = { dueOn: LocalDate; submittedOn: LocalDate | null }
type ReportRecord = {
  decision: 'accept' | 'return' | null
  first: boolean
  basis: string | null
}
type TaskRecord = { dispatchedOn: LocalDate; completedOn: LocalDate | null; extensions: number }

/** 签收及时率: of the assignments whose limit has come or that were acknowledged, those acknowledged in time. */
export function acknowledgedOnTime(all: readonly AssignmentRecord[], today: LocalDate): Ratio {
  const due = all.filter((one) => one.acknowledgedOn !== null || one.acknowledgeDueOn < today)
  return share(due, (one) => one.acknowledgedOn !== null && one.acknowledgedOn <= one.acknowledgeDueOn)
}

/** 按时反馈率: of the periods whose report came or is overdue (excused ones left out), those reported by their day. */
export function reportedOnTime(all: readonly PeriodRecord[], today: LocalDate): Ratio {
  const due = all.filter((one) => one.submittedOn !== null || one.dueOn < today)
  return share(due, (one) => one.submittedOn !== null && compareDates(one.submittedOn, one.dueOn) <= 0)
}

/** 按期办结率: of what is completed or past its date, what was completed by it. */
export function completedOnTime(all: readonly AssignmentRecord[], today: LocalDate): Ratio {
  const due = all.filter((one) => one.dueOn !== null && (one.completedOn !== null || one.dueOn < today))
  return share(due, (one) => one.completedOn !== null && one.dueOn !== null && one.completedOn <= one.dueOn)
}

/** 逾期率: of what is open, what is past its date. */
export function overdueShare(all: readonly AssignmentRecord[], today: LocalDate): Ratio {
  const open = all.filter((one) => one.completedOn === null)
  return share(open, (one) => one.dueOn !== null && one.dueOn < today)
}

/** 退回率: of the reports reviewed, those returned. */
export function returnedShare(all: readonly ReportRecord[]): Ratio {
  return share(
    all.filter((one) => one.decision !== null),
    (one) => one.decision === 'return',
  )
}

/** 一次通过率: of the first versions reviewed, those accepted. */
export function acceptedFirstTime(all: readonly ReportRecord[]): Ratio {
  return share(
    all.filter((one) => one.first && one.decision !== null),
    (one) => one.decision === 'accept',
  )
}

/** 核实率: of the reports accepted, those verified on some basis. */
export function verifiedShare(all: readonly ReportRecord[]): Ratio {
  const accepted = all.filter((one) => one.decision === 'accept')
  return share(accepted, (one) => one.basis !== null && one.basis !== 'not_verified')
}

/** Extensions per task. */
export function extensionsPerTask(all: readonly TaskRecord[]): Ratio {
  return { numerator: all.reduce((sum, one) => sum + one.extensions, 0), denominator: all.length }
}

/** Working days from dispatch to completion, summed over the completed tasks: the mean is its value. */
export function workingDaysToComplete(all: readonly TaskRecord[], calendar: WorkingCalendar): Ratio {
  const days = all.flatMap((one) =>
    one.completedOn ? [workingDaysBetween(one.dispatchedOn, one.completedOn, calendar)] : [],
  )
  return { numerator: days.reduce((sum, one) => sum + one, 0), denominator: days.length }
}

/** 句覆盖率: of the sentences, those that a person has accounted for. */
export function sentenceCoverage(sentences: readonly { confirmed: boolean }[]): Ratio {
  return share(sentences, (one) => one.confirmed)
}

/** The burden: requests made of units, per unit and month. */
export function requestsPerUnitMonth(requests: number, units: number, months: number): Ratio {
  return { numerator: requests, denominator: units * months }
}
