import { describe, expect, it } from 'vitest'
import {
  ASSIGNMENT_EVENTS,
  ASSIGNMENT_STATUSES,
  isAcknowledged,
  isActiveAssignment,
  isOpenAssignment,
  nextAssignmentStatus,
} from './assignment-lifecycle'

// domain.md §3, written out a second time: from · event · to.
const LAW = `
awaiting_acknowledgement acknowledge  acknowledged
acknowledged             start        in_progress
in_progress              report_done  reported_done
reported_done            accept       accepted
reported_done            return       in_progress
reported_done            withdraw     in_progress
awaiting_acknowledgement refuse       refused
refused                  replace      replaced
refused                  rule_stands  acknowledged
awaiting_acknowledgement waive        waived
acknowledged             waive        waived
in_progress              waive        waived
reported_done            waive        waived
refused                  waive        waived
awaiting_acknowledgement replace      replaced
acknowledged             replace      replaced
in_progress              replace      replaced
reported_done            replace      replaced
accepted                 reopen       in_progress
accepted                 correct_review reported_done
in_progress              correct_review reported_done`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

describe('an assignment goes only where the table leads', () => {
  const cells = ASSIGNMENT_STATUSES.flatMap((from) =>
    ASSIGNMENT_EVENTS.map((event) => [from, event] as const),
  )
  it.each(cells)('%s, %s', (status, event) => {
    const law = LAW.find(([from, act]) => from === status && act === event)
    expect(nextAssignmentStatus(status, event)).toBe(law?.[2] ?? null)
  })
})

describe('the words about assignments', () => {
  const those = (is: (status: (typeof ASSIGNMENT_STATUSES)[number]) => boolean) =>
    ASSIGNMENT_STATUSES.filter(is)

  it('a refused assignment waits for its ruling and is open', () => {
    expect(those((one) => !isOpenAssignment(one))).toEqual(['accepted', 'waived', 'replaced'])
  })

  it('only a replaced one is no longer active', () => {
    expect(those((one) => !isActiveAssignment(one))).toEqual(['replaced'])
  })

  it('a unit that refused has not acknowledged', () => {
    expect(those(isAcknowledged)).toEqual(['acknowledged', 'in_progress', 'reported_done', 'accepted'])
  })

  it('any open one may be waived or replaced, a closed one neither', () => {
    for (const status of ASSIGNMENT_STATUSES) {
      expect(nextAssignmentStatus(status, 'waive') === 'waived').toBe(isOpenAssignment(status))
      expect(nextAssignmentStatus(status, 'replace') === 'replaced').toBe(isOpenAssignment(status))
    }
  })
})
