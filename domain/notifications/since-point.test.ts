import { describe, expect, it } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import { isNewLook, lastLook, sinceChoice, sinceDays } from './since-point'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>(['2020-04-06']),
  on: new Set(),
}
const now = new Date('2020-04-10T02:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('since when things are compared on the desk', () => {
  it('a reload within ten minutes still compares with the look before', () => {
    const before = minutesAgo(900)
    expect(lastLook({ seenAt: minutesAgo(9), sinceAt: before }, now)).toEqual(before)
    expect(isNewLook({ seenAt: minutesAgo(9), sinceAt: before }, now)).toBe(false)
    expect(lastLook({ seenAt: minutesAgo(10), sinceAt: before }, now)).toEqual(minutesAgo(10))
  })

  it('the first look, and its reload, have no look before them and fall back to the working day before', () => {
    expect(lastLook({ seenAt: null, sinceAt: null }, now)).toBeNull()
    expect(lastLook({ seenAt: minutesAgo(1), sinceAt: null }, now)).toBeNull()
    expect(sinceChoice(undefined, null, '2020-04-10').choice).toBe('workday')
  })

  it('an address may ask for a day that has begun; what it does not know is the last look', () => {
    expect(sinceChoice('2020-04-01', now, '2020-04-10')).toEqual({ choice: 'date', on: '2020-04-01' })
    expect(sinceChoice('2020-04-11', now, '2020-04-10').choice).toBe('last')
    expect(sinceChoice('2020-02-30', now, '2020-04-10').choice).toBe('last')
    expect(sinceChoice('week', now, '2020-04-10').choice).toBe('week')
  })

  it('the working day before skips days off', () => {
    expect(sinceDays('2020-04-07', calendar)).toEqual({ workday: '2020-04-03', week: '2020-03-31' })
  })
})
