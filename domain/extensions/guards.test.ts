import { describe, expect, it } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import {
  describeNewDate,
  latestDueOn,
  obstacleToDate,
  obstaclesToExtending,
  type ExtensibleFacts,
} from './guards'

const facts = (
  more: {
    task?: Partial<ExtensibleFacts['task']>
    assignment?: Partial<ExtensibleFacts['assignment']>
    parentDueOn?: LocalDate | null
  } = {},
): ExtensibleFacts => ({
  task: { status: 'in_progress', kind: 'time_boxed', dueOn: '2020-06-30', ...more.task },
  assignment: { status: 'in_progress', part: 'lead', dueOn: '2020-06-30', ...more.assignment },
  parentDueOn: more.parentDueOn ?? null,
})
const calendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>([
    '2020-10-01',
    '2020-10-02',
    '2020-10-05',
    '2020-10-06',
    '2020-10-07',
    '2020-10-08',
  ]),
  on: new Set<LocalDate>(['2020-09-27', '2020-10-10']),
}

describe('asking for more time', () => {
  it('is for a unit at work on a running task with a date', () => {
    expect(obstaclesToExtending(facts())).toEqual([])
    expect(
      obstaclesToExtending(facts({ task: { status: 'dispatched' }, assignment: { status: 'acknowledged' } })),
    ).toEqual([])
  })

  it.each([
    'suspended',
    'completed',
    'struck_off',
    'terminated',
    'archived',
    'under_review',
    'approved',
  ] as const)('is refused on a task that is %s', (status) => {
    expect(obstaclesToExtending(facts({ task: { status } }))[0]?.code).toBe('extension.task_not_running')
  })

  it('is refused before the unit acknowledged, after it is done, and without a date', () => {
    const code = (assignment: Partial<ExtensibleFacts['assignment']>) =>
      obstaclesToExtending(facts({ assignment }))[0]?.code
    expect(code({ status: 'awaiting_acknowledgement' })).toBe('extension.acknowledge_first')
    for (const status of ['reported_done', 'accepted', 'waived', 'refused', 'replaced'] as const) {
      expect(code({ status })).toBe('extension.part_not_open')
    }
    expect(code({ dueOn: null })).toBe('extension.no_due_date')
  })
})

describe('the new date', () => {
  const today = '2020-06-01'
  it('is after the present one and not past', () => {
    expect(obstacleToDate(facts(), '2020-06-30', today)).toMatchObject({ code: 'extension.not_later' })
    expect(obstacleToDate(facts(), '2020-07-15', today)).toBeNull()
    expect(obstacleToDate(facts(), '2020-07-15', '2020-07-16')).toMatchObject({
      code: 'extension.date_passed',
    })
  })

  it('of the lead is bounded by what the task hangs on alone, of a supporter by the task too', () => {
    expect(latestDueOn(facts())).toBeNull()
    expect(latestDueOn(facts({ parentDueOn: '2020-09-30' }))).toBe('2020-09-30')
    const supporter = facts({ assignment: { part: 'supporting', dueOn: '2020-05-31' } })
    expect(latestDueOn(supporter)).toBe('2020-06-30')
    expect(obstacleToDate(supporter, '2020-06-30', today)).toBeNull()
    expect(obstacleToDate(supporter, '2020-07-01', today)).toEqual({
      code: 'extension.after_parent',
      params: { latest: '2020-06-30' },
    })
  })

  it('shows the working days gained, the next worked day, and a year without a calendar', () => {
    expect(describeNewDate('2020-09-30', '2020-10-04', calendar)).toEqual({
      on: '2020-10-04',
      gained: 0,
      next: '2020-10-09',
      unpublished: null,
    })
    expect(describeNewDate('2020-09-30', '2020-10-12', calendar)).toMatchObject({ gained: 3, next: null })
    expect(describeNewDate('2020-12-31', '2021-01-15', calendar)).toMatchObject({ unpublished: 2021 })
  })
})
