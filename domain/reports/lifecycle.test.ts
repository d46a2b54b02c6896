import { describe, expect, it } from 'vitest'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import {
  assignmentEventOf,
  isUnsigned,
  missingForStraightSubmission,
  nextReportStatus,
  REPORT_EVENTS,
  REPORT_STATUSES,
} from './lifecycle'

// domain.md §3, written out a second time: from · event · to.
const LAW = `
draft             send_for_signoff  awaiting_signoff
awaiting_signoff  submit            submitted
submitted         accept            accepted
submitted         return            returned
awaiting_signoff  send_back         draft
draft             submit            submitted
submitted         withdraw          withdrawn
accepted          correct_review    submitted
returned          correct_review    submitted`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

describe('a report goes only where the table leads', () => {
  const cells = REPORT_STATUSES.flatMap((from) => REPORT_EVENTS.map((event) => [from, event] as const))
  it.each(cells)('%s, %s', (status, event) => {
    const law = LAW.find(([from, act]) => from === status && act === event)
    expect(nextReportStatus(status, event)).toBe(law?.[2] ?? null)
  })

  it('stays in the unit until it is signed', () => {
    expect(REPORT_STATUSES.filter(isUnsigned)).toEqual(['draft', 'awaiting_signoff'])
  })
})

describe('only a completion report moves its assignment', () => {
  it.each(REPORT_EVENTS)('a progress report leaves it alone: %s', (event) => {
    expect(assignmentEventOf('progress', event)).toBeNull()
    expect(assignmentEventOf('no_change', event)).toBeNull()
  })

  it('submitted, accepted, returned, withdrawn lead through the assignment’s own table', () => {
    const move = (
      from: 'in_progress' | 'reported_done' | 'accepted',
      event: (typeof REPORT_EVENTS)[number],
    ) => {
      const moved = assignmentEventOf('completion', event)
      return moved && nextAssignmentStatus(from, moved)
    }
    expect(move('in_progress', 'submit')).toBe('reported_done')
    expect(move('reported_done', 'accept')).toBe('accepted')
    expect(move('reported_done', 'return')).toBe('in_progress')
    expect(move('reported_done', 'withdraw')).toBe('in_progress')
    expect(move('accepted', 'correct_review')).toBe('reported_done')
    expect(move('in_progress', 'correct_review')).toBe('reported_done')
    expect(move('in_progress', 'send_for_signoff')).toBeNull()
    expect(move('in_progress', 'send_back')).toBeNull()
  })
})

describe('a head submits without a separate signature', () => {
  it('only what the head wrote', () => {
    expect(missingForStraightSubmission({ status: 'draft', writtenById: 'head' }, 'head')).toEqual([])
    expect(missingForStraightSubmission({ status: 'draft', writtenById: 'liaison' }, 'head')).toMatchObject([
      { code: 'report.awaits_signoff_first' },
    ])
    expect(missingForStraightSubmission({ status: 'draft', writtenById: null }, null)).toHaveLength(1)
  })

  it('while a report that was sent for signature may be signed by the head', () => {
    expect(
      missingForStraightSubmission({ status: 'awaiting_signoff', writtenById: 'liaison' }, 'head'),
    ).toEqual([])
  })
})
