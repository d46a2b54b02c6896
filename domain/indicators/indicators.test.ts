import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { aggregate, cascade } from './aggregate'
import { standingValues, typedFigureSchema } from './indicator'
import { periodDue, periodEndOf, periodsOpen } from './periods'
import { forecastOf, inOrder, pathAt, standingOnPath, wholePath, type PathPoint } from './target-path'

const START: LocalDate = '2020-01-01'
const point = fc.record({
  on: fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days)),
  value: fc.integer({ min: -1000, max: 1000 }),
})
const points = fc.array(point, { minLength: 1, maxLength: 12 })
const day = fc.integer({ min: -50, max: 450 }).map((days) => addDays(START, days))

describe('the target path', () => {
  it('goes through its points, never leaves the range of two neighbours, and is flat outside', () => {
    fc.assert(
      fc.property(points, day, (list, on) => {
        const path = inOrder(list)
        for (const one of path) expect(pathAt(list, one.on)).toBe(one.value)
        const value = pathAt(list, on)!
        const [first, last] = [path[0]!, path.at(-1)!]
        if (on <= first.on) expect(value).toBe(first.value)
        else if (on >= last.on) expect(value).toBe(last.value)
        else {
          const next = path.findIndex((one) => one.on >= on)
          const [a, b] = [path[next - 1]!.value, path[next]!.value]
          expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-4)
          expect(value).toBeLessThanOrEqual(Math.max(a, b) + 1e-4)
        }
      }),
    )
  })
  it('rises where its points rise', () => {
    fc.assert(
      fc.property(points, day, day, (list, a, b) => {
        const path = inOrder(list).map((one, i, all) => ({
          on: one.on,
          value: all.slice(0, i + 1).reduce((sum, x) => sum + Math.abs(x.value), 0),
        }))
        const [early, late] = a <= b ? [a, b] : [b, a]
        expect(pathAt(path, early)! <= pathAt(path, late)!).toBe(true)
      }),
    )
  })
  it('begins at the baseline and ends at the target where it has no points there', () => {
    const aim = { baseline: 10, target: 100 }
    const path = wholePath(aim, [{ on: '2020-05-01', value: 60 }], '2020-04-01', '2020-06-30')
    expect(path.map((one) => one.value)).toEqual([10, 60, 100])
    expect(pathAt(path, '2020-04-16')).toBe(35)
    expect(standingOnPath(30, '2020-04-16', path, 'up')).toEqual({
      expected: 35,
      difference: -5,
      behind: true,
    })
    expect(standingOnPath(30, '2020-04-16', path, 'down')?.behind).toBe(false)
  })
  it('forecasts straight on: met, met by a day, or short of it', () => {
    const aim = { baseline: 0, target: 100, direction: 'up' as const }
    const say = (series: PathPoint[]) => forecastOf(aim, series, '2020-04-01', '2020-06-30')
    expect(say([{ on: '2020-04-11', value: 20 }])).toEqual({ kind: 'reaches', on: '2020-05-21' })
    expect(say([{ on: '2020-04-11', value: 5 }])).toEqual({ kind: 'falls_short', value: 45 })
    expect(say([{ on: '2020-04-11', value: 100 }])).toEqual({ kind: 'reached' })
    expect(say([{ on: '2020-04-11', value: 0 }])).toEqual({ kind: 'falls_short', value: 0 })
    expect(say([])).toBeNull()
  })
})

describe('aggregation', () => {
  const figure = fc.record({
    value: fc.option(fc.integer({ min: -100, max: 100 })),
    weight: fc.integer({ min: 1, max: 9 }),
  })
  it('sums what is there, and means lie between the least and the greatest', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 20 }), (figures) => {
        const known = figures.flatMap((one) => (one.value === null ? [] : [one.value]))
        const [sum, mean] = [aggregate(figures, 'sum'), aggregate(figures, 'mean')]
        expect(sum).toMatchObject({ given: known.length, of: figures.length })
        if (known.length === 0) {
          expect([sum.value, mean.value]).toEqual([null, null])
          return
        }
        expect(sum.value).toBe(known.reduce((a, b) => a + b, 0))
        expect(mean.value!).toBeGreaterThanOrEqual(Math.min(...known) - 1e-4)
        expect(mean.value!).toBeLessThanOrEqual(Math.max(...known) + 1e-4)
      }),
    )
  })
  it('up a tree without own figures above, the sum at the top is the sum of the leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(100)), { minLength: 1, maxLength: 30 }), (spec) => {
        const parents = spec.map(([parent], i) => (i === 0 ? null : String(parent % i)))
        const isLeaf = (i: number) => !parents.includes(String(i))
        const nodes = spec.map(([, own], i) => ({
          id: String(i),
          parentId: parents[i] ?? null,
          weight: 1,
          own: isLeaf(i) ? own : null,
        }))
        const leaves = nodes.reduce((sum, one) => sum + (one.own ?? 0), 0)
        expect(cascade(nodes, 'sum').get('0')?.value).toBe(leaves)
      }),
    )
  })
  it('keeps a unit’s own figure beside what those below it come to; a weighted mean weighs', () => {
    const nodes = [
      { id: 'a', parentId: null, weight: 1, own: 50 },
      { id: 'b', parentId: 'a', weight: 3, own: 10 },
      { id: 'c', parentId: 'a', weight: 1, own: 30 },
      { id: 'd', parentId: 'a', weight: 1, own: null },
    ]
    expect(cascade(nodes, 'mean').get('a')).toMatchObject({
      own: 50,
      value: 50,
      below: { value: 15, given: 2, of: 3 },
    })
  })
  it('does not turn in a ring', () => {
    const ring = [
      { id: 'a', parentId: 'b', weight: 1, own: 1 },
      { id: 'b', parentId: 'a', weight: 1, own: 2 },
    ]
    expect(cascade(ring, 'sum').size).toBe(2)
  })
})

describe('values', () => {
  it('count while their report stands; of one day the newest report’s', () => {
    const value = (seq: number, reportStatus: string, n: number, asOf = '2020-04-30') => ({
      seq,
      reportStatus,
      value: n,
      asOf,
    })
    const kept = standingValues([
      value(1, 'accepted', 5),
      value(2, 'returned', 9),
      value(3, 'submitted', 7),
      value(4, 'withdrawn', 8),
      value(1, 'accepted', 3, '2020-03-31'),
    ])
    expect(kept.map((one) => one.value)).toEqual([3, 7])
  })
  it('are typed with commas or a percent sign; what is no number is said so', () => {
    expect(typedFigureSchema.parse(' 1,234.5 ')).toBe(1234.5)
    expect(typedFigureSchema.parse('80%')).toBe(80)
    expect(typedFigureSchema.parse('')).toBeNull()
    expect(typedFigureSchema.safeParse('约三成').error?.issues[0]?.message).toBe('indicator.not_a_number')
  })
  it('speak of the calendar’s periods: the oldest open one without a value is due', () => {
    expect(periodEndOf('weekly', '2020-04-10')).toBe('2020-04-12')
    expect(periodEndOf('monthly', '2020-02-01')).toBe('2020-02-29')
    expect(periodEndOf('quarterly', '2020-04-10')).toBe('2020-06-30')
    const open = periodsOpen('monthly', '2020-04-01', '2020-06-02')
    expect(open).toEqual(['2020-06-30', '2020-05-31', '2020-04-30'])
    expect(periodDue(open, ['2020-04-30'])).toBe('2020-05-31')
    expect(periodDue(open, open)).toBe('2020-06-30')
    expect(periodsOpen('monthly', '2020-06-01', '2020-06-02')).toEqual(['2020-06-30'])
  })
  it('every day lies in a period that ends on it or later', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('weekly', 'fortnightly', 'monthly', 'quarterly'), (on, cycle) => {
        const end = periodEndOf(cycle as 'weekly', on)
        expect(end >= on).toBe(true)
        expect(periodEndOf(cycle as 'weekly', end)).toBe(end)
      }),
    )
  })
})
