import { describe, expect, it } from 'vitest'
import { daysBetween, formatDate, formatDue, localParts } from './format-date'

describe('how dates are written', () => {
  it('has one form for tables and one for prose in each language', () => {
    expect(formatDate('2020-04-10', 'zh-CN')).toBe('2020-04-10')
    expect(formatDate('2020-04-10', 'zh-CN', 'prose')).toBe('2020年4月10日')
    expect(formatDate('2020-04-10', 'en', 'prose')).toBe('10 Apr 2020')
    expect(formatDate('2020-06-30', 'zh-CN', 'day')).toBe('6月30日 周二')
    expect(formatDate('2020-06-30', 'en', 'day')).toBe('Tue 30 Jun')
  })
  it('adds the weekday to a due date within fourteen days, before or after', () => {
    expect(formatDue('2020-04-10', '2020-04-07', 'zh-CN')).toBe('2020-04-10 周五')
    expect(formatDue('2020-04-10', '2020-04-24', 'en')).toBe('2020-04-10 Fri')
    expect(formatDue('2020-04-10', '2020-04-25', 'en')).toBe('2020-04-10')
  })
  it('counts days over a leap day', () => {
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2)
    expect(daysBetween('2020-03-01', '2020-02-28')).toBe(-2)
  })
  it('reads an instant in the given zone, whatever the zone of the machine', () => {
    expect(localParts(new Date('2020-04-10T16:30:05Z'), 'Asia/Shanghai')).toEqual({
      on: '2020-04-11',
      time: '00:30',
      seconds: '00:30:05',
    })
  })
})
