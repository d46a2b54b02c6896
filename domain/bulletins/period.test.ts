import { describe, expect, it } from 'vitest'
import { faultOfPeriod, formOfPeriod, periodOf, sayPeriod } from './period'

describe('a period', () => {
  it('by its name is whole months around today', () => {
    expect(periodOf('this_month', '2020-02-10')).toEqual({ from: '2020-02-01', to: '2020-02-29' })
    expect(periodOf('last_month', '2020-03-31')).toEqual({ from: '2020-02-01', to: '2020-02-29' })
    expect(periodOf('last_month', '2020-01-01')).toEqual({ from: '2019-12-01', to: '2019-12-31' })
    expect(periodOf('this_quarter', '2020-06-30')).toEqual({ from: '2020-04-01', to: '2020-06-30' })
  })

  it('is said by the name of its month, quarter or year, else from day to day', () => {
    expect(formOfPeriod({ from: '2020-04-01', to: '2020-04-30' })).toEqual({
      form: 'month',
      year: 2020,
      month: 4,
    })
    expect(formOfPeriod({ from: '2020-04-01', to: '2020-06-30' })).toEqual({
      form: 'quarter',
      year: 2020,
      quarter: 2,
    })
    expect(formOfPeriod({ from: '2020-01-01', to: '2020-12-31' })).toEqual({ form: 'year', year: 2020 })
    for (const [from, to] of [
      ['2020-04-01', '2020-04-29'],
      ['2020-05-01', '2020-07-31'],
      ['2020-04-02', '2020-04-30'],
    ] as const)
      expect(formOfPeriod({ from, to })).toEqual({ form: 'span' })
    const say = (form: string, values: Record<string, string>) => `${form} ${Object.values(values).join(' ')}`
    expect(sayPeriod({ from: '2020-04-01', to: '2020-04-30' }, say, (on) => on)).toBe('month 2020 4')
    expect(sayPeriod({ from: '2020-04-02', to: '2020-04-09' }, say, (on) => on)).toBe(
      'span 2020-04-02 2020-04-09',
    )
  })

  it('needs both days, in their order, begun by today, of a year at most', () => {
    const fault = (from: Parameters<typeof faultOfPeriod>[0], to: Parameters<typeof faultOfPeriod>[0]) =>
      faultOfPeriod(from, to, '2020-04-10')
    expect(fault(null, '2020-04-10')).toMatchObject({ field: 'from', code: 'bulletin.period_half' })
    expect(fault('2020-04-10', null)).toMatchObject({ field: 'to', code: 'bulletin.period_half' })
    expect(fault('2020-04-10', '2020-04-09')).toMatchObject({
      field: 'to',
      code: 'bulletin.period_backwards',
    })
    expect(fault('2020-04-11', '2020-04-12')).toMatchObject({ field: 'from', code: 'bulletin.period_ahead' })
    expect(fault('2019-04-11', '2020-04-11')).toMatchObject({ field: 'to', code: 'bulletin.period_long' })
    expect(fault('2019-04-11', '2020-04-10')).toBeNull()
    expect(fault('2020-04-10', '2020-04-30')).toBeNull()
  })
})
