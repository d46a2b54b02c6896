import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@/domain/settings'
import { dueMeaning } from './task-words'
import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import { firstUnpublishedYear, missingYear } from '@/domain/calendar/calendar-change'
import type { LocalDate } from '@/domain/calendar/local-date'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import {
  addWorkingDays,
  dateAdvice,
  nextWorkingDay,
  type WorkingCalendar,
} from '@/domain/calendar/working-days'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2026]),
  off: new Set<LocalDate>(),
  on: new Set(),
}
const today: LocalDate = '2026-12-31'
const late = new Date('2026-12-31T17:00:00+08:00')
const typed = (text: string) => {
  const read = parseTypedDate(text, today, calendar)
  return 'date' in read ? read.date : today
}

/** Every function that reckons a date, once across the end of the last published year. */
const RECKONED: Record<string, LocalDate> = {
  addWorkingDays: addWorkingDays(today, 3, calendar),
  nextWorkingDay: nextWorkingDay('2027-01-02', calendar),
  acknowledgeDueOn: acknowledgeDueOn(late, 'none', defaultSettings, calendar),
  refuseDueOn: refuseDueOn(late, defaultSettings, calendar),
  'parseTypedDate +10wd': typed('+10wd'),
  'parseTypedDate 3月底': typed('3月底'),
}

describe('a date in a year whose calendar is not published', () => {
  it.each(Object.entries(RECKONED))('is flagged wherever it is reckoned: %s', (_name, on) => {
    expect(on > today).toBe(true)
    expect(firstUnpublishedYear(today, on, calendar)).toBe(2027)
    expect(dateAdvice(on, calendar)).toContainEqual({
      code: 'date.year_unpublished',
      params: { date: on, year: 2027 },
    })
  })

  it('is flagged as a due date, also one in a published year that is counted across one that is not', () => {
    const task = { status: 'in_progress', kind: 'time_boxed', cycle: null, completedOn: null } as const
    const meaning = (dueOn: LocalDate, published: number[]) =>
      dueMeaning({ today, calendar: { ...calendar, published: new Set(published) } }, { ...task, dueOn })
    expect(meaning('2027-02-01', [2026])).toMatchObject({ code: 'about', year: 2027 })
    expect(meaning('2028-02-01', [2026, 2028])).toMatchObject({ code: 'about', year: 2027 })
    expect(meaning('2027-02-01', [2026, 2027])).toMatchObject({ code: 'left' })
  })

  it('is missed from October of the year before on', () => {
    expect(missingYear('2026-09-30', calendar)).toBeNull()
    expect(missingYear('2026-10-01', calendar)).toBe(2027)
    expect(missingYear('2027-03-01', calendar)).toBe(2027)
  })
})
