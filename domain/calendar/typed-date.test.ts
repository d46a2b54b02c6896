import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfNumber, dayNumber, isLocalDate, partsOf, type LocalDate } from './local-date'
import { parseTypedDate } from './typed-date'
import type { WorkingCalendar } from './working-days'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>(['2020-05-01', '2020-05-04', '2020-05-05']),
  on: new Set<LocalDate>(['2020-04-26', '2020-05-09']),
}
const read = (text: string, today: LocalDate = '2020-04-10') => parseTypedDate(text, today, calendar)

describe('an officer types a date', () => {
  it.each([
    ['4-30', '2020-04-30'],
    ['4/30', '2020-04-30'],
    ['4.30', '2020-04-30'],
    ['04-30', '2020-04-30'],
    ['2020-4-30', '2020-04-30'],
    ['2020/04/30', '2020-04-30'],
    ['2020.4.30', '2020-04-30'],
    ['20200430', '2020-04-30'],
    ['4月30日', '2020-04-30'],
    ['4月30', '2020-04-30'],
    ['4 月 30 日前', '2020-04-30'],
    ['２０２０年４月３０日之前', '2020-04-30'],
    ['2021年3月5号', '2021-03-05'],
    ['15日', '2020-04-15'],
    ['4月底', '2020-04-30'],
    ['4月底前', '2020-04-30'],
    ['2月末', '2021-02-28'],
    ['2024年2月底', '2024-02-29'],
    ['月底', '2020-04-30'],
    ['本月底', '2020-04-30'],
    ['下月底', '2020-05-31'],
    ['5月上旬', '2020-05-10'],
    ['5月中旬', '2020-05-20'],
    ['5月下旬', '2020-05-31'],
    ['季度末', '2020-06-30'],
    ['年底', '2020-12-31'],
    ['今年年底', '2020-12-31'],
    ['今年底', '2020-12-31'],
    ['明年底', '2021-12-31'],
    ['2022年底', '2022-12-31'],
    ['2022年年底', '2022-12-31'],
    ['今天', '2020-04-10'],
    ['明天', '2020-04-11'],
    ['+20d', '2020-04-30'],
    ['+20', '2020-04-30'],
    ['20天内', '2020-04-30'],
    ['+10wd', '2020-04-24'],
    ['10wd', '2020-04-24'],
    ['10个工作日内', '2020-04-24'],
    ['10 working days', '2020-04-24'],
    ['+2w', '2020-04-24'],
    ['2周', '2020-04-24'],
    ['3个月', '2020-07-10'],
    ['+1y', '2021-04-10'],
    ['year-end', '2020-12-31'],
    ['end of year', '2020-12-31'],
    ['month end', '2020-04-30'],
    ['end of April', '2020-04-30'],
    ['end of February', '2021-02-28'],
    ['end of June 2021', '2021-06-30'],
    ['end of quarter', '2020-06-30'],
    ['30 Apr', '2020-04-30'],
    ['30 April 2021', '2021-04-30'],
    ['1st May', '2020-05-01'],
    ['April 30, 2020', '2020-04-30'],
    ['by Sept. 1', '2020-09-01'],
    ['tomorrow', '2020-04-11'],
  ])('%s', (typed, date) => {
    expect(read(typed)).toEqual({ date })
  })

  it('a day without its year is the next such day', () => {
    expect(read('4-10')).toEqual({ date: '2020-04-10' })
    expect(read('4-9')).toEqual({ date: '2021-04-09' })
    expect(read('3月底')).toEqual({ date: '2021-03-31' })
    expect(read('5日')).toEqual({ date: '2020-05-05' })
    expect(read('2-29', '2021-01-01')).toEqual({ date: '2024-02-29' })
  })

  it('working days leave out the holiday, calendar days do not', () => {
    expect(read('+1wd', '2020-04-30')).toEqual({ date: '2020-05-06' })
    expect(read('+1d', '2020-04-30')).toEqual({ date: '2020-05-01' })
  })

  it.each([
    ['', 'date.empty'],
    ['　 ', 'date.empty'],
    ['2-30', 'date.no_such_day'],
    ['2019-02-29', 'date.no_such_day'],
    ['13-1', 'date.no_such_day'],
    ['13月底', 'date.no_such_day'],
    ['32日', 'date.no_such_day'],
    ['soon', 'date.unreadable'],
    ['尽快', 'date.unreadable'],
    ['20', 'date.unreadable'],
    ['-3d', 'date.unreadable'],
    ['4-30 or 5-1', 'date.unreadable'],
    ['1999-12-31', 'date.out_of_range'],
    ['2100-01-01', 'date.out_of_range'],
    ['+9999m', 'date.out_of_range'],
  ])('“%s” is refused with its reason', (typed, error) => {
    expect(read(typed)).toEqual({ error })
  })

  it('whatever is typed gives a day that exists or a reason', () => {
    const piece = fc.constantFrom(
      '4',
      '30',
      '2020',
      '月',
      '日',
      '年',
      '底',
      '-',
      '/',
      '+',
      'd',
      'wd',
      '前',
      ' ',
      'april',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 7 }).map((parts) => parts.join('')),
        ),
        (typed) => {
          const result = read(typed)
          expect('error' in result || isLocalDate(result.date)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads back every way in which the program writes a date', () => {
    const day = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2099-12-31') }).map(dateOfNumber)
    fc.assert(
      fc.property(day, (date) => {
        const { year, month, day: of } = partsOf(date)
        for (const text of [
          date,
          `${year}年${month}月${of}日`,
          `${year}-${month}-${of}`,
          date.replaceAll('-', ''),
        ]) {
          expect(read(text)).toEqual({ date })
        }
      }),
    )
  })
})
