import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type LocalDate } from '@/domain/calendar/local-date'
import {
  besideWindow,
  daysOff,
  fittingWindow,
  parseTimeline,
  placeOf,
  stretchOf,
  TIMELINE_ZOOMS,
  timelineParts,
  timelineTicks,
  timelineWindow,
} from './timeline'

const TODAY: LocalDate = '2020-06-30'
const month = timelineWindow('month', '2020-04-01', TODAY)
const task = {
  dispatchedOn: '2020-04-10' as LocalDate,
  dueOn: '2020-06-10' as LocalDate,
  originalDueOn: '2020-06-10' as LocalDate,
  completedOn: null,
  open: true,
  verified: 0,
}

describe('the window of a timetable', () => {
  it('is eight weeks, six months or six quarters, and holds today when it is first opened', () => {
    for (const zoom of TIMELINE_ZOOMS) {
      const { fromOn, toOn } = timelineWindow(zoom, null, TODAY)
      expect(fromOn <= TODAY && toOn >= TODAY).toBe(true)
    }
    expect(timelineWindow('week', null, TODAY)).toMatchObject({ fromOn: '2020-06-15', toOn: '2020-08-09' })
    expect(timelineWindow('month', null, TODAY)).toMatchObject({ fromOn: '2020-04-01', toOn: '2020-09-30' })
    expect(timelineWindow('quarter', null, TODAY)).toMatchObject({ fromOn: '2019-10-01', toOn: '2021-03-31' })
  })

  it('moves by half of itself either way', () => {
    for (const zoom of TIMELINE_ZOOMS) {
      const here = timelineWindow(zoom, null, TODAY)
      const after = timelineWindow(zoom, besideWindow(here, 1), TODAY)
      expect(after.fromOn > here.fromOn && after.fromOn < here.toOn).toBe(true)
      expect(besideWindow(after, -1)).toBe(here.fromOn)
    }
  })

  it('fits the days of a directive, the nearest view first', () => {
    expect(fittingWindow(['2020-06-20', '2020-07-10'], TODAY).zoom).toBe('week')
    expect(fittingWindow(['2020-04-10', '2020-09-01'], TODAY).zoom).toBe('month')
    expect(fittingWindow(['2020-04-10', '2021-03-01'], TODAY).zoom).toBe('quarter')
    expect(fittingWindow([], TODAY)).toEqual(timelineWindow('month', null, TODAY))
  })

  it('reads an address that nobody wrote without failing', () => {
    expect(parseTimeline({ zoom: 'year', start: '2020-02-31' }, TODAY)).toEqual(parseTimeline({}, TODAY))
    expect(parseTimeline({ zoom: 'week', start: '2020-01-01' }, TODAY).fromOn).toBe('2019-12-30')
  })

  it('places every day of it between its edges, in order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIMELINE_ZOOMS), fc.integer({ min: 0, max: 400 }), (zoom, days) => {
        const window = timelineWindow(zoom, null, TODAY)
        const day = addDays(window.fromOn, days)
        const at = placeOf(window, day)
        expect(at >= 0 && at < 100).toBe(days <= daysBetween(window.fromOn, window.toOn))
        expect(placeOf(window, addDays(day, 1))).toBeGreaterThan(at)
      }),
    )
  })
})

describe('a task on the time axis', () => {
  it('runs from the day it went out to the day it is due, and on to today where it is late', () => {
    const parts = timelineParts(month, task, TODAY)
    expect(parts?.given).toEqual(stretchOf(month, '2020-04-10', '2020-06-10'))
    expect(parts?.late).toEqual(stretchOf(month, '2020-06-11', '2020-06-30'))
    expect(parts).toMatchObject({ extension: null, originalAt: null, endless: false, outside: null })
  })

  it('fills as much of its way as was verified', () => {
    const half = timelineParts(
      month,
      { ...task, dispatchedOn: '2020-04-01', dueOn: '2020-04-30', verified: 50 },
      TODAY,
    )
    expect(half?.verified).toEqual(stretchOf(month, '2020-04-01', '2020-04-15'))
    expect(timelineParts(month, task, TODAY)?.verified).toBeNull()
  })

  it('keeps its first date in sight where the date was moved, with what was added to it', () => {
    const parts = timelineParts(month, { ...task, dueOn: '2020-07-31' }, TODAY)
    expect(parts?.given?.to).toBe(parts?.originalAt)
    expect(parts?.extension).toEqual(stretchOf(month, '2020-06-11', '2020-07-31'))
    expect(parts?.late).toBeNull()
    const earlier = timelineParts(month, { ...task, dueOn: '2020-05-31' }, '2020-05-01')
    expect(earlier).toMatchObject({ extension: null, late: null })
    expect(earlier?.originalAt).toBeGreaterThan(earlier?.given?.to ?? 100)
  })

  it('says where it lies when none of it is in the window, and has no bar before it went out', () => {
    const done = { ...task, open: false, completedOn: '2020-06-09' as LocalDate }
    const autumn = timelineWindow('month', '2020-10-01', TODAY)
    expect(timelineParts(autumn, done, TODAY)).toMatchObject({ given: null, outside: 'before' })
    const earlier = timelineWindow('week', '2020-01-01', TODAY)
    expect(timelineParts(earlier, task, TODAY)).toMatchObject({ given: null, outside: 'after' })
    expect(timelineParts(month, { ...task, dispatchedOn: null }, TODAY)).toBeNull()
  })

  it('stays open at its end where it has no date', () => {
    const ongoing = { ...task, dueOn: null, originalDueOn: null }
    expect(timelineParts(month, ongoing, TODAY)).toMatchObject({ endless: true, given: { to: 100 } })
  })
})

describe('the axis', () => {
  it('names every month, and the Mondays between', () => {
    const { headings, between } = timelineTicks(month)
    expect(headings.map((one) => one.on.slice(5, 7))).toEqual(['04', '05', '06', '07', '08', '09'])
    expect(between[0]?.on).toBe('2020-04-06')
    expect(timelineTicks(timelineWindow('quarter', null, TODAY)).headings).toHaveLength(6)
  })

  it('shades holidays and weekends but not the Saturdays that are worked', () => {
    const calendar = {
      zone: 'Asia/Shanghai',
      published: new Set([2020]),
      off: new Set<LocalDate>(['2020-06-25', '2020-06-26']),
      on: new Set<LocalDate>(['2020-06-28']),
    }
    const off = daysOff(timelineWindow('week', '2020-06-22', TODAY), calendar)
    const week = timelineWindow('week', '2020-06-22', TODAY)
    expect(off[0]).toEqual({ from: placeOf(week, '2020-06-25'), to: placeOf(week, '2020-06-28') })
    expect(daysOff(timelineWindow('quarter', null, TODAY), calendar)).toEqual([])
  })
})
