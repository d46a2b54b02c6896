import type { Settings } from '@/domain/settings'
import { addDays, localDateIn, timeOfDayIn, type LocalDate } from './local-date'
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from './working-days'

/** Urgency of a directive: ordinary, urgent 加急, extra urgent 特急. */
export const URGENCIES = ['none', 'urgent', 'extra_urgent'] as const
/** One of `URGENCIES`. */
export type Urgency = (typeof URGENCIES)[number]

type Limits = Pick<Settings, 'acknowledgeWorkingDays' | 'refuseWorkingDays' | 'lateHour'>

const MS_PER_HOUR = 3_600_000

/** The day that a receipt counts for: after the late hour (16:00), the next day (domain.md §3, time limits). */
export function countsAsReceivedOn(receivedAt: Date, limits: Limits, calendar: WorkingCalendar): LocalDate {
  const day = localDateIn(receivedAt, calendar.zone)
  return timeOfDayIn(receivedAt, calendar.zone) > limits.lateHour * MS_PER_HOUR ? addDays(day, 1) : day
}

/**
 * The last day on which to acknowledge: so many working days after the receipt; extra urgent, the day of receipt
 * itself. A limit never ends on a day off, since nobody is counted late for a Sunday.
 */
export function acknowledgeDueOn(
  receivedAt: Date,
  urgency: Urgency,
  limits: Limits,
  calendar: WorkingCalendar,
): LocalDate {
  const day = countsAsReceivedOn(receivedAt, limits, calendar)
  if (urgency === 'extra_urgent') return nextWorkingDay(day, calendar)
  return nextWorkingDay(addWorkingDays(day, limits.acknowledgeWorkingDays, calendar), calendar)
}

/** The last day on which an assignment may still be refused; working days after the receipt. */
export function refuseDueOn(receivedAt: Date, limits: Limits, calendar: WorkingCalendar): LocalDate {
  const day = countsAsReceivedOn(receivedAt, limits, calendar)
  return nextWorkingDay(addWorkingDays(day, limits.refuseWorkingDays, calendar), calendar)
}
