import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  daysInMonth,
  partsOf,
  weekday,
  type LocalDate,
} from '@/domain/calendar/local-date'
import { isWorkingDay, type WorkingCalendar } from '@/domain/calendar/working-days'
import {
  lastCycleDay,
  periodServedOn,
  periodsOf,
  periodViews,
  REPORTING_CYCLES,
  reportingStanding,
  type CycleRule,
  type Pause,
  type Period,
} from './reporting-cycle'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>([
    '2020-10-01',
    '2020-10-02',
    '2020-10-05',
    '2020-10-06',
    '2020-10-07',
    '2020-10-08',
  ]),
  on: new Set<LocalDate>(['2020-10-10']),
}
const first = (rule: CycleRule, count: number): Period[] => {
  const found: Period[] = []
  for (const period of periodsOf(rule, calendar)) if (found.push(period) >= count) return found
  return found
}
const ends = (rule: CycleRule, count: number) => first(rule, count).map(({ endOn }) => endOn)
const rule = (cycle: CycleRule['cycle'], day: number | null, startOn: LocalDate): CycleRule => ({
  cycle,
  day,
  startOn,
})

const rules = fc
  .record({
    cycle: fc.constantFrom(...REPORTING_CYCLES),
    day: fc.option(fc.integer({ min: 1, max: 31 })),
    days: fc.integer({ min: 0, max: 800 }),
  })
  .map(({ cycle, day, days }) =>
    rule(cycle, day === null ? null : Math.min(day, lastCycleDay(cycle)), addDays('2019-01-30', days)),
  )

describe('the periods of a cycle', () => {
  it('are counted from the day it was sent where no day is chosen, and keep inside the month', () => {
    expect(ends(rule('monthly', null, '2020-01-31'), 3)).toEqual(['2020-02-29', '2020-03-31', '2020-04-30'])
    expect(ends(rule('weekly', null, '2020-01-31'), 2)).toEqual(['2020-02-07', '2020-02-14'])
    expect(ends(rule('quarterly', null, '2020-01-31'), 1)).toEqual(['2020-04-30'])
  })

  it('end on the chosen day of the month, on its last where the month is shorter, leap years too', () => {
    expect(ends(rule('monthly', 31, '2020-01-10'), 3)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31'])
    expect(ends(rule('monthly', 29, '2021-01-10'), 2)).toEqual(['2021-01-29', '2021-02-28'])
    expect(ends(rule('quarterly', 25, '2020-01-10'), 2)).toEqual(['2020-03-25', '2020-06-25'])
  })

  it('end on the chosen weekday, every week or every second', () => {
    expect(ends(rule('weekly', 5, '2020-04-13'), 2)).toEqual(['2020-04-17', '2020-04-24'])
    expect(ends(rule('fortnightly', 5, '2020-04-13'), 2)).toEqual(['2020-04-24', '2020-05-08'])
  })

  it('begin with one of at least half a cycle: a shorter first is merged into the next', () => {
    expect(first(rule('monthly', 25, '2020-04-20'), 1)).toEqual([
      { n: 1, startOn: '2020-04-20', endOn: '2020-05-25', dueOn: '2020-05-25' },
    ])
    expect(ends(rule('weekly', 5, '2020-04-16'), 1)).toEqual(['2020-04-24'])
  })

  it('are due on the next worked day, and are one where two would be due on the same', () => {
    expect(first(rule('monthly', 18, '2020-03-25'), 1)[0]?.dueOn).toBe('2020-04-20')
    // Both Thursday 1 and Thursday 8 October are days off: one report on the 9th serves both weeks.
    expect(first(rule('weekly', 4, '2020-09-18'), 2)).toEqual([
      { n: 1, startOn: '2020-09-18', endOn: '2020-09-24', dueOn: '2020-09-24' },
      { n: 2, startOn: '2020-09-25', endOn: '2020-10-08', dueOn: '2020-10-09' },
    ])
  })

  it('leave no gap and no overlap, fall due on worked days only, and are neither short at first nor long', () => {
    fc.assert(
      fc.property(rules, (one) => {
        const periods = first(one, 30)
        expect(periods[0]?.startOn).toBe(one.startOn)
        periods.forEach((period, at) => {
          expect(period.n).toBe(at + 1)
          const next = periods[at + 1]
          if (next) expect(next.startOn).toBe(addDays(period.endOn, 1))
          if (next) expect(next.dueOn > period.dueOn).toBe(true)
          expect(period.endOn >= period.startOn).toBe(true)
          expect(isWorkingDay(period.dueOn, calendar)).toBe(true)
          expect(period.dueOn >= period.endOn).toBe(true)
        })
        const nominal = { weekly: 7, fortnightly: 14, monthly: 30, quarterly: 91 }[one.cycle]
        const length = daysBetween(one.startOn, periods[0]?.endOn ?? one.startOn) + 1
        expect(length).toBeGreaterThanOrEqual(nominal / 2)
        expect(length).toBeLessThanOrEqual(nominal * 1.5 + 8)
      }),
    )
  })

  it('end on the chosen day whenever the month has it', () => {
    fc.assert(
      fc.property(rules, (one) => {
        if (one.day === null) return
        for (const end of ends(one, 12)) {
          const { year, month, day } = partsOf(end)
          const wanted = lastCycleDay(one.cycle) === 7 ? weekday(end) : day
          const possible =
            lastCycleDay(one.cycle) === 7 ? one.day : Math.min(one.day, daysInMonth(year, month))
          expect(wanted).toBe(possible)
        }
      }),
    )
  })
})

describe('a unit reports once a period', () => {
  const april = rule('monthly', 30, '2020-04-01')
  const standing = (reported: LocalDate[], today: LocalDate, pauses: Pause[] = []) =>
    reportingStanding(april, reported, pauses, calendar, today)

  it('nothing is missed before the first report was due', () => {
    expect(standing([], '2020-04-30')).toEqual({
      missedPeriods: 0,
      missedDues: [],
      reportDuesAhead: ['2020-04-30', '2020-06-01'],
      reportFromOn: '2020-04-01',
    })
    expect(standing([], '2020-05-01').missedPeriods).toBe(1)
    // 30 May is a Saturday: due on Monday, missed from Tuesday.
    expect(standing([], '2020-06-01').missedPeriods).toBe(1)
    expect(standing([], '2020-06-02').missedDues).toEqual(['2020-04-30', '2020-06-01'])
  })

  it('a report serves the period whose due day comes next, and ends the row of missed ones', () => {
    expect(standing(['2020-04-12'], '2020-05-02')).toMatchObject({
      missedPeriods: 0,
      reportDuesAhead: ['2020-06-01', '2020-06-30'],
    })
    // Handed in on the Monday on which May's report is due: it is May's.
    expect(standing(['2020-06-01'], '2020-06-02')).toMatchObject({
      missedPeriods: 0,
      reportDuesAhead: ['2020-06-30', '2020-07-30'],
    })
    expect(periodServedOn(april, calendar, '2020-06-01')).toMatchObject({
      n: 2,
      startOn: '2020-05-01',
      endOn: '2020-05-30',
    })
    expect(standing(['2020-05-10'], '2020-05-15')).toMatchObject({
      missedPeriods: 0,
      reportDuesAhead: ['2020-06-30', '2020-07-30'],
    })
  })

  it('a report is asked for from the day after the last one was due, and from then only once', () => {
    expect(standing([], '2020-05-04').reportFromOn).toBe('2020-05-01')
    // May's report serves up to Monday 1 June; June's is asked for from Tuesday.
    expect(standing(['2020-05-10'], '2020-05-15').reportFromOn).toBe('2020-06-02')
    expect(standing([], '2020-04-25', [{ fromOn: '2020-04-20', toOn: null }]).reportFromOn).toBeNull()
  })

  it('a suspended time owes nothing, and hardly begun periods neither', () => {
    const pauses: Pause[] = [{ fromOn: '2020-04-20', toOn: '2020-05-25' }]
    const views = periodViews(april, [], pauses, calendar, '2020-06-03')
    // April's due day lies in the pause; of May less than half was left; June is owed.
    expect(views.map(({ state }) => state)).toEqual(['excused', 'excused', 'due', 'ahead'])
    expect(standing([], '2020-06-03', pauses).missedPeriods).toBe(0)
    expect(standing([], '2020-07-03', pauses).missedPeriods).toBe(1)
    expect(standing([], '2020-07-03', [{ fromOn: '2020-04-20', toOn: null }]).missedPeriods).toBe(0)
  })

  it('whoever reports on every due day never misses, whoever never reports misses every one', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 900 }), (one, days) => {
        const today = addDays(one.startOn, days)
        const dues = first(one, 140).map(({ dueOn }) => dueOn)
        const past = dues.filter((due) => due < today)
        const kept = reportingStanding(one, past, [], calendar, today)
        expect(kept.missedPeriods).toBe(0)
        expect(kept.reportDuesAhead).toEqual(dues.filter((due) => due >= today).slice(0, 2))
        expect(reportingStanding(one, [], [], calendar, today).missedPeriods).toBe(past.length)
      }),
    )
  })
})
