import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { periodEnd, REPORTING_CYCLES, reportingStanding } from './reporting-cycle'

const standing = (reported: LocalDate[], today: LocalDate) =>
  reportingStanding('monthly', '2020-01-31', reported, today)

describe('a unit reports once a period', () => {
  it('periods are counted from the dispatch and keep inside the month', () => {
    expect([1, 2, 3].map((n) => periodEnd('monthly', '2020-01-31', n))).toEqual([
      '2020-02-29',
      '2020-03-31',
      '2020-04-30',
    ])
    expect(periodEnd('weekly', '2020-01-31', 2)).toBe('2020-02-14')
    expect(periodEnd('fortnightly', '2020-01-31', 1)).toBe('2020-02-14')
    expect(periodEnd('quarterly', '2020-01-31', 1)).toBe('2020-04-30')
  })

  it('nothing is missed before the first period is over', () => {
    expect(standing([], '2020-02-29')).toEqual({
      missedPeriods: 0,
      reportDuesAhead: ['2020-02-29', '2020-03-31'],
    })
    expect(standing([], '2020-03-01').missedPeriods).toBe(1)
    expect(standing([], '2020-04-01').missedPeriods).toBe(2)
  })

  it('a report in a period serves it, and ends the row of missed ones', () => {
    expect(standing(['2020-02-10'], '2020-03-01')).toEqual({
      missedPeriods: 0,
      reportDuesAhead: ['2020-03-31', '2020-04-30'],
    })
    expect(standing(['2020-01-31'], '2020-03-01').missedPeriods).toBe(0)
    expect(standing(['2020-03-10'], '2020-03-15')).toEqual({
      missedPeriods: 0,
      reportDuesAhead: ['2020-04-30', '2020-05-31'],
    })
    expect(standing(['2020-03-10'], '2020-05-01').missedPeriods).toBe(1)
  })

  it('whoever reports on every last day never misses', () => {
    const cycle = fc.constantFrom(...REPORTING_CYCLES)
    fc.assert(
      fc.property(cycle, fc.integer({ min: 0, max: 900 }), (rhythm, days) => {
        const from: LocalDate = '2020-01-31'
        const today = addDays(from, days)
        const ends = Array.from({ length: 140 }, (_, n) => periodEnd(rhythm, from, n + 1))
        const kept = reportingStanding(
          rhythm,
          from,
          ends.filter((end) => end < today),
          today,
        )
        expect(kept.missedPeriods).toBe(0)
        expect((kept.reportDuesAhead[0] ?? '') >= today).toBe(true)
        const never = reportingStanding(rhythm, from, [], today)
        expect(never.missedPeriods).toBe(ends.filter((end) => end < today).length)
      }),
    )
  })
})
