import { beforeAll, describe, expect, it } from 'vitest'
import { listDecisions } from '@/server/notifications/list-decisions'
import { decideCompletion, decideCompletionSchema } from '@/server/tasks/decide-completion'
import { auditOf, buildDispatchedTask, ctxOf, NOW, testWorld } from '@/tests/factories'

beforeAll(async () => {
  await testWorld()
})

/** A task under review whose only part was accepted on evidence. */
async function buildUnderReview() {
  const { db, org } = await testWorld()
  const accepted = { status: 'accepted' as const, acknowledgedAt: NOW, acceptedAt: NOW }
  const task = await buildDispatchedTask([{ unit: 'relief', data: accepted }], {
    status: 'under_review',
    conclusion: '已全部办结。',
  })
  const head = org.personIds['relief-head'] ?? ''
  const report = await db.report.create({
    data: {
      ...{ assignmentId: task.assignments[0]?.id ?? '', seq: 1, kind: 'completion', status: 'accepted' },
      ...{ claimedProgress: 100, done: '做完', writtenById: head, submittedById: head, submittedAt: NOW },
    },
  })
  const evidence = await db.evidence.create({
    data: {
      ...{ kind: 'reference', name: '文号', reference: '民发〔2020〕18号' },
      ...{ unitId: org.unitIds.relief ?? '', uploadedById: head },
    },
  })
  await db.reportEvidence.create({ data: { reportId: report.id, evidenceId: evidence.id } })
  return task
}

const read = (task: { id: string; version: number }, input: object) =>
  decideCompletionSchema.parse({ taskId: task.id, version: task.version, ...input })

describe('a completion decided in place', () => {
  it('is carried out by a leader with one press and no words', async () => {
    const { db } = await testWorld()
    const task = await buildUnderReview()
    await decideCompletion(await ctxOf('leader'), read(task, { decision: 'complete' }))
    expect((await db.task.findUniqueOrThrow({ where: { id: task.id } })).status).toBe('completed')
    expect(await auditOf(task.id)).toContain('task.completed')
  })

  it('is sent back by the office head with a line that says why', async () => {
    const { db } = await testWorld()
    const task = await buildUnderReview()
    expect(() => read(task, { decision: 'return', note: ' ' })).toThrow()
    const ctx = await ctxOf('office-head')
    await decideCompletion(ctx, read(task, { decision: 'return', note: '材料不全' }))
    expect(await db.task.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({
      status: 'in_progress',
      conclusion: null,
    })
    expect(await auditOf(task.id)).toContain('task.returned')
  })

  it('is no business of a unit, and returning is not offered to a leader', async () => {
    const task = await buildUnderReview()
    const complete = read(task, { decision: 'complete' })
    await expect(decideCompletion(await ctxOf('relief-head'), complete)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const leader = await ctxOf('leader')
    expect((await listDecisions(leader, 20)).every((row) => !row.mayReturn)).toBe(true)
    const back = read(task, { decision: 'return', note: '材料不全' })
    await expect(decideCompletion(leader, back)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is refused where the task is not under review', async () => {
    const task = await buildDispatchedTask()
    const complete = read(task, { decision: 'complete' })
    await expect(decideCompletion(await ctxOf('leader'), complete)).rejects.toMatchObject({ kind: 'refused' })
  })
})
