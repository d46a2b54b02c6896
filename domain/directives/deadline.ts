import { addDays, addMonths, isLocalDate, type LocalDate } from '@/domain/calendar/local-date'
import type { DeadlineCycle, DeadlineDraft } from './decomposition'

/** What a reader of dates knows of the paper: its date of issue and the working days. */
export type Anchor = { issuedOn: LocalDate | null; isWorkingDay?: ((day: string) => boolean) | undefined }

/** The absence of a date: 及时 and 尽快 are urgency, not dates. */
export const noDeadline: DeadlineDraft = {
  kind: 'none',
  raw: null,
  resolved: null,
  start: null,
  end: null,
  cycle: null,
}

/** A deadline draft at a place of the cleaned text; a resolved day off says so where the calendar is known. */
export function deadlineAt(
  kind: DeadlineDraft['kind'],
  raw: string,
  start: number,
  resolved: string | null,
  anchor: Anchor,
  cycle: DeadlineCycle | null = null,
): DeadlineDraft {
  const draft: DeadlineDraft = { kind, raw, resolved, start, end: start + raw.length, cycle }
  if (resolved && anchor.isWorkingDay) draft.dayOff = !anchor.isWorkingDay(resolved)
  return draft
}

/** Unit in which a term runs. */
export type TermUnit = 'workingDay' | 'day' | 'week' | 'month' | 'year'

/** Last day of a term that runs from a date; working days need the calendar, else null. */
export function afterTerm(from: LocalDate, amount: number, unit: TermUnit, anchor: Anchor): LocalDate | null {
  if (!Number.isFinite(amount) || amount <= 0 || amount > 5000) return null
  if (unit === 'day') return addDays(from, amount)
  if (unit === 'week') return addDays(from, amount * 7)
  if (unit === 'month') return amount > 600 ? null : addMonths(from, amount)
  if (unit === 'year') return amount > 50 ? null : addMonths(from, amount * 12)
  if (!anchor.isWorkingDay || amount > 1000) return null
  let at = from
  for (let left = amount, guard = 0; left > 0 && guard < 4000; guard++) {
    at = addDays(at, 1)
    if (anchor.isWorkingDay(at)) left--
  }
  return at
}

/** A LocalDate if the text is one that exists, else null. */
export function asLocalDate(text: string | null | undefined): LocalDate | null {
  return isLocalDate(text) ? text : null
}
