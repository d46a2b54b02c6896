// Every state × event × role of every machine: the code's tables, `can` and the buttons it offers, against the law written out by hand.
import { describe, expect, test } from 'vitest'
import { DIRECTIVE_EVENTS, DIRECTIVE_STATUSES, nextDirectiveStatus } from '@/domain/directives/lifecycle'
import { availableExtensionEvents } from '@/domain/extensions/available'
import { EXTENSION_EVENTS, EXTENSION_STATUSES, nextExtensionStatus } from '@/domain/extensions/lifecycle'
import { brandActor, type Actor } from '@/domain/permissions/actor'
import {
  availableAssignmentEvents,
  availableDirectiveEvents,
  availableReportEvents,
  availableTaskEvents,
  type AvailableEvent,
} from '@/domain/permissions/available-events'
import type { AssignmentFacts, TaskFacts } from '@/domain/permissions/subjects'
import { nextReportStatus, REPORT_EVENTS, REPORT_STATUSES } from '@/domain/reports/lifecycle'
import { availableStatementEvents } from '@/domain/statements/available'
import { nextStatementStatus, STATEMENT_EVENTS, STATEMENT_STATUSES } from '@/domain/statements/lifecycle'
import {
  ASSIGNMENT_EVENTS,
  ASSIGNMENT_STATUSES,
  nextAssignmentStatus,
} from '@/domain/tasks/assignment-lifecycle'
import {
  nextTaskStatus,
  TASK_EVENTS,
  TASK_STATUSES,
  UNDISPATCHED_TASK_STATUSES,
  type TaskStatus,
} from '@/domain/tasks/lifecycle'
import { nextUrgeStatus, URGE_EVENTS, URGE_STATUSES } from '@/domain/urges/lifecycle'
import { cellOf, LAW, LETTERS, WHO, type Letter } from '@/tests/state-law'

/** U and I sit at the unit UNIT; U wrote what there is to write. */
function actorOf(letter: Letter): Actor {
  const unitId = letter === 'U' || letter === 'I' ? 'UNIT' : 'OFF'
  return brandActor({
    kind: 'person',
    personId: letter,
    sessionId: 's',
    name: letter,
    grants: [{ role: WHO[letter].role, unitId, reach: [unitId] }],
  })
}
function taskIn(status: TaskStatus, more: Partial<TaskFacts> = {}): TaskFacts {
  const out = !UNDISPATCHED_TASK_STATUSES.includes(status)
  return {
    id: 't',
    status,
    ownerUnitId: 'OFF',
    officeOwned: true,
    readerUnitIds: out ? ['UNIT'] : [],
    submitted: status !== 'draft',
    dispatched: out,
    ...more,
  }
}
const running: AssignmentFacts = {
  unitId: 'UNIT',
  part: 'lead',
  external: false,
  leadUnitId: 'UNIT',
  lineageUnitIds: ['UNIT'],
  task: taskIn('in_progress'),
}
const possible = (events: readonly AvailableEvent[]) =>
  events.filter((one) => one.possible).map((one) => one.event)

type Machine = keyof typeof LAW
/** What the law offers to each letter in a state, as one line a letter. */
const lawOf = (machine: Machine, from: string, events: readonly string[]) =>
  LETTERS.map((letter) => [
    letter,
    events.filter((event) => cellOf(machine, from, event)?.who.includes(letter)),
  ])
const codeOf = (offered: (actor: Actor) => readonly AvailableEvent[]) =>
  LETTERS.map((letter) => [letter, possible(offered(actorOf(letter)))])

describe('where each event leads from each state', () => {
  const leads = <S extends string, E extends string>(
    machine: Machine,
    states: readonly S[],
    events: readonly E[],
    next: (state: S, event: E) => string | null,
  ) => {
    for (const state of states)
      for (const event of events)
        expect([state, event, next(state, event)]).toEqual([
          state,
          event,
          cellOf(machine, state, event)?.to ?? null,
        ])
    for (const { from, event } of LAW[machine]) {
      expect(states as readonly string[]).toContain(from)
      expect(events as readonly string[]).toContain(event)
    }
  }
  test('of a task', () => {
    const next = (state: TaskStatus, event: (typeof TASK_EVENTS)[number]) => {
      const back = nextTaskStatus(state, event, 'dispatched')
      return event === 'resume' && back === 'dispatched' ? 'as_before' : back
    }
    leads('task', TASK_STATUSES, TASK_EVENTS, next)
    leads('handedDown', TASK_STATUSES, TASK_EVENTS, next)
  })
  test('of an assignment', () =>
    leads('assignment', ASSIGNMENT_STATUSES, ASSIGNMENT_EVENTS, nextAssignmentStatus))
  test('of a report', () => leads('report', REPORT_STATUSES, REPORT_EVENTS, nextReportStatus))
  test('of a directive', () => leads('directive', DIRECTIVE_STATUSES, DIRECTIVE_EVENTS, nextDirectiveStatus))
  test('of an extension', () => leads('extension', EXTENSION_STATUSES, EXTENSION_EVENTS, nextExtensionStatus))
  test('of a statement', () => leads('statement', STATEMENT_STATUSES, STATEMENT_EVENTS, nextStatementStatus))
  test('of an urge', () => leads('urge', URGE_STATUSES, URGE_EVENTS, nextUrgeStatus))
})

describe('who may bring it about, role by role', () => {
  test.each(TASK_STATUSES)('the office’s own task, %s', (status) => {
    const offered = codeOf((actor) => availableTaskEvents(actor, taskIn(status)))
    expect(offered).toEqual(lawOf('task', status, TASK_EVENTS))
  })

  test.each(TASK_STATUSES)('a task that a unit handed down, %s', (status) => {
    const task = taskIn(status, { officeOwned: false, ownerUnitId: 'UNIT', readerUnitIds: ['BELOW', 'UNIT'] })
    const offered = codeOf((actor) => availableTaskEvents(actor, task))
    expect(offered).toEqual(lawOf('handedDown', status, TASK_EVENTS))
  })

  test.each(ASSIGNMENT_STATUSES)('a unit’s part, %s', (status) => {
    const offered = codeOf((actor) => availableAssignmentEvents(actor, { ...running, status }))
    expect(offered).toEqual(lawOf('assignment', status, ASSIGNMENT_EVENTS))
  })

  test.each(REPORT_STATUSES)('a report, %s', (status) => {
    const signed = status === 'draft' || status === 'awaiting_signoff' ? null : 'U'
    const report = {
      status,
      writtenById: 'U',
      signedOffById: signed,
      submittedById: signed,
      assignment: running,
    }
    const offered = codeOf((actor) => availableReportEvents(actor, report))
    expect(offered).toEqual(lawOf('report', status, REPORT_EVENTS))
  })

  test.each(DIRECTIVE_STATUSES)('a directive, %s', (status) => {
    const directive = { id: 'd', status, readerUnitIds: ['UNIT'], submitted: true }
    const offered = codeOf((actor) => availableDirectiveEvents(actor, directive))
    expect(offered).toEqual(lawOf('directive', status, DIRECTIVE_EVENTS))
  })

  test.each(EXTENSION_STATUSES)('a request for more time, %s', (status) => {
    const request = {
      status,
      writtenById: status === 'draft' ? 'U' : 'writer',
      signedById: null,
      route: 'office' as const,
      blocked: false,
      assignment: running,
    }
    const offered = LETTERS.map((letter) => [letter, availableExtensionEvents(actorOf(letter), request)])
    expect(offered).toEqual(lawOf('extension', status, EXTENSION_EVENTS))
  })

  test.each(STATEMENT_STATUSES)('a responsibility statement, %s', (status) => {
    const signedById = status === 'awaiting_signature' ? null : 'U'
    const facts = { status, unitId: 'UNIT', signedById, signedForId: null }
    const offered = LETTERS.map((letter) => [letter, availableStatementEvents(actorOf(letter), facts)])
    expect(offered).toEqual(lawOf('statement', status, STATEMENT_EVENTS))
  })

  test('a stranger is offered nothing, in any state of anything', () => {
    const stranger = brandActor({
      kind: 'person',
      personId: 'x',
      sessionId: 's',
      name: 'x',
      grants: (['unit_head', 'liaison'] as const).map((role) => ({ role, unitId: 'ELSE', reach: ['ELSE'] })),
    })
    for (const status of TASK_STATUSES) expect(availableTaskEvents(stranger, taskIn(status))).toEqual([])
    for (const status of ASSIGNMENT_STATUSES)
      expect(availableAssignmentEvents(stranger, { ...running, status })).toEqual([])
  })
})
