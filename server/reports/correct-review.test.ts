import { beforeEach, describe, expect, test } from 'vitest'
import { countDuties } from '@/server/notifications/duties'
import { correctReview } from '@/server/reports/correct-review'
import { listReviewColleagues } from '@/server/reports/list-review-colleagues'
import { listReviewQueue } from '@/server/reports/list-review-queue'
import { listSetAsides } from '@/server/reports/list-set-asides'
import { loadReport } from '@/server/reports/load-report'
import { reviewReport } from '@/server/reports/review-report'
import { saveReportDraft } from '@/server/reports/save-report-draft'
import { handOverReview, snoozeReview, takeBackReview } from '@/server/reports/set-review-aside'
import { completeTask } from '@/server/tasks/complete-task'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const acceptance = {
  decision: 'accept' as const,
  verifiedProgress: 90,
  basis: 'document' as const,
  reason: '',
}
const refusal = { decision: 'return' as const, returnKind: 'no_evidence' as const, reason: '没有名单' }

let reportId: string
let assignmentId: string
let taskId: string

/** A report of the lead that waits for its review. */
async function waiting(kind: 'progress' | 'completion' = 'progress') {
  const { db, org } = await testWorld()
  const task = await buildDispatchedTask(
    [
      {
        unit: 'relief',
        data: { status: kind === 'completion' ? 'reported_done' : 'in_progress', acknowledgedAt: NOW },
      },
    ],
    kind === 'completion' ? { status: 'under_review', conclusion: '已办结' } : { status: 'in_progress' },
  )
  taskId = task.id
  assignmentId = task.assignments[0]?.id ?? ''
  const report = await db.report.create({
    data: {
      assignmentId,
      seq: 1,
      kind,
      status: 'submitted',
      claimedProgress: 100,
      done: '已办',
      writtenById: org.personIds['relief-liaison'] ?? '',
      signedOffById: org.personIds['relief-head'] ?? '',
      submittedById: org.personIds['relief-head'] ?? '',
      submittedAt: NOW,
    },
  })
  const evidence = await db.evidence.create({
    data: {
      kind: 'reference',
      reference: '民函〔2020〕1号',
      name: '函',
      unitId: org.unitIds.relief ?? '',
      uploadedById: org.personIds['relief-liaison'] ?? '',
    },
  })
  await db.reportEvidence.create({ data: { reportId: report.id, evidenceId: evidence.id } })
  reportId = report.id
}
beforeEach(() => waiting())

const review = (decision: typeof acceptance | typeof refusal, version = 1, now = NOW) =>
  runAs('officer', reviewReport, { reportId, version, ...decision }, { now })
const correct = (account = 'officer', seconds = 5, version = 2) =>
  runAs(account, correctReview, { reportId, version }, { now: later(seconds) })
const standing = async () => {
  const { db } = await testWorld()
  const report = await db.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      status: true,
      review: { select: { decision: true } },
      assignment: { select: { status: true } },
    },
  })
  return [report.status, report.review?.decision ?? null, report.assignment.status]
}

describe('an officer takes a review back', () => {
  test('within seconds: the report waits again, both reviews stay on record, the unit is told', async () => {
    const { db, org } = await testWorld()
    await review(acceptance)
    expect(await db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ verifiedProgress: 90 })
    await correct()
    expect(await standing()).toEqual(['submitted', null, 'in_progress'])
    expect(await db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ verifiedProgress: 0 })
    expect(await auditOf(reportId)).toEqual(['report.accepted', 'report.review_corrected'])
    const told = await db.notification.findMany({ where: { taskId, event: 'report.review_corrected' } })
    expect(told).toMatchObject([{ unitId: org.unitIds.relief }])

    await review(refusal, 3, later(20))
    expect(await standing()).toEqual(['returned', 'return', 'in_progress'])
    expect(
      await db.review.findMany({
        where: { reportId },
        orderBy: { reviewedAt: 'asc' },
        include: { correction: true },
      }),
    ).toMatchObject([
      { decision: 'accept', correction: { correctedById: org.personIds.officer } },
      { decision: 'return', correction: null },
    ])
  })

  test('of a completion: its assignment is reported done again, whichever way it went', async () => {
    const { db } = await testWorld()
    await waiting('completion')
    await review(acceptance)
    expect(await standing()).toEqual(['accepted', 'accept', 'accepted'])
    await correct()
    expect(await standing()).toEqual(['submitted', null, 'reported_done'])
    await review(refusal, 3, later(10))
    expect(await db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
      status: 'in_progress',
    })
    await correct('officer', 15, 4)
    expect(await standing()).toEqual(['submitted', null, 'reported_done'])
    expect(await db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
      status: 'under_review',
    })
  })

  test('nobody else does, nor once the seconds are over', async () => {
    await review(acceptance)
    await expect(correct('officer2')).rejects.toMatchObject({ code: 'report.review_not_own' })
    await expect(correct('relief-head')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(correct('elderly-head')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(correct('officer', 60)).rejects.toMatchObject({ code: 'report.review_stands' })
    await expect(correct('officer', 5, 1)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await standing()).toEqual(['accepted', 'accept', 'in_progress'])
  })

  test('not once the unit began to answer, nor once the task was completed', async () => {
    await review(refusal)
    const draft = {
      assignmentId,
      version: null,
      kind: 'progress' as const,
      claimedProgress: 20,
      done: '补了名单',
      nextStep: '',
      nextStepOn: '',
      difficulty: '',
      helpNeeded: '',
    }
    await runAs('relief-liaison', saveReportDraft, draft, { now: later(3) })
    await expect(correct()).rejects.toMatchObject({ code: 'report.review_acted_on' })

    await waiting('completion')
    await review(acceptance)
    const { db } = await testWorld()
    const { version } = await db.task.findUniqueOrThrow({ where: { id: taskId } })
    await runAs('office-head', completeTask, { taskId, version }, { now: later(3) })
    await expect(correct()).rejects.toMatchObject({ code: 'report.review_acted_on' })
  })

  test('the record lets nobody change a correction, nor have two reviews in force', async () => {
    const { db, org } = await testWorld()
    await review(acceptance)
    const second = { reportId, reviewerId: org.personIds.officer ?? '', decision: 'accept' as const }
    await expect(db.review.create({ data: second })).rejects.toThrow()
    await correct()
    await expect(db.reviewCorrection.deleteMany({})).rejects.toThrow()
  })
})

describe('an officer puts a report aside', () => {
  const queueOf = async (account: string, now = NOW) => {
    const queue = await listReviewQueue(await ctxOf(account, now), { after: null, reportId: null })
    return queue.rows.filter((row) => row.id === reportId)
  }
  const countOf = async (account: string) => (await countDuties(await ctxOf(account))).review ?? 0

  test('until tomorrow: out of the own queue and count, of nobody else’s; brought back at will', async () => {
    const before = await countOf('officer')
    await runAs('officer', snoozeReview, { reportId })
    expect(await queueOf('officer')).toEqual([])
    expect(await countOf('officer')).toBe(before - 1)
    expect(await queueOf('officer2')).toHaveLength(1)
    expect(await listSetAsides(await ctxOf('officer'))).toMatchObject([
      { id: reportId, untilOn: '2020-04-11' },
    ])
    expect(await queueOf('officer', later(24 * 3600))).toHaveLength(1)
    await runAs('officer', takeBackReview, { reportId })
    expect(await queueOf('officer')).toHaveLength(1)
  })

  test('for a colleague, who sees from whom, is told, and may hand it back', async () => {
    const { db, org } = await testWorld()
    await runAs('officer', handOverReview, { reportId, colleague: 'officer2' })
    expect(await queueOf('officer')).toEqual([])
    expect(await queueOf('officer2')).toMatchObject([{ handedBy: { name: '某officer' } }])
    expect(await auditOf(reportId)).toEqual(['report.review_handed_over'])
    expect(
      await db.notification.findMany({ where: { taskId, event: 'report.review_handed_over' } }),
    ).toMatchObject([{ personId: org.personIds.officer2 }])
    await runAs('officer2', handOverReview, { reportId, colleague: 'officer' })
    expect(await queueOf('officer')).toMatchObject([{ handedBy: { name: '某officer2' } }])
    expect(await queueOf('officer2')).toEqual([])
  })

  test('only for one who may review it, and only what the person may review', async () => {
    const { report, ...rest } = await loadReport(await ctxOf('officer'), reportId)
    const offered = await listReviewColleagues(await ctxOf('officer'), { report, ...rest })
    expect(offered.map(({ account }) => account).sort()).toEqual(['office-head', 'officer2'])
    for (const colleague of ['relief-head', 'leader', 'officer', 'nobody'])
      await expect(runAs('officer', handOverReview, { reportId, colleague })).rejects.toMatchObject({
        code: 'report.colleague_cannot_review',
      })
    await expect(runAs('relief-head', snoozeReview, { reportId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(runAs('elderly-head', snoozeReview, { reportId })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await review(acceptance)
    await expect(runAs('officer', snoozeReview, { reportId })).rejects.toMatchObject({
      code: 'report.cannot_review',
    })
  })
})
