import { describe, expect, it } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import { isAuditEvent } from '@/domain/audit/events'
import { defaultSettings } from '@/domain/settings'
import { isNoticeEvent, NOTICE_EVENTS, NOTICES } from './kinds'
import { reminderOn } from './reminders'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>(['2020-05-01', '2020-05-04', '2020-05-05']),
  on: new Set(),
}
const remind = (today: LocalDate, dueOn: LocalDate = '2020-04-30') =>
  reminderOn(dueOn, defaultSettings, calendar, today)

describe('a unit is reminded', () => {
  it('three working days before, on the day, and after it', () => {
    expect(remind('2020-04-24')).toBeNull()
    expect(remind('2020-04-27')).toEqual({
      code: 'reminder.due_soon',
      params: { workingDays: 3, dueOn: '2020-04-30' },
    })
    expect(remind('2020-04-28')).toBeNull()
    expect(remind('2020-04-30')?.code).toBe('reminder.due_today')
    expect(remind('2020-05-06')).toEqual({
      code: 'reminder.overdue',
      params: { workingDays: 1, dueOn: '2020-04-30' },
    })
    expect(remind('2020-05-07')?.params.workingDays).toBe(2)
  })

  it('never on a day off', () => {
    expect(remind('2020-05-02')).toBeNull()
    expect(remind('2020-05-05')).toBeNull()
    expect(remind('2020-04-25', '2020-04-25')).toBeNull()
  })
})

describe('notices', () => {
  it('tell of recorded acts only, and only to-dos are counted', () => {
    for (const event of NOTICE_EVENTS) {
      expect(isAuditEvent(event)).toBe(true)
      expect(NOTICES[event].to.length).toBeGreaterThan(0)
    }
    expect(isNoticeEvent('report.submitted')).toBe(true)
    expect(isNoticeEvent('audit.read')).toBe(false)
    expect(NOTICES['assignment.dispatched'].class).toBe('to_do')
    expect(NOTICES['report.accepted'].class).toBe('information')
  })
})
