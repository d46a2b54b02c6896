import { beforeAll, expect, test } from 'vitest'
import { fromLocalDate } from '@/server/dates'
import type { Db } from '@/server/db'
import { listExtensions } from '@/server/extensions/list-extensions'
import { effectUnitChanges } from '@/server/jobs/effect-unit-changes'
import { fileNoteAnswer, fileNoteAnswerSchema } from '@/server/notes/file-note-answer'
import { writeNote, writeNoteSchema } from '@/server/notes/write-note'
import { listDuties } from '@/server/notifications/list-duties'
import { createUnit, createUnitSchema } from '@/server/org/create-unit'
import { submitReport } from '@/server/reports/submit-report'
import { signAnswer } from '@/server/urges/sign-answer'
import { sendUrges } from '@/server/urges/send-urges'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { decideUnitChange } from './decide-unit-change'
import { proposeUnitChange, proposeUnitChangeSchema } from './propose-unit-change'

let db: Db
let unitIds: Record<string, string>
let personIds: Record<string, string>
beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  unitIds = world.org.unitIds
  personIds = world.org.personIds
})

const id = (code: string) => unitIds[code] ?? ''
const AT_WORK = { status: 'in_progress' as const, acknowledgedAt: NOW }
const LATER = new Date('2020-04-20T00:10:00+08:00')

async function addBureau(code: string, ...people: ('unit_head' | 'liaison')[]) {
  const names = { name: `${code}司`, shortName: `${code}司`, nameEn: code, shortNameEn: code }
  const form = { code, kind: 'bureau', ...names, parentId: id('ministry'), validFromOn: '2020-04-01' }
  await runAs('sysadmin', createUnit, createUnitSchema.parse(form))
  const unit = await db.unit.findUniqueOrThrow({ where: { code } })
  unitIds[code] = unit.id
  for (const role of people) {
    const account = `${code}-${role === 'unit_head' ? 'head' : role}`
    const grants = { create: { unitId: unit.id, role, validFromOn: fromLocalDate('2020-04-01') } }
    const person = await db.person.create({ data: { account, name: account, nameEn: account, grants } })
    personIds[account] = person.id
  }
}

/** Proposed and confirmed; in effect at once, or on the day by the job. */
async function change(kind: 'merge' | 'split', from: string, to: string[], more: object = {}) {
  const input = proposeUnitChangeSchema.parse({
    kind,
    fromIds: [id(from)],
    toIds: to.map(id),
    effectiveOn: '2020-04-10',
    reason: '机构改革',
    plan: { fallbackId: id(to[0] ?? '') },
    ...more,
  })
  const { no } = await runAs('sysadmin', proposeUnitChange, input)
  await runAs('secadmin', decideUnitChange, { no, version: 1, decision: 'confirm', reason: '已核' })
}

/** A task that both work on, the first leading it. */
const shared = (lead: string, supporter: string) =>
  buildDispatchedTask(
    [
      { unit: lead, data: AT_WORK },
      { unit: supporter, data: AT_WORK },
    ],
    { status: 'in_progress' },
  )

const urge = (...chosen: (string | undefined)[]) =>
  runAs('officer', sendUrges, {
    chosen: chosen.flatMap((one) => one ?? []),
    level: 1,
    answerBy: '2020-04-14',
    text: '请反馈进展。',
  })

async function ask(assignmentId: string, writer: string, status: 'draft' | 'awaiting_office') {
  const signed = { sentForSignoffAt: NOW, signedAt: NOW, signedById: personIds['relief-head'] }
  return db.extension.create({
    data: {
      assignmentId,
      seq: 1,
      status,
      previousDueOn: fromLocalDate('2020-06-30'),
      requestedDueOn: fromLocalDate('2020-07-31'),
      reasonKind: 'resources',
      reason: '数据尚未报齐。',
      change: '每周调度。',
      writtenById: personIds[writer] ?? '',
      ...(status === 'draft' ? {} : signed),
    },
  })
}

test('a request on a part that a merger by the job makes one with another ends, and says so', async () => {
  await addBureau('first', 'unit_head', 'liaison')
  const task = await shared('elderly', 'first')
  const other = await shared('elderly', 'first')
  const part = task.assignments.find((one) => one.unitId === id('first'))?.id ?? ''
  const drafted = other.assignments.find((one) => one.unitId === id('first'))?.id ?? ''
  const sent = await ask(part, 'first-liaison', 'awaiting_office')
  const draft = await ask(drafted, 'first-liaison', 'draft')
  await change('merge', 'first', ['elderly'], { effectiveOn: '2020-04-20' })
  expect(await effectUnitChanges({ db, now: LATER })).toBe(1)

  const ended = await db.extension.findUniqueOrThrow({ where: { id: sent.id } })
  expect(ended).toMatchObject({ status: 'withdrawn', endedWith: 'merged', decidedById: null })
  expect(ended.decidedAt).toEqual(LATER)
  expect(await auditOf(sent.id)).toEqual(['extension.withdrawn'])
  expect(await db.extension.count({ where: { id: draft.id } })).toBe(0)
  expect(await auditOf(draft.id)).toEqual(['extension.discarded'])
  // The successor is told, reads why, and may ask for time on its own part.
  const told = await db.notification.findMany({ where: { event: 'extension.withdrawn', taskId: task.id } })
  expect(told).toHaveLength(1)
  const page = await listExtensions(await ctxOf('elderly-head', LATER), task.no)
  expect(page).toMatchObject({
    extensions: [{ endedWith: 'merged', steps: [{}, {}, { step: 'decided', by: null }] }],
    mayAsk: [{ unit: { name: '养老司' } }],
  })
  const duties = await listDuties(await ctxOf('office-head', LATER), { limit: 200 })
  expect(duties.rows.some((row) => row.kind === 'endorse_extension' && row.task?.no === task.no)).toBe(false)
})

test('an unanswered urge goes on to the part that stays, and its successor answers it', async () => {
  await addBureau('second', 'unit_head')
  const task = await shared('children', 'second')
  const part = task.assignments.find((one) => one.unitId === id('second'))
  const stays = task.assignments.find((one) => one.unitId === id('children'))
  const { sent } = await urge(part?.id)
  await change('merge', 'second', ['children'])

  const slip = await db.urgeSlip.findFirstOrThrow({ where: { no: sent[0] }, include: { urges: true } })
  expect(slip).toMatchObject({ unitId: id('children'), status: 'sent' })
  expect(slip.urges).toMatchObject([{ assignmentId: stays?.id, status: 'sent' }])
  const duty = async () =>
    (await listDuties(await ctxOf('children-head'), { limit: 200 })).rows.filter(
      (row) => row.kind === 'answer_urge' && row.task?.no === task.no,
    )
  expect(await duty()).toHaveLength(1)
  const answer = { slipId: slip.id, version: slip.version, answer: '本周内报送。', items: [] }
  await runAs('children-head', signAnswer, answer)
  expect(await duty()).toEqual([])
  expect(await auditOf(slip.urges[0]?.id ?? '')).toEqual([
    'urge.sent',
    'urge.handed_over',
    'urge.handed_over',
    'urge.answered',
  ])
})

test('where the part that stays was urged already, nothing is asked twice', async () => {
  await addBureau('third')
  const task = await shared('relief', 'third')
  const [lead, part] = ['relief', 'third'].map((code) =>
    task.assignments.find((one) => one.unitId === id(code)),
  )
  await urge(lead?.id)
  await urge(part?.id)
  await change('merge', 'third', ['relief'])
  const urges = await db.urge.findMany({ where: { assignment: { taskId: task.id } } })
  const of = (assignmentId?: string) => urges.find((one) => one.assignmentId === assignmentId)
  expect(of(lead?.id)).toMatchObject({ status: 'sent', settledAt: null })
  expect(of(part?.id)).toMatchObject({ status: 'answered', settledAt: NOW })
})

test('a slip about parts that go to several successors is split among them, worded and dated as it was', async () => {
  await addBureau('whole')
  await addBureau('half-a', 'unit_head')
  await addBureau('half-b', 'unit_head')
  const [one, two] = [
    await buildDispatchedTask([{ unit: 'whole', data: AT_WORK }], { status: 'in_progress' }),
    await buildDispatchedTask([{ unit: 'whole', data: AT_WORK }], { status: 'in_progress' }),
  ]
  await urge(one.assignments[0]?.id, two.assignments[0]?.id)
  const plan = { fallbackId: id('half-a'), choices: { [two.assignments[0]?.id ?? '']: id('half-b') } }
  await change('split', 'whole', ['half-a', 'half-b'], { plan })

  const slips = await db.urgeSlip.findMany({
    where: { urges: { some: { assignment: { taskId: { in: [one.id, two.id] } } } } },
    orderBy: { no: 'asc' },
    include: { urges: { select: { assignmentId: true } } },
  })
  expect(slips.map(({ unitId, urges }) => [unitId, urges.map((urged) => urged.assignmentId)])).toEqual([
    [id('half-a'), [one.assignments[0]?.id]],
    [id('half-b'), [two.assignments[0]?.id]],
  ])
  const [a, b] = slips
  for (const key of ['level', 'text', 'sentAt', 'answerByOn', 'senderUnitId', 'status'] as const)
    expect(b?.[key], key).toEqual(a?.[key])
  for (const [account, task] of [
    ['half-a-head', one],
    ['half-b-head', two],
  ] as const) {
    const { rows } = await listDuties(await ctxOf(account), { limit: 50 })
    expect(rows.filter((row) => row.kind === 'answer_urge').map((row) => row.task?.no)).toEqual([task.no])
  }
})

test('a leader’s question on a task goes to the heir of its part, at the desk and at every door', async () => {
  await addBureau('asked', 'liaison')
  await addBureau('heir-a', 'unit_head')
  await addBureau('heir-b', 'unit_head')
  const task = await buildDispatchedTask([{ unit: 'asked', data: AT_WORK }], { status: 'in_progress' })
  const form = {
    subject: `task:${task.id}`,
    text: '进展如何？',
    wantsAnswer: 'on',
    answerDueOn: '2020-04-20',
  }
  const { noteId } = await runAs(
    'leader',
    writeNote,
    writeNoteSchema.parse({ ...form, handlerUnitId: id('asked') }),
  )
  const plan = { fallbackId: id('heir-a'), choices: { [task.assignments[0]?.id ?? '']: id('heir-b') } }
  await change('split', 'asked', ['heir-a', 'heir-b'], { plan })

  const duty = async (account: string) =>
    (await listDuties(await ctxOf(account), { limit: 50 })).rows.filter((row) => row.kind === 'answer_note')
  expect(await duty('heir-a-head')).toEqual([])
  expect(await duty('heir-b-head')).toHaveLength(1)
  const answer = fileNoteAnswerSchema.parse({ noteId, version: '', text: '按计划推进。' })
  await expect(runAs('heir-a-head', fileNoteAnswer, answer)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await runAs('heir-b-head', fileNoteAnswer, answer)).toMatchObject({ how: 'answered' })
  expect(await duty('heir-b-head')).toEqual([])
})

test('a leader’s question goes to the heir of a part that its own stronger one in the task replaces', async () => {
  await addBureau('halved', 'liaison')
  await addBureau('other-half', 'unit_head')
  await addBureau('led-before', 'unit_head')
  const task = await shared('led-before', 'halved')
  const form = {
    subject: `task:${task.id}`,
    text: '配合情况如何？',
    wantsAnswer: 'on',
    answerDueOn: '2020-04-20',
  }
  const { noteId } = await runAs(
    'leader',
    writeNote,
    writeNoteSchema.parse({ ...form, handlerUnitId: id('halved') }),
  )
  const part = task.assignments.find((one) => one.unitId === id('halved'))
  const plan = { fallbackId: id('other-half'), choices: { [part?.id ?? '']: id('led-before') } }
  await change('split', 'halved', ['other-half', 'led-before'], { plan })
  expect(await db.assignment.findUniqueOrThrow({ where: { id: part?.id } })).toMatchObject({
    status: 'replaced',
    unitId: id('halved'),
  })

  const duty = async (account: string) =>
    (await listDuties(await ctxOf(account), { limit: 50 })).rows.filter((row) => row.kind === 'answer_note')
  expect(await duty('other-half-head')).toEqual([])
  expect(await duty('led-before-head')).toHaveLength(1)
  const answer = fileNoteAnswerSchema.parse({ noteId, version: '', text: '已配合。' })
  await expect(runAs('other-half-head', fileNoteAnswer, answer)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await runAs('led-before-head', fileNoteAnswer, answer)).toMatchObject({ how: 'answered' })
})

test('a report that waits for its signature goes along and is signed by the successor’s head', async () => {
  await addBureau('fourth', 'liaison')
  const task = await shared('relief', 'fourth')
  const [lead, part] = ['relief', 'fourth'].map((code) =>
    task.assignments.find((one) => one.unitId === id(code)),
  )
  const { id: reportId, version } = await db.report.create({
    data: {
      assignmentId: part?.id ?? '',
      seq: 1,
      status: 'awaiting_signoff',
      claimedProgress: 30,
      done: '十二个省完成摸底，其余月底前完成。',
      writtenById: personIds['fourth-liaison'] ?? '',
      sentForSignoffAt: NOW,
    },
  })
  await change('merge', 'fourth', ['relief'])
  await runAs('relief-head', submitReport, { reportId, version })
  expect(await db.report.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({
    assignmentId: lead?.id,
    status: 'submitted',
  })
})

test('the database lets an urge follow its part and nothing else', async () => {
  const task = await shared('relief', 'elderly')
  const [lead, part] = task.assignments
  await urge(part?.id)
  const { id: urgeId } = await db.urge.findFirstOrThrow({ where: { assignmentId: part?.id } })
  const move = db.urge.update({ where: { id: urgeId }, data: { assignmentId: lead?.id } })
  await expect(move).rejects.toThrow(/never edited/)
})
