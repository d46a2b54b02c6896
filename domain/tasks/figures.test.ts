import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptedFirstTime,
  acknowledgedOnTime,
  completedOnTime,
  extensionsPerTask,
  overdueShare,
  reportedOnTime,
  requestsPerUnitMonth,
  returnedShare,
  sentenceCoverage,
  valueOf,
  verifiedShare,
  workingDaysToComplete,
} from './metrics'
import { rollUp } from './roll-up'

const part = { status: 'in_progress' as const, weight: 1, claimed: 50, verified: 40, reported: true }
const assigned = {
  acknowledgeDueOn: '2020-04-13' as const,
  acknowledgedOn: '2020-04-13' as const,
  dueOn: '2020-04-30' as const,
  completedOn: null,
}
const report = {
  decision: 'accept' as const,
  first: true,
  basis: 'document',
}

describe('the roll-up of what was handed down', () => {
  it('counts n of m and weighs progress', () => {
    const parts = [
      part,
      { ...part, status: 'accepted' as const, weight: 3, claimed: 100, verified: 100 },
      { ...part, status: 'awaiting_acknowledgement' as const, claimed: 0, verified: 0, reported: false },
      { ...part, status: 'waived' as const, weight: 50 },
      { ...part, status: 'replaced' as const, weight: 50 },
    ]
    expect(rollUp(parts)).toEqual({
      total: 3,
      acknowledged: 2,
      reported: 2,
      completed: 1,
      claimed: 70,
      verified: 68,
    })
  })

  it('of nothing is no progress, not zero', () => {
    expect(rollUp([{ ...part, status: 'waived' }])).toMatchObject({ total: 0, claimed: null, verified: null })
  })

  it('lies between the least and the most of its parts', () => {
    const any = fc.record({
      weight: fc.integer({ min: 1, max: 100 }),
      claimed: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), (some) => {
        const { claimed } = rollUp(some.map((one) => ({ ...part, ...one })))
        expect(claimed).toBeGreaterThanOrEqual(Math.min(...some.map((one) => one.claimed)))
        expect(claimed).toBeLessThanOrEqual(Math.max(...some.map((one) => one.claimed)))
      }),
    )
  })
})

describe('figures come with numerator and denominator', () => {
  it('acknowledged on time: a limit that has not come counts for nothing yet', () => {
    const late = { ...assigned, acknowledgedOn: '2020-04-14' as const }
    const silent = { ...assigned, acknowledgedOn: null }
    expect(acknowledgedOnTime([assigned, late, silent], '2020-04-13')).toEqual({
      numerator: 1,
      denominator: 2,
    })
    expect(acknowledgedOnTime([assigned, late, silent], '2020-04-14')).toEqual({
      numerator: 1,
      denominator: 3,
    })
  })

  it('completed on time, and overdue', () => {
    const done = { ...assigned, completedOn: '2020-04-30' as const }
    const late = { ...assigned, completedOn: '2020-05-01' as const }
    expect(completedOnTime([assigned, done, late], '2020-04-30')).toEqual({ numerator: 1, denominator: 2 })
    expect(completedOnTime([assigned, done, late], '2020-05-01')).toEqual({ numerator: 1, denominator: 3 })
    expect(overdueShare([assigned, done], '2020-04-30')).toEqual({ numerator: 0, denominator: 1 })
    expect(overdueShare([assigned, done], '2020-05-01')).toEqual({ numerator: 1, denominator: 1 })
  })

  it('reports: on time, returned, accepted first time, verified', () => {
    const late = { ...report, decision: 'return' as const }
    const second = { ...report, first: false, basis: 'not_verified' }
    const waiting = { ...report, decision: null }
    const all = [report, late, second, waiting]
    expect(returnedShare(all)).toEqual({ numerator: 1, denominator: 3 })
    expect(acceptedFirstTime(all)).toEqual({ numerator: 1, denominator: 2 })
    expect(verifiedShare(all)).toEqual({ numerator: 1, denominator: 2 })
  })

  it('reported on time: a period that went by without a report counts, one that is not over does not', () => {
    const dueOn = '2020-04-30' as const
    const periods = [
      { dueOn, submittedOn: '2020-04-30' as const },
      { dueOn, submittedOn: '2020-05-06' as const },
      { dueOn, submittedOn: null },
    ]
    expect(reportedOnTime(periods, '2020-04-30')).toEqual({ numerator: 1, denominator: 2 })
    expect(reportedOnTime(periods, '2020-05-01')).toEqual({ numerator: 1, denominator: 3 })
  })

  it('extensions, days to complete, coverage, burden', () => {
    const calendar = {
      zone: 'Asia/Shanghai',
      published: new Set([2020]),
      off: new Set<never>(),
      on: new Set<never>(),
    }
    const tasks = [
      { dispatchedOn: '2020-04-10' as const, completedOn: '2020-04-17' as const, extensions: 2 },
      { dispatchedOn: '2020-04-10' as const, completedOn: null, extensions: 0 },
    ]
    expect(extensionsPerTask(tasks)).toEqual({ numerator: 2, denominator: 2 })
    expect(workingDaysToComplete(tasks, calendar)).toEqual({ numerator: 5, denominator: 1 })
    expect(sentenceCoverage([{ confirmed: true }, { confirmed: false }])).toEqual({
      numerator: 1,
      denominator: 2,
    })
    expect(valueOf(requestsPerUnitMonth(30, 5, 3))).toBe(2)
  })

  it('no data is not zero', () => {
    expect(valueOf({ numerator: 0, denominator: 0 })).toBeNull()
    expect(valueOf({ numerator: 0, denominator: 4 })).toBe(0)
  })
})
