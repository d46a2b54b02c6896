import { describe, expect, it } from 'vitest'
import { exceptionsAmong, readYearNotice } from './year-notice'

const codes = (text: string, year = 2026) =>
  readYearNotice(text, year).problems.map(({ line, code }) => [line, code])

describe('a holiday notice', () => {
  it('is read in the words in which it is published', () => {
    const { days, problems } = readYearNotice(
      `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
      2026,
    )
    expect(problems).toEqual([])
    expect(days.filter(({ isWorking }) => isWorking).map(({ on }) => on)).toEqual([
      '2026-01-04',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(days.filter(({ isWorking }) => !isWorking)).toHaveLength(10)
    expect(days[0]).toEqual({ on: '2026-01-01', isWorking: false, name: '元旦' })
    expect(exceptionsAmong(days)).toHaveLength(10)
  })

  it('is read one day a line, over the end of a month too', () => {
    expect(
      readYearNotice('2027-01-01 元旦\n2027-04-30 至 2027-05-03 劳动节\n2027-05-08 劳动节 上班', 2027),
    ).toEqual({
      problems: [],
      days: [
        { on: '2027-01-01', isWorking: false, name: '元旦' },
        ...['2027-04-30', '2027-05-01', '2027-05-02', '2027-05-03'].map((on) => ({
          on,
          isWorking: false,
          name: '劳动节',
        })),
        { on: '2027-05-08', isWorking: true, name: '劳动节' },
      ],
    })
  })

  it.each([
    ['元旦：1月1日（周五）放假', 'weekday_differs'],
    ['元旦：2月30日放假', 'no_such_day'],
    ['2025-01-01 元旦', 'other_year'],
    ['1月1日', 'name_missing'],
    ['春节：2月18日（周三）上班', 'make_up_on_weekday'],
    ['各地要妥善安排好值班。', 'line_unread'],
  ])('%s is told by its line', (line, code) => {
    expect(codes(`清明节：4月5日放假\n${line}`)).toContainEqual([2, code])
  })

  it('does not name a day both off and worked', () => {
    expect(codes('元旦：1月3日放假\n元旦：1月3日上班')).toEqual([[2, 'named_twice']])
  })
})
