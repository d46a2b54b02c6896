import { beforeEach, describe, expect, test } from 'vitest'
import { discardReportDraft } from '@/server/reports/discard-report-draft'
import { fileReport } from '@/server/reports/file-report'
import { reviewReport } from '@/server/reports/review-report'
import { saveReportDraft } from '@/server/reports/save-report-draft'
import { sendReportBack } from '@/server/reports/send-report-back'
import { sendReportForSignoff } from '@/server/reports/send-report-for-signoff'
import { submitReport } from '@/server/reports/submit-report'
import { withdrawReport } from '@/server/reports/withdraw-report'
import { auditOf, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

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

let task: Awaited<ReturnType<typeof buildDispatchedTask>>
let assignmentId: string
beforeEach(async () => {
  task = await buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'elderly', data: working },
    ],
    { status: 'in_progress' },
  )
  const { org } = await testWorld()
  assignmentId = task.assignments.find((one) => one.unitId === org.unitIds.relief)?.id ?? ''
})

type Given = Partial<Omit<typeof written, 'kind'>> & {
  kind?: 'progress' | 'no_change' | 'completion'
  version?: number
}
const draft = (account = 'relief-liaison', { version, ...given }: Given = {}) =>
  runAs(account, saveReportDraft, { ...written, ...given, assignmentId, version: version ?? null })
const file = (account = 'relief-liaison', { version, ...given }: Given = {}, key?: string) =>
  runAs(
    account,
    fileReport,
    { ...written, ...given, assignmentId, version: version ?? null, sameSeen: false },
    { key },
  )

async function reportOf(id: string) {
  const { db } = await testWorld()
  return db.report.findUniqueOrThrow({ where: { id }, include: { review: true, evidence: true } })
}
async function latest() {
  const { db } = await testWorld()
  return db.report.findFirstOrThrow({ where: { assignmentId }, orderBy: { seq: 'desc' } })
}
async function withEvidence() {
  const { db, org } = await testWorld()
  const { reportId, version } = await draft('relief-liaison', { kind: 'completion', claimedProgress: 100 })
  const unitId = org.unitIds.relief ?? ''
  const evidence = await db.evidence.create({
    data: {
      kind: 'reference',
      reference: '民函〔2020〕1号',
      name: '函',
      unitId,
      uploadedById: org.personIds['relief-liaison'] ?? '',
    },
  })
  await db.reportEvidence.create({ data: { reportId, evidenceId: evidence.id } })
  return { reportId, version }
}
/** Brings a report to the office: written by the liaison, signed by the head. */
async function submitted(given: Given = {}) {
  await file('relief-liaison', given)
  const { id, version } = await latest()
  await runAs('relief-head', submitReport, { reportId: id, version })
  return { reportId: id, version: version + 1 }
}
const acceptance = {
  decision: 'accept' as const,
  verifiedProgress: 30,
  basis: 'document' as const,
  reason: '',
}
const refusal = { decision: 'return' as const, returnKind: 'no_evidence' as const, reason: '没有名单' }

describe('writing a draft', () => {
  test('a liaison’s first save makes it, later ones keep what is typed; only its making is recorded', async () => {
    const first = await draft()
    const second = await draft('relief-liaison', { done: '改过的文字', version: first.version })
    expect(second).toMatchObject({
      reportId: first.reportId,
      version: first.version + 1,
      nextStepOn: '2020-04-30',
    })
    expect(await reportOf(first.reportId)).toMatchObject({ status: 'draft', seq: 1, done: '改过的文字' })
    expect(await auditOf(first.reportId)).toEqual(['report.drafted'])
  })

  test('whoever had it open before the head saved it gets a conflict that names the head', async () => {
    const first = await draft()
    await draft('relief-head', { done: '负责人改的', version: first.version })
    await expect(draft('relief-liaison', { version: first.version })).rejects.toMatchObject({
      kind: 'conflict',
      params: { by: '某relief-head', event: 'report.edited' },
    })
    expect(await reportOf(first.reportId)).toMatchObject({ done: '负责人改的' })
  })

  test('two people who start at once write one draft: the second is told, not merged', async () => {
    const results = await Promise.allSettled([draft(), draft('relief-head')])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { db } = await testWorld()
    expect(await db.report.count({ where: { assignmentId } })).toBe(1)
  })

  test('another unit of the task may not, a stranger learns nothing, and a unit that has not acknowledged cannot yet', async () => {
    await expect(draft('elderly-liaison')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(draft('children-liaison')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(draft('officer')).rejects.toMatchObject({ kind: 'forbidden' })
    const { db } = await testWorld()
    await db.assignment.update({ where: { id: assignmentId }, data: { status: 'awaiting_acknowledgement' } })
    await expect(draft()).rejects.toMatchObject({ kind: 'refused', code: 'report.assignment_not_open' })
  })

  test('the lead’s people write for a unit without accounts', async () => {
    const { db, org } = await testWorld()
    const outside = await db.assignment.update({
      where: { id: task.assignments.find((one) => one.unitId === org.unitIds.elderly)?.id },
      data: { unitId: org.unitIds.finance },
    })
    const saved = await runAs('relief-liaison', saveReportDraft, {
      ...written,
      assignmentId: outside.id,
      version: null,
    })
    expect(await reportOf(saved.reportId)).toMatchObject({ assignmentId: outside.id })
  })

  test('a thrown-away draft is gone, and what it said is on record', async () => {
    const { reportId, version } = await draft()
    await expect(runAs('elderly-head', discardReportDraft, { reportId, version })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await runAs('relief-liaison', discardReportDraft, { reportId, version })
    expect(await auditOf(reportId)).toEqual(['report.drafted', 'report.discarded'])
    const { db } = await testWorld()
    expect(await db.report.count({ where: { assignmentId } })).toBe(0)
  })

  test('one that is being signed cannot be thrown away', async () => {
    await file()
    const { id, version } = await latest()
    await expect(
      runAs('relief-liaison', discardReportDraft, { reportId: id, version }),
    ).rejects.toMatchObject({
      code: 'report.cannot_discard',
    })
  })
})

describe('sending a report', () => {
  test('a liaison sends it for signature: the head is told, nobody outside the unit learns of it', async () => {
    expect(await file()).toMatchObject({ taskNo: task.no, seq: 1, submitted: false })
    const report = await latest()
    expect(report).toMatchObject({ status: 'awaiting_signoff', claimedProgress: 40 })
    expect(await auditOf(report.id)).toEqual(['report.drafted', 'report.sent_for_signoff'])
    const { db, org } = await testWorld()
    const told = await db.notification.findMany({ where: { taskId: task.id } })
    expect(told).toMatchObject([{ unitId: org.unitIds.relief, event: 'report.sent_for_signoff' }])
    await expect(
      runAs('officer', reviewReport, { reportId: report.id, version: report.version, ...acceptance }),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a head who wrote it submits it straight: the office is told, claimed progress stands', async () => {
    expect(await file('relief-head')).toMatchObject({ submitted: true })
    const { db, org } = await testWorld()
    expect(await latest()).toMatchObject({ status: 'submitted', signedOffById: org.personIds['relief-head'] })
    expect(await db.task.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({ claimedProgress: 40 })
  })

  test('tapping twice sends it once, and the second tap gets the first answer', async () => {
    const key = crypto.randomUUID()
    const [one, two] = await Promise.all([file('relief-liaison', {}, key), file('relief-liaison', {}, key)])
    expect(two).toEqual(one)
    const report = await latest()
    expect((await auditOf(report.id)).filter((event) => event === 'report.sent_for_signoff')).toHaveLength(1)
  })

  test('what is missing is named, field by field, and nothing is sent', async () => {
    await expect(file('relief-liaison', { done: ' ' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ path: 'done', code: 'report.done_missing' }],
    })
    await expect(file('relief-liaison', { kind: 'completion' })).rejects.toMatchObject({
      fields: [{ path: 'evidence', code: 'report.evidence_missing' }],
    })
    await expect(file('relief-liaison', { nextStepOn: '2020-02-30' })).rejects.toMatchObject({
      fields: [{ path: 'nextStepOn', code: 'date.no_such_day' }],
    })
  })

  test('no change needs one line, and claims what was claimed before', async () => {
    await submitted()
    const { db } = await testWorld()
    await db.report.updateMany({ where: { assignmentId }, data: { status: 'accepted' } })
    await file('relief-liaison', { kind: 'no_change', claimedProgress: 90, done: '等待汛期结束' })
    expect(await latest()).toMatchObject({ kind: 'no_change', claimedProgress: 40, seq: 2 })
  })

  test('the same words as last time are pointed out before they go, once', async () => {
    const { reportId } = await submitted()
    const { db } = await testWorld()
    await db.report.update({ where: { id: reportId }, data: { status: 'accepted' } })
    await expect(file()).rejects.toMatchObject({ code: 'report.same_text', params: { share: 100 } })
    expect((await draft()).sameAsLast).toBe(100)
    const { version } = await latest()
    const seen = { ...written, assignmentId, version, sameSeen: true }
    expect(await runAs('relief-liaison', fileReport, seen)).toMatchObject({ seq: 2 })
  })

  test('the head sends it back with the reason: a draft again, its writer is told; a liaison may not', async () => {
    await file()
    const { id, version } = await latest()
    const back = { reportId: id, version, reason: '数字与台账不符' }
    await expect(runAs('relief-liaison', sendReportBack, back)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('relief-head', sendReportBack, back)
    expect(await latest()).toMatchObject({ status: 'draft', sentBackReason: '数字与台账不符' })
    await expect(
      runAs('relief-head', sendReportBack, { ...back, version: version + 1 }),
    ).rejects.toMatchObject({
      code: 'report.cannot_send_back',
    })
    const { db, org } = await testWorld()
    const told = await db.notification.findMany({ where: { taskId: task.id, event: 'report.sent_back' } })
    expect(told).toMatchObject([{ personId: org.personIds['relief-liaison'] }])
    expect(await auditOf(id)).toContain('report.sent_back')
  })

  test('a head does not submit a liaison’s draft unsigned, nor a liaison anything', async () => {
    const { reportId, version } = await draft()
    await expect(runAs('relief-head', submitReport, { reportId, version })).rejects.toMatchObject({
      code: 'report.awaits_signoff_first',
    })
    await expect(runAs('relief-liaison', submitReport, { reportId, version })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(runAs('children-head', submitReport, { reportId, version })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await runAs('relief-head', sendReportForSignoff, { reportId, version })
    await runAs('relief-head', submitReport, { reportId, version: version + 1 })
    expect(await auditOf(reportId)).toContain('report.submitted')
  })

  test('nothing is signed on a task that was suspended meanwhile, nor started while one waits for its review', async () => {
    await file()
    const { id, version } = await latest()
    const { db } = await testWorld()
    await db.task.update({
      where: { id: task.id },
      data: { status: 'suspended', statusBeforeSuspension: 'in_progress' },
    })
    await expect(runAs('relief-head', submitReport, { reportId: id, version })).rejects.toMatchObject({
      code: 'report.task_not_open',
    })
    await db.task.update({
      where: { id: task.id },
      data: { status: 'in_progress', statusBeforeSuspension: null },
    })
    await runAs('relief-head', submitReport, { reportId: id, version })
    await expect(draft()).rejects.toMatchObject({ code: 'report.awaits_review' })
  })

  test('a completion report reports the assignment done; withdrawn, it is in progress again and a new version answers it', async () => {
    const { reportId, version } = await withEvidence()
    await runAs('relief-liaison', sendReportForSignoff, { reportId, version })
    await runAs('relief-head', submitReport, { reportId, version: version + 1 })
    const { db } = await testWorld()
    expect(await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      status: 'reported_done',
    })
    const at = { reportId, version: version + 2 }
    await expect(runAs('relief-liaison', withdrawReport, at)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('relief-head', withdrawReport, at)
    expect(await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      status: 'in_progress',
    })
    expect(await auditOf(reportId)).toContain('report.withdrawn')
    await expect(
      runAs('relief-head', withdrawReport, { reportId, version: version + 3 }),
    ).rejects.toMatchObject({
      code: 'report.cannot_withdraw',
    })
    const again = await draft('relief-liaison', { kind: 'completion', claimedProgress: 100 })
    expect(await reportOf(again.reportId)).toMatchObject({
      seq: 2,
      supersedesId: reportId,
      evidence: [{ reportId: again.reportId }],
    })
  })
})

describe('reviewing a report', () => {
  test('an officer accepts: verified progress stands beside the claim, with its basis and what was not opened', async () => {
    const at = await submitted()
    expect(await runAs('officer', reviewReport, { ...at, ...acceptance })).toEqual({
      taskNo: task.no,
      seq: 1,
      verifiedProgress: 30,
    })
    const { db } = await testWorld()
    expect(await reportOf(at.reportId)).toMatchObject({
      status: 'accepted',
      claimedProgress: 40,
      review: { verifiedProgress: 30, basis: 'document', unopenedEvidence: 0 },
    })
    expect(await db.task.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({
      claimedProgress: 40,
      verifiedProgress: 30,
    })
    expect(await auditOf(at.reportId)).toContain('report.accepted')
  })

  test('an officer returns it with kind and reason; the next draft answers it with its text, and the reviewed one never changes', async () => {
    const at = await submitted({ difficulty: '路不通' })
    await runAs('officer', reviewReport, { ...at, ...refusal })
    const again = await draft()
    expect(await reportOf(again.reportId)).toMatchObject({
      seq: 2,
      supersedesId: at.reportId,
      claimedProgress: 40,
    })
    expect(await auditOf(at.reportId)).toContain('report.returned')
    const { db, org } = await testWorld()
    await expect(db.report.update({ where: { id: at.reportId }, data: { done: 'x' } })).rejects.toThrow()
    const told = await db.notification.findMany({ where: { taskId: task.id, event: 'report.returned' } })
    expect(told).toMatchObject([{ unitId: org.unitIds.relief }])
  })

  test('two officers at once: the second is told that the first was there, and one review stands', async () => {
    const at = await submitted()
    const results = await Promise.allSettled([
      runAs('officer', reviewReport, { ...at, ...acceptance }),
      runAs('officer2', reviewReport, { ...at, ...refusal }),
    ])
    const refused = results.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { kind: 'conflict', code: 'common.stale' } })
    const { db } = await testWorld()
    expect(await db.review.count({ where: { reportId: at.reportId } })).toBe(1)
  })

  test('sending the decision twice decides once', async () => {
    const at = await submitted()
    const decide = () => runAs('officer', reviewReport, { ...at, ...acceptance }, { key: 'same-decision' })
    expect(await decide()).toEqual(await decide())
    expect((await auditOf(at.reportId)).filter((event) => event === 'report.accepted')).toHaveLength(1)
  })

  test('nobody reviews what they had a hand in, units and leaders do not, and a stranger learns nothing', async () => {
    const { db, org } = await testWorld()
    const at = await submitted()
    const review = (account: string) => runAs(account, reviewReport, { ...at, ...acceptance })
    await expect(review('relief-head')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(review('leader')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(review('children-head')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(review('elderly-head')).rejects.toMatchObject({ kind: 'not_found' })
    const other = task.assignments.find((one) => one.unitId === org.unitIds.elderly)?.id ?? ''
    const own = await db.report.create({
      data: {
        assignmentId: other,
        seq: 1,
        status: 'submitted',
        claimedProgress: 10,
        done: '已办',
        writtenById: org.personIds.officer ?? '',
        submittedAt: NOW,
      },
    })
    const mine = { reportId: own.id, version: own.version, ...acceptance }
    await expect(runAs('officer', reviewReport, mine)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('officer2', reviewReport, mine)
  })

  test('what was reviewed is not reviewed again', async () => {
    const at = await submitted()
    await runAs('officer', reviewReport, { ...at, ...acceptance })
    const again = { reportId: at.reportId, version: at.version + 1, ...acceptance }
    await expect(runAs('officer2', reviewReport, again)).rejects.toMatchObject({
      code: 'report.cannot_review',
    })
  })

  test('accepting completion closes the assignment, returning opens it; one waived meanwhile is answered and stays waived', async () => {
    const { db } = await testWorld()
    const { reportId, version } = await withEvidence()
    await runAs('relief-liaison', sendReportForSignoff, { reportId, version })
    await runAs('relief-head', submitReport, { reportId, version: version + 1 })
    await runAs('officer', reviewReport, { reportId, version: version + 2, ...refusal })
    expect(await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      status: 'in_progress',
    })
    await file('relief-liaison', { kind: 'completion', claimedProgress: 100, done: '全部完成，名单已补齐。' })
    const next = await latest()
    await runAs('relief-head', submitReport, { reportId: next.id, version: next.version })
    await db.assignment.update({
      where: { id: assignmentId },
      data: { status: 'waived', closeReason: '并入他项' },
    })
    const at = { reportId: next.id, version: next.version + 1 }
    await runAs('officer', reviewReport, { ...at, ...acceptance, verifiedProgress: 100 })
    expect(await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      status: 'waived',
    })
  })
})
