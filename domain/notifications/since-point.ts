import { addDays, isLocalDate, type LocalDate } from '@/domain/calendar/local-date'
import { addWorkingDays, type WorkingCalendar } from '@/domain/calendar/working-days'

/** What 上次以来 compares with: the last look, the working day before today, a week ago, or a day named. */
export const SINCE_CHOICES = ['last', 'workday', 'week', 'date'] as const
/** One of `SINCE_CHOICES`. */
export type SinceChoice = (typeof SINCE_CHOICES)[number]

/** A look within so many minutes of the last one is the same look: a reload does not empty the list. */
export const SAME_LOOK_MINUTES = 10

/** When the desk was looked at last, and the look before it; null where there was none. */
export type Looks = { seenAt: Date | null; sinceAt: Date | null }

/** True where this is another look than the last: none yet, or the last is ten minutes old. */
export function isNewLook(looks: Looks, now: Date): boolean {
  return looks.seenAt === null || now.getTime() - looks.seenAt.getTime() >= SAME_LOOK_MINUTES * 60_000
}

/** The look that “since you last looked” means now; null on the first. */
export function lastLook(looks: Looks, now: Date): Date | null {
  return isNewLook(looks, now) ? looks.seenAt : looks.sinceAt
}

/** What the address asks for (`workday`, `week`, a day that has begun); without it the last look, or the working day before. */
export function sinceChoice(
  asked: string | undefined,
  last: Date | null,
  today: LocalDate,
): { choice: SinceChoice; on: LocalDate | null } {
  if (asked === 'workday' || asked === 'week') return { choice: asked, on: null }
  if (isLocalDate(asked) && asked <= today) return { choice: 'date', on: asked }
  return { choice: last ? 'last' : 'workday', on: null }
}

/** The days with whose beginning the fixed choices compare. */
export function sinceDays(
  today: LocalDate,
  calendar: WorkingCalendar,
): { workday: LocalDate; week: LocalDate } {
  return { workday: addWorkingDays(today, -1, calendar), week: addDays(today, -7) }
}
