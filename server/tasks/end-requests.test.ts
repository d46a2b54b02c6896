import { beforeEach, describe, expect, test } from 'vitest'
import { listExtensions } from '@/server/extensions/list-extensions'
import { fileExtension } from '@/server/extensions/file-extension'
import { signExtension } from '@/server/extensions/sign-extension'
import { fileNoteAnswer } from '@/server/notes/file-note-answer'
import { listNotes } from '@/server/notes/list-notes'
import { writeNote, writeNoteSchema } from '@/server/notes/write-note'
import { countDuties } from '@/server/notifications/duties'
import { reviewReport } from '@/server/reports/review-report'
import { completeTask } from '@/server/tasks/complete-task'
import { reassignTask } from '@/server/tasks/reassign-task'
import { terminateTask } from '@/server/tasks/terminate-task'
import { listTaskHistory } from '@/server/tasks/task-history'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import { sendUrges } from '@/server/urges/send-urges'
import { signAnswer } from '@/server/urges/sign-answer'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const build = () =>
  buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'elderly', data: working },
    ],
    { status: 'in_progress' },
  )
type Built = Awaited<ReturnType<typeof build>>
let task: Built
const partOf = async (unit: string, of: Built = task) => {
  const { db, org } = await testWorld()
  return db.assignment.findFirstOrThrow({
    where: { taskId: of.id, unitId: org.unitIds[unit] },
    orderBy: { dispatchedAt: 'asc' },
  })
}

/** The unit asks for more time; signed, it waits for the office. */
async function asks(unit: string, how: 'draft' | 'signed') {
  const { db } = await testWorld()
  const { id } = await partOf(unit)
  const form = {
    assignmentId: id,
    version: null,
    requestedDueOn: unit === 'relief' ? '2020-07-15' : '2020-06-30',
    keepRestDay: '' as const,
    reasonKind: 'scope_grew' as const,
    reason: '新增两个省。',
    change: '增派两人。',
  }
  if (unit === 'elderly')
    await db.assignment.update({ where: { id }, data: { dueOn: new Date('2020-05-29T00:00:00Z') } })
  await runAs(`${unit}-liaison`, fileExtension, { ...form, how: how === 'draft' ? 'save' : 'send' })
  const { id: extensionId, version } = await db.extension.findFirstOrThrow({ where: { assignmentId: id } })
  if (how === 'signed') await runAs(`${unit}-head`, signExtension, { extensionId, version })
  return extensionId
}

async function urged(...parts: string[]) {
  const { db } = await testWorld()
  const input = { chosen: parts, level: 1, answerBy: '2020-04-14', text: '请反馈进展。' }
  await runAs('officer', sendUrges, input)
  return db.urge.findFirstOrThrow({ where: { assignmentId: parts[0] }, include: { slip: true } })
}

async function asked(unit: string) {
  const { org } = await testWorld()
  const form = { subject: `task:${task.id}`, text: '请说明。', wantsAnswer: 'on', answerDueOn: '4-15' }
  const input = writeNoteSchema.parse({ ...form, handlerUnitId: org.unitIds[unit] })
  return (await runAs('leader', writeNote, input)).noteId
}

const waive = async (unit: string) => {
  const { id, version } = await partOf(unit)
  await runAs('officer', waiveAssignment, { assignmentId: id, version, reason: '省里另行安排' })
}
const told = async (event: string) => {
  const { db } = await testWorld()
  const rows = await db.notification.findMany({ where: { taskId: task.id, event } })
  return rows.map((one) => one.unitId ?? one.personId)
}

beforeEach(async () => {
  task = await build()
})

describe('more time that was asked for', () => {
  test('a supporter is waived: its request is withdrawn with it, recorded, told, and off the desk', async () => {
    const { db, org } = await testWorld()
    const id = await asks('elderly', 'signed')
    expect((await countDuties(await ctxOf('office-head'))).endorse_extension).toBe(1)
    await waive('elderly')
    expect(await db.extension.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'withdrawn',
      endedWith: 'waived',
      decidedById: org.personIds.officer,
      decisionNote: '省里另行安排',
    })
    expect((await auditOf(id)).at(-1)).toBe('extension.withdrawn')
    expect(await told('extension.withdrawn')).toEqual([org.unitIds.elderly])
    expect((await countDuties(await ctxOf('office-head'))).endorse_extension).toBeUndefined()
    const { extensions } = await listExtensions(await ctxOf('elderly-head'), task.no)
    expect(extensions[0]).toMatchObject({ status: 'withdrawn', endedWith: 'waived', events: [] })
    const { entries } = await listTaskHistory(await ctxOf('officer'), task.no, 'extension', null)
    expect(entries[0]).toMatchObject({ event: 'extension.withdrawn', reason: '省里另行安排' })
  })

  test('a lead is given to another unit: its draft goes, what it said stays in the record; the new lead asks anew', async () => {
    const { db, org } = await testWorld()
    const id = await asks('relief', 'draft')
    const { id: assignmentId, version } = await partOf('relief')
    const unitId = org.unitIds.children ?? ''
    await runAs('office-head', reassignTask, { assignmentId, version, unitId, reason: '职责调整' })
    expect(await db.extension.findUnique({ where: { id } })).toBeNull()
    expect((await auditOf(id)).at(-1)).toBe('extension.discarded')
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { entityId: id, event: 'extension.discarded' },
      include: { value: true },
    })
    expect(entry.value?.before).toMatchObject({ reason: '新增两个省。', requestedDueOn: '2020-07-15' })
  })

  test('a unit’s completion is accepted: it needs no more time', async () => {
    const { db, org } = await testWorld()
    const id = await asks('elderly', 'signed')
    const part = await partOf('elderly')
    await db.assignment.update({ where: { id: part.id }, data: { status: 'reported_done' } })
    const report = await db.report.create({
      data: {
        assignmentId: part.id,
        seq: 1,
        kind: 'completion',
        status: 'submitted',
        claimedProgress: 100,
        done: '已办结',
        writtenById: org.personIds['elderly-liaison'] ?? '',
        submittedAt: NOW,
      },
    })
    const verdict = { decision: 'accept' as const, verifiedProgress: 100, basis: 'document' as const }
    await runAs('officer', reviewReport, { reportId: report.id, version: 1, reason: '', ...verdict })
    expect(await db.extension.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'withdrawn',
      endedWith: 'accepted',
    })
  })

  test('a leader terminates the task: every request on it ends, on what was handed down from it too', async () => {
    const { db, org } = await testWorld()
    const above = task
    const signed = await asks('elderly', 'signed')
    task = await buildDispatchedTask([{ unit: 'north', data: working }], {
      status: 'in_progress',
      officeOwned: false,
      ownerUnitId: org.unitIds.relief,
      parentAssignmentId: (await partOf('relief', above)).id,
      dueOn: new Date('2020-05-29T00:00:00Z'),
    })
    const { id } = await partOf('north')
    const below = await runAs('north-head', fileExtension, {
      assignmentId: id,
      version: null,
      requestedDueOn: '2020-06-12',
      keepRestDay: '',
      reasonKind: 'resources',
      reason: '人手不足。',
      change: '增派一人。',
      how: 'send',
    })
    expect(below.how).toBe('submitted')
    expect((await countDuties(await ctxOf('relief-head'))).grant_extension).toBe(1)
    await runAs('leader', terminateTask, { taskId: above.id, version: above.version, reason: '政策调整' })
    const ended = await db.extension.findMany({
      where: { OR: [{ id: signed }, { assignmentId: id }] },
      select: { status: true, endedWith: true },
    })
    expect(ended).toEqual([1, 2].map(() => ({ status: 'withdrawn', endedWith: 'terminated' })))
    expect((await countDuties(await ctxOf('relief-head'))).grant_extension).toBeUndefined()
  })
})

describe('an urge', () => {
  test('is answered by deed the moment nothing is asked of the unit any more', async () => {
    const { db } = await testWorld()
    const urge = await urged((await partOf('elderly')).id)
    expect((await countDuties(await ctxOf('elderly-head'))).answer_urge).toBe(1)
    await waive('elderly')
    expect(await db.urge.findUniqueOrThrow({ where: { id: urge.id } })).toMatchObject({
      status: 'answered',
      settledAt: NOW,
    })
    expect(await db.urgeSlip.findUniqueOrThrow({ where: { id: urge.slipId } })).toMatchObject({
      status: 'answered',
    })
    expect(await auditOf(urge.id)).toEqual(['urge.sent', 'urge.answered'])
    expect((await countDuties(await ctxOf('elderly-head'))).answer_urge).toBeUndefined()
  })

  test('of a part that another unit took over does not keep the rest of its slip from being answered', async () => {
    const { org } = await testWorld()
    const other = await build()
    const part = await partOf('relief')
    const urge = await urged(part.id, (await partOf('relief', other)).id)
    const unitId = org.unitIds.children ?? ''
    const { id: assignmentId, version } = await partOf('relief')
    await runAs('office-head', reassignTask, { assignmentId, version, unitId, reason: '职责调整' })
    const answer = { slipId: urge.slipId, version: urge.slip.version, answer: '月底前完成。' }
    expect(await runAs('relief-head', signAnswer, answer)).toMatchObject({ slipNo: urge.slip.no })
  })
})

describe('a leader’s question', () => {
  test('is released with the part that another unit takes over, begun or not; leader and unit are told', async () => {
    const { db, org } = await testWorld()
    const begun = await asked('relief')
    const untouched = await asked('relief')
    const others = await asked('elderly')
    const answer = { noteId: begun, version: null, text: '正在办理。', how: 'send' as const }
    await runAs('relief-liaison', fileNoteAnswer, answer)
    const { id: assignmentId, version } = await partOf('relief')
    const unitId = org.unitIds.children ?? ''
    await runAs('office-head', reassignTask, { assignmentId, version, unitId, reason: '职责调整' })
    const rows = await db.noteAnswer.findMany({ where: { noteId: { in: [begun, untouched, others] } } })
    expect(rows.map((one) => [one.noteId, one.status, one.releasedWith, one.text])).toEqual([
      [begun, 'released', 'replaced', '正在办理。'],
      [untouched, 'released', 'replaced', ''],
    ])
    expect((await auditOf(untouched)).at(-1)).toBe('note.answer_released')
    expect((await told('note.answer_released')).sort()).toEqual(
      [org.personIds.leader, org.personIds.leader, org.unitIds.relief, org.unitIds.relief].sort(),
    )
    for (const account of ['relief-head', 'relief-liaison'])
      expect(await countDuties(await ctxOf(account))).not.toHaveProperty('answer_note')
    const { notes } = await listNotes(await ctxOf('leader'), 'task', task.id)
    expect(notes.map((one) => [one.released, one.overdue])).toEqual([
      [null, false],
      ['replaced', false],
      ['replaced', false],
    ])
    await expect(db.noteAnswer.update({ where: { noteId: begun }, data: { text: '改' } })).rejects.toThrow()
  })

  test('outlives the completion of the task: the unit still answers', async () => {
    const { db } = await testWorld()
    const noteId = await asked('relief')
    const done = { status: 'accepted' as const, acceptedAt: NOW }
    await db.assignment.updateMany({ where: { taskId: task.id }, data: done })
    const lead = await partOf('relief')
    const { org } = await testWorld()
    const by = { unitId: lead.unitId, uploadedById: org.personIds['relief-liaison'] ?? '' }
    const evidence = await db.evidence.create({
      data: { kind: 'reference', reference: '函', name: '函', ...by },
    })
    await db.report.create({
      data: {
        assignmentId: lead.id,
        seq: 1,
        kind: 'completion',
        status: 'accepted',
        claimedProgress: 100,
        done: '已办结',
        submittedAt: NOW,
        writtenById: by.uploadedById,
        evidence: { create: { evidenceId: evidence.id } },
      },
    })
    await db.task.update({ where: { id: task.id }, data: { status: 'under_review', conclusion: '已办结' } })
    await runAs('office-head', completeTask, { taskId: task.id, version: task.version })
    expect((await countDuties(await ctxOf('relief-head'))).answer_note).toBe(1)
    const answer = { noteId, version: null, text: '已全部完成。', how: 'send' as const }
    expect(await runAs('relief-head', fileNoteAnswer, answer)).toMatchObject({ how: 'answered' })
  })
})
