import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  dateOfNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  localDateIn,
  monthEnd,
  weekday,
  type LocalDate,
} from './local-date'
import {
  addWorkingDays,
  dateAdvice,
  isPublished,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days'

const year2020: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  // Tomb-sweeping and Labour Day of 2020, as published by the State Council's office.
  off: new Set<LocalDate>(['2020-04-06', '2020-05-01', '2020-05-04', '2020-05-05']),
  on: new Set<LocalDate>(['2020-04-26', '2020-05-09']),
}

const anyDate = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2060-12-31') }).map(dateOfNumber)
const anyCalendar = fc
  .record({
    published: fc.uniqueArray(fc.integer({ min: 2018, max: 2026 })),
    odd: fc.uniqueArray(fc.integer({ min: dayNumber('2018-01-01'), max: dayNumber('2027-12-31') }), {
      maxLength: 80,
    }),
  })
  .map(({ published, odd }): WorkingCalendar => {
    const dates = odd.map(dateOfNumber)
    return {
      zone: 'Asia/Shanghai',
      published: new Set(published),
      off: new Set(dates.filter((date) => weekday(date) <= 5)),
      on: new Set(dates.filter((date) => weekday(date) > 5)),
    }
  })
const near = fc.tuple(
  fc.integer({ min: dayNumber('2018-01-01'), max: dayNumber('2027-12-31') }),
  fc.integer({ min: 0, max: 400 }),
)

describe('a local date', () => {
  it('is a day that exists', () => {
    for (const good of ['2020-02-29', '2000-01-01', '2026-12-31']) expect(isLocalDate(good)).toBe(true)
    for (const bad of [
      '2019-02-29',
      '2020-4-1',
      '2020-13-01',
      '2020-00-10',
      '20200401',
      '',
      null,
      5,
      new Date(0),
    ]) {
      expect(isLocalDate(bad)).toBe(false)
    }
  })

  it('knows its weekday: 10 April 2020 was a Friday, 1 January 2027 is one too', () => {
    expect(weekday('2020-04-10')).toBe(5)
    expect(weekday('2027-01-01')).toBe(5)
    expect(weekday('2020-04-12')).toBe(7)
    expect(weekday('1969-12-31')).toBe(3)
  })

  it('ends its month, and keeps inside it when months are added', () => {
    expect(monthEnd('2020-02-03')).toBe('2020-02-29')
    expect(monthEnd('2021-04-30')).toBe('2021-04-30')
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29')
    expect(addMonths('2020-12-31', 2)).toBe('2021-02-28')
    expect(addMonths('2020-03-31', -1)).toBe('2020-02-29')
  })

  it('is the day of the office’s zone, never the server’s', () => {
    const instant = new Date('2020-04-09T16:30:00Z')
    expect(localDateIn(instant, 'Asia/Shanghai')).toBe('2020-04-10')
    expect(localDateIn(instant, 'UTC')).toBe('2020-04-09')
    expect(localDateIn(instant, 'America/New_York')).toBe('2020-04-09')
    expect(localDateIn(new Date('2019-12-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2020-01-01')
  })

  it('adds up: there and back again', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const there = addDays(date, days)
        expect(isLocalDate(there)).toBe(true)
        expect(daysBetween(date, there)).toBe(days)
        expect(Math.sign(compareDates(there, date))).toBe(Math.sign(days))
        expect(weekday(addDays(date, 7))).toBe(weekday(date))
      }),
    )
  })
})

describe('working days of 2020', () => {
  it('leave out the holiday and count the make-up Sunday', () => {
    expect(isWorkingDay('2020-05-04', year2020)).toBe(false)
    expect(isWorkingDay('2020-04-26', year2020)).toBe(true)
    expect(isWorkingDay('2020-04-25', year2020)).toBe(false)
    expect(addWorkingDays('2020-04-24', 1, year2020)).toBe('2020-04-26')
    expect(addWorkingDays('2020-04-30', 1, year2020)).toBe('2020-05-06')
    expect(addWorkingDays('2020-05-06', -1, year2020)).toBe('2020-04-30')
    expect(workingDaysBetween('2020-04-24', '2020-05-06', year2020)).toBe(6)
    expect(nextWorkingDay('2020-05-01', year2020)).toBe('2020-05-06')
  })

  it('flag a date: a day off with the next worked day, a year nobody has published', () => {
    expect(dateAdvice('2020-05-01', year2020)).toEqual([
      { code: 'date.rest_day', params: { date: '2020-05-01', next: '2020-05-06', weekday: 5 } },
    ])
    expect(dateAdvice('2027-01-01', year2020)).toEqual([
      { code: 'date.year_unpublished', params: { date: '2027-01-01', year: 2027 } },
    ])
    expect(dateAdvice('2020-04-30', year2020)).toEqual([])
    expect(isPublished('2027-01-01', year2020)).toBe(false)
  })

  it('take an unpublished year for Monday to Friday, whatever rows say', () => {
    const guessed: WorkingCalendar = { ...year2020, published: new Set() }
    expect(isWorkingDay('2020-05-04', guessed)).toBe(true)
    expect(isWorkingDay('2020-04-26', guessed)).toBe(false)
  })
})

describe('working-day arithmetic, over any calendar', () => {
  const countByHand = (a: LocalDate, b: LocalDate, calendar: WorkingCalendar) => {
    let count = 0
    for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
    return count
  }

  it('counts as a hand counts, in closed form', () => {
    fc.assert(
      fc.property(anyCalendar, near, (calendar, [from, span]) => {
        const a = dateOfNumber(from)
        const b = dateOfNumber(from + span)
        expect(workingDaysBetween(a, b, calendar)).toBe(countByHand(a, b, calendar))
        expect(workingDaysBetween(b, a, calendar)).toBe(span === 0 ? 0 : -countByHand(a, b, calendar))
      }),
      { numRuns: 60 },
    )
  })

  it('lands on a worked day, exactly so many on', () => {
    fc.assert(
      fc.property(anyCalendar, near, fc.integer({ min: 1, max: 60 }), (calendar, [from], count) => {
        const date = dateOfNumber(from)
        const on = addWorkingDays(date, count, calendar)
        expect(isWorkingDay(on, calendar)).toBe(true)
        expect(workingDaysBetween(date, on, calendar)).toBe(count)
        const back = addWorkingDays(date, -count, calendar)
        expect(isWorkingDay(back, calendar)).toBe(true)
        expect(back < date).toBe(true)
        expect(addWorkingDays(back, count, calendar)).toBe(nextWorkingDay(date, calendar))
      }),
    )
  })

  it('adds up over any third day', () => {
    fc.assert(
      fc.property(anyCalendar, near, near, (calendar, [from, first], [, second]) => {
        const [a, b, c] = [from, from + first, from + first + second].map(dateOfNumber) as [
          LocalDate,
          LocalDate,
          LocalDate,
        ]
        const sum = workingDaysBetween(a, b, calendar) + workingDaysBetween(b, c, calendar)
        expect(workingDaysBetween(a, c, calendar)).toBe(sum)
      }),
    )
  })

  it('finds the first worked day at or after', () => {
    fc.assert(
      fc.property(anyCalendar, near, (calendar, [from]) => {
        const date = dateOfNumber(from)
        const next = nextWorkingDay(date, calendar)
        expect(isWorkingDay(next, calendar)).toBe(true)
        expect(countByHand(addDays(date, -1), next, calendar)).toBe(1)
      }),
    )
  })
})
