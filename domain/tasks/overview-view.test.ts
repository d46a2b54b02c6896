import { describe, expect, it } from 'vitest'
import { compareDay, overviewHref, parseOverview } from './overview-view'

const TODAY = '2020-06-30'

describe('the address of the overview', () => {
  it('is a week ago and by directive where it says nothing', () => {
    const view = parseOverview({}, TODAY)
    expect(view).toEqual({ by: 'directive', since: '2020-06-23' })
    expect(overviewHref(view, TODAY)).toBe('/overview')
  })

  it('comes back as it was written, and leaves out what no calendar has or what lies ahead', () => {
    const view = { by: 'unit', since: '2020-05-04' } as const
    const { searchParams } = new URL(overviewHref(view, TODAY), 'http://x')
    expect(parseOverview(Object.fromEntries(searchParams), TODAY)).toEqual(view)
    for (const since of ['2020-02-31', '2020-06-30', '2021-01-01', ['2020-05-04']])
      expect(parseOverview({ by: 'city', since }, TODAY)).toEqual(parseOverview({}, TODAY))
  })

  it('offers the working day before, not a Sunday', () => {
    const calendar = {
      zone: 'Asia/Shanghai',
      published: new Set([2020]),
      off: new Set<never>(),
      on: new Set<never>(),
    }
    expect(compareDay('workday', '2020-06-29', calendar)).toBe('2020-06-26')
    expect(compareDay('month', TODAY, calendar)).toBe('2020-06-02')
  })
})
