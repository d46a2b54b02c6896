import { beforeEach, describe, expect, test } from 'vitest'
import { fileNoteAnswer } from '@/server/notes/file-note-answer'
import { listNotes } from '@/server/notes/list-notes'
import { seeNoteAnswer } from '@/server/notes/see-note-answer'
import { sendNoteAnswerBack } from '@/server/notes/send-note-answer-back'
import { signNoteAnswer } from '@/server/notes/sign-note-answer'
import { writeNote, writeNoteSchema } from '@/server/notes/write-note'
import { countDuties } from '@/server/notifications/duties'
import { listDecisions } from '@/server/notifications/list-decisions'
import { listDuties } from '@/server/notifications/list-duties'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

type Built = Awaited<ReturnType<typeof buildDispatchedTask>>
const AT_WORK = { status: 'in_progress' as const, acknowledgedAt: NOW }
const LATER = new Date('2020-04-20T02:00:00Z')

let task: Built
beforeEach(async () => {
  task = await buildDispatchedTask(
    [
      { unit: 'relief', data: AT_WORK },
      { unit: 'elderly', data: AT_WORK },
    ],
    {
      status: 'in_progress',
    },
  )
})

const parse = (subject: string, more: object = {}) =>
  writeNoteSchema.parse({ subject, text: '请救助司抓紧。', ...more })
async function wanted(more: object = {}) {
  const { org } = await testWorld()
  const handlerUnitId = org.unitIds.relief
  const input = parse(`task:${task.id}`, { wantsAnswer: 'on', handlerUnitId, answerDueOn: '4-15', ...more })
  return runAs('leader', writeNote, input)
}
async function reportOf(unit: string) {
  const { db, org } = await testWorld()
  const assignment = task.assignments.find((one) => one.unitId === org.unitIds[unit])
  return db.report.create({
    data: {
      assignmentId: assignment?.id ?? '',
      seq: 1,
      status: 'submitted',
      claimedProgress: 30,
      done: '已摸底。',
      writtenById: org.personIds[`${unit}-liaison`] ?? '',
      submittedAt: NOW,
    },
  })
}
const notesFor = async (account: string, now = NOW) => listNotes(await ctxOf(account, now), 'task', task.id)

describe('a leader’s note', () => {
  test('on a task is read by whoever reads the task, told to the lead, recorded, and never changed', async () => {
    const { db, org } = await testWorld()
    const { noteId } = await runAs('leader', writeNote, parse(`task:${task.id}`))
    expect(await auditOf(noteId)).toEqual(['note.written'])
    for (const account of ['leader', 'officer', 'inspector', 'relief-liaison', 'elderly-head']) {
      expect((await notesFor(account)).notes.map((one) => one.id)).toEqual([noteId])
    }
    const told = await db.notification.findMany({ where: { taskId: task.id, event: 'note.written' } })
    expect(told.map((one) => one.unitId)).toEqual([org.unitIds.relief])
    await expect(db.leaderNote.update({ where: { id: noteId }, data: { text: '改' } })).rejects.toThrow()
    await expect(db.leaderNote.delete({ where: { id: noteId } })).rejects.toThrow()
  })

  test('on a report stays with those who read the report', async () => {
    const report = await reportOf('relief')
    const { noteId } = await runAs('leader', writeNote, parse(`report:${report.id}`))
    expect((await notesFor('relief-head')).notes.map((one) => one.id)).toEqual([noteId])
    expect((await notesFor('elderly-head')).notes).toEqual([])
    const { org } = await testWorld()
    const asked = parse(`report:${report.id}`, {
      wantsAnswer: 'on',
      handlerUnitId: org.unitIds.elderly,
      answerDueOn: '4-15',
    })
    await expect(runAs('leader', writeNote, asked)).rejects.toMatchObject({
      fields: [{ path: 'handlerUnitId', code: 'note.handler_missing' }],
    })
  })

  test('on a directive is read by whoever reads the directive', async () => {
    const { noteId } = await runAs('leader', writeNote, parse(`directive:${task.directiveId}`))
    const read = async (account: string) =>
      (await listNotes(await ctxOf(account), 'directive', task.directiveId)).notes.map((one) => one.id)
    expect(await read('relief-liaison')).toEqual([noteId])
    expect((await notesFor('relief-liaison')).notes).toEqual([])
  })

  test('is written by leaders alone, of an own unit by a date to come', async () => {
    for (const account of ['office-head', 'relief-head']) {
      await expect(runAs(account, writeNote, parse(`task:${task.id}`))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    await expect(runAs('children-head', writeNote, parse(`task:${task.id}`))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(wanted({ answerDueOn: '2020-04-09' })).rejects.toMatchObject({
      fields: [{ code: 'note.date_passed' }],
    })
    await expect(wanted({ handlerUnitId: '' })).rejects.toMatchObject({
      fields: [{ code: 'note.handler_missing' }],
    })
  })
})

describe('the answer', () => {
  test('is drafted by the liaison, sent back, signed by the head, seen by the leader; each has it as a duty in turn', async () => {
    const { noteId } = await wanted()
    const kinds = async (account: string) => Object.keys(await countDuties(await ctxOf(account)))
    expect(await kinds('relief-liaison')).toContain('answer_note')
    await runAs('relief-liaison', fileNoteAnswer, { noteId, version: null, text: '下周办完。', how: 'send' })
    expect(await kinds('relief-head')).toContain('sign_note_answer')
    await runAs('relief-head', sendNoteAnswerBack, { noteId, version: 3, reason: '写明日期。' })
    await runAs('relief-liaison', fileNoteAnswer, {
      noteId,
      version: 4,
      text: '4 月 17 日办完。',
      how: 'send',
    })
    expect((await notesFor('leader')).notes[0]?.answer).toBeNull()
    await runAs('relief-head', signNoteAnswer, { noteId, version: 6 })
    expect((await notesFor('leader')).notes[0]?.answer).toMatchObject({
      text: '4 月 17 日办完。',
      late: false,
    })
    expect((await notesFor('elderly-head')).notes[0]).toMatchObject({ answered: true, answer: null })
    const [decision] = (await listDecisions(await ctxOf('leader'), 20)).filter(
      (one) => one.record_id === noteId,
    )
    expect(decision).toMatchObject({
      kind: 'see_note_answer',
      answer: { answer: { text: '4 月 17 日办完。' } },
    })
    await runAs('leader', seeNoteAnswer, { noteId })
    await runAs('leader', seeNoteAnswer, { noteId })
    expect(await kinds('leader')).not.toContain('see_note_answer')
    expect(await auditOf(noteId)).toEqual([
      'note.written',
      'note.answer_sent_for_signoff',
      'note.answer_sent_back',
      'note.answer_sent_for_signoff',
      'note.answered',
      'note.answer_seen',
    ])
  })

  test('by the head goes straight out; after its date it is marked late, and until then counts as an overdue duty', async () => {
    const { noteId } = await wanted()
    const [first] = (await listDuties(await ctxOf('relief-head', LATER), { limit: 5 })).rows
    expect(first).toMatchObject({ kind: 'answer_note', dueOn: '2020-04-15', due: { code: 'overdue' } })
    expect((await notesFor('officer', LATER)).notes[0]?.overdue).toBe(true)
    const filed = await runAs(
      'relief-head',
      fileNoteAnswer,
      { noteId, version: null, text: '已办。', how: 'send' },
      { now: LATER },
    )
    expect(filed.how).toBe('answered')
    expect((await notesFor('leader', LATER)).notes[0]?.answer?.late).toBe(true)
    await expect(
      runAs('relief-head', fileNoteAnswer, { noteId, version: 3, text: '改。', how: 'send' }),
    ).rejects.toMatchObject({ kind: 'refused', code: 'note.not_now' })
  })

  test('is the handler unit’s alone', async () => {
    const { noteId } = await wanted()
    const input = { noteId, version: null, text: '代答。', how: 'send' as const }
    await expect(runAs('elderly-head', fileNoteAnswer, input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(runAs('children-head', fileNoteAnswer, input)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(runAs('relief-head', seeNoteAnswer, { noteId })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
