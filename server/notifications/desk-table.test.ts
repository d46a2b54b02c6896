import { beforeAll, describe, expect, test } from 'vitest'
import { findLastCheck, verifyAuditLog } from '@/server/audit/verify-audit-log'
import { fromLocalDate } from '@/server/dates'
import { grantExtension } from '@/server/extensions/grant-extension'
import { turnLights } from '@/server/jobs/refresh-lights'
import { fileNoteAnswer } from '@/server/notes/file-note-answer'
import { signNoteAnswer } from '@/server/notes/sign-note-answer'
import { DECISION_KINDS } from '@/server/notifications/list-decisions'
import { listDuties } from '@/server/notifications/list-duties'
import { signIn } from '@/server/org/sign-in'
import { submitReport } from '@/server/reports/submit-report'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { listOffCourse } from '@/server/tasks/get-overview'
import { refreshTask } from '@/server/tasks/refresh-task'
import { reopenTask } from '@/server/tasks/reopen-task'
import { buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { reportIn, statementIn, taskIn } from '@/tests/state-builders'
import {
  TODAY_LATE,
  next,
  work,
  offCourse,
  unreported,
  reportOf,
  urge,
  returned,
  noted,
  taskOfExtension,
  awaitingApproval,
  lapsed,
  movedDate,
  deskOf,
} from '@/tests/desk-situations'

// screens.md §3 cell by cell: a situation, the line it puts on the desk of the role, and somebody on whose desk it must not stand.

beforeAll(testWorld)

type Cell = [cell: string, whose: string, notOn: string, situation: () => Promise<string>]

const LIAISON: Cell[] = [
  [
    'Do now: to acknowledge',
    'elderly-liaison',
    'children-liaison',
    async () => `do acknowledge T${(await buildDispatchedTask([{ unit: 'elderly' }])).no}`,
  ],
  [
    'Do now: reports due in this period',
    'elderly-liaison',
    'children-liaison',
    async () => `do report T${(await work('elderly', {}, { dueOn: fromLocalDate('2020-04-13') })).no}`,
  ],
  [
    'Do now: returned to me, with the reason',
    'elderly-liaison',
    'children-liaison',
    async () => `do revise T${(await returned('elderly')).no} 没有分县数`,
  ],
  [
    'Do now: drafts not sent',
    'elderly-liaison',
    'elderly-head',
    async () => {
      const task = await work('elderly')
      await reportOf(task.part, 'elderly', 'draft')
      return `do send_draft T${task.no}`
    },
  ],
  [
    'At risk: mine ◆',
    'elderly-liaison',
    'children-liaison',
    async () => `risk T${(await offCourse('elderly')).no} off`,
  ],
  [
    'At risk: milestones in 5 working days',
    'elderly-liaison',
    'children-liaison',
    async () => {
      const { db } = await testWorld()
      const task = await work('elderly')
      const on = fromLocalDate('2020-04-17')
      await db.milestone.create({ data: { taskId: task.id, title: '摸底', dueOn: on, originalDueOn: on } })
      return `risk milestone T${task.no} 摸底`
    },
  ],
  [
    'At risk: no report this period',
    'elderly-liaison',
    'children-liaison',
    async () => `risk T${(await unreported('elderly')).no} off`,
  ],
  [
    'Since: notes',
    'elderly-liaison',
    'children-liaison',
    async () => `since note.written T${(await noted('请抓紧。')).no}`,
  ],
  [
    'Since: urges',
    'elderly-liaison',
    'children-liaison',
    async () => {
      const task = await work('elderly')
      await urge(task.part)
      return `since urge.sent T${task.no}`
    },
  ],
  [
    'Since: dates granted',
    'relief-liaison',
    'children-liaison',
    async () => {
      const { no, extension } = await taskOfExtension('awaiting_leader')
      const input = { extensionId: extension.id, version: extension.version, note: '同意', grantedDueOn: '' }
      await runAs('leader', grantExtension, input, { now: next() })
      return `since extension.granted T${no}`
    },
  ],
]

const UNIT_HEAD: Cell[] = [
  [
    'Do now: to sign off',
    'elderly-head',
    'elderly-liaison',
    async () => {
      const task = await work('elderly')
      await reportOf(task.part, 'elderly', 'awaiting_signoff')
      return `do sign_off T${task.no}`
    },
  ],
  [
    'Do now: acknowledge',
    'elderly-head',
    'children-head',
    async () => `do acknowledge T${(await buildDispatchedTask([{ unit: 'elderly' }])).no}`,
  ],
  [
    'Do now: pledge to sign',
    'relief-head',
    'relief-liaison',
    async () => `do sign_statement D${(await statementIn('awaiting_signature')).directive.no}`,
  ],
  [
    'Do now: extension to sign',
    'relief-head',
    'relief-liaison',
    async () => `do sign_extension T${(await taskOfExtension('awaiting_signoff')).no}`,
  ],
  [
    'Do now: urges to answer',
    'children-head',
    'elderly-head',
    async () => {
      const task = await work('children')
      await urge(task.part)
      return `do answer_urge T${task.no}`
    },
  ],
  [
    'At risk: the unit’s ◆',
    'elderly-head',
    'children-head',
    async () => `risk T${(await offCourse('elderly')).no} off`,
  ],
  [
    'At risk: subordinates not acknowledged',
    'north-head',
    'south-head',
    async () => {
      const { db, org } = await testWorld()
      const task = await work('north')
      const below = {
        taskId: task.id,
        part: 'local' as const,
        parentAssignmentId: task.part,
        dispatchedAt: NOW,
      }
      const late = { acknowledgeDueOn: fromLocalDate('2020-04-09'), refuseDueOn: fromLocalDate('2020-04-09') }
      const unitId = org.unitIds['north-city'] ?? ''
      await db.assignment.create({ data: { ...below, ...late, unitId } })
      return `risk below T${task.no} 1`
    },
  ],
  [
    'Since: reviews of our reports',
    'elderly-head',
    'children-head',
    async () => `since report.returned T${(await returned('elderly')).no}`,
  ],
]

const OFFICER: Cell[] = [
  [
    'Do now: directives to decompose',
    'officer',
    'relief-head',
    async () => `do decompose D${(await buildDirective()).no}`,
  ],
  [
    'Do now: reports to review',
    'officer',
    'relief-head',
    async () => {
      const task = await work('relief')
      await reportIn(task.part, 'submitted')
      return `do review T${task.no}`
    },
  ],
  [
    'Do now: refusals to rule on',
    'officer',
    'elderly-head',
    async () => {
      const refused = { status: 'refused' as const, acknowledgedAt: null, refusedAt: NOW }
      const task = await work('elderly', { ...refused, refusalReason: '不归本司' }, { status: 'dispatched' })
      return `do rule T${task.no} 不归本司`
    },
  ],
  [
    'Do now: reports not received, to be urged',
    'officer',
    'elderly-head',
    async () => `do urge T${(await unreported('elderly')).no}`,
  ],
  [
    'At risk: tasks I handle ◆',
    'officer',
    'children-head',
    async () => `risk T${(await offCourse('elderly')).no} off`,
  ],
  ['At risk: lapsed urges', 'officer', 'office-head', async () => `risk slip ${(await lapsed()).slip}`],
  [
    'Since: new reports',
    'officer',
    'children-head',
    async () => {
      const task = await work('relief')
      const { id, version } = await reportIn(task.part, 'draft')
      await runAs('relief-head', submitReport, { reportId: id, version }, { now: next() })
      return `since report.submitted T${task.no}`
    },
  ],
]

const OFFICE_HEAD: Cell[] = [
  [
    'Do now: tasks to approve',
    'office-head',
    'officer',
    async () => `do approve D${(await awaitingApproval('awaiting_approval')).no}`,
  ],
  [
    'Do now: tasks to dispatch',
    'office-head',
    'officer',
    async () => `do approve D${(await awaitingApproval('approved')).no}`,
  ],
  [
    'Do now: extension, first step',
    'office-head',
    'officer',
    async () => `do endorse_extension T${(await taskOfExtension('awaiting_office')).no}`,
  ],
  [
    'Do now: completions',
    'office-head',
    'officer',
    async () => {
      const { id, no } = await taskIn('under_review')
      await refreshTask(await ctxOf('officer'), id)
      return `do complete T${no}`
    },
  ],
  ['Do now: lapsed urges', 'office-head', 'officer', async () => `do raise_urge T${(await lapsed()).no}`],
  [
    'At risk: directives with at least one ◆',
    'office-head',
    'officer',
    async () => {
      const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
      for (const unit of ['elderly', 'children']) await offCourse(unit, { directiveId: directive.id })
      return `risk D${directive.no} off 2`
    },
  ],
  [
    'Since: the same, of all',
    'office-head',
    'children-head',
    async () => {
      const task = await buildDispatchedTask([{ unit: 'elderly' }])
      const input = { assignmentId: task.assignments[0]?.id ?? '', version: 1 }
      await runAs('elderly-head', acknowledgeAssignment, input, { now: next() })
      return `since assignment.acknowledged T${task.no}`
    },
  ],
]

const LEADER: Cell[] = [
  [
    'Do now: extensions',
    'leader',
    'office-head',
    async () => `do grant_extension T${(await taskOfExtension('awaiting_leader')).no}`,
  ],
  [
    'Do now: tasks to approve',
    'leader',
    'officer',
    async () => `do approve D${(await awaitingApproval('awaiting_approval')).no}`,
  ],
  [
    'Do now: pledges to countersign',
    'leader',
    'office-head',
    async () => `do countersign_statement D${(await statementIn('awaiting_countersignature')).directive.no}`,
  ],
  [
    'Do now: answers to my notes',
    'leader',
    'office-head',
    async () => {
      const { no, noteId } = await noted('何时办完？', { wantsAnswer: 'on' })
      const answer = { noteId, version: null, text: '下周办完。', how: 'send' as const }
      await runAs('elderly-liaison', fileNoteAnswer, answer, { now: next() })
      const { db } = await testWorld()
      const { version } = await db.noteAnswer.findUniqueOrThrow({ where: { noteId } })
      await runAs('elderly-head', signNoteAnswer, { noteId, version }, { now: next() })
      return `do see_note_answer T${no}`
    },
  ],
]

const DISCIPLINE: Cell[] = [
  [
    'Do now: the log verified',
    'inspector',
    'office-head',
    async () => {
      await runAs('auditor', verifyAuditLog, {}, { now: next() })
      return 'do log true'
    },
  ],
  [
    'Do now: exports running',
    'inspector',
    'office-head',
    async () => {
      const { db, org } = await testWorld()
      const personId = org.personIds.inspector ?? ''
      const asked = { query: '', filter: '', locale: 'zh-CN', fileName: 'a.xlsx', askedAt: NOW }
      const list = { kind: 'tasks' as const, format: 'xlsx' as const, total: 20_000, rows: 8_000 }
      await db.export.create({
        data: { personId, ...list, ...asked, status: 'running', attempts: 1, startedAt: NOW },
      })
      return 'do export tasks 8000/20000'
    },
  ],
  [
    'At risk: what is ◆ anywhere',
    'inspector',
    'children-head',
    async () => `risk T${(await offCourse('elderly')).no} off`,
  ],
  [
    'Since: new reopenings',
    'inspector',
    'children-head',
    async () => {
      const { id, no, version } = await taskIn('completed')
      const input = { taskId: id, version, reason: '结果有误', again: [] }
      await runAs('leader', reopenTask, input, { now: next() })
      return `since task.reopened T${no}`
    },
  ],
  [
    'Since: date changes',
    'inspector',
    'children-head',
    async () => `since task.due_date_changed T${(await movedDate()).no}`,
  ],
]

const ADMINS: Cell[] = [
  [
    'security admin: locked accounts',
    'secadmin',
    'sysadmin',
    async () => {
      const { db } = await testWorld()
      const wrong = { account: 'children-liaison', password: 'not this', address: '10.0.0.9', userAgent: '' }
      for (let count = 0; count < 5; count++) await signIn(db, wrong, TODAY_LATE)
      return 'do admin locked'
    },
  ],
  [
    'system admin: failed jobs',
    'sysadmin',
    'secadmin',
    async () => {
      const { db } = await testWorld()
      const failed = { failedAt: NOW, failures: 1 }
      await db.jobState.upsert({
        where: { name: 'lights' },
        create: { name: 'lights', ...failed },
        update: failed,
      })
      return 'do admin failedJobs'
    },
  ],
]

describe.each([
  ['liaison', LIAISON],
  ['unit head', UNIT_HEAD],
  ['officer', OFFICER],
  ['office head', OFFICE_HEAD],
  ['leader', LEADER],
  ['discipline', DISCIPLINE],
  ['administrators', ADMINS],
])('the desk of a %s', (_role, cells) => {
  test.each(cells)(
    '%s stands there (%s) and not on the desk of %s',
    async (_cell, whose, notOn, situation) => {
      const line = await situation()
      expect(await deskOf(whose)).toContain(line)
      expect(await deskOf(notOn)).not.toContain(line)
    },
  )
})

describe('what the table says beyond a line', () => {
  test('a milestone six working days away is not yet at risk', async () => {
    const { db } = await testWorld()
    const task = await work('south')
    const on = fromLocalDate('2020-04-20')
    await db.milestone.create({ data: { taskId: task.id, title: '报送', dueOn: on, originalDueOn: on } })
    expect(await deskOf('south-liaison')).not.toContain(`risk milestone T${task.no} 报送`)
  })

  test('what was urged for is no longer to be urged', async () => {
    const task = await unreported('south')
    expect(await deskOf('officer')).toContain(`do urge T${task.no}`)
    await urge(task.part)
    expect(await deskOf('officer')).not.toContain(`do urge T${task.no}`)
  })

  test('a unit below that has until tomorrow to acknowledge is not yet at risk', async () => {
    const { db, org } = await testWorld()
    const task = await work('south')
    const unitId = org.unitIds['south-city'] ?? ''
    const until = { acknowledgeDueOn: fromLocalDate('2020-04-13'), refuseDueOn: fromLocalDate('2020-04-14') }
    const below = {
      taskId: task.id,
      part: 'local' as const,
      parentAssignmentId: task.part,
      dispatchedAt: NOW,
    }
    await db.assignment.create({ data: { ...below, ...until, unitId } })
    expect(await deskOf('south-head')).not.toContain(`risk below T${task.no} 1`)
  })

  test('every duty of a leader is a decision', async () => {
    const { rows } = await listDuties(await ctxOf('leader'), { limit: 500 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => !DECISION_KINDS.some((kind) => kind === row.kind))).toEqual([])
  })

  test('at risk for a leader is what the overview has off course', async () => {
    const task = await offCourse('centre')
    const fine = await work('centre')
    const rows = await listOffCourse(await ctxOf('leader'), 500)
    expect(rows.map((row) => row.no)).toContain(task.no)
    expect(rows.map((row) => row.no)).not.toContain(fine.no)
  })

  test('lights that turned are news to the office, those that turned ◆ to a leader, none to a unit', async () => {
    const { db } = await testWorld()
    const task = await work('centre', {}, { dueOn: fromLocalDate('2020-04-20') })
    const [yellow, red] = [new Date('2020-04-15T01:00:00Z'), new Date('2020-04-22T01:00:00Z')]
    await turnLights({ db, now: yellow })
    expect(await deskOf('officer', yellow)).toContain(`since light.risk T${task.no}`)
    expect(await deskOf('leader', yellow)).not.toContain(`since light.risk T${task.no}`)
    await turnLights({ db, now: red })
    for (const account of ['officer', 'office-head', 'leader'])
      expect(await deskOf(account, red), account).toContain(`since light.off T${task.no}`)
    expect(await deskOf('centre-head', red)).not.toContain(`since light.off T${task.no}`)
  })

  test('the system administrator learns of a calendar year that is missing, the auditor of none', async () => {
    const far = new Date('2049-03-01T02:00:00Z')
    expect(await deskOf('sysadmin', far)).toContain('do admin calendar')
    expect(await deskOf('auditor', far)).not.toContain('do admin calendar')
  })

  test('discipline and the auditor see whether the log was verified, and the auditor no business at all', async () => {
    await runAs('auditor', verifyAuditLog, {}, { now: next() })
    for (const account of ['inspector', 'auditor'])
      expect(await findLastCheck(await ctxOf(account)), account).toMatchObject({ whole: true })
    await expect(findLastCheck(await ctxOf('officer'))).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await deskOf('auditor')).filter((line) => /[TD]\d/.test(line))).toEqual([])
  })
})
