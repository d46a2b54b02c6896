import { describe, expect, it } from 'vitest'
import {
  isOpenTask,
  nextTaskStatus,
  OPEN_TASK_STATUSES,
  TASK_EVENTS,
  TASK_STATUSES,
  TASK_TABLE,
  taskEventsFrom,
} from './lifecycle'

// domain.md §3, written out a second time: from · event · to.
const LAW = `
draft               submit       awaiting_approval
awaiting_approval   approve      approved
approved            dispatch     dispatched
dispatched          acknowledge  in_progress
in_progress         conclude     under_review
under_review        complete     completed
completed           strike_off   struck_off
struck_off          archive      archived
awaiting_approval   send_back    draft
approved            send_back    draft
draft               decline      declined
awaiting_approval   decline      declined
under_review        return       in_progress
dispatched          suspend      suspended
in_progress         suspend      suspended
suspended           resume       as_before
draft               terminate    terminated
awaiting_approval   terminate    terminated
approved            terminate    terminated
dispatched          terminate    terminated
in_progress         terminate    terminated
under_review        terminate    terminated
suspended           terminate    terminated
completed           reopen       in_progress
struck_off          reopen       in_progress`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

describe('a task goes only where the table leads', () => {
  const cells = TASK_STATUSES.flatMap((status) => TASK_EVENTS.map((event) => [status, event] as const))
  it.each(cells)('%s, %s', (status, event) => {
    const law = LAW.find(([from, act]) => from === status && act === event)
    expect(TASK_TABLE[status][event]).toBe(law?.[2])
  })

  it('has no event that leads nowhere from everywhere', () => {
    for (const event of TASK_EVENTS) expect(LAW.some(([, act]) => act === event)).toBe(true)
  })
})

describe('the office head resumes a suspended task', () => {
  it('returns it to where it was suspended', () => {
    expect(nextTaskStatus('suspended', 'resume', 'dispatched')).toBe('dispatched')
    expect(nextTaskStatus('suspended', 'resume', 'in_progress')).toBe('in_progress')
  })

  it('refuses when nobody remembers where that was', () => {
    expect(nextTaskStatus('suspended', 'resume')).toBeNull()
    expect(nextTaskStatus('suspended', 'resume', null)).toBeNull()
  })

  it('ignores the memory in every other case', () => {
    expect(nextTaskStatus('draft', 'submit', 'dispatched')).toBe('awaiting_approval')
    expect(nextTaskStatus('draft', 'resume', 'dispatched')).toBeNull()
  })
})

describe('an open task', () => {
  it('is whatever is not declined, completed, struck off, terminated or archived', () => {
    expect(TASK_STATUSES.filter((status) => !isOpenTask(status)).sort()).toEqual(
      ['archived', 'completed', 'declined', 'struck_off', 'terminated'].sort(),
    )
    expect(OPEN_TASK_STATUSES).toContain('suspended')
  })

  it('can always be terminated, and a closed one never', () => {
    for (const status of TASK_STATUSES) {
      expect(nextTaskStatus(status, 'terminate') === 'terminated').toBe(isOpenTask(status))
    }
  })

  it('lists what may happen next in the order of the table', () => {
    expect(taskEventsFrom('under_review')).toEqual(['return', 'complete', 'terminate'])
    expect(taskEventsFrom('archived')).toEqual([])
  })
})
