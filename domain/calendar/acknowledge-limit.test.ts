import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@/domain/settings'
import { acknowledgeDueOn, countsAsReceivedOn, refuseDueOn } from './acknowledge-limit'
import type { LocalDate } from './local-date'
import type { WorkingCalendar } from './working-days'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>(['2020-05-01', '2020-05-04', '2020-05-05']),
  on: new Set(),
}
const at = (text: string) => new Date(`${text}+08:00`)
const due = (text: string, urgency: 'none' | 'urgent' | 'extra_urgent' = 'none') =>
  acknowledgeDueOn(at(text), urgency, defaultSettings, calendar)

describe('a unit acknowledges within one working day', () => {
  it('a task dispatched on Friday morning by Monday', () => {
    expect(due('2020-04-10T09:00')).toBe('2020-04-13')
  })

  it('one received after four in the afternoon counts as received on the next day', () => {
    expect(due('2020-04-08T15:59')).toBe('2020-04-09')
    expect(due('2020-04-08T16:00:00.000')).toBe('2020-04-09')
    expect(due('2020-04-08T16:00:00.001')).toBe('2020-04-10')
    expect(countsAsReceivedOn(at('2020-04-08T23:59'), defaultSettings, calendar)).toBe('2020-04-09')
  })

  it('an urgent one has the same limit; an extra urgent one is due the same day', () => {
    expect(due('2020-04-08T09:00', 'urgent')).toBe('2020-04-09')
    expect(due('2020-04-08T09:00', 'extra_urgent')).toBe('2020-04-08')
    expect(due('2020-04-08T17:00', 'extra_urgent')).toBe('2020-04-09')
  })

  it('never on a day off, over a weekend or a holiday', () => {
    expect(due('2020-04-11T10:00', 'extra_urgent')).toBe('2020-04-13')
    expect(due('2020-04-30T10:00')).toBe('2020-05-06')
    expect(due('2020-04-30T17:00', 'extra_urgent')).toBe('2020-05-06')
  })

  it('the hour is that of the office, not of the server', () => {
    const late = new Date('2020-04-08T08:30:00Z')
    expect(acknowledgeDueOn(late, 'none', defaultSettings, calendar)).toBe('2020-04-10')
    expect(acknowledgeDueOn(late, 'none', defaultSettings, { ...calendar, zone: 'UTC' })).toBe('2020-04-09')
  })

  it('the office head may set another limit, and another hour', () => {
    const limits = { ...defaultSettings, acknowledgeWorkingDays: 3, lateHour: 12 }
    expect(acknowledgeDueOn(at('2020-04-08T13:00'), 'none', limits, calendar)).toBe('2020-04-14')
  })
})

describe('a unit refuses within two working days', () => {
  it('counted in the same way', () => {
    expect(refuseDueOn(at('2020-04-08T09:00'), defaultSettings, calendar)).toBe('2020-04-10')
    expect(refuseDueOn(at('2020-04-08T17:00'), defaultSettings, calendar)).toBe('2020-04-13')
  })
})
