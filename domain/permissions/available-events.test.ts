import { describe, expect, it } from 'vitest'
import { missingForCompletion } from '@/domain/tasks/guards'
import { TASK_EVENTS, TASK_STATUSES, nextTaskStatus } from '@/domain/tasks/lifecycle'
import { brandActor, type Actor } from './actor'
import {
  availableAssignmentEvents,
  availableDirectiveEvents,
  availableEvents,
  availableReportEvents,
  isPossible,
} from './available-events'
import { ROLES, type Role } from './roles'
import type { AssignmentFacts, ReportFacts, TaskFacts } from './subjects'

const who = (role: Role, unitId: string, personId = 'me'): Actor =>
  brandActor({
    kind: 'person',
    personId,
    sessionId: 's',
    name: role,
    grants: [{ role, unitId, reach: [unitId] }],
  })
const task: TaskFacts = {
  id: 't',
  status: 'under_review',
  ownerUnitId: 'OFF',
  officeOwned: true,
  readerUnitIds: ['U'],
}
const assignment: AssignmentFacts = {
  unitId: 'U',
  part: 'lead',
  external: false,
  leadUnitId: 'U',
  lineageUnitIds: ['U'],
  task: { ...task, status: 'dispatched' },
}
const possible = (events: readonly { event: string; possible: boolean }[]) =>
  events.filter((one) => one.possible).map((one) => one.event)

describe('the buttons of a task', () => {
  it('an officer sends a draft for approval and does not approve it', () => {
    const events = availableEvents(who('officer', 'OFF'), { ...task, status: 'draft' })
    expect(possible(events)).toEqual(['submit'])
    expect(events.some((one) => one.event === 'approve')).toBe(false)
  })

  it('the office head completes; while something is missing the reason stands in the button’s place', () => {
    const missing = missingForCompletion({
      assignments: [{ unitId: 'U', part: 'lead', status: 'in_progress' }],
      openChildTasks: 0,
      openChildAssignments: 0,
    })
    const head = who('office_head', 'OFF')
    expect(isPossible(availableEvents(head, task), 'complete')).toBe(true)
    const complete = availableEvents(head, task, { complete: missing }).find(
      (one) => one.event === 'complete',
    )
    expect(complete).toMatchObject({
      possible: false,
      blockedBy: 'guard',
      reason: { code: 'task.units_not_accepted', params: { count: 1, total: 1 } },
    })
  })

  it('where the moment is wrong the reason says so; where the role lacks the verb there is nothing', () => {
    const strikeOff = availableEvents(who('office_head', 'OFF'), task).find(
      (one) => one.event === 'strike_off',
    )
    expect(strikeOff).toMatchObject({
      possible: false,
      blockedBy: 'status',
      reason: { code: 'task.not_now', params: { status: 'under_review', event: 'strike_off' } },
    })
    expect(availableEvents(who('liaison', 'U'), task)).toEqual([])
    expect(availableEvents(who('discipline', 'OFF'), task)).toEqual([])
  })

  it('only a leader terminates and reopens', () => {
    for (const role of ROLES) {
      const events = availableEvents(who(role, 'OFF'), { ...task, status: 'completed' })
      expect(isPossible(events, 'reopen')).toBe(role === 'leader')
      expect(events.some((one) => one.event === 'terminate')).toBe(role === 'leader')
    }
  })

  it('none is drawn that the table of states refuses', () => {
    for (const role of ROLES) {
      for (const status of TASK_STATUSES) {
        const events = availableEvents(who(role, 'OFF'), { ...task, status })
        for (const event of TASK_EVENTS) {
          if (isPossible(events, event)) expect(nextTaskStatus(status, event, 'in_progress')).not.toBeNull()
        }
      }
    }
  })
})

describe('the buttons of an assignment', () => {
  it('a liaison acknowledges or refuses; the office rules on a refusal', () => {
    const waiting = { ...assignment, status: 'awaiting_acknowledgement' as const }
    expect(possible(availableAssignmentEvents(who('liaison', 'U'), waiting))).toEqual([
      'acknowledge',
      'refuse',
    ])
    expect(possible(availableAssignmentEvents(who('liaison', 'X'), waiting))).toEqual([])
    const refused = { ...assignment, status: 'refused' as const }
    expect(possible(availableAssignmentEvents(who('officer', 'OFF'), refused))).toEqual([
      'rule_stands',
      'waive',
    ])
    expect(possible(availableAssignmentEvents(who('office_head', 'OFF'), refused))).toEqual([
      'rule_stands',
      'replace',
      'waive',
    ])
  })
})

describe('the buttons of a report', () => {
  const report: ReportFacts = {
    status: 'draft',
    writtenById: 'liaison',
    signedOffById: null,
    submittedById: null,
    assignment,
  }
  const events = (actor: Actor, more: Partial<ReportFacts>) =>
    availableReportEvents(actor, { ...report, ...more })

  it('a liaison sends for signature, the head signs or sends back', () => {
    expect(possible(events(who('liaison', 'U', 'liaison'), {}))).toEqual(['send_for_signoff'])
    const signing = events(who('unit_head', 'U', 'head'), { status: 'awaiting_signoff' })
    expect(possible(signing)).toEqual(['send_back', 'submit'])
  })

  it('a head submits at once what the head wrote, and waits for the liaison’s draft', () => {
    expect(isPossible(events(who('unit_head', 'U', 'head'), { writtenById: 'head' }), 'submit')).toBe(true)
    const other = events(who('unit_head', 'U', 'head'), {}).find((one) => one.event === 'submit')
    expect(other).toMatchObject({ possible: false, reason: { code: 'report.awaits_signoff_first' } })
  })

  it('an officer accepts or returns what others wrote', () => {
    const submitted = { status: 'submitted', signedOffById: 'head', submittedById: 'head' } as const
    expect(possible(events(who('officer', 'OFF'), submitted))).toEqual(['accept', 'return'])
    expect(events(who('officer', 'OFF', 'head'), submitted)).toEqual([])
    expect(possible(events(who('unit_head', 'U', 'head'), submitted))).toEqual(['withdraw'])
  })
})

describe('the buttons of a directive', () => {
  it('an officer files or discards a draft, the office head closes one in force', () => {
    const directive = { id: 'd', status: 'draft' as const, readerUnitIds: [] }
    expect(possible(availableDirectiveEvents(who('officer', 'OFF'), directive))).toEqual(['file', 'discard'])
    const force = { ...directive, status: 'in_force' as const }
    expect(possible(availableDirectiveEvents(who('office_head', 'OFF'), force))).toEqual(['close'])
    expect(possible(availableDirectiveEvents(who('officer', 'OFF'), force))).toEqual([])
    const open = { close: [{ code: 'directive.tasks_open', params: { count: 3 } }] }
    expect(possible(availableDirectiveEvents(who('office_head', 'OFF'), force, open))).toEqual([])
  })
})
