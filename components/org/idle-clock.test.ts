import { expect, test } from 'vitest'
import { isPingDue, phaseOf } from './idle-clock'

const minutes = (count: number) => count * 60_000

test('a page warns two minutes before the session ends', () => {
  expect(phaseOf(minutes(17.9), 20)).toBe('working')
  expect(phaseOf(minutes(18), 20)).toBe('warning')
  expect(phaseOf(minutes(20), 20)).toBe('over')
})

test('the server hears of somebody who writes, at most once a minute, and never of an idle page', () => {
  expect(isPingDue(minutes(5), minutes(4.5), minutes(5))).toBe(false)
  expect(isPingDue(minutes(5), minutes(4), minutes(5))).toBe(true)
  expect(isPingDue(minutes(4), minutes(4), minutes(10))).toBe(false)
})
