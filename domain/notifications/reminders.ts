import type { LocalDate } from '@/domain/calendar/local-date'
import { isWorkingDay, workingDaysBetween, type WorkingCalendar } from '@/domain/calendar/working-days'
import type { Settings } from '@/domain/settings'

/** What is reminded of: a date near, on the day itself, passed. */
export const REMINDERS = ['reminder.due_soon', 'reminder.due_today', 'reminder.overdue'] as const
/** One reminder with its working days left or passed. */
export type Reminder = { code: (typeof REMINDERS)[number]; params: { workingDays: number; dueOn: LocalDate } }

/**
 * The reminder of an open assignment on a worked day: so many working days before its due date, on the day, and after
 * it on each worked day (domain.md §3). Null on every other day; a day off reminds nobody.
 */
export function reminderOn(
  dueOn: LocalDate,
  settings: Pick<Settings, 'remindWorkingDays'>,
  calendar: WorkingCalendar,
  today: LocalDate,
): Reminder | null {
  if (!isWorkingDay(today, calendar)) return null
  if (today === dueOn) return { code: 'reminder.due_today', params: { workingDays: 0, dueOn } }
  const workingDays = workingDaysBetween(today, dueOn, calendar)
  if (today > dueOn) return { code: 'reminder.overdue', params: { workingDays: -workingDays, dueOn } }
  if (workingDays !== settings.remindWorkingDays) return null
  return { code: 'reminder.due_soon', params: { workingDays, dueOn } }
}
