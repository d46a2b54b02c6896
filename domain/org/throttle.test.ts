import { describe, expect, it } from 'vitest'
import {
  ACCOUNT_RULE,
  ADDRESS_RULE,
  afterFailure,
  delayFor,
  lockedUntil,
  triesLeft,
  type ThrottleState,
} from './throttle'

const start = new Date('2020-04-10T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const fail = (times: number, from: ThrottleState | null = null, now = start) =>
  Array.from({ length: times }).reduce<ThrottleState | null>(
    (state) => afterFailure(state, ACCOUNT_RULE, now),
    from,
  )

describe('five wrong passwords lock for fifteen minutes', () => {
  it('counts the tries down', () => {
    expect(triesLeft(null, ACCOUNT_RULE, start)).toBe(5)
    expect(triesLeft(fail(2), ACCOUNT_RULE, start)).toBe(3)
    expect(lockedUntil(fail(4), start)).toBeNull()
    expect(triesLeft(fail(5), ACCOUNT_RULE, start)).toBe(0)
    expect(lockedUntil(fail(5), start)).toEqual(after(15))
  })

  it('opens again to the minute, with five tries', () => {
    const locked = fail(5)
    expect(lockedUntil(locked, after(14.99))).toEqual(after(15))
    expect(lockedUntil(locked, after(15))).toBeNull()
    expect(triesLeft(locked, ACCOUNT_RULE, after(15))).toBe(5)
    expect(fail(1, locked, after(15))).toEqual({ failures: 1, windowAt: after(15), lockedUntil: null })
  })

  it('forgets failures that lie a quarter of an hour back', () => {
    const old = fail(4)
    expect(triesLeft(old, ACCOUNT_RULE, after(15))).toBe(5)
    expect(fail(1, old, after(15))?.failures).toBe(1)
    expect(fail(1, old, after(14))?.lockedUntil).toEqual(after(29))
  })
})

describe('an address, and an account tried from everywhere', () => {
  it('an office behind one address gets more tries than a person', () => {
    expect(ADDRESS_RULE.failures).toBeGreaterThan(ACCOUNT_RULE.failures * 5)
  })

  it('nobody can lock a leader out by name: attempts from elsewhere only wait longer', () => {
    expect([0, 9, 10, 11, 12, 13, 14, 500].map(delayFor)).toEqual([0, 0, 1000, 2000, 4000, 8000, 8000, 8000])
  })
})
