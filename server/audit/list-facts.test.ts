import { beforeAll, describe, expect, test } from 'vitest'
import { FACTS, factHref, isFact, type Fact } from '@/domain/audit/facts'
import { isFailure } from '@/domain/errors'
import { countFacts, listFacts } from '@/server/audit/list-facts'
import { fromLocalDate } from '@/server/dates'
import { grantExtension } from '@/server/extensions/grant-extension'
import { correctReview } from '@/server/reports/correct-review'
import { reviewReport } from '@/server/reports/review-report'
import { changeDueDate } from '@/server/tasks/change-due-date'
import { reopenTask } from '@/server/tasks/reopen-task'
import { buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { extensionIn, taskIn } from '@/tests/state-builders'

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const numbers: Partial<Record<Fact | 'taken_back' | 'none', number[]>> = {}
const note = (fact: keyof typeof numbers, no: number) => (numbers[fact] = [...(numbers[fact] ?? []), no])

/** A task of the relief bureau at work, due on a day. */
async function work(dueOn = '2020-06-30') {
  const due = fromLocalDate(dueOn as '2020-06-30')
  return buildDispatchedTask([{ unit: 'relief', data: { ...working, dueOn: due } }], {
    status: 'in_progress',
    dueOn: due,
  })
}
/** A report of its lead claiming so much, submitted at NOW, with a file where it is asked for. */
async function reportOf(task: Awaited<ReturnType<typeof work>>, seq: number, claimed: number, file = false) {
  const { db, org } = await testWorld()
  const liaison = org.personIds['relief-liaison'] ?? ''
  const stored =
    file &&
    (await db.storedFile.create({
      data: { sha256: String(task.no).padStart(64, '0'), size: 10, mime: 'application/pdf' },
    }))
  const piece =
    stored &&
    (await db.evidence.create({
      data: {
        kind: 'file',
        name: '方案.pdf',
        fileId: stored.id,
        unitId: org.unitIds.relief ?? '',
        uploadedById: liaison,
      },
    }))
  return db.report.create({
    data: {
      assignmentId: task.assignments[0]?.id ?? '',
      seq,
      status: 'submitted',
      claimedProgress: claimed,
      done: '十二个省完成摸底。',
      writtenById: liaison,
      submittedAt: NOW,
      ...(piece ? { evidence: { create: { evidenceId: piece.id } } } : {}),
    },
  })
}
type Review = { claimed?: number; verified?: number | null; after: number; file?: boolean; seq?: number }
async function reviewed(task: Awaited<ReturnType<typeof work>>, review: Review) {
  const { claimed = 50, verified = 45, after, file, seq = 1 } = review
  const { id, version } = await reportOf(task, seq, claimed, file)
  const verdict =
    verified === null
      ? { decision: 'return' as const, returnKind: 'doubtful' as const, reason: '没有分县数' }
      : {
          decision: 'accept' as const,
          verifiedProgress: verified,
          basis: 'document' as const,
          reason: '',
        }
  await runAs('officer', reviewReport, { reportId: id, version, ...verdict }, { now: at(after) })
  return id
}

beforeAll(async () => {
  const { db } = await testWorld()
  // Moved after it had passed, by a leader; and in time, which is no fact.
  for (const [fact, dueOn] of [
    ['moved_after_due', '2020-04-08'],
    ['none', '2020-04-10'],
  ] as const) {
    const task = await work(dueOn)
    const move = { taskId: task.id, version: task.version, dueOn: '2020-07-31', reason: '部务会议定' }
    await runAs('leader', changeDueDate, move)
    note(fact, task.no)
  }
  // Granted after the date of a supporter's part had passed.
  const late = await extensionIn('awaiting_leader')
  const granted = { extensionId: late.id, version: late.version, note: '同意', grantedDueOn: '' }
  await runAs('leader', grantExtension, granted, { now: new Date('2020-06-01T02:00:00Z') })
  const part = await db.assignment.findUniqueOrThrow({
    where: { id: late.assignmentId },
    select: { task: { select: { no: true } } },
  })
  note('moved_after_due', part.task.no)

  for (const [fact, review] of [
    ['reviewed_at_once', { after: 60 }],
    ['none', { after: 61 }],
    ['unopened_evidence', { after: 600, file: true }],
    ['claimed_above', { after: 600, claimed: 80, verified: 60 }],
    ['none', { after: 600, claimed: 80, verified: 61 }],
  ] as const) {
    const task = await work()
    await reviewed(task, review)
    note(fact, task.no)
  }
  // A review that was taken back says nothing.
  const back = await work()
  const reportId = await reviewed(back, { after: 5, claimed: 90, verified: 10 })
  const { version } = await db.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { version: true },
  })
  await runAs('officer', correctReview, { reportId, version }, { now: at(9) })
  note('taken_back', back.no)

  for (const [fact, times] of [
    ['returned_often', 3],
    ['none', 2],
  ] as const) {
    const task = await work()
    for (let seq = 1; seq <= times; seq += 1) await reviewed(task, { after: 600 + seq, verified: null, seq })
    note(fact, task.no)
  }
  const done = await taskIn('completed')
  await runAs('leader', reopenTask, { taskId: done.id, version: done.version, reason: '结果有误', again: [] })
  note('reopened', done.no)
  // Its report is accepted in the moment that it is submitted.
  note('reviewed_at_once', done.no)
}, 120_000)

describe('facts to look at', () => {
  test.each(FACTS)('%s: just these, and as many as the count says', async (fact) => {
    const ctx = await ctxOf('inspector')
    const [counts, page] = await Promise.all([countFacts(ctx), listFacts(ctx, fact, null)])
    expect(page.rows.map((row) => row.task.no).sort()).toEqual([...(numbers[fact] ?? [])].sort())
    expect([page.total, page.next]).toEqual([counts[fact], null])
    expect(counts[fact]).toBe(page.rows.length)
  })

  test('each says by whom and with which figures', async () => {
    const ctx = await ctxOf('inspector')
    const first = async (fact: Fact) => (await listFacts(ctx, fact, null)).rows.at(-1)
    expect(await first('claimed_above')).toMatchObject({
      was: '80',
      now: '60',
      by: { name: '某officer' },
      unit: { name: '救助司' },
    })
    expect(await first('moved_after_due')).toMatchObject({ was: '2020-04-08', now: '2020-07-31' })
    const atOnce = await listFacts(ctx, 'reviewed_at_once', null)
    expect(atOnce.rows.map((row) => row.was)).toEqual(['60', '0'])
    expect(await first('returned_often')).toMatchObject({ was: '3', by: null })
    expect(await first('reopened')).toMatchObject({ was: '结果有误' })
  })

  test('pages follow one another without a gap, by instant and id', async () => {
    const ctx = await ctxOf('inspector')
    const { rows } = await listFacts(ctx, 'moved_after_due', null)
    const [first] = rows
    const after = `${first?.at ?? ''}~${first?.id ?? ''}`
    const rest = await listFacts(ctx, 'moved_after_due', after)
    expect(rest.rows).toEqual(rows.slice(1))
  })

  test('nobody but discipline sees them: not the auditor, not the office', async () => {
    for (const account of ['auditor', 'officer', 'office-head', 'leader', 'relief-head', 'sysadmin']) {
      const ctx = await ctxOf(account)
      const code = async (promise: Promise<unknown>) =>
        promise.then(
          () => 'read',
          (error: unknown) => (isFailure(error) ? error.kind : error),
        )
      expect([account, await code(countFacts(ctx)), await code(listFacts(ctx, 'reopened', null))]).toEqual([
        account,
        'forbidden',
        'forbidden',
      ])
    }
  })
})

test('an address names a fact or nothing', () => {
  expect(FACTS.every((fact) => isFact(factHref(fact).slice('/audit/facts/'.length)))).toBe(true)
  expect(isFact('everything')).toBe(false)
})
