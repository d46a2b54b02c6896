import { beforeAll, describe, expect, it } from 'vitest'
import { fromLocalDate } from '@/server/dates'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { mergeReportsBelow, listSources } from './merge-reports-below'
import { getComposer } from './get-composer'
import { openEvidence } from './open-evidence'
import { submitReport } from './submit-report'
import { getTask } from '@/server/tasks/get-task'

type Task = Awaited<ReturnType<typeof buildDispatchedTask>>
const taken = { status: 'in_progress' as const, acknowledgedAt: NOW }
const limits = { dispatchedAt: NOW, acknowledgeDueOn: NOW, refuseDueOn: NOW }

let task: Task
const lead = () => task.assignments[0]?.id ?? ''
const reports: Record<string, string> = {}
const evidence: Record<string, string> = {}

async function reportOf(unit: string, claimed: number, status: 'submitted' | 'draft', weight = 1) {
  const { db, org } = await testWorld()
  const made = await db.assignment.create({
    data: {
      ...limits,
      ...taken,
      taskId: task.id,
      unitId: org.unitIds[unit] ?? '',
      part: 'local',
      parentAssignmentId: lead(),
      weight,
      claimedProgress: claimed,
      lastReportAt: status === 'submitted' ? NOW : null,
    },
  })
  const piece = await db.evidence.create({
    data: {
      kind: 'reference',
      name: `${unit}的文件`,
      reference: '1 号',
      unitId: org.unitIds[unit] ?? '',
      uploadedById: org.personIds[`${unit}-liaison`] ?? '',
    },
  })
  const report = await db.report.create({
    data: {
      assignmentId: made.id,
      seq: 1,
      status,
      claimedProgress: claimed,
      done: `${unit}摸底完成`,
      writtenById: org.personIds[`${unit}-liaison`] ?? '',
      submittedAt: status === 'submitted' ? NOW : null,
      evidence: { create: { evidenceId: piece.id } },
    },
  })
  reports[unit] = report.id
  evidence[unit] = piece.id
}

beforeAll(async () => {
  task = await buildDispatchedTask(
    [
      { unit: 'relief', data: taken },
      { unit: 'elderly', data: taken },
    ],
    { status: 'in_progress' },
  )
  await reportOf('north', 80, 'submitted', 3)
  await reportOf('south', 40, 'submitted')
  await reportOf('centre', 10, 'draft')
})

it('one that waits is what the page of the task offers first to the head who handed it down, and to nobody else', async () => {
  const primary = async (account: string) => (await getTask(await ctxOf(account), task.no)).primary
  const { db } = await testWorld()
  expect(await primary('relief-head')).toEqual({ act: 'review', reportId: reports.north })
  for (const account of ['relief-liaison', 'elderly-head', 'north-head'])
    expect(await primary(account), account).not.toMatchObject({ act: 'review' })
  for (const account of ['officer', 'leader']) expect(await primary(account), account).toBeNull()
  // Put off until tomorrow, the next one comes; withdrawn ones wait for nobody.
  await db.reviewSetAside.create({
    data: {
      reportId: reports.north ?? '',
      personId: (await ctxOf('relief-head')).actor.personId ?? '',
      untilOn: fromLocalDate('2020-04-13'),
    },
  })
  expect(await primary('relief-head')).toEqual({ act: 'review', reportId: reports.south })
})

describe('a report that takes in those of the units below', () => {
  it('is offered what stands, with the claim weighted, and no draft', async () => {
    const form = await getComposer(await ctxOf('relief-liaison'), task.no, lead())
    expect(form).toMatchObject({
      below: {
        total: 3,
        reported: 2,
        claimed: 58,
        reports: [
          { unit: { name: '北省' }, claimed: 80, evidence: 1, used: false },
          { unit: { name: '南省' }, claimed: 40 },
        ],
      },
    })
    const north = await getComposer(await ctxOf('north-liaison'), task.no, null)
    expect(north).toMatchObject({ below: null })
  })

  it('references their evidence, keeps where it came from, and records it', async () => {
    const { db } = await testWorld()
    const ids = [reports.north ?? '', reports.south ?? '']
    const input = { assignmentId: lead(), reportIds: ids }
    const merged = await runAs('relief-liaison', mergeReportsBelow, input)
    expect(merged).toMatchObject({ reported: 2, total: 3, claimed: 58 })
    expect(merged.pieces.map((piece) => piece.unit.name)).toEqual(['北省', '南省'])
    // A second time changes nothing: nothing hangs there twice.
    expect((await runAs('relief-liaison', mergeReportsBelow, input)).pieces).toEqual([])
    const hung = await db.reportEvidence.findMany({ where: { reportId: merged.reportId } })
    expect(hung.map((one) => one.evidenceId).sort()).toEqual([evidence.north, evidence.south].sort())
    expect(await db.evidence.count({ where: { name: { in: ['north的文件', 'south的文件'] } } })).toBe(2)
    expect((await listSources(await ctxOf('officer'), merged.reportId)).map((one) => one.unit.name)).toEqual([
      '北省',
      '南省',
    ])
    expect(await auditOf(merged.reportId)).toContain('report.merged')
  })

  it('lets the readers of the report open that evidence, and nobody else', async () => {
    const { db } = await testWorld()
    const open = (account: string) =>
      runAs(account, openEvidence, { evidenceId: evidence.north ?? '', download: false })
    await expect(open('south-head')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(open('elderly-head')).rejects.toMatchObject({ kind: 'not_found' })
    expect(await open('north-liaison')).toMatchObject({ name: 'north的文件' })
    const draft = await db.report.findFirstOrThrow({ where: { assignmentId: lead() } })
    await db.report.update({ where: { id: draft.id }, data: { done: '汇总', status: 'awaiting_signoff' } })
    await runAs('relief-head', submitReport, { reportId: draft.id, version: draft.version })
    expect(await open('officer')).toMatchObject({ name: 'north的文件' })
    await expect(open('south-head')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(db.reportSource.deleteMany({ where: { reportId: draft.id } })).rejects.toThrow()
  })

  it('refuses a report that is not one of the level below, and whoever may not write', async () => {
    const other = await buildDispatchedTask([{ unit: 'relief', data: taken }], { status: 'in_progress' })
    const input = { assignmentId: other.assignments[0]?.id ?? '', reportIds: [reports.north ?? ''] }
    await expect(runAs('relief-liaison', mergeReportsBelow, input)).rejects.toMatchObject({
      code: 'cascade.report_gone',
    })
    await expect(runAs('elderly-liaison', mergeReportsBelow, input)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
