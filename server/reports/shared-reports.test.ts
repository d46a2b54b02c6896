import { beforeEach, describe, expect, test } from 'vitest'
import { fileReport } from '@/server/reports/file-report'
import { getComposer } from '@/server/reports/get-composer'
import { reviewReport } from '@/server/reports/review-report'
import { saveReportDraft } from '@/server/reports/save-report-draft'
import { sendSharedReportBack } from '@/server/reports/send-shared-report-back'
import { submitSharedReport } from '@/server/reports/submit-shared-report'
import { linkRequirements } from '@/server/tasks/link-requirements'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const written = {
  kind: 'progress' as const,
  claimedProgress: 40,
  done: '十二个省完成摸底，名单附后，其余月底前完成。',
  nextStep: '完成其余省份摸底。',
  nextStepOn: '4-30',
  difficulty: '',
  helpNeeded: '',
}
type Task = Awaited<ReturnType<typeof buildDispatchedTask>>
const buildTask = () =>
  buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'elderly', data: working },
    ],
    {
      status: 'in_progress',
    },
  )
let one: Task
let two: Task
let a: string
let b: string
beforeEach(async () => {
  ;[one, two] = [await buildTask(), await buildTask()]
  await runAs('officer', linkRequirements, { taskId: one.id, otherId: two.id })
  const { org } = await testWorld()
  const of = (task: Task) => task.assignments.find((part) => part.unitId === org.unitIds.relief)?.id ?? ''
  ;[a, b] = [of(one), of(two)]
})

type More = {
  version?: number
  shareWith?: string[]
  indicatorIds?: string[]
  indicatorDays?: '2020-04-10'[]
  indicatorValues?: string[]
}
const file = (account = 'relief-liaison', { version, ...more }: More = {}, key?: string) =>
  runAs(
    account,
    fileReport,
    { ...written, shareWith: [b], ...more, assignmentId: a, version: version ?? null, sameSeen: false },
    { key },
  )
async function reports(assignmentId: string) {
  const { db } = await testWorld()
  return db.report.findMany({ where: { assignmentId }, orderBy: { seq: 'asc' }, include: { evidence: true } })
}
async function latest(assignmentId: string) {
  const report = (await reports(assignmentId)).at(-1)
  if (!report) throw new Error('no report')
  return report
}
async function sharesOf(account = 'relief-liaison') {
  const composer = await getComposer(await ctxOf(account), one.no, a)
  return composer.step === 'write' ? composer.shares : []
}

describe('one report serves two tasks', () => {
  test('a liaison is offered the other task of the same requirement where the unit has a part in it', async () => {
    expect(await sharesOf()).toMatchObject([{ assignmentId: b, no: two.no, obstacle: null, chosen: false }])
    const { db } = await testWorld()
    await db.requirementGroup.deleteMany()
    expect(await sharesOf()).toEqual([])
  })

  test('the draft keeps the choice; what was unlinked since is left out', async () => {
    const { version } = await runAs('relief-liaison', saveReportDraft, {
      ...written,
      assignmentId: a,
      version: null,
      shareWith: [b],
    })
    expect(await sharesOf('relief-head')).toMatchObject([{ chosen: true }])
    await runAs('relief-liaison', saveReportDraft, { ...written, assignmentId: a, version, shareWith: [] })
    expect(await sharesOf()).toMatchObject([{ chosen: false }])
  })

  test('figures that both tasks ask the unit for are given to both, and become values of both when they are signed', async () => {
    const { db } = await testWorld()
    const asks = (taskId: string, name: string) =>
      db.indicator.create({ data: { taskId, name, measure: '户', path: [], splitByUnit: true } })
    const [here, there, alone] = [
      await asks(one.id, '完成核对'),
      await asks(two.id, '完成核对'),
      await asks(two.id, '另一个数'),
    ]
    const figures = {
      indicatorIds: [here.id],
      indicatorDays: ['2020-04-10' as const],
      indicatorValues: ['1,200'],
    }
    await file('relief-head', figures)
    const values = await db.indicatorValue.findMany({
      where: { indicatorId: { in: [here.id, there.id, alone.id] } },
      orderBy: { indicatorId: 'asc' },
      select: { indicatorId: true, assignmentId: true, value: true },
    })
    expect(values).toEqual([
      { indicatorId: here.id, assignmentId: a, value: 1200 },
      { indicatorId: there.id, assignmentId: b, value: 1200 },
    ])
  })

  test('filing makes a report of each, with the same words and the same evidence, not copied', async () => {
    const { db, org } = await testWorld()
    const { reportId, version } = await runAs('relief-liaison', saveReportDraft, {
      ...written,
      assignmentId: a,
      version: null,
    })
    const piece = await db.evidence.create({
      data: {
        kind: 'reference',
        reference: '民函〔2020〕1号',
        name: '函',
        unitId: org.unitIds.relief ?? '',
        uploadedById: org.personIds['relief-liaison'] ?? '',
      },
    })
    await db.reportEvidence.create({ data: { reportId, evidenceId: piece.id } })
    expect(await file('relief-liaison', { version })).toMatchObject({ taskNo: one.no, also: [two.no] })
    const copy = await latest(b)
    expect(copy).toMatchObject({
      status: 'awaiting_signoff',
      sharedFromId: reportId,
      done: written.done,
      claimedProgress: 40,
    })
    expect(copy.evidence.map((hung) => hung.evidenceId)).toEqual([piece.id])
    expect(await auditOf(copy.id)).toEqual(['report.drafted', 'report.shared', 'report.sent_for_signoff'])
    expect(await db.evidence.count({ where: { unitId: org.unitIds.relief } })).toBeGreaterThan(0)
  })

  test('the head signs once and all go out; each is reviewed on its own', async () => {
    await file()
    const first = await latest(a)
    const answer = await runAs('relief-head', submitSharedReport, {
      reportId: first.id,
      version: first.version,
    })
    expect(answer).toMatchObject({ taskNo: one.no, also: [two.no] })
    const copy = await latest(b)
    expect([(await latest(a)).status, copy.status]).toEqual(['submitted', 'submitted'])
    await runAs('officer', reviewReport, {
      reportId: copy.id,
      version: copy.version,
      decision: 'return',
      returnKind: 'mismatch',
      reason: '与此事项要求不符',
    })
    expect([(await latest(a)).status, (await latest(b)).status]).toEqual(['submitted', 'returned'])
  })

  test('signing the copy sends the first as well', async () => {
    await file()
    const copy = await latest(b)
    await runAs('relief-head', submitSharedReport, { reportId: copy.id, version: copy.version })
    expect([(await latest(a)).status, (await latest(b)).status]).toEqual(['submitted', 'submitted'])
  })

  test('a head who wrote it sends both at once', async () => {
    expect(await file('relief-head')).toMatchObject({ submitted: true, also: [two.no] })
    expect([(await latest(a)).status, (await latest(b)).status]).toEqual(['submitted', 'submitted'])
  })

  test('pressed twice it is sent once', async () => {
    const [x, y] = await Promise.all([file('relief-liaison', {}, 'k'), file('relief-liaison', {}, 'k')])
    expect(x).toEqual(y)
    expect([await reports(a), await reports(b)].map((list) => list.length)).toEqual([1, 1])
  })

  test('given back by the head, one draft is left, with the choice; sent again both are there', async () => {
    await file()
    const copy = await latest(b)
    await runAs('relief-head', sendSharedReportBack, {
      reportId: copy.id,
      version: copy.version,
      reason: '补充名单',
    })
    expect(await reports(b)).toEqual([])
    const draft = await latest(a)
    expect(draft).toMatchObject({ status: 'draft', sentBackReason: '补充名单' })
    expect(await sharesOf()).toMatchObject([{ chosen: true, obstacle: null }])
    await file('relief-liaison', { version: draft.version })
    expect((await latest(b)).status).toBe('awaiting_signoff')
  })
})

describe('a report is not shared', () => {
  test('with a task that has a draft of its own, one that was unlinked, or one not acknowledged; nothing is sent then', async () => {
    await runAs('relief-head', saveReportDraft, { ...written, assignmentId: b, version: null })
    expect(await sharesOf()).toMatchObject([{ obstacle: { code: 'report.share_draft' } }])
    await expect(file()).rejects.toMatchObject({ code: 'report.share_not_open', params: { no: two.no } })
    expect(await reports(a)).toEqual([])
    const { db } = await testWorld()
    await db.requirementGroup.deleteMany()
    await expect(file()).rejects.toMatchObject({ code: 'report.share_gone' })
    const three = await buildDispatchedTask([{ unit: 'relief' }])
    await runAs('officer', linkRequirements, { taskId: one.id, otherId: three.id })
    expect(await sharesOf()).toMatchObject([{ obstacle: { code: 'report.assignment_not_open' } }])
  })

  test('with another unit’s assignment, by whoever asks for it', async () => {
    const { org } = await testWorld()
    const theirs = two.assignments.find((part) => part.unitId === org.unitIds.elderly)?.id ?? ''
    await expect(file('relief-liaison', { shareWith: [theirs] })).rejects.toMatchObject({
      code: 'report.share_gone',
    })
    await expect(file('elderly-liaison')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(file('north-liaison')).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('nor signed by halves: where one task was suspended, the head is told which', async () => {
    await file()
    const { db } = await testWorld()
    await db.task.update({
      where: { id: two.id },
      data: { status: 'suspended', statusBeforeSuspension: 'in_progress' },
    })
    const { id, version } = await latest(a)
    await expect(runAs('relief-head', submitSharedReport, { reportId: id, version })).rejects.toMatchObject({
      code: 'report.share_not_open',
      params: { no: two.no },
    })
    expect((await latest(a)).status).toBe('awaiting_signoff')
    await expect(
      runAs('relief-liaison', submitSharedReport, { reportId: id, version }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
