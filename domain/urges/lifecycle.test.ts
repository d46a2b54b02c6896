import { describe, expect, it } from 'vitest'
import {
  nextLevel,
  nextUrgeStatus,
  URGE_EVENTS,
  URGE_STATUSES,
  type UrgeEvent,
  type UrgeStatus,
} from './lifecycle'

/** Written out from domain.md §3: sent → answered | lapsed → escalated; a lapsed one may still be answered late. */
const ALLOWED: readonly [UrgeStatus, UrgeEvent, UrgeStatus][] = [
  ['sent', 'answer', 'answered'],
  ['sent', 'settle', 'answered'],
  ['sent', 'lapse', 'lapsed'],
  ['lapsed', 'answer', 'answered'],
  ['lapsed', 'settle', 'answered'],
  ['lapsed', 'escalate', 'escalated'],
]

describe('an urge', () => {
  it('goes only the ways that are written out', () => {
    for (const status of URGE_STATUSES)
      for (const event of URGE_EVENTS) {
        const way = ALLOWED.find(([from, by]) => from === status && by === event)
        expect([status, event, nextUrgeStatus(status, event)]).toEqual([status, event, way?.[2] ?? null])
      }
  })

  it('rises from level one to two to three and stops', () => {
    expect([1, 2, 3].map(nextLevel)).toEqual([2, 3, null])
  })
})
