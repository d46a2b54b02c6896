// The law of tests/state-law.ts at the database: the real commands, in every state, as every role. Where the law has no cell for the role the
// command is refused and nothing changes; where it has, the record stands in the state that the law names.
import { describe, expect, test } from 'vitest'
import { DIRECTIVE_STATUSES } from '@/domain/directives/lifecycle'
import { isFailure } from '@/domain/errors'
import { EXTENSION_STATUSES } from '@/domain/extensions/lifecycle'
import { STATEMENT_STATUSES } from '@/domain/statements/lifecycle'
import { REPORT_STATUSES } from '@/domain/reports/lifecycle'
import { ASSIGNMENT_STATUSES } from '@/domain/tasks/assignment-lifecycle'
import { TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { URGE_STATUSES } from '@/domain/urges/lifecycle'
import { archiveDirective } from '@/server/directives/archive-directive'
import { closeDirective } from '@/server/directives/close-directive'
import { discardDirective } from '@/server/directives/discard-directive'
import { fileDirective } from '@/server/directives/file-directive'
import { approveTasks } from '@/server/directives/workspace/approve-tasks'
import { endorseExtension } from '@/server/extensions/endorse-extension'
import { grantExtension } from '@/server/extensions/grant-extension'
import { refuseExtension } from '@/server/extensions/refuse-extension'
import { sendExtensionBack } from '@/server/extensions/send-extension-back'
import { sendExtensionForSignoff } from '@/server/extensions/send-extension-for-signoff'
import { signExtension } from '@/server/extensions/sign-extension'
import { countersignStatement } from '@/server/statements/countersign-statement'
import { sendStatementBack } from '@/server/statements/send-statement-back'
import { signStatement } from '@/server/statements/sign-statement'
import { withdrawStatement } from '@/server/statements/withdraw-statement'
import { withdrawExtension } from '@/server/extensions/withdraw-extension'
import { reviewReport } from '@/server/reports/review-report'
import { sendReportBack } from '@/server/reports/send-report-back'
import { sendReportForSignoff } from '@/server/reports/send-report-for-signoff'
import { submitReport } from '@/server/reports/submit-report'
import { withdrawReport } from '@/server/reports/withdraw-report'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { archiveTask } from '@/server/tasks/archive-task'
import { completeTask } from '@/server/tasks/complete-task'
import { concludeTask } from '@/server/tasks/conclude-task'
import { declineTask, sendBackTask } from '@/server/tasks/give-up-draft'
import { reassignTask } from '@/server/tasks/reassign-task'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { reopenTask } from '@/server/tasks/reopen-task'
import { resumeTask } from '@/server/tasks/resume-task'
import { returnTask } from '@/server/tasks/return-task'
import { ruleOnRefusal } from '@/server/tasks/rule-on-refusal'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import { suspendTask } from '@/server/tasks/suspend-task'
import { terminateTask } from '@/server/tasks/terminate-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { escalateUrges } from '@/server/urges/escalate-urges'
import { signAnswer } from '@/server/urges/sign-answer'
import { runAs, testWorld } from '@/tests/factories'
import {
  assignmentIn,
  directiveIn,
  extensionIn,
  PASSWORD,
  reportIn,
  slipIn,
  statementIn,
  taskIn,
} from '@/tests/state-builders'
import { cellOf, LETTERS, WHO, type LAW, type Letter } from '@/tests/state-law'

type Run = (account: string, id: string) => Promise<unknown>
type Machine = {
  law: keyof typeof LAW
  build: (state: string) => Promise<string>
  statusOf: (id: string) => Promise<string>
  events: Record<string, Run>
}
const because = { version: 1, reason: '有此必要' }

/** Every event of a machine in one state, as everybody: first those whom the law refuses, on one record; then each whom it allows, on his own. */
async function hold({ law, build, statusOf, events }: Machine, state: string) {
  const one = await build(state)
  for (const [at, [event, run]] of Object.entries(events).entries()) {
    const cell = cellOf(law, state, event)
    const allowed = cell?.who ?? []
    // Of the three administrators, who read nothing of this, one an event, in turn.
    const admin = (['S', 'C', 'A'] as const)[at % 3]
    const refused = LETTERS.filter(
      (letter) => !allowed.includes(letter) && (!['S', 'C', 'A'].includes(letter) || letter === admin),
    )
    const answers = await Promise.all(
      refused.map(async (letter): Promise<[Letter, string]> => {
        const answer = run(WHO[letter].account, one)
        return [
          letter,
          await answer.then(
            () => 'done',
            (error: unknown) => (isFailure(error) ? 'refused' : String(error)),
          ),
        ]
      }),
    )
    expect([event, ...answers]).toEqual([event, ...refused.map((letter) => [letter, 'refused'])])
    for (const letter of allowed) {
      const own = await build(state)
      await run(WHO[letter].account, own)
      const to = cell?.to === 'as_before' ? 'dispatched' : cell?.to
      expect([event, letter, await statusOf(own)]).toEqual([event, letter, to])
    }
  }
  expect(await statusOf(one)).toBe(state)
}

const statusOf =
  (kind: 'task' | 'assignment' | 'report' | 'directive' | 'extension' | 'slip' | 'statement') =>
  async (id: string): Promise<string> => {
    const { db } = await testWorld()
    const by = { where: { id }, select: { status: true } } as const
    if (kind === 'task') return (await db.task.findUniqueOrThrow(by)).status
    if (kind === 'assignment') return (await db.assignment.findUniqueOrThrow(by)).status
    if (kind === 'report') return (await db.report.findUniqueOrThrow(by)).status
    if (kind === 'extension') return (await db.extension.findUniqueOrThrow(by)).status
    if (kind === 'statement') return (await db.statement.findUniqueOrThrow(by)).status
    if (kind === 'slip') return (await db.urgeSlip.findUniqueOrThrow(by)).status
    return (await db.directive.findUniqueOrThrow(by)).status
  }

const onTask: Machine['events'] = {
  send_back: (account, taskId) => runAs(account, sendBackTask, { taskId, ...because }),
  decline: (account, taskId) => runAs(account, declineTask, { taskId, ...because }),
  approve: async (account, id) => {
    const { db } = await testWorld()
    const { directiveId } = await db.task.findUniqueOrThrow({ where: { id }, select: { directiveId: true } })
    return runAs(account, approveTasks, { directiveId, tasks: [{ id, version: 1 }] })
  },
  conclude: (account, taskId) => runAs(account, concludeTask, { taskId, version: 1, conclusion: '已办完' }),
  return: (account, taskId) => runAs(account, returnTask, { taskId, ...because, again: [] }),
  complete: (account, taskId) => runAs(account, completeTask, { taskId, version: 1 }),
  strike_off: (account, taskId) => runAs(account, strikeOffTask, { taskId, version: 1 }),
  archive: (account, taskId) => runAs(account, archiveTask, { taskId, version: 1 }),
  suspend: (account, taskId) => runAs(account, suspendTask, { taskId, ...because }),
  resume: (account, taskId) => runAs(account, resumeTask, { taskId, version: 1 }),
  terminate: (account, taskId) => runAs(account, terminateTask, { taskId, ...because }),
  reopen: (account, taskId) => runAs(account, reopenTask, { taskId, ...because, again: [] }),
}

describe('the office’s own task', () => {
  const machine: Machine = {
    law: 'task',
    build: async (state) => (await taskIn(state as 'draft')).id,
    statusOf: statusOf('task'),
    events: onTask,
  }
  test.each(TASK_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})

describe('a task that the relief bureau handed down', () => {
  let parentId: string | undefined
  const machine: Machine = {
    law: 'handedDown',
    build: async (state) => {
      const { org } = await testWorld()
      parentId ??= (await assignmentIn('in_progress'))?.id
      const ownerUnitId = org.unitIds.relief ?? ''
      const task = await taskIn(state as 'draft', {
        ownerUnitId,
        officeOwned: false,
        parentAssignmentId: parentId ?? '',
      })
      return task.id
    },
    statusOf: statusOf('task'),
    events: onTask,
  }
  test.each(['awaiting_approval', 'in_progress', 'under_review', 'completed'] as const)(
    '%s',
    (state) => hold(machine, state),
    120_000,
  )
})

describe('a unit’s part', () => {
  const about = (assignmentId: string) => ({ assignmentId, ...because })
  const machine: Machine = {
    law: 'assignment',
    build: async (state) => (await assignmentIn(state as 'accepted'))?.id ?? '',
    statusOf: statusOf('assignment'),
    events: {
      acknowledge: (account, assignmentId) =>
        runAs(account, acknowledgeAssignment, { assignmentId, version: 1 }),
      refuse: (account, id) => runAs(account, refuseAssignment, about(id)),
      rule_stands: (account, id) =>
        runAs(account, ruleOnRefusal, { ...about(id), ruling: 'stands' as const }),
      waive: (account, id) => runAs(account, waiveAssignment, about(id)),
      replace: async (account, id) => {
        const { org } = await testWorld()
        return runAs(account, reassignTask, { ...about(id), unitId: org.unitIds.children ?? '' })
      },
    },
  }
  test.each(ASSIGNMENT_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})

describe('a report that the head wrote', () => {
  const review = {
    basis: 'document' as const,
    reason: '不全',
    returnKind: 'other' as const,
    verifiedProgress: 50,
  }
  const about = (reportId: string) => ({ reportId, version: 1 })
  const machine: Machine = {
    law: 'report',
    build: async (state) => {
      const part = await assignmentIn('in_progress')
      return (await reportIn(part?.id ?? '', state as 'draft')).id
    },
    statusOf: statusOf('report'),
    events: {
      send_for_signoff: (account, id) => runAs(account, sendReportForSignoff, about(id)),
      send_back: (account, id) => runAs(account, sendReportBack, { ...about(id), reason: '补数据' }),
      submit: (account, id) => runAs(account, submitReport, about(id)),
      withdraw: (account, id) => runAs(account, withdrawReport, about(id)),
      accept: (account, id) =>
        runAs(account, reviewReport, { ...about(id), ...review, decision: 'accept' as const }),
      return: (account, id) =>
        runAs(account, reviewReport, { ...about(id), ...review, decision: 'return' as const }),
    },
  }
  test.each(REPORT_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})

describe('a directive', () => {
  const about = (directiveId: string) => ({ directiveId, ...because })
  const machine: Machine = {
    law: 'directive',
    build: async (state) => (await directiveIn(state as 'draft')).id,
    statusOf: statusOf('directive'),
    events: {
      file: (account, id) => runAs(account, fileDirective, about(id)),
      discard: (account, id) => runAs(account, discardDirective, about(id)),
      close: (account, id) => runAs(account, closeDirective, about(id)),
      archive: (account, directiveId) => runAs(account, archiveDirective, { directiveId, version: 1 }),
    },
  }
  test.each(DIRECTIVE_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})

describe('a unit’s request for more time', () => {
  const about = (extensionId: string) => ({ extensionId, version: 1 })
  const decided = (extensionId: string) => ({ ...about(extensionId), note: '同意' })
  const machine: Machine = {
    law: 'extension',
    build: async (state) => (await extensionIn(state as 'draft')).id,
    statusOf: statusOf('extension'),
    events: {
      send_for_signoff: (account, id) => runAs(account, sendExtensionForSignoff, about(id)),
      sign: (account, id) => runAs(account, signExtension, about(id)),
      send_back: (account, id) => runAs(account, sendExtensionBack, decided(id)),
      endorse: (account, id) => runAs(account, endorseExtension, decided(id)),
      grant: (account, id) => runAs(account, grantExtension, { ...decided(id), grantedDueOn: '' }),
      refuse: (account, id) => runAs(account, refuseExtension, decided(id)),
      withdraw: (account, id) => runAs(account, withdrawExtension, about(id)),
    },
  }
  test.each(EXTENSION_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})

describe('a responsibility statement', () => {
  const about = (statementId: string) => ({ statementId, version: 1 })
  const signed = (account: string, statementId: string) => ({
    ...about(statementId),
    read: 'on' as const,
    name: account,
    password: PASSWORD,
  })
  const machine: Machine = {
    law: 'statement',
    build: async (state) => (await statementIn(state as 'in_force')).id,
    statusOf: statusOf('statement'),
    events: {
      sign: (account, id) => runAs(account, signStatement, signed(account, id)),
      countersign: (account, id) => runAs(account, countersignStatement, signed(account, id)),
      send_back: (account, id) => runAs(account, sendStatementBack, { ...about(id), reason: '时限有误' }),
      withdraw: (account, id) => runAs(account, withdrawStatement, about(id)),
    },
  }
  test.each(STATEMENT_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})

describe('an urge', () => {
  const machine: Machine = {
    law: 'urge',
    build: async (state) => (await slipIn(state as 'sent')).id,
    statusOf: statusOf('slip'),
    events: {
      answer: (account, slipId) => runAs(account, signAnswer, { slipId, version: 1, answer: '本周内报送。' }),
      escalate: (account, slipId) =>
        runAs(account, escalateUrges, { slipId, version: 1, text: '请即反馈。' }),
    },
  }
  test.each(URGE_STATUSES)('%s', (state) => hold(machine, state), 120_000)
})
